package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.stats.LeastSquares;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The tables on AI chips, controls, the chip industry, the chip supply chain and published figures:
 * traps of their sources, parts against totals, and figures that two sources share.
 */
class ControlsChipsTablesTest {
  private static Table table(String name) {
    return Catalog.shared().table(name);
  }

  private static List<Row> rows(String name, Predicate<Row> wanted) {
    Table table = table(name);
    // the table's own iterator hands out one row again and again
    return IntStream.range(0, table.rowCount())
        .mapToObj(table::row)
        .filter(wanted)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Row one(String name, Predicate<Row> wanted) {
    List<Row> rows = rows(name, wanted);
    assertEquals(1, rows.size(), name);
    return rows.get(0);
  }

  private static boolean is(Row row, String column, String value) {
    return row.getString(column).equals(value);
  }

  private static double figure(String name, String series, String entity, String period) {
    return one(
            name,
            row ->
                is(row, "series", series) && is(row, "entity", entity) && is(row, "period", period))
        .getDouble("value");
  }

  // --- ai/ ---

  /**
   * The publisher's own program: log10 FLOP on days, a kink on 1 October 2021 in China, slopes a
   * year of 365 days. The points are printed with seven digits.
   */
  @Test
  void thePointsOfTheComputeTrendGiveThePublishedSlopes() {
    Table points = table("ai/compute_trend_points");
    assertEquals(109, points.rowCount());
    List<Row> china = rows("ai/compute_trend_points", row -> is(row, "category", "china"));
    List<Row> elsewhere = rows("ai/compute_trend_points", row -> is(row, "category", "elsewhere"));
    assertEquals(List.of(49, 60), List.of(china.size(), elsewhere.size()));
    double[] simple = slopes(elsewhere);
    assertEquals(published("compute_trend_slope", "Non-China, simple"), simple[1], 1e-6);
    double[] kinked = slopes(china, LocalDate.of(2021, 10, 1));
    assertEquals(published("compute_trend_slope_before_kink", "China, one kink"), kinked[1], 1e-6);
    assertEquals(
        published("compute_trend_slope_after_kink", "China, one kink"),
        kinked[1] + kinked[2],
        1e-6);
  }

  private static double published(String series, String entity) {
    return one(
            "published/ai_lag_estimates",
            row -> is(row, "series", series) && is(row, "entity", entity))
        .getDouble("value");
  }

  private static double[] slopes(List<Row> points, LocalDate... kinks) {
    double[] y =
        points.stream()
            .mapToDouble(row -> Math.log10(row.getDouble("training_compute_flop")))
            .toArray();
    double[][] x =
        points.stream()
            .map(row -> row.getDate("publication_date"))
            .map(
                date ->
                    Stream.concat(
                            Stream.of(1.0, years(LocalDate.of(2018, 1, 1), date)),
                            Arrays.stream(kinks).map(kink -> Math.max(0, years(kink, date))))
                        .mapToDouble(Double::doubleValue)
                        .toArray())
            .toArray(double[][]::new);
    return LeastSquares.fit(y, x).coefficients();
  }

  private static double years(LocalDate from, LocalDate to) {
    return (to.toEpochDay() - from.toEpochDay()) / 365.0;
  }

  @Test
  void chipCountsAreReadByNameAndByMonthDayYear() {
    Table counts = table("ai/chip_counts");
    for (Row row : counts) {
      // the order of median and percentiles differs between the source's files
      assertTrue(row.getDouble("low5") <= row.getDouble("median"), row.toString());
      assertTrue(row.getDouble("median") <= row.getDouble("high95"), row.toString());
      LocalDate last = row.getDate("last_day");
      assertEquals(0, last.getMonthValue() % 3, "a quarter ends in " + last);
      assertEquals(YearMonth.from(last).atEndOfMonth(), last);
      if (is(row, "span", "quarter")) {
        assertEquals(last.minusMonths(2).withDayOfMonth(1), row.getDate("first_day"));
      } else {
        assertEquals(1, row.getDate("first_day").getDayOfYear());
      }
      assertTrue(
          !row.getBoolean("incomplete") || last.equals(LocalDate.of(2026, 3, 31)), row.toString());
    }
    assertEquals(LocalDate.of(2022, 1, 1), counts.dateColumn("first_day").min());
  }

  /** "1 million H20 chips" by Bloomberg for the same year: the model's own digits are exact. */
  @Test
  void h20OfChinaIn2024AddToTheKnownSum() {
    double h20 =
        rows(
                "ai/chip_counts",
                row ->
                    is(row, "owner", "China")
                        && is(row, "chip", "H20")
                        && is(row, "span", "quarter")
                        && is(row, "measure", "units")
                        && row.getDate("last_day").getYear() == 2024)
            .stream()
            .mapToDouble(row -> row.getDouble("median"))
            .sum();
    assertEquals(958_410, h20);
    double bloomberg = 1e6 * figure("ai/cited_figures", "h20_sales", "Nvidia H20, China", "2024");
    assertEquals(1, h20 / bloomberg, 0.05, "the press gives one digit");
  }

  /**
   * Medians of a sum are not sums of medians, so quarters add to the cumulated figure, and kinds of
   * chips to the total, within 2.5 % only (largest gap 2.3 %: A100 of Oracle).
   */
  @Test
  void quartersAddToCumulatedCountsAndKindsToTotals() {
    List<Row> units = rows("ai/chip_counts", row -> is(row, "measure", "units"));
    units.sort(Comparator.comparing(row -> row.getDate("last_day")));
    Map<String, Double> running = new HashMap<>();
    Map<String, Double> summed = new HashMap<>();
    for (Row row : units) {
      if (is(row, "span", "quarter")) {
        double sum = running.merge(chips(row), row.getDouble("median"), Double::sum);
        summed.put(chips(row) + row.getDate("last_day"), sum);
      }
    }
    Map<LocalDate, Double> kinds = new TreeMap<>();
    int checked = 0;
    for (Row row : units) {
      Double sum = summed.get(chips(row) + row.getDate("last_day"));
      if (is(row, "span", "cumulative") && sum != null) {
        assertEquals(1, sum / row.getDouble("median"), 0.025, chips(row) + row.getDate("last_day"));
        checked++;
      }
      if (is(row, "span", "cumulative") && is(row, "series", "by_chip")) {
        kinds.merge(row.getDate("last_day"), row.getDouble("median"), Double::sum);
      }
    }
    assertEquals(48 + 179, checked, "every quarter has its cumulated figure");
    assertEquals(17, kinds.size());
    for (Row row : units) {
      if (is(row, "series", "all") && is(row, "designer", "Nvidia")) {
        assertEquals(1, kinds.get(row.getDate("last_day")) / row.getDouble("median"), 0.01);
      }
    }
  }

  private static String chips(Row row) {
    return String.join(
        " ", row.getString("series"), row.getString("owner"), row.getString("chip"), "");
  }

  /** A designer's owners named, with Other, leave out xAI and CoreWeave: less than the total. */
  @Test
  void ownersStayBelowTheTotal() {
    Map<LocalDate, Double> owners = new HashMap<>();
    for (Row row :
        rows(
            "ai/chip_counts",
            r ->
                is(r, "series", "by_owner")
                    && is(r, "designer", "Nvidia")
                    && is(r, "measure", "units"))) {
      owners.merge(row.getDate("last_day"), row.getDouble("median"), Double::sum);
    }
    List<Row> totals =
        rows(
            "ai/chip_counts",
            r ->
                is(r, "series", "all") && is(r, "designer", "Nvidia") && is(r, "measure", "units"));
    assertEquals(17, totals.size());
    for (Row total : totals) {
      double share = owners.get(total.getDate("last_day")) / total.getDouble("median");
      assertTrue(share > 0.9 && share < 1, total.getDate("last_day") + " " + share);
    }
  }

  /** TPP is rate times bit length; the H100's 989 TFLOP/s in 16 bits stand under 989.4. */
  @Test
  void totalProcessingPerformanceIsRateTimesBits() {
    Table chips = table("ai/chip_specifications");
    assertEquals(170, chips.rowCount());
    assertEquals(89, rows("ai/chip_specifications", row -> is(row, "designer", "NVIDIA")).size());
    assertEquals(19, rows("ai/chip_specifications", row -> is(row, "designer", "Huawei")).size());
    Row h100 = one("ai/chip_specifications", row -> is(row, "chip", "NVIDIA H100 SXM5 80GB"));
    assertEquals(
        1,
        16
            * h100.getDouble("tensor_fp16_flop_per_s")
            / h100.getDouble("total_processing_performance_bit_op_per_s"),
        1e-3);
    for (Row row :
        rows("ai/chip_specifications", r -> r.getString("chip").matches(".*[AH]800.*"))) {
      assertTrue(row.isMissing("intranode_bandwidth_byte_per_s"), row.getString("chip"));
    }
    assertEquals(
        Set.of("NVIDIA A800 SXM", "Huawei Ascend 910B"),
        new HashSet<>(
            rows("ai/chip_specifications", r -> !r.isMissing("release_date_doubt")).stream()
                .map(r -> r.getString("chip"))
                .toList()));
    assertEquals(11, chips.dateColumn("release_date").countMissing());
  }

  @Test
  void everyChineseClusterIsAnonymised() {
    Table clusters = table("ai/gpu_clusters");
    assertEquals(786, clusters.rowCount());
    assertEquals(609, rows("ai/gpu_clusters", row -> is(row, "status", "existing")).size());
    assertEquals(171, rows("ai/gpu_clusters", row -> is(row, "status", "planned")).size());
    assertEquals(85, clusters.stringColumn("country").countMissing());
    List<Row> anonymised = rows("ai/gpu_clusters", row -> row.getBoolean("anonymised"));
    assertEquals(257, anonymised.size());
    assertEquals(
        190, anonymised.stream().filter(row -> row.getBoolean("in_standard_analysis")).count());
    assertEquals(253, rows("ai/gpu_clusters", row -> is(row, "country", "CHN")).size());
    for (Row row :
        rows("ai/gpu_clusters", r -> Set.of("CHN", "HKG").contains(r.getString("country")))) {
      assertTrue(row.getBoolean("anonymised"), row.getString("name"));
    }
  }

  @Test
  void aBoundBehindAUnitIsACode() {
    Row dies =
        one(
            "ai/cited_figures",
            row -> is(row, "entity", "Ascend, all") && is(row, "period", "2026"));
    assertEquals("dies", dies.getString("unit"));
    assertEquals("at_most", dies.getString("value_code"));
    for (Row row : table("ai/cited_figures")) {
      assertFalse(
          row.getString("unit")
              .matches(
                  ".*\\((at least|more than|less than|as many as|as high"
                      + " as|above|almost|about|approx.*|just under)\\)"),
          row.getString("unit"));
    }
  }

  /** The yearly figures are rounded to thousands: 0.3 % of China's installations at most. */
  @Test
  void robotSharesAgreeWithTheReleaseAndTheYearlyTableStaysOut() {
    for (String year : List.of("2022", "2023")) {
      double china = robots("robot_installations", "China", year);
      double world = robots("robot_installations", "World", year);
      assertEquals(100 * china / world, robots("robot_installations_share", "China", year), 0.2);
    }
    List<Row> rounded =
        rows("ai/cited_figures", row -> is(row, "series", "robot_installations_rounded"));
    assertEquals(6, rounded.size());
    rounded.forEach(row -> assertEquals("2023", row.getString("period")));
  }

  private static double robots(String series, String entity, String year) {
    return figure("ai/cited_figures", series, entity, year);
  }

  @Test
  void robotDensityOnTheOldBaseIsMarked() {
    for (Row row :
        rows(
            "ai/cited_figures",
            r -> is(r, "series", "robot_density") && is(r, "entity", "China"))) {
      assertEquals(
          row.getInt("year") < 2022,
          row.getString("flag").contains("OLD_BASE"),
          row.getString("period"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "robot_stock, World, 2023, M", // a release of the federation, no flag
    "robot_stock, World, 2024, S", // a weak page
    "derivatives, Qwen, 2026-08, P",
    "ascend_production_plan, Ascend 910C, 2026, S",
    "private_ai_investment, United States, 2025, M",
  })
  void citedFiguresAreGraded(String series, String entity, String period, String grade) {
    Row row =
        one(
            "ai/cited_figures",
            r -> is(r, "series", series) && is(r, "entity", entity) && is(r, "period", period));
    assertEquals(grade, row.getString("grade"));
  }

  @Test
  void aSpanTakesItsLastYear() {
    assertEquals(
        2025,
        one("ai/cited_figures", row -> is(row, "series", "ascend_dies_from_tsmc")).getInt("year"));
    assertEquals(
        2024,
        one("chips/firms_by_year", row -> is(row, "series", "R&D cumulative ten years"))
            .getInt("year"));
  }

  // --- controls/ ---

  @Test
  void aQuestionMarkIsNoNumberAndZeroIsNotMissing() {
    Map<String, Integer> codes = new TreeMap<>();
    for (Row row : table("controls/federal_register_documents")) {
      String code = row.getString("china_entries_added_code");
      codes.merge(code, 1, Integer::sum);
      assertEquals(
          Set.of("not_split", "none_added").contains(code),
          row.isMissing("china_entries_added"),
          row.getString("id"));
    }
    assertEquals(Map.of("stated", 39, "secondary", 6, "not_split", 17, "none_added", 110), codes);
    assertEquals(
        6,
        rows(
                "controls/federal_register_documents",
                row ->
                    !row.isMissing("china_entries_added") && row.getInt("china_entries_added") == 0)
            .size());
  }

  @Test
  void nothingWasFilledInWhereADocumentWasNotRead() {
    assertEquals(172, table("controls/federal_register_documents").rowCount());
    assertEquals(
        18,
        table("controls/federal_register_documents")
            .stringColumn("document_number")
            .countMissing());
    assertEquals(
        14,
        rows(
                "controls/federal_register_documents",
                row -> row.isMissing("title") && row.isMissing("abstract"))
            .size());
    for (Row row : table("controls/federal_register_documents")) {
      assertTrue(
          row.getString("id")
              .startsWith(
                  row.isMissing("document_number")
                      ? row.getDate("date").toString()
                      : row.getString("document_number")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2018, 29",
    "2019, 85",
    "2020, 147",
    "2021, 82",
    "2022, 68",
    "2023, 154",
    "2024, 264",
    "2025, 130",
    "2026, 0"
  })
  void entriesAddUpByYear(int year, int entries) {
    assertEquals(entries, firstCited(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
  }

  @Test
  void theListOfJuly2026IsWhole() {
    assertEquals(
        1106,
        table("controls/entity_list_by_citation").intColumn("china_entries_first_cited").sum());
    assertEquals(147, firstCited(LocalDate.of(1990, 1, 1), LocalDate.of(2017, 12, 31)));
    for (Row row : table("controls/entity_list_by_citation")) {
      assertTrue(
          row.getInt("china_entries_first_cited")
              <= row.getInt("china_entries_citing_any_position"),
          row.getString("citation"));
      assertEquals(row.getDate("date").getYear(), row.getInt("year"));
    }
  }

  private static int firstCited(LocalDate first, LocalDate last) {
    return rows(
            "controls/entity_list_by_citation",
            row -> !row.getDate("date").isBefore(first) && !row.getDate("date").isAfter(last))
        .stream()
        .mapToInt(row -> row.getInt("china_entries_first_cited"))
        .sum();
  }

  /** CNAS counts persons, the list entries, of which a few have been removed since. */
  @Test
  void entriesAgreeWithAnIndependentCount() {
    assertEquals(
        cnas("2017-01..2021-01"),
        firstCited(LocalDate.of(2017, 1, 20), LocalDate.of(2021, 1, 20)),
        4);
    assertEquals(
        cnas("2021-01..2024-08-30"),
        firstCited(LocalDate.of(2021, 1, 20), LocalDate.of(2024, 8, 30)),
        0);
    assertEquals(cnas("2024"), firstCited(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)), 1);
  }

  private static int cnas(String period) {
    return one(
            "controls/entity_list_counts",
            row ->
                is(row, "series", "Chinese persons added to Entity List")
                    && is(row, "period", period))
        .getInt("value");
  }

  /** Two readings of one rule since 2021: the text's number, and what the list still holds. */
  @Test
  void statedCountsAgreeWithTheList() {
    List<Row> both =
        rows(
            "controls/federal_register_documents",
            row ->
                Set.of("stated", "secondary").contains(row.getString("china_entries_added_code"))
                    && row.getDate("date").getYear() >= 2021
                    && !row.isMissing("china_entries_in_list_2026_07")
                    && row.getInt("china_entries_added") > 0);
    assertEquals(29, both.size());
    List<Integer> gaps =
        both.stream()
            .map(
                row ->
                    Math.abs(
                        row.getInt("china_entries_added")
                            - row.getInt("china_entries_in_list_2026_07")))
            .toList();
    assertEquals(26, gaps.stream().filter(gap -> gap == 0).count());
    assertEquals(3, gaps.stream().filter(gap -> gap == 1).count());
  }

  @Test
  void monthsHoldWhatTheDocumentsAndTheListHold() {
    Map<YearMonth, Integer> documents = new HashMap<>();
    Map<YearMonth, Integer> ofDocuments = new HashMap<>();
    for (Row row : table("controls/federal_register_documents")) {
      YearMonth month = YearMonth.from(row.getDate("date"));
      documents.merge(month, 1, Integer::sum);
      ofDocuments.merge(
          month,
          row.isMissing("china_entries_in_list_2026_07")
              ? 0
              : row.getInt("china_entries_in_list_2026_07"),
          Integer::sum);
    }
    Map<YearMonth, Integer> entries = new HashMap<>();
    for (Row row : table("controls/entity_list_by_citation")) {
      entries.merge(
          YearMonth.from(row.getDate("date")),
          row.getInt("china_entries_first_cited"),
          Integer::sum);
    }
    Table months = table("controls/coverage_by_month");
    assertEquals(107, months.rowCount());
    assertEquals(LocalDate.of(2026, 11, 1), months.dateColumn("month").max());
    for (Row row : months) {
      YearMonth month = YearMonth.from(row.getDate("month"));
      assertEquals(documents.getOrDefault(month, 0), row.getInt("documents"), month.toString());
      assertEquals(
          entries.getOrDefault(month, 0),
          row.getInt("china_entries_first_cited"),
          month.toString());
      assertEquals(
          entries.getOrDefault(month, 0), ofDocuments.getOrDefault(month, 0), month.toString());
    }
    assertEquals(172, months.intColumn("documents").sum());
  }

  @Test
  void everyDocumentIsCodedTwiceWithCodesOfTheBook() {
    Set<String> ids =
        new HashSet<>(table("controls/federal_register_documents").stringColumn("id").asList());
    for (String coder : List.of("A", "B")) {
      List<Row> codings = rows("controls/rule_codings", row -> is(row, "coder", coder));
      assertEquals(ids, new HashSet<>(codings.stream().map(row -> row.getString("id")).toList()));
      assertEquals(
          114, codings.stream().filter(row -> is(row, "fields", "none_stated")).count(), coder);
      for (String column : List.of("relevance", "direction", "scope", "fields")) {
        for (Row row : codings) {
          assertTrue(
              codes("rules", column).containsAll(List.of(row.getString(column).split(";"))),
              row.getString("id") + " " + column);
        }
      }
    }
    Set<String> unread =
        new HashSet<>(
            rows(
                    "controls/federal_register_documents",
                    row -> row.isMissing("title") && row.isMissing("abstract"))
                .stream()
                .map(row -> row.getString("id"))
                .toList());
    for (Row row : rows("controls/rule_codings", r -> unread.contains(r.getString("id")))) {
      assertTrue(row.isMissing("words"), row.getString("id"));
      assertNotEquals(3, row.getInt("confidence"), row.getString("id"));
    }
  }

  /** Where a month is called complete, nothing can be believed missing in it. */
  @Test
  void whatIsBelievedMissingFallsInMonthsThatAreNotComplete() {
    Set<String> kinds =
        new HashSet<>(table("controls/federal_register_documents").stringColumn("kind").asList());
    for (Row missing : table("controls/believed_missing")) {
      assertTrue(kinds.contains(missing.getString("kind")), missing.getString("kind"));
      List<Row> months =
          rows(
              "controls/coverage_by_month",
              row ->
                  !row.getDate("month").isBefore(missing.getDate("first_month"))
                      && !row.getDate("month").isAfter(missing.getDate("last_month")));
      assertTrue(months.stream().anyMatch(row -> is(row, "coverage", "entity_list_only")));
    }
  }

  private static Set<String> codes(String coding, String column) {
    return new HashSet<>(
        rows("controls/coding_codes", row -> is(row, "coding", coding) && is(row, "column", column))
            .stream()
            .map(row -> row.getString("code"))
            .toList());
  }

  @Test
  void everyPassageIsShortAndCodedTwice() {
    Table aims = table("controls/official_aims");
    assertEquals(70, aims.rowCount());
    for (Row row : aims) {
      assertTrue(row.getString("passage").split(" ").length <= 60, row.getString("id"));
      assertEquals(
          is(row, "date_precision", "month"), Set.of("A55", "A56").contains(row.getString("id")));
      assertFalse(row.getBoolean("weak_page") && !is(row, "grade", "S"), row.getString("id"));
    }
    Set<String> ids = new HashSet<>(aims.stringColumn("id").asList());
    for (String coder : List.of("A", "B")) {
      List<Row> codings = rows("controls/aim_codings", row -> is(row, "coder", coder));
      assertEquals(ids, new HashSet<>(codings.stream().map(row -> row.getString("id")).toList()));
      for (Row row : codings) {
        List<String> all = List.of(row.getString("all_aims").split(";"));
        assertTrue(all.contains(row.getString("primary_aim")), row.getString("id"));
        assertTrue(codes("aims", "primary_aim").containsAll(all));
        assertFalse(
            row.getBoolean("means_only") && !is(row, "primary_aim", "f"), row.getString("id"));
      }
      assertEquals(5, codings.stream().filter(row -> row.getBoolean("means_only")).count());
    }
  }

  @Test
  void aBillIsNoControlAndTheOctoberRulesHaveTheirReleaseDates() {
    Table events = table("controls/control_events");
    assertEquals(37, events.rowCount());
    assertEquals(13, rows("controls/control_events", row -> row.getBoolean("ai_chips")).size());
    assertEquals(
        "bill",
        one("controls/control_events", row -> row.getString("event").startsWith("Senate"))
            .getString("kind"));
    assertEquals(
        LocalDate.of(2022, 10, 7),
        one("controls/control_events", row -> is(row, "label", "October 7 rule")).getDate("date"));
    assertEquals(
        LocalDate.of(2023, 10, 17),
        one("controls/control_events", row -> is(row, "label", "October 2023 rule"))
            .getDate("date"));
    for (Row row : events) {
      assertEquals(
          is(row, "country", "USA"),
          Set.of("tightening", "loosening", "tariff", "bill").contains(row.getString("kind")),
          row.getString("label"));
    }
    assertEquals(
        "counter_measure_suspended",
        one("controls/control_events", row -> row.getString("event").startsWith("Rare earth"))
            .getString("kind"));
  }

  /** Events that are rules stand in the Federal Register table on the same or the release day. */
  @Test
  void eventsOfTheFederalRegisterAreAmongItsDocuments() {
    Set<String> numbers =
        new HashSet<>(
            table("controls/federal_register_documents").stringColumn("document_number").asList());
    List<Row> primary = rows("controls/control_events", row -> is(row, "grade", "P"));
    assertEquals(11, primary.size());
    for (Row row : primary) {
      for (String number :
          row.getString("source_title").replace("Federal Register ", "").split(", ")) {
        assertTrue(numbers.contains(number), number);
      }
    }
  }

  @Test
  void publishedCountsOfThreeKindsStayApart() {
    for (Row row : table("controls/entity_list_counts")) {
      assertFalse(
          row.getString("series").contains("BIS Entity List (one rule)"), row.getString("period"));
      assertEquals(
          row.getString("unit").equals("persons") && !is(row, "basis", "stock"),
          is(row, "basis", "additions_in_period"));
    }
    assertEquals(
        List.of(218, 787),
        Stream.of("2018", "2023")
            .map(
                period ->
                    one(
                            "controls/entity_list_counts",
                            row ->
                                is(row, "series", "Chinese entities on the Entity List (stock)")
                                    && is(row, "period", period))
                        .getInt("value"))
            .toList());
  }

  // --- chips/ ---

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chips/firms_by_year",
        "chips/equipment_billings",
        "chips/supplier_china_revenue",
        "chips/ic_output_and_trade",
        "chips/sales_and_capacity"
      })
  void aYearlySeriesHoldsYearsAlone(String name) {
    List<Row> years = rows(name, row -> is(row, "period_type", "year"));
    assertFalse(years.isEmpty());
    years.forEach(
        row -> assertEquals(Integer.toString(row.getInt("year")), row.getString("period")));
    for (Row row : rows(name, r -> !is(r, "period_type", "year"))) {
      assertFalse(row.getString("period").matches("20[0-9]{2}"), row.getString("period"));
    }
  }

  /** The publisher rounds to 0.01 bn in 2019 and 2020, to 0.1 bn in 2024: eight figures, 0.4. */
  @ParameterizedTest
  @CsvSource({"2019, 0.04", "2020, 0.04", "2024, 0.4"})
  void equipmentRegionsAddToTheWorld(String year, double tolerance) {
    double regions = 0;
    for (String country : List.of("CHN", "KOR", "TWN", "ROW")) {
      regions += billings(country, year);
    }
    assertEquals(billings("WLD", year), regions, tolerance);
  }

  private static double billings(String country, String year) {
    return one(
            "chips/equipment_billings",
            row ->
                is(row, "series", "semiconductor equipment billings")
                    && is(row, "country", country)
                    && is(row, "period", year))
        .getDouble("value_usd_bn");
  }

  @Test
  void equipmentOfChinaIn2022IsMissingAndForecastsAreApart() {
    assertTrue(
        rows(
                "chips/equipment_billings",
                row -> is(row, "country", "CHN") && is(row, "period", "2022"))
            .isEmpty());
    for (Row row : table("chips/equipment_billings")) {
      assertEquals(
          is(row, "flag", "FORECAST"),
          row.getString("series").contains("forecast"),
          row.getString("series"));
    }
    assertEquals(49.6, billings("CHN", "2024"));
    // a sum of some regions is no sum
    assertEquals(
        3,
        rows("chips/equipment_billings", row -> is(row, "country", "ROW")).size(),
        "2019, 2020, 2024");
  }

  @Test
  void companiesAgreeWithThemselves() {
    String firms = "chips/firms_by_year";
    // growth of 16.2 percent, as the company's release has it
    assertEquals(
        1.162,
        figure(firms, "revenue", "SMIC", "2025") / figure(firms, "revenue", "SMIC", "2024"),
        0.0005);
    assertEquals(
        "unaudited",
        one(
                firms,
                row ->
                    is(row, "series", "revenue")
                        && is(row, "entity", "SMIC")
                        && is(row, "period", "2025"))
            .getString("value_code"));
    String suppliers = "chips/supplier_china_revenue";
    assertEquals(
        figure(suppliers, "China share of sales", "ASML", "2023"),
        100
            * figure(suppliers, "net sales to China", "ASML", "2023")
            / figure(suppliers, "net sales total", "ASML", "2023"),
        0.05);
  }

  @Test
  void overlappingAndDerivedCompanyFiguresStayOut() {
    for (Row row : table("chips/firms_by_year")) {
      assertFalse(row.getString("period").contains("TTM"), row.getString("period"));
      assertNotEquals("DERIVED", row.getString("flag"));
    }
    assertEquals(
        5,
        rows(
                "chips/firms_by_year",
                row -> is(row, "entity", "NAURA") && is(row, "series", "revenue"))
            .size());
    // dollars and yuan of one year are two rows
    assertEquals(
        2,
        rows(
                "chips/firms_by_year",
                row ->
                    is(row, "entity", "SMIC")
                        && is(row, "series", "revenue")
                        && is(row, "period", "2020"))
            .size());
  }

  /**
   * Imports of 2024 grew by 10.4 percent, as customs says; the base was revised by less than 1 %.
   */
  @Test
  void importsOf2024FitTheirGrowth() {
    double before = trade("2023");
    assertEquals(1, trade("2024") / 1.104 / before, 0.01);
  }

  private static double trade(String year) {
    return one(
            "chips/ic_output_and_trade",
            row ->
                is(row, "series", "IC imports value")
                    && is(row, "unit", "USD billion")
                    && is(row, "period", year))
        .getDouble("value");
  }

  /** Four regions, each rounded to 0.1 bn. */
  @Test
  void salesOfRegionsAddToTheRevisedWorld() {
    double regions = 0;
    for (String region : List.of("Americas", "Europe", "Japan", "Asia Pacific incl. China")) {
      regions += sales(region);
    }
    assertEquals(sales("World"), regions, 0.2);
    assertEquals(630.5, sales("World"));
  }

  private static double sales(String region) {
    return one(
            "chips/sales_and_capacity",
            row ->
                is(row, "series", "semiconductor sales (WSTS/SIA)")
                    && is(row, "region", region)
                    && is(row, "period", "2024"))
        .getDouble("value");
  }

  @Test
  void timelinesAreIntervalsOfWholeMonths() {
    for (String name : List.of("chips/node_timeline", "chips/memory_timeline")) {
      for (Row row : table(name)) {
        assertFalse(
            row.getDate("latest_month").isBefore(row.getDate("earliest_month")), row.toString());
        assertEquals(1, row.getDate("earliest_month").getDayOfMonth());
        assertEquals(1, row.getDate("latest_month").getDayOfMonth());
      }
    }
    Row smic28 =
        one("chips/node_timeline", row -> is(row, "maker", "SMIC") && row.getInt("node_nm") == 28);
    assertEquals(LocalDate.of(2015, 7, 1), smic28.getDate("earliest_month"));
    assertEquals(LocalDate.of(2015, 9, 1), smic28.getDate("latest_month"));
    assertEquals(
        2,
        rows("chips/node_timeline", row -> is(row, "maker", "SMIC") && row.getInt("node_nm") == 7)
            .size());
    assertEquals(
        List.of("S"), table("chips/node_timeline").stringColumn("grade").unique().asList());
  }

  @Test
  void definitionsOfSelfSufficiencyDoNotMix() {
    Table shares = table("chips/self_sufficiency");
    assertTrue(shares.doubleColumn("share_of_china_ic_market").max() <= 0.7);
    assertEquals(
        6,
        rows(
                "chips/self_sufficiency",
                row -> is(row, "definition", "made_in_china") && is(row, "kind", "estimate"))
            .size());
    assertEquals(
        3,
        rows(
                "chips/self_sufficiency",
                row -> is(row, "definition", "made_by_china_headquartered_firms"))
            .size());
    for (Row row : shares) {
      assertEquals(is(row, "kind", "forecast"), !row.isMissing("forecast_made_in"));
      assertEquals(is(row, "kind", "estimate"), row.getInt("year") <= 2021);
    }
    // the other literature gives one of them
    Row cited = one("published/benchmarks", row -> is(row, "series", "IC self-sufficiency"));
    Row own =
        one(
            "chips/self_sufficiency",
            row -> is(row, "definition", "made_in_china") && row.getInt("year") == 2019);
    assertEquals(cited.getDouble("value") / 100, own.getDouble("share_of_china_ic_market"), 1e-12);
  }

  // --- noncommercial/ ---

  private static List<Row> vintage(String name, String vintage, Predicate<Row> wanted) {
    return rows(
        "noncommercial/" + name,
        row -> row.getDate("vintage").toString().equals(vintage) && wanted.test(row));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-12-16, 79, 62, 31, 294, 249, 390, 20",
    "2025-07-09, 126, 54, 86, 393, 561, 723, 21",
    "2026-08-12, 126, 53, 86, 396, 559, 720, 21",
  })
  void theSupplyChainIsWhole(
      String vintage,
      int inputs,
      int flows,
      int types,
      int providers,
      int countryShares,
      int firmShares,
      int stageShares) {
    assertEquals(inputs, vintage("chip_inputs", vintage, row -> true).size());
    assertEquals(
        flows, vintage("chip_edges", vintage, row -> is(row, "relation", "goes_into")).size());
    assertEquals(
        types, vintage("chip_edges", vintage, row -> is(row, "relation", "is_type_of")).size());
    // aliases repeat a provider_id from 2025 on
    assertEquals(providers, vintage("chip_providers", vintage, row -> true).size());
    assertEquals(countryShares, vintage("chip_country_shares", vintage, row -> true).size());
    // in 2022 the pair P57, S3 comes twice
    assertEquals(firmShares, vintage("chip_firm_shares", vintage, row -> true).size());
    assertEquals(stageShares, vintage("chip_stage_shares", vintage, row -> true).size());
  }

  @Test
  void edgesAndSharesNameKnownInputsAndProviders() {
    Set<String> known = new HashSet<>();
    for (Row row : table("noncommercial/chip_inputs")) {
      known.add(row.getDate("vintage") + row.getString("input_id"));
    }
    for (Row row : table("noncommercial/chip_providers")) {
      known.add(row.getDate("vintage") + row.getString("provider_id"));
    }
    for (Row row : table("noncommercial/chip_edges")) {
      assertTrue(
          known.contains(row.getDate("vintage") + row.getString("input_id")), row.toString());
      assertTrue(
          known.contains(row.getDate("vintage") + row.getString("target_id")), row.toString());
    }
    int unlisted = 0;
    for (Row row : table("noncommercial/chip_firm_shares")) {
      assertTrue(
          known.contains(row.getDate("vintage") + row.getString("provider_id")), row.toString());
      if (row.getString("provided_id").startsWith("N")
          && !known.contains(row.getDate("vintage") + row.getString("provided_id"))) {
        assertEquals("2025-07-09 N68", row.getDate("vintage") + " " + row.getString("provided_id"));
        unlisted++;
      }
    }
    for (Row row : table("noncommercial/chip_country_shares")) {
      if (!known.contains(row.getDate("vintage") + row.getString("input_id"))) {
        assertEquals("2025-07-09 N68", row.getDate("vintage") + " " + row.getString("input_id"));
        unlisted++;
      }
    }
    assertEquals(8, unlisted);
  }

  /**
   * Shares between 0 and 1 % were rounded up to 1 % in 2022, others to whole percents; later to 0.1
   * %, materials still to whole percents.
   */
  @Test
  void sharesOfCountriesAddToOne() {
    Map<String, Double> sums = new TreeMap<>();
    for (Row row : table("noncommercial/chip_country_shares")) {
      assertEquals(is(row, "share_code", "stated"), !row.isMissing("share"), row.toString());
      if (!row.isMissing("share")) {
        assertTrue(row.getDouble("share") <= 1, row.toString());
        sums.merge(
            row.getDate("vintage") + " " + row.getString("input_id"),
            row.getDouble("share"),
            Double::sum);
      }
    }
    assertEquals(40 + 93 + 93, sums.size());
    sums.forEach(
        (input, sum) ->
            assertTrue(
                sum >= 0.989 && sum <= (input.startsWith("2022") ? 1.041 : 1.021),
                input + " " + sum));
    Map<String, Double> stages = new TreeMap<>();
    for (Row row : table("noncommercial/chip_stage_shares")) {
      stages.merge(
          row.getDate("vintage") + " " + row.getString("stage"),
          row.getDouble("share"),
          Double::sum);
    }
    assertEquals(9, stages.size());
    stages.forEach((stage, sum) -> assertEquals(1, sum, 0.011, stage));
  }

  @Test
  void aShareThatIsNotStatedIsMissing() {
    Map<String, Integer> missing = new TreeMap<>();
    for (String name : List.of("chip_country_shares", "chip_firm_shares")) {
      for (Row row : rows("noncommercial/" + name, r -> r.isMissing("share"))) {
        missing.merge(row.getDate("vintage").toString(), 1, Integer::sum);
      }
    }
    // one fewer than the source's 454: the pair that comes twice has no share
    assertEquals(Map.of("2022-12-16", 453, "2025-07-09", 254, "2026-08-12", 246), missing);
    assertEquals(
        73,
        Stream.of("chip_country_shares", "chip_firm_shares")
            .mapToInt(
                name ->
                    vintage(name, "2022-12-16", row -> is(row, "share_code", "negligible")).size())
            .sum());
  }

  @Test
  void aPercentSignIsNoFactor() {
    Row us2022 =
        vintage(
                "chip_stage_shares",
                "2022-12-16",
                row -> is(row, "stage", "design") && is(row, "country", "USA"))
            .get(0);
    assertEquals(0.61, us2022.getDouble("share"));
    Row us2026 =
        vintage(
                "chip_stage_shares",
                "2026-08-12",
                row -> is(row, "stage", "design") && is(row, "country", "USA"))
            .get(0);
    assertEquals(0.51, us2026.getDouble("share"));
    assertNotEquals(us2022.getString("definition"), us2026.getString("definition"));
  }

  @Test
  void dataYearsInsideAVintageAreTold() {
    assertEquals(Set.of(2019), years("2022-12-16"));
    assertEquals(Set.of(2019, 2022, 2024), years("2025-07-09"));
    assertEquals(Set.of(2019, 2021, 2022, 2025), years("2026-08-12"));
  }

  private static Set<Integer> years(String vintage) {
    return new HashSet<>(
        vintage("chip_country_shares", vintage, row -> true).stream()
            .map(row -> row.getInt("share_year"))
            .toList());
  }

  @Test
  void malaysiaHasOneCode() {
    for (String name : List.of("chip_country_shares", "chip_stage_shares", "chip_providers")) {
      assertFalse(
          table("noncommercial/" + name).stringColumn("country").asList().contains("MAL"), name);
    }
    assertFalse(
        vintage("chip_providers", "2022-12-16", row -> is(row, "country", "MYS")).isEmpty());
  }

  /** Parents contain children: lithography is the leaves below it and resist processing. */
  @Test
  void marketSizesOverlap() {
    assertEquals(
        size("N19"),
        leaves("N19") + size("N32"),
        0.01 * size("N19"),
        "sizes are rounded to three digits");
  }

  private static double leaves(String parent) {
    List<Row> children =
        vintage(
            "chip_edges",
            "2026-08-12",
            row -> is(row, "relation", "is_type_of") && is(row, "target_id", parent));
    return children.isEmpty()
        ? size(parent)
        : children.stream().mapToDouble(row -> leaves(row.getString("input_id"))).sum();
  }

  private static double size(String input) {
    Row row = vintage("chip_inputs", "2026-08-12", r -> is(r, "input_id", input)).get(0);
    return row.isMissing("market_size_usd_m") ? 0 : row.getDouble("market_size_usd_m");
  }

  /** World chip sales of 2022 from two sources: the publisher's is a revision. */
  @Test
  void chipDesignIsTheWorldsChipSales() {
    double sales =
        one(
                "chips/sales_and_capacity",
                row ->
                    is(row, "series", "semiconductor sales (WSTS/SIA)")
                        && is(row, "region", "World")
                        && is(row, "period", "2022"))
            .getDouble("value");
    assertEquals(1000 * sales, size("N0"), 0.002 * size("N0"));
  }

  @Test
  void noncommercialDataStayInTheirFolder() throws IOException {
    for (Resource resource : Catalog.shared().resources()) {
      boolean inside = resource.name().startsWith("noncommercial/");
      boolean noncommercial =
          resource.licences().stream().anyMatch(licence -> licence.name().contains("-NC-"));
      assertEquals(inside, noncommercial, resource.name());
      if (resource.recipe().isPresent()) {
        String recipe =
            Files.readString(Catalog.shared().folder().resolve(resource.recipe().get()));
        assertTrue(inside || !recipe.contains("chips/eto_"), resource.name());
      }
    }
    String licence =
        Files.readString(
            Catalog.shared().folder().resolve("noncommercial/LICENSE-chip-supply-chain.md"));
    assertTrue(licence.contains("Attribution-NonCommercial 4.0"));
  }

  // --- published/ ---

  @ParameterizedTest
  @CsvSource({
    "Huawei revenue, Huawei, 2025, 880, above",
    "5G base stations, all other countries, 2021-07, 400000, below",
    "Robot makers' home share, China, decade before 2023, 28, about",
    "Ascend production forecast, Huawei, 2025, 200000, at_most",
    "Market value loss of US suppliers, United States, to 2023, -130, ''",
    "TFP loss from misallocation, China, not stated, -1.2, ''",
  })
  void aBoundOfAPublishedFigureIsACode(
      String series, String entity, String period, double value, String code) {
    Row row =
        one(
            "published/benchmarks",
            r -> is(r, "series", series) && is(r, "entity", entity) && is(r, "period", period));
    assertEquals(value, row.getDouble("value"));
    assertEquals(code, row.getString("value_code"));
  }

  @Test
  void everyClaimHasPublishedFigures() {
    Table figures = table("published/benchmarks");
    assertEquals(73, figures.rowCount());
    Set<String> claims = new HashSet<>();
    for (Row row : figures) {
      claims.addAll(List.of(row.getString("claims").split(";")));
      assertTrue(
          !row.isMissing("value") || !row.isMissing("low") || !row.isMissing("value_text"),
          row.getString("series"));
      assertFalse(
          row.getString("note").matches("^E[0-9].*|.*\\(E[0-9]+[a-z]?\\).*|.* row\\b.*"),
          row.getString("note"));
    }
    // no figure was found on claim 4; forecasts stand in a ledger of their own
    assertEquals(
        Set.of("1", "2", "3", "5", "6", "7", "8", "9", "10", "11", "12", "practice"), claims);
  }

  @Test
  void aSignWithoutANumberStaysASign() {
    Table effects = table("published/effect_estimates");
    assertEquals(23, effects.rowCount());
    for (Row row : effects) {
      assertEquals(is(row, "unit", "sign"), row.isMissing("value"), row.getString("series"));
      if (!row.isMissing("value")) {
        assertEquals(
            is(row, "sign", "positive"), row.getDouble("value") > 0, row.getString("series"));
      }
    }
    Row suppliers =
        one(
            "published/effect_estimates",
            row -> is(row, "side", "upstream") && is(row, "study_id", "E1"));
    assertEquals("above", suppliers.getString("value_code"));
    // one figure in two tables
    assertEquals(
        one("published/benchmarks", row -> is(row, "series", "Patent effect of 2007 China rule"))
            .getDouble("value"),
        one(
                "published/effect_estimates",
                row -> is(row, "series", "effect on patenting of treated Chinese firms"))
            .getDouble("value"));
  }
}
