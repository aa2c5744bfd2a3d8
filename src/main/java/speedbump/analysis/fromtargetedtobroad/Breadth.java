package speedbump.analysis.fromtargetedtobroad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.stats.Permutation;
import speedbump.stats.RarefiedEntropy;

/**
 * Proposition 3c: rules hit more fields, and more evenly. The entropy over the fields that
 * tightening documents name is compared between two periods, on samples of as many documents, and
 * documents are permuted between the periods.
 */
public final class Breadth {
  /** Arrangements drawn for a p-value. */
  public static final int PERMUTATIONS = 1_999;

  private static final long SEED = 33;
  private static final String DOCUMENTS = "field-naming documents in either period";
  private static final String BEFORE = "equal_fields_before";

  private final Proposition proposition;
  private final Rulebook rulebook;
  private final Function<Specification, Reading> reading;

  Breadth(Proposition proposition, Rulebook rulebook) {
    this.proposition = proposition;
    this.rulebook = rulebook;
    this.reading = Reading.of(proposition, false);
  }

  /**
   * The documents that each period must have.
   *
   * @return the registered least number
   */
  public int leastDocuments() {
    return proposition.minimum(DOCUMENTS).least();
  }

  /**
   * A tightening document that names fields.
   *
   * @param date its day
   * @param fields the fields
   */
  public record Naming(LocalDate date, Set<String> fields) {}

  /**
   * The field-naming documents of the two periods.
   *
   * @param earlier the fields of each document of the earlier period
   * @param later those of the later one
   */
  public record Periods(List<Set<String>> earlier, List<Set<String>> later) {
    /** Copies the lists. */
    public Periods {
      earlier = List.copyOf(earlier);
      later = List.copyOf(later);
    }

    /**
     * Documents of the period that has fewer.
     *
     * @return the size of the samples
     */
    public int fewer() {
      return Math.min(earlier.size(), later.size());
    }

    /**
     * The entropy of both periods on samples of as many documents, and its test.
     *
     * @return the change
     * @throws IllegalArgumentException if a period has no documents
     */
    public Change change() {
      List<String> fields =
          new ArrayList<>(
              new TreeSet<>(
                  Stream.of(earlier, later)
                      .flatMap(List::stream)
                      .flatMap(Collection::stream)
                      .toList()));
      int first = later.size();
      int second = earlier.size();
      int[][] named = new int[first + second][];
      for (int i = 0; i < named.length; i++) {
        Set<String> own = i < first ? later.get(i) : earlier.get(i - first);
        named[i] = own.stream().mapToInt(fields::indexOf).toArray();
      }
      RarefiedEntropy ofLater = RarefiedEntropy.of(first, fewer());
      RarefiedEntropy ofEarlier = RarefiedEntropy.of(second, fewer());
      int[][] counts = new int[2][fields.size()];
      Permutation.Relabelled test =
          Permutation.relabelled(
              first,
              second,
              items -> {
                count(items, 0, first, named, counts[0]);
                count(items, first, items.length, named, counts[1]);
                return ofLater.of(counts[0]) - ofEarlier.of(counts[1]);
              },
              PERMUTATIONS,
              SEED);
      count(identity(named.length), 0, first, named, counts[0]);
      count(identity(named.length), first, named.length, named, counts[1]);
      return new Change(
          ofEarlier.of(counts[1]),
          ofLater.of(counts[0]),
          test.observed(),
          test.pGreater(),
          test.pLess(),
          second,
          first);
    }

    private static int[] identity(int n) {
      int[] items = new int[n];
      for (int i = 0; i < n; i++) {
        items[i] = i;
      }
      return items;
    }

    private static void count(int[] items, int from, int to, int[][] named, int[] counts) {
      Arrays.fill(counts, 0);
      for (int i = from; i < to; i++) {
        for (int field : named[items[i]]) {
          counts[field]++;
        }
      }
    }
  }

