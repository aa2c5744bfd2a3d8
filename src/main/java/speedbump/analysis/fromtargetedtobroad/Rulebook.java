package speedbump.analysis.fromtargetedtobroad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import speedbump.analysis.fromtargetedtobroad.Document.Coder;
import speedbump.analysis.fromtargetedtobroad.Document.Coding;
import speedbump.analysis.fromtargetedtobroad.Document.Coverage;
import speedbump.data.Catalog;

/**
 * What is held of US rules on China: the documents, how far each month is covered, what is believed
 * to be missing, and the entries of the Entity List by the rule that they cite first.
 *
 * @param documents all documents in order of time
 * @param coverage by month
 * @param missing rules believed missing
 * @param listings entries under China by citation, in order of time
 */
public record Rulebook(
    List<Document> documents,
    Map<YearMonth, Coverage> coverage,
    List<Missing> missing,
    List<Listing> listings) {

  /**
   * Rules believed missing.
   *
   * @param firstMonth first month they may be of
   * @param lastMonth last month
   * @param kind what they are
   * @param documents how many; empty where that is not known
   */
  public record Missing(
      LocalDate firstMonth, LocalDate lastMonth, String kind, OptionalInt documents) {}

  /**
   * Entries under China that cite one rule first and still stood in July 2026.
   *
   * @param citation the citation
   * @param date day of the rule
   * @param chinaEntriesFirstCited the entries
   */
  public record Listing(String citation, LocalDate date, int chinaEntriesFirstCited) {}

  private record DocumentRow(
      String id,
      LocalDate date,
      String issuer,
      String kind,
      String title,
      String abstract_,
      OptionalInt chinaEntriesInList202607) {}

  private record CodingRow(
      String id, Coder coder, String relevance, String direction, String scope, String fields) {}

  private record MonthRow(LocalDate month, Coverage coverage) {}

  /** Copies the lists. */
  public Rulebook {
    documents = List.copyOf(documents);
    coverage = new TreeMap<>(coverage);
    missing = List.copyOf(missing);
    listings = List.copyOf(listings);
  }

  /**
   * Loads the tables.
   *
   * @param catalog the collection's tables
   * @return what is held
   */
  public static Rulebook of(Catalog catalog) {
    Map<YearMonth, Coverage> coverage = new TreeMap<>();
    for (MonthRow row : catalog.rows("controls/coverage_by_month", MonthRow.class)) {
      coverage.put(YearMonth.from(row.month()), row.coverage());
    }
    Map<String, Map<Coder, Coding>> codings = new HashMap<>();
    for (CodingRow row : catalog.rows("controls/rule_codings", CodingRow.class)) {
      codings
          .computeIfAbsent(row.id(), id -> new EnumMap<>(Coder.class))
          .put(
              row.coder(),
              new Coding(
                  row.relevance(),
                  row.direction(),
                  row.scope(),
                  Set.copyOf(Arrays.asList(row.fields().split(";")))));
    }
    List<Document> documents =
        catalog.rows("controls/federal_register_documents", DocumentRow.class).stream()
            .map(
                row ->
                    new Document(
                        row.id(),
                        row.date(),
                        row.issuer(),
                        row.kind(),
                        row.title(),
                        !row.title().isEmpty() || !row.abstract_().isEmpty(),
                        row.chinaEntriesInList202607().orElse(0),
                        coverage.get(YearMonth.from(row.date())),
                        codings.get(row.id())))
            .toList();
    return new Rulebook(
        documents,
        coverage,
        catalog.rows("controls/believed_missing", Missing.class),
        catalog.rows("controls/entity_list_by_citation", Listing.class));
  }

  /**
   * A document.
   *
   * @param id its id
   * @return the document
   * @throws IllegalArgumentException if it is not held
   */
  public Document document(String id) {
    return documents.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no document " + id));
  }

  /**
   * The last day of which a document is held.
   *
   * @return the day
   */
  public LocalDate lastDay() {
    return documents.get(documents.size() - 1).date();
  }
}
