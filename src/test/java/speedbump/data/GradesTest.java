package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;

/** What may decide a verdict (grades P and M) and what may only illustrate it (S). */
class GradesTest {
  private static final Catalog CATALOG = Catalog.shared();

  /**
   * Aggregates of our own over one publisher's table, and rules quoted by their official number.
   */
  private static final List<String> UNGRADED =
      List.of("ai/arena_best_by_date", "controls/federal_register_documents");

  private static boolean graded(Resource resource) {
    return resource.fields().stream().anyMatch(field -> field.name().equals("grade"));
  }

  @Test
  void everyTableOfCitedFiguresIsGraded() {
    for (Resource resource : CATALOG.resources()) {
      boolean facts = resource.licences().stream().anyMatch(one -> one.name().equals("facts"));
      if (facts && !UNGRADED.contains(resource.name())) {
        assertTrue(graded(resource), resource.name() + " has no grade");
      }
    }
  }

  @Test
  void everyGradeIsOneOfThree() {
    int tables = 0;
    for (Resource resource : CATALOG.resources()) {
      if (graded(resource) && !resource.name().startsWith("claims/")) {
        tables++;
        for (String grade : CATALOG.table(resource.name()).stringColumn("grade")) {
          assertTrue(List.of("P", "M", "S").contains(grade), resource.name() + ": " + grade);
        }
      }
    }
    assertTrue(tables > 20, "only " + tables + " graded tables");
  }

  /** Published benchmarks by claim: how many rows may decide, how many illustrate. */
  @Test
  void whatDecidesAndWhatIllustratesByClaim() {
    Map<String, int[]> rows = new TreeMap<>();
    for (Row row : CATALOG.table("published/benchmarks")) {
      for (String claim : row.getString("claims").split(";")) {
        int[] counts = rows.computeIfAbsent(claim.strip(), c -> new int[2]);
        counts[row.getString("grade").equals("S") ? 1 : 0]++;
      }
    }
    StringBuilder board = new StringBuilder();
    rows.forEach(
        (claim, n) -> board.append("%s: %d decide, %d illustrate\n".formatted(claim, n[0], n[1])));
    assertEquals(EXPECTED, board.toString());
  }

  private static final String EXPECTED =
      """
      1: 6 decide, 1 illustrate
      10: 0 decide, 4 illustrate
      11: 0 decide, 4 illustrate
      12: 1 decide, 2 illustrate
      2: 2 decide, 11 illustrate
      3: 2 decide, 0 illustrate
      5: 8 decide, 4 illustrate
      6: 0 decide, 10 illustrate
      7: 7 decide, 0 illustrate
      8: 3 decide, 4 illustrate
      9: 4 decide, 8 illustrate
      practice: 1 decide, 0 illustrate
      """;
}
