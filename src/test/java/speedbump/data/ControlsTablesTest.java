package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.data.TableAssert.that;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;

/** The tables of controls: two counts of one thing, and codings against their code book. */
class ControlsTablesTest {
  private static final String DOCUMENTS = "controls/federal_register_documents";
  private static final String CITATIONS = "controls/entity_list_by_citation";
  private static final String MONTHS = "controls/coverage_by_month";
  private static final String EVENTS = "controls/control_events";
  private static final String AIMS = "controls/official_aims";

  private static Predicate<Row> iff(Predicate<Row> one, Predicate<Row> other) {
    return row -> one.test(row) == other.test(row);
  }

  private static Predicate<Row> is(String column, String... values) {
    return row -> Set.of(values).contains(row.getString(column));
  }

  private static Predicate<Row> missing(String column) {
    return row -> row.isMissing(column);
  }

  @Test
  void aQuestionMarkIsNoNumber() {
    that(DOCUMENTS)
        .each(
            "a number unless the code says why not",
            iff(
                is("china_entries_added_code", "not_split", "none_added"),
                missing("china_entries_added")));
  }

  @Test
  void aDocumentIsNamedByItsNumberElseByItsDay() {
    that(DOCUMENTS)
        .each(
            "id",
            row ->
                row.getString("id")
                    .startsWith(
                        row.isMissing("document_number")
                            ? row.getDate("date").toString()
                            : row.getString("document_number")));
  }

  @Test
  void citationsHaveTheirYear() {
    that(CITATIONS)
        .each("year", row -> row.getDate("date").getYear() == row.getInt("year"))
        .ascending("china_entries_first_cited", "china_entries_citing_any_position");
  }

  /** CNAS counts persons, the list entries, of which a few have been removed since. */
  @Test
  void entriesAgreeWithAnIndependentCount() {
    assertEquals(cnas("2017-01..2021-01"), firstCited("2017-01-20", "2021-01-21"), 4);
    assertEquals(cnas("2021-01..2024-08-30"), firstCited("2021-01-20", "2024-08-31"), 0);
    assertEquals(cnas("2024"), firstCited("2024-01-01", "2025-01-01"), 1);
  }

  private static double firstCited(String from, String before) {
    return that(CITATIONS, "date>=" + from + ";date<" + before)
        .number("sum(china_entries_first_cited)");
  }

  private static double cnas(String period) {
    String series = "series=Chinese persons added to Entity List;period=";
    return that("controls/entity_list_counts", series + period).number("value");
  }

  /** Two readings of one rule since 2021: the text's number, and what the list still holds. */
  @Test
  void statedCountsAgreeWithTheList() {
    Map<Integer, Integer> gaps = new HashMap<>();
    for (Row row :
        that(DOCUMENTS, "china_entries_added_code~stated|secondary;date>=2021-01-01")
            .where("china_entries_in_list_2026_07!=;china_entries_added>=1")) {
      int gap = row.getInt("china_entries_added") - row.getInt("china_entries_in_list_2026_07");
      gaps.merge(Math.abs(gap), 1, Integer::sum);
    }
    assertEquals(Map.of(0, 26, 1, 3), gaps);
  }

  @Test
  void monthsHoldWhatTheDocumentsAndTheListHold() {
    Map<YearMonth, Integer> documents = new HashMap<>();
    Map<YearMonth, Integer> ofDocuments = new HashMap<>();
    for (Row row : that(DOCUMENTS)) {
      YearMonth month = YearMonth.from(row.getDate("date"));
      boolean unknown = row.isMissing("china_entries_in_list_2026_07");
      documents.merge(month, 1, Integer::sum);
      ofDocuments.merge(
          month, unknown ? 0 : row.getInt("china_entries_in_list_2026_07"), Integer::sum);
    }
    Map<YearMonth, Integer> entries = new HashMap<>();
    for (Row row : that(CITATIONS)) {
      entries.merge(
          YearMonth.from(row.getDate("date")),
          row.getInt("china_entries_first_cited"),
          Integer::sum);
    }
    for (Row row : that(MONTHS)) {
      YearMonth month = YearMonth.from(row.getDate("month"));
      int listed = entries.getOrDefault(month, 0);
      assertEquals(documents.getOrDefault(month, 0), row.getInt("documents"), month::toString);
      assertEquals(listed, row.getInt("china_entries_first_cited"), month::toString);
      assertEquals(listed, ofDocuments.getOrDefault(month, 0), month::toString);
    }
  }

