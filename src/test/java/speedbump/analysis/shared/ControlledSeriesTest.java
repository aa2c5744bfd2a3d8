package speedbump.analysis.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.analysis.shared.ControlledSeries.Use;
import speedbump.data.Catalog;
import tech.tablesaw.api.Row;

/** The registered table of series against the tables that hold the points. */
class ControlledSeriesTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final List<ControlledSeries> ALL = ControlledSeries.all(CATALOG);

  /** The days that were named for claim 2 before its analysis, and those of memory. */
  private static final List<String> CONTROLS =
      List.of("Huawei listed", "SMIC listed", "October 7 rule", "YMTC listed", "HBM and tools");

  private static ControlledSeries series(String id) {
    return ALL.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void everyCountIsThatOfTheTables() {
    int i = 0;
    for (Row row : CATALOG.table("claims/series")) {
      ControlledSeries series = ALL.get(i++);
      String id = row.getString("series");
      List<Point> points = series.points();
      assertEquals(id, series.id());
      assertEquals(points.size(), row.getInt("points"), id);
      assertEquals(series.pointsBefore(), row.getInt("points_before"), id);
      assertEquals(series.pointsAfter(), row.getInt("points_after"), id);
      assertEquals(across(series), row.getInt("points_across"), id);
      assertEquals(points.get(0).first(), row.getDate("first_point"), id);
      assertEquals(points.get(points.size() - 1).last(), row.getDate("last_point"), id);
    }
    assertEquals(ALL.size(), i);
  }

  /** The points whose period the control parts. */
  private static int across(ControlledSeries series) {
    LocalDate control = series.controlDate();
    return (int)
        series.points().stream()
            .filter(point -> point.first().isBefore(control) && !point.last().isBefore(control))
            .count();
  }

  /** Counted once more without the reader. */
  @Test
  void thePublishedComputePointsAreCountedByHand() {
    int before = 0;
    int after = 0;
    for (Row row : CATALOG.table("ai/compute_trend_points")) {
      if (row.getString("category").equals("china")) {
        if (row.getDate("publication_date").isBefore(LocalDate.of(2022, 10, 7))) {
          before++;
        } else {
          after++;
        }
      }
    }
    ControlledSeries compute = series("training_compute_published");
    assertEquals(before, compute.pointsBefore());
    assertEquals(after, compute.pointsAfter());
    assertEquals(49, before + after);
  }

  @Test
  void recordsRise() {
    List<Point> records = series("capability_index").points();
    for (int i = 1; i < records.size(); i++) {
      assertTrue(records.get(i).value() > records.get(i - 1).value());
    }
  }

  @Test
  void theUseFollowsFromTheCountsByTheRegisteredBounds() {
    Map<String, Double> bounds = new HashMap<>();
    for (Row row : CATALOG.table("claims/definitions")) {
      if (row.getString("proposition").equals("2a")) {
        bounds.put(row.getString("definition"), row.getDouble("value"));
      }
    }
    List<String> fitted = new ArrayList<>();
    int i = 0;
    for (Row row : CATALOG.table("claims/series")) {
      ControlledSeries series = ALL.get(i++);
      boolean enough =
          series.points().size() >= bounds.get("least_points")
              && series.pointsBefore() >= bounds.get("least_points_before_control")
              && series.pointsAfter() >= bounds.get("least_points_after_control");
      boolean dose = series.reason().startsWith("the dose and no outcome");
      Use due = Use.SHOWN;
      if (enough && !dose) {
        due = row.getBoolean("measures_restricted") ? Use.ELIGIBLE : Use.PROXY;
      }
      assertEquals(due, series.use(), series.id());
      if (series.use() != Use.SHOWN) {
        fitted.add(series.id());
      }
    }
    assertEquals(
        List.of(
            "training_compute_published",
            "training_compute_models",
            "chip_exports",
            "semiconductor_patents"),
        fitted);
  }

  @Test
  void everyControlIsAnEventOfTheCollection() {
    Map<String, LocalDate> events = new HashMap<>();
    for (Row row : CATALOG.table("controls/control_events")) {
      events.put(row.getString("label"), row.getDate("date"));
    }
    for (ControlledSeries series : ALL) {
      assertEquals(events.get(series.controlLabel()), series.controlDate(), series.id());
      assertTrue(CONTROLS.contains(series.controlLabel()), series.controlLabel());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01, 2020-12-31, 2020-07-01",
    "2020-12-18, 2020-12-18, 2020-12-18",
    "2020-12-17, 2020-12-18, 2020-12-17",
    "2021-01-01, 2021-12-31, 2021-07-02"
  })
  void aPeriodStandsAtItsMiddle(LocalDate first, LocalDate last, LocalDate middle) {
    assertEquals(middle, new Point(first, last, 1).middle());
  }

  @Test
  void aReversedPeriodIsRefused() {
    LocalDate day = LocalDate.of(2021, 7, 1);
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> new Point(day, day.minusDays(1), 1));
    assertEquals("the period 2021-07-01 to 2021-06-30 is reversed", refused.getMessage());
  }

  /** Counted once more without the reader: Hong Kong alone, China beside another country. */
  @Test
  void aFilterFindsOneCountryAmongMany() {
    ControlledSeries models = series("training_compute_models");
    String table = "ai/models_with_compute_2026_07";
    int first = 0;
    int among = 0;
    for (Row row : CATALOG.table(table)) {
      List<String> countries = List.of(row.getString("countries").split(";"));
      if (row.getBoolean("language") && !row.isMissing("training_compute_flop")) {
        first += row.getString("country").equals("CHN") ? 1 : 0;
        among += countries.contains("CHN") || countries.contains("HKG") ? 1 : 0;
      }
    }
    assertTrue(among > first);
    ControlledSeries one = models.read(CATALOG, table, "country=CHN;language=true");
    ControlledSeries many = models.read(CATALOG, table, "countries~CHN|HKG;language=true");
    assertEquals(models.points(), one.points());
    assertTrue(one.points().size() <= first && many.points().size() <= among);
    assertTrue(many.points().size() > one.points().size());
    assertEquals(models.controlDate(), many.controlDate());
    List<Point> none = models.read(CATALOG, table, "countries~CH").points();
    assertEquals(List.of(), none);
  }

  @Test
  void theFirstPointsAreLeftOut() {
    ControlledSeries models = series("training_compute_models");
    ControlledSeries later = models.withoutFirst(10);
    assertEquals(models.points().subList(10, models.points().size()), later.points());
    assertEquals(models.controlDate(), later.controlDate());
    assertEquals(models.points(), models.withoutFirst(0).points());
  }
}
