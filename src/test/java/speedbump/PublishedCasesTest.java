package speedbump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/**
 * The list of published cases is whole: every test of one stands in it, and every estimator, with a
 * case or with the reason why it has none.
 */
class PublishedCasesTest {
  /** Values, random numbers and checks of arguments: nothing is estimated there. */
  private static final Set<String> NO_ESTIMATORS =
      Set.of(
          "stats.Argument",
          "stats.Interval",
          "stats.LogConcave",
          "stats.Uniform",
          "model.CostSeries",
          "model.JulianYear",
          "model.Release",
          "model.Scale",
          "model.ShockShape");

  private static final List<Agreement.Row> ROWS = Agreement.rows();

  @Test
  void theListIsThatOfTheTests() {
    Set<String> annotated =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("speedbump")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(PublishedCase.class))
                .map(method -> Agreement.name(method.getOwner().reflect(), method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    List<String> listed =
        ROWS.stream().map(Agreement.Row::test).filter(test -> !test.isEmpty()).sorted().toList();
    assertEquals(List.copyOf(annotated), listed);
    assertTrue(listed.size() > 40, listed.size() + " cases");
  }

  @Test
  void everyEstimatorStandsInIt() {
    Set<String> estimators =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("speedbump.stats", "speedbump.model")
                .stream()
                .filter(
                    type ->
                        type.isTopLevelClass() && type.getModifiers().toString().contains("PUBLIC"))
                .map(JavaClass::getName)
                .map(name -> name.replace("speedbump.", ""))
                .filter(name -> !NO_ESTIMATORS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        ROWS.stream()
            .map(Agreement.Row::estimator)
            .filter(name -> !name.startsWith("analysis."))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(estimators, listed);
  }

  @Test
  void aRowHasACaseOrSaysWhyThereIsNone() {
    List<String> wrong = new ArrayList<>();
    for (Agreement.Row row : ROWS) {
      boolean held = !row.test().isEmpty();
      boolean whole = !row.what().isBlank() && held == !row.source().isBlank();
      if (!whole || !held && !(row.digits() + row.program()).isEmpty()) {
        wrong.add(row.toString());
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void fewerDigitsThanTheRowSaysAreRefused() {
    Agreement four = new Agreement();
    four.beforeTestExecution(null);
    assertThrows(AssertionFailedError.class, () -> new Agreement().hold(row("9")));
    assertThrows(AssertionFailedError.class, () -> new Agreement().hold(row("")));
    assertThrows(AssertionFailedError.class, () -> Agreement.agreeAsPrinted("0.0624", 0.06246));
    Agreement.agreeAsPrinted("0.0624", 0.06244);
    Agreement.seen().hold(row(""));
    Agreement.agree(new double[] {2, 3}, new double[] {2, 3.0001}, 1e-3);
    Agreement.seen().hold(row("4"));
    String message =
        assertThrows(AssertionFailedError.class, () -> Agreement.seen().hold(row("5")))
            .getMessage();
    assertTrue(message.contains("agrees to 4.48 digits"), message);
    assertThrows(AssertionFailedError.class, () -> Agreement.seen().hold(row("")));
  }

  private static Agreement.Row row(String digits) {
    return new Agreement.Row("stats.X", "a case", "somebody", "", digits, "stats.XTest.agrees");
  }
}