  @Test
  void everyDocumentIsCodedTwiceWithCodesOfTheBook() {
    Set<String> unread = that(DOCUMENTS, "title=;abstract=").texts("id");
    for (String coder : List.of("A", "B")) {
      TableAssert codings = that("controls/rule_codings", "coder=" + coder);
      assertEquals(that(DOCUMENTS).texts("id"), codings.texts("id"));
      for (String column : List.of("relevance", "direction", "scope", "fields")) {
        Set<String> codes = codes("rules", column);
        codings.each(column, row -> codes.containsAll(List.of(row.getString(column).split(";"))));
      }
      codings.each(
          "nobody is sure of what nobody read",
          row ->
              !unread.contains(row.getString("id"))
                  || (row.isMissing("words") && row.getInt("confidence") != 3));
    }
  }

  private static Set<String> codes(String coding, String column) {
    return that("controls/coding_codes", "coding=" + coding + ";column=" + column).texts("code");
  }

  /** Where a month is called complete, nothing can be believed missing in it. */
  @Test
  void whatIsBelievedMissingFallsInMonthsThatAreNotComplete() {
    Set<String> kinds = that(DOCUMENTS).texts("kind");
    for (Row missing : that("controls/believed_missing")) {
      assertTrue(kinds.contains(missing.getString("kind")), missing.getString("kind"));
      String span =
          "month>=%s;month<%s"
              .formatted(missing.getDate("first_month"), missing.getDate("last_month").plusDays(1));
      assertTrue(that(MONTHS, span + ";coverage=entity_list_only").number("rows()") > 0, span);
    }
  }

  @Test
  void everyPassageIsShortAndCodedTwice() {
    that(AIMS)
        .each("short", row -> row.getString("passage").split(" ").length <= 60)
        .each("weak", row -> !row.getBoolean("weak_page") || row.getString("grade").equals("S"));
    Set<String> codes = codes("aims", "primary_aim");
    for (String coder : List.of("A", "B")) {
      TableAssert codings = that("controls/aim_codings", "coder=" + coder);
      assertEquals(that(AIMS).texts("id"), codings.texts("id"));
      codings
          .each(
              "aims of the book, the first among them",
              row -> {
                List<String> all = List.of(row.getString("all_aims").split(";"));
                return codes.containsAll(all) && all.contains(row.getString("primary_aim"));
              })
          .where("means_only=true")
          .shows("values(primary_aim)", "f");
    }
  }

  @Test
  void onlyTheUnitedStatesTightenAndLoosen() {
    that(EVENTS)
        .each(
            "country",
            iff(is("country", "USA"), is("kind", "tightening", "loosening", "tariff", "bill")));
  }

  /** Events that are rules stand in the Federal Register table on the same or the release day. */
  @Test
  void eventsOfTheFederalRegisterAreAmongItsDocuments() {
    Set<String> numbers = that(DOCUMENTS).texts("document_number");
    that(EVENTS, "grade=P")
        .each(
            "documents",
            row ->
                numbers.containsAll(
                    List.of(
                        row.getString("source_title")
                            .replace("Federal Register ", "")
                            .split(", "))));
  }

  @Test
  void publishedCountsOfThreeKindsStayApart() {
    that("controls/entity_list_counts")
        .each(
            "persons that are no stock are additions",
            iff(
                row -> is("unit", "persons").test(row) && !is("basis", "stock").test(row),
                is("basis", "additions_in_period")));
  }
}