  /**
   * The change of entropy between the periods.
   *
   * @param earlierNats entropy of the earlier period, on samples of as many documents
   * @param laterNats of the later one
   * @param changeNats the later less the earlier
   * @param higherP chance of so high a change if documents were of either period
   * @param lowerP chance of so low a one
   * @param earlierDocuments documents of the earlier period
   * @param laterDocuments of the later one
   */
  public record Change(
      double earlierNats,
      double laterNats,
      double changeNats,
      double higherP,
      double lowerP,
      int earlierDocuments,
      int laterDocuments) {}

  /**
   * The field-naming documents.
   *
   * @param how how the codings are read
   * @return the documents in order of time
   */
  public List<Naming> naming(Reading how) {
    return rulebook.documents().stream()
        .map(document -> new Naming(document.date(), how.fieldsOfTightening(document)))
        .filter(one -> !one.fields().isEmpty())
        .toList();
  }

  /**
   * Those of the two registered periods.
   *
   * @param how how the codings are read
   * @return the periods
   */
  public Periods periods(Reading how) {
    return new Periods(between(how, "earlier"), between(how, "later"));
  }

  private List<Set<String>> between(Reading how, String period) {
    int first = (int) proposition.definition(period + "_first_year");
    int last = (int) proposition.definition(period + "_last_year");
    return naming(how).stream()
        .filter(one -> one.date().getYear() >= first && one.date().getYear() <= last)
        .map(Naming::fields)
        .toList();
  }

  /**
   * How many documents name each field, by year.
   *
   * @param how how the codings are read
   * @return by field, in the order of the alphabet, the documents of each year that has any
   */
  public Map<String, Map<Integer, Integer>> byYear(Reading how) {
    Map<String, Map<Integer, Integer>> fields = new TreeMap<>();
    for (Naming one : naming(how)) {
      for (String field : one.fields()) {
        fields
            .computeIfAbsent(field, key -> new TreeMap<>())
            .merge(one.date().getYear(), 1, Integer::sum);
      }
    }
    return fields;
  }

  private Outcome estimate(Periods periods) {
    return proposition
        .minimum(DOCUMENTS)
        .unmet(periods.fewer())
        .map(Outcome::unusable)
        .orElseGet(
            () -> {
              Change change = periods.change();
              return Outcome.of(
                  Evidence.of("entropy_higher_p", change.higherP())
                      .and("entropy_lower_p", change.lowerP())
                      .and("entropy_change", change.changeNats()));
            });
  }

  Examination examination() {
    Periods real = periods(Reading.DEFAULT);
    return Examination.covering(
        proposition,
        DOCUMENTS,
        real.fewer(),
        List.of(
            Trial.<Function<Specification, Periods>>of(
                    proposition,
                    "field-naming documents",
                    specification -> periods(reading.apply(specification)),
                    YearMonth.of((int) proposition.definition("later_last_year"), 12),
                    (data, specification) -> estimate(data.apply(specification)),
                    (sizes, random) -> {
                      Periods drawn = drawn(real, sizes, random);
                      return specification -> drawn;
                    })
                .withDearDraws()));
  }

  /** Documents name as many fields as they do, of other fields. */
  private Periods drawn(Periods real, WorldSizes sizes, RandomGenerator random) {
    int before = (int) proposition.worlds(World.T).get(0).of(BEFORE);
    int after =
        sizes.has("equal_fields_after")
            ? (int) sizes.of("equal_fields_after")
            : before + (int) sizes.of("equal_fields_change");
    return new Periods(
        real.earlier().stream().map(own -> some(own.size(), before, random)).toList(),
        real.later().stream().map(own -> some(own.size(), after, random)).toList());
  }

  private static Set<String> some(int number, int fields, RandomGenerator random) {
    Set<String> drawn = new TreeSet<>();
    while (drawn.size() < Math.min(number, fields)) {
      drawn.add("field " + (int) (random.nextDouble() * fields));
    }
    return drawn;
  }
}
