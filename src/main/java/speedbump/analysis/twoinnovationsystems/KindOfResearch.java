package speedbump.analysis.twoinnovationsystems;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import speedbump.analysis.twoinnovationsystems.PairRank.Labelled;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.Profiles;

/** Proposition 1c: which kind of research economies do: basic, applied, development. */
public final class KindOfResearch {
  private static final String ECONOMIES = "economies";
  private static final String ALL = "all R&D";
  private static final List<String> KINDS =
      List.of(
          "basic research",
          "applied research",
          "experimental development",
          "other (not elsewhere classified)");

  private final Proposition proposition;
  private final PairRank rank;
  private final Option<Boolean> other;
  private final double leastShare;
  private final List<Cell> cells;

  KindOfResearch(Proposition proposition, double leastShare, Catalog catalog) {
    this.proposition = proposition;
    this.rank = new PairRank(proposition);
    this.other = Option.of(proposition, "category other", Map.of("in", true, "out", false));
    this.leastShare = leastShare;
    this.cells = catalog.rows("industry/rd_by_type", Cell.class);
  }

  /**
   * Research of a kind.
   *
   * @param edition year of the publication
   * @param country the economy
   * @param year year of the figure
   * @param type the kind, or all
   * @param rdBillionPppUsd expenditure
   * @param share share of all
   */
  record Cell(
      int edition,
      String country,
      int year,
      String type,
      OptionalDouble rdBillionPppUsd,
      OptionalDouble share) {}

  /**
   * The editions.
   *
   * @return their years, the newest first
   */
  public List<Integer> editions() {
    return cells.stream().map(Cell::edition).distinct().sorted((a, b) -> b - a).toList();
  }

  /**
   * The kinds of research of the economies that tell them.
   *
   * @param edition one of {@link #editions()}
   * @param withOther whether what is classified nowhere else is a kind
   * @return the profiles
   */
  public Profiles profiles(int edition, boolean withOther) {
    List<Cell> own = cells.stream().filter(cell -> cell.edition() == edition).toList();
    List<String> economies = own.stream().map(Cell::country).distinct().sorted().toList();
    List<String> kinds = withOther ? KINDS : KINDS.subList(0, KINDS.size() - 1);
    double[][] shares = new double[economies.size()][kinds.size()];
    for (double[] row : shares) {
      Arrays.fill(row, Double.NaN);
    }
    for (Cell cell : own) {
      if (kinds.contains(cell.type())) {
        shares[economies.indexOf(cell.country())][kinds.indexOf(cell.type())] =
            cell.share().orElse(Double.NaN);
      }
    }
    return Profiles.of(economies, kinds, new int[kinds.size()], shares, true).complete();
  }

  /**
   * The default: the newest edition, what is classified nowhere else among the kinds.
   *
   * @return the profiles
   */
  public Profiles latest() {
    return profiles(editions().get(0), true);
  }

  private Set<String> large() {
    Map<String, Double> spent = new TreeMap<>();
    for (Cell cell : cells) {
      if (cell.edition() == editions().get(0) && cell.type().equals(ALL)) {
        spent.put(cell.country(), cell.rdBillionPppUsd().orElseThrow());
      }
    }
    return RdSpending.large(spent, leastShare);
  }

  Examination examination() {
    int newest =
        cells.stream()
            .filter(cell -> cell.edition() == editions().get(0))
            .mapToInt(Cell::year)
            .max()
            .orElseThrow();
    YearMonth end = YearMonth.of(newest, 12);
    return Examination.covering(
        proposition,
        ECONOMIES,
        latest().names().size(),
        List.of(
            Trial.of(
                proposition,
                "kind of research",
                data(UnaryOperator.identity()),
                end,
                this::estimate,
                rank.world(latest())),
            Trial.of(
                proposition,
                "all pairs on the US-China categories",
                data(all -> all.on(all.common(PairRank.US, PairRank.CHINA)::contains)),
                end,
                this::estimate)));
  }

  private Function<Specification, Labelled> data(UnaryOperator<Profiles> made) {
    Set<String> large = large();
    return specification ->
        Labelled.of(made.apply(profiles(editions().get(0), other.in(specification))), large);
  }

  private Outcome estimate(Function<Specification, Labelled> data, Specification specification) {
    return rank.outcome(data.apply(specification), specification);
  }
}
