package speedbump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Compares figures with published ones, keeps to how many digits they agree, and holds that against
 * what {@code validation/cases.csv} says of the test.
 */
public final class Agreement implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
  /** Digits of a double: what agrees in all of them. */
  private static final int ALL = 15;

  private static final Path LIST = Path.of("src/test/resources/validation/cases.csv");

  private static final ThreadLocal<Agreement> RUNNING = new ThreadLocal<>();

  private double digits = Double.POSITIVE_INFINITY;
  private int asPrinted;

  /**
   * A row of the list.
   *
   * @param estimator the class
   * @param what the data and what is compared
   * @param source who published the answer
   * @param program what computed it; empty where it was printed without a program
   * @param digits significant digits to which every figure agrees; empty where the source prints
   *     few, and all that it prints agree
   * @param test the test, as package, class and method
   */
  record Row(
      String estimator, String what, String source, String program, String digits, String test) {
    private static Row of(String line) {
      // a cell in quotes may hold commas
      List<String> cells = List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
      assertEquals(6, cells.size(), line);
      Function<Integer, String> cell = i -> cells.get(i).replaceAll("^\"|\"$", "");
      return new Row(
          cell.apply(0), cell.apply(1), cell.apply(2), cell.apply(3), cell.apply(4), cell.apply(5));
    }
  }

  static List<Row> rows() {
    try {
      return Files.readAllLines(LIST).stream().skip(1).map(Row::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read when the first case ends. */
  private static final class Listed {
    static final Map<String, Row> ROWS =
        rows().stream()
            .filter(row -> !row.test().isEmpty())
            .collect(Collectors.toMap(Row::test, row -> row));
  }

  static String name(Class<?> type, String method) {
    return type.getName().replace("speedbump.", "").replace('$', '.') + "." + method;
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    RUNNING.set(new Agreement());
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Agreement seen = RUNNING.get();
    RUNNING.remove();
    if (context.getExecutionException().isPresent()) {
      return;
    }
    Method method = context.getRequiredTestMethod();
    String name = name(method.getDeclaringClass(), method.getName());
    Row row = Listed.ROWS.get(name);
    assertTrue(row != null, () -> name + " has no row in " + LIST);
    seen.hold(row);
  }

  /** What the case that runs has compared so far. */
  static Agreement seen() {
    return RUNNING.get();
  }

  /** Fails where fewer digits agreed than the row says, or nothing was compared. */
  void hold(Row row) {
    if (row.digits().isEmpty()) {
      assertTrue(asPrinted > 0, () -> row.test() + " compares nothing with what is printed");
      assertEquals(Double.POSITIVE_INFINITY, digits, row.test() + " compares digits: say how many");
      return;
    }
    assertTrue(Double.isFinite(digits), () -> row.test() + " compares no figure");
    assertTrue(
        digits >= Integer.parseInt(row.digits()),
        () ->
            "%s agrees to %.2f digits, and %s says %s"
                .formatted(row.test(), digits, LIST, row.digits()));
  }

  /**
   * Two figures are the same within a tolerance; to how many digits is kept.
   *
   * @param expected the published figure; of a zero, decimals count
   * @param actual ours
   * @param tolerance the greatest difference
   */
  public static void agree(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance);
    Agreement running = RUNNING.get();
    if (running != null) {
      double error = Math.abs(actual - expected) / (expected == 0 ? 1 : Math.abs(expected));
      running.digits = Math.min(running.digits, error == 0 ? ALL : -Math.log10(error));
    }
  }

  /**
   * The same of several figures.
   *
   * @param expected the published figures
   * @param actual ours
   * @param tolerance the greatest difference
   */
  public static void agree(double[] expected, double[] actual, double tolerance) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      agree(expected[i], actual[i], tolerance);
    }
  }

  /**
   * A figure is, once rounded, the one that a source prints.
   *
   * @param printed as the source prints it, its last zeros included
   * @param actual ours
   */
  public static void agreeAsPrinted(String printed, double actual) {
    BigDecimal expected = new BigDecimal(printed);
    assertEquals(
        expected, new BigDecimal(actual).setScale(expected.scale(), RoundingMode.HALF_EVEN));
    if (RUNNING.get() != null) {
      RUNNING.get().asPrinted++;
    }
  }
}
