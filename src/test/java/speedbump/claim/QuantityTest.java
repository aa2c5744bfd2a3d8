package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.data.Catalog;

/** What a reader is shown for the quantities of rules and evidence. */
class QuantityTest {
  private static final Registry REGISTRY = Registry.of(Catalog.shared());
  private static final Pattern EVIDENCE =
      Pattern.compile("(?:Evidence\\s*\\.of|\\.and)\\(\\s*\"([^\"]+)\"");
  private static final Pattern WITHOUT_A_NAME = Pattern.compile("Evidence\\s*\\.of\\(\\s*[^\"\\s]");

  private static Quantity quantity(String unit, int digits, boolean percent) {
    return new Quantity("name_in_code", "words", unit, digits, percent);
  }

  @ParameterizedTest
  @CsvSource({
    "%, 0, true, 0.25, 25%",
    "%, 1, true, 0.5125, 51.3%",
    "%, 0, false, 95, 95%",
    "points, 1, true, -0.0371, −3.7 points",
    "months, 1, false, 1.1, 1.1 months",
    "months, 1, false, 1, 1.0 months",
    "months, 0, false, 2, 2 months",
    "months, 0, false, 1, 1 month",
    "months, 0, false, -1, −1 month",
    "months a year, 0, false, 1, 1 month a year",
    "capabilities, 0, false, 1, 1 capability",
    "days, 0, false, 1234.5, '1,235 days'",
    "'', 2, false, 0.36, 0.36",
    "'', 2, false, 0.355, 0.36",
    "'', 2, false, -0.001, 0.00",
    "'', 0, false, 1, 1",
    "'', 2, false, NaN, not a finite number",
    "months, 1, false, Infinity, not a finite number"
  })
  void aFigureIsPrintedWithItsUnit(
      String unit, int digits, boolean percent, double value, String printed) {
    assertEquals(printed, quantity(unit, digits, percent).figure(value));
  }

  @ParameterizedTest
  @CsvSource({
    "months a year, 1, false, 6, 6 months a year",
    "'', 3, false, 0.05, 0.05",
    "%, 0, true, 0.3333333333333333, 33%",
    "points of growth a year, 1, true, -0.02, −2 points of growth a year",
    "months, 1, false, 0, 0 months",
    "months, 1, false, 1, 1 month"
  })
  void aBoundIsPrintedWithoutTheZerosAtItsEnd(
      String unit, int digits, boolean percent, double bound, String printed) {
    assertEquals(printed, quantity(unit, digits, percent).bound(bound));
  }

  @Test
  void whatCannotBePrintedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> quantity("", 0, true));
    assertThrows(IllegalArgumentException.class, () -> quantity("months", -1, false));
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> new Quantity("name", " ", "", 0, false));
    assertTrue(refused.getMessage().startsWith("name: "), refused.getMessage());
  }

  @Test
  void aNameWithoutWordsIsRefusedByName() {
    assertEquals("months a year", REGISTRY.quantity("lag_slope_months_per_year").unit());
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> REGISTRY.quantity("no_such_name"));
    assertEquals("there are no words for the quantity no_such_name", refused.getMessage());
  }

  @Test
  void everyQuantityOfRulesAndEvidenceHasARowAndEveryRowIsUsed() throws IOException {
    Set<String> named = new TreeSet<>(List.of(Power.QUANTITY));
    Catalog catalog = Catalog.shared();
    named.addAll(catalog.table("claims/conditions").stringColumn("quantity").asList());
    named.addAll(catalog.table("claims/propositions").stringColumn("statistic").asList());
    named.addAll(catalog.table("claims/flips").stringColumn("quantity").asList());
    named.remove("");
    Set<String> evidence = evidence();
    assertTrue(evidence.size() > 20, evidence.toString());
    named.addAll(evidence);
    List<String> rows = REGISTRY.quantities().stream().map(Quantity::quantity).toList();
    assertEquals(named, new TreeSet<>(rows));
    assertEquals(named.size(), rows.size());
  }

  /** The names of the figures that the analyses put into evidence, which must stand there. */
  private static Set<String> evidence() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/speedbump/analysis"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        assertFalse(WITHOUT_A_NAME.matcher(source).find(), file.toString());
        EVIDENCE
            .matcher(source)
            .results()
            .map((MatchResult one) -> one.group(1))
            .forEach(names::add);
      }
    }
    return names;
  }

  /** A bound that its quantity prints with too few decimals would be another bound. */
  @Test
  void noBoundIsRoundedAway() {
    REGISTRY.claims().stream()
        .flatMap(claim -> claim.propositions().stream())
        .flatMap(proposition -> proposition.conditions().stream())
        .forEach(
            condition -> {
              Quantity quantity = REGISTRY.quantity(condition.quantity());
              String printed = quantity.bound(condition.bound());
              double shown =
                  Double.parseDouble(
                      printed.replace("\u2212", "-").replaceAll("^(-?[0-9.]+).*", "$1"));
              assertEquals(
                  condition.bound() * (quantity.percent() ? 100 : 1),
                  shown,
                  0.02 * Math.abs(shown),
                  condition.words() + " is shown as " + printed);
            });
  }

  @Test
  void noNameOfTheProgramIsAmongTheWords() {
    for (Quantity one : REGISTRY.quantities()) {
      String shown = one.words() + " " + one.unit();
      assertFalse(
          Pattern.compile("_|aicc|(upper|lower)\\d|\\d %|prediction sd", Pattern.CASE_INSENSITIVE)
              .matcher(shown)
              .find(),
          shown);
      assertTrue(one.words().length() <= 120, shown);
      assertEquals(
          one.quantity().matches(".*_(lower|upper)(80|90|95).*"),
          one.words().matches("(lower|upper) end of the (80|90|95)% interval of .*"),
          one.quantity());
      if (one.words().contains("interval of")) {
        assertEquals(
            one.quantity().replaceAll(".*_(lower|upper)(\\d\\d).*", "$1 end of the $2% interval"),
            one.words().replaceAll(" of (?!the \\d).*", ""));
      }
    }
  }
}
