package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static speedbump.stats.Published.assertRelative;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;

class StudentTest {
  // scipy 1.17.1, scipy.special.stdtrit
  @PublishedCase
  @ParameterizedTest
  @CsvSource({
    "0.6, 1, 0.32491969623290634",
    "0.6, 2, 0.2886751345948128",
    "0.6, 3, 0.2766706623326898",
    "0.6, 8, 0.26192109674883235",
    "0.6, 29, 0.25568363457125604",
    "0.6, 101, 0.25401548821219094",
    "0.6, 1000, 0.25341451583949876",
    "0.975, 1, 12.706204736174694",
    "0.975, 2, 4.302652729749462",
    "0.975, 3, 3.1824463052837078",
    "0.975, 8, 2.306004135204166",
    "0.975, 29, 2.045229642132703",
    "0.975, 101, 1.983731002955606",
    "0.975, 1000, 1.9623390808264083",
    "0.9999, 1, 3183.098757118502",
    "0.9999, 2, 70.70007107496818",
    "0.9999, 3, 22.203742273205",
    "0.9999, 8, 6.441999821020496",
    "0.9999, 29, 4.253894118432321",
    "0.9999, 101, 3.860140942495839",
    "0.9999, 1000, 3.7328516045753966",
    "0.9, 0.5, 10.27032441023451",
    "0.975, 1.7915241646963107, 4.8199461217089",
    "0.975, 2.5, 3.5746548420036817",
    "0.995, 12.34, 3.0392853422833124"
  })
  void agreesWithScipy(double probability, double freedom, double quantile) {
    assertRelative(quantile, Student.quantile(probability, freedom), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 29, 300})
  void liesAsFarBelowZeroAsAbove(int freedom) {
    assertRelative(-Student.quantile(0.975, freedom), Student.quantile(0.025, freedom), 1e-13);
    assertEquals(0, Student.quantile(0.5, freedom));
  }

  @Test
  void oneAndTwoDegreesInClosedForm() {
    assertRelative(Math.tan(Math.PI * 0.475), Student.quantile(0.975, 1), 1e-13);
    assertRelative(0.95 * Math.sqrt(2 / (1 - 0.95 * 0.95)), Student.quantile(0.975, 2), 1e-13);
  }

  @Test
  void namesWhatIsWrong() {
    refuses("the probability must lie between 0 and 1, not 1.0", 1, 3);
    refuses("the probability must lie between 0 and 1, not 0.0", 0, 3);
    refuses("the probability must lie between 0 and 1, not NaN", Double.NaN, 3);
    refuses("degrees of freedom must be positive, not 0.0", 0.975, 0);
    refuses("degrees of freedom must be positive, not NaN", 0.975, Double.NaN);
    refuses("degrees of freedom must be positive, not Infinity", 0.975, 1 / 0.0);
    refuses(
        "there is no quantile of the probability 0.975 at 1.0E-5 degrees of freedom", 0.975, 1e-5);
  }

  private static void refuses(String message, double probability, double freedom) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Student.quantile(probability, freedom))
            .getMessage());
  }
}
