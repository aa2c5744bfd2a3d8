package speedbump.analysis.rareearthlever;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedSpanTest {
  @ParameterizedTest
  @CsvSource({
    "2025-05-16, 2025-05, 2025-05",
    "2025-12, 2025-12, 2025-12",
    "from 2022-11, 2022-11, 2022-11",
    "announced 2025-10-29 for 2026-04, 2026-04, 2026-04",
    "announced 2025-11-18 for 2027, 2027-01, 2027-12",
    "announced 2024-06-27 for mid-2025, 2025-06, 2025-07",
    "planned from mid-2026, 2026-06, 2026-07",
    "as early as Q4 2026, 2026-10, 2026-12",
    "from Q1 2029, 2029-01, 2029-03",
    "2025-Q3, 2025-07, 2025-09",
    "from early 2027, 2027-01, 2027-03",
    "late 2028, 2028-10, 2028-12",
    "by end of 2027, 2027-12, 2027-12",
    "by 2028, 2028-01, 2028-12"
  })
  void aPrintedDateIsReadAsTheMonthsThatItCanMean(String words, YearMonth first, YearMonth last) {
    assertEquals(new PublishedSpan(first, last), PublishedSpan.of(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2027 or so", "Q5 20"})
  void anythingElseIsRefused(String words) {
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> PublishedSpan.of(words))
            .getMessage()
            .contains('"' + words + '"'));
  }

  @Test
  void theYearIsTheLastOfSeveral() {
    assertEquals(YearMonth.of(2031, 12), PublishedSpan.of("Q4 FY 2024 to Q4 2031").last());
  }
}
