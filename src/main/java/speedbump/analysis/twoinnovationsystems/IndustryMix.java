package speedbump.analysis.twoinnovationsystems;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import speedbump.analysis.twoinnovationsystems.PairRank.Labelled;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.Profiles;

/**
 * Proposition 1b: what economies make with knowledge, the mix of the thirteen industries that use
 * much of it by value added.
 */
public final class IndustryMix {
  private static final Set<String> NO_ECONOMIES = Set.of("EUU", "WLD");
  private static final String INDUSTRY = "kti_industry";
  private static final String TOTAL = "total";
  private static final String REST = "all other industries";

  private final Proposition proposition;
  private final PairRank rank;
  private final Option<Base> base;
  private final Option<Boolean> rest;
  private final Set<String> large;
  private final List<String> economies;
  private final List<String> industries;
  private final List<Integer> years;
  private final Map<String, Double> values = new HashMap<>();

  IndustryMix(Proposition proposition, double leastShare, Catalog catalog, RdSpending spending) {
    this.proposition = proposition;
    this.rank = new PairRank(proposition);
    this.base = Base.of(proposition);
    this.rest =
        Option.of(
            proposition,
            "categories",
            Map.of("thirteen shares", false, "the rest as a fourteenth", true));
    Set<String> named = new TreeSet<>();
    Set<String> made = new TreeSet<>();
    Set<Integer> dated = new TreeSet<>();
    for (Cell cell : catalog.rows("industry/value_added", Cell.class)) {
      boolean wanted = cell.kind().equals(INDUSTRY) || cell.kind().equals(TOTAL);
      if (wanted && !NO_ECONOMIES.contains(cell.economy())) {
        named.add(cell.economy());
        dated.add(cell.year());
        String what = cell.kind().equals(TOTAL) ? TOTAL : cell.industry();
        values.put(key(cell.economy(), what, cell.year()), cell.valueAddedMillionUsd());
        if (cell.kind().equals(INDUSTRY)) {
          made.add(cell.industry());
        }
      }
    }
    this.economies = List.copyOf(named);
    this.industries = List.copyOf(made);
    this.years = List.copyOf(dated);
    this.large = spending.large(named, economy -> newest(), leastShare);
  }

  private static String key(String economy, String what, int year) {
    return economy + "/" + what + "/" + year;
  }

  /** Value added of an industry. */
  record Cell(
      String economy, String industry, String kind, int year, double valueAddedMillionUsd) {}

  /** Of what the shares are. */
  public enum Base {
    /** Of the value added of these industries. */
    THESE_INDUSTRIES("these industries"),
    /** Of all value added. */
    ALL_VALUE_ADDED("all value added");

    private final String option;

    Base(String option) {
      this.option = option;
    }

    static Option<Base> of(Proposition proposition) {
      return Option.of(proposition, "base", values(), value -> value.option);
    }
  }

  /**
   * The years.
   *
   * @return all that the table has, in their order
   */
  public List<Integer> years() {
    return years;
  }

  /**
   * The last year.
   *
   * @return the year
   */
  public int newest() {
    return years.get(years.size() - 1);
  }

  /**
   * The mix of industries.
   *
   * @param year the year
   * @param of of what the shares are
   * @param withRest whether all other industries are one more share; of all value added only
   * @return the profiles of the economies
   * @throws IllegalArgumentException if the rest is asked for as a share of these industries, of
   *     which it is no part, or the table has no such year
   */
  public Profiles profiles(int year, Base of, boolean withRest) {
    if (withRest && of == Base.THESE_INDUSTRIES) {
      throw new IllegalArgumentException("the rest is no part of these industries");
    }
    if (!years.contains(year)) {
      throw new IllegalArgumentException("there is no value added of " + year);
    }
    List<String> categories = new ArrayList<>(industries);
    if (withRest) {
      categories.add(REST);
    }
    double[][] shares = new double[economies.size()][categories.size()];
    for (int i = 0; i < shares.length; i++) {
      String economy = economies.get(i);
      double sum = 0;
      for (String industry : industries) {
        sum += value(economy, industry, year);
      }
      double all = of == Base.THESE_INDUSTRIES ? sum : value(economy, TOTAL, year);
      for (int j = 0; j < industries.size(); j++) {
        shares[i][j] = value(economy, industries.get(j), year) / all;
      }
      if (withRest) {
        shares[i][industries.size()] = (all - sum) / all;
      }
    }
    return Profiles.of(
        economies, categories, new int[categories.size()], shares, of == Base.THESE_INDUSTRIES);
  }

  /** Not a number where the table has no value. */
  private double value(String economy, String what, int year) {
    return values.getOrDefault(key(economy, what, year), Double.NaN);
  }

  /**
   * The default: shares of these industries in the last year.
   *
   * @return the profiles of the economies
   */
  public Profiles latest() {
    return profiles(newest(), Base.THESE_INDUSTRIES, false);
  }

  Examination examination() {
    YearMonth end = YearMonth.of(newest(), 12);
    Function<Profiles, Profiles> onCommon =
        profiles -> profiles.on(profiles.common(PairRank.US, PairRank.CHINA)::contains);
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                "knowledge-intensive industries",
                data(Function.identity()),
                end,
                this::estimate,
                rank.world(latest())),
            Trial.of(
                proposition,
                "all pairs on the US-China categories",
                data(onCommon),
                end,
                this::estimate)));
  }

  private Function<Specification, Labelled> data(Function<Profiles, Profiles> made) {
    return specification ->
        Labelled.of(
            made.apply(profiles(newest(), base.in(specification), rest.in(specification))), large);
  }

  private Outcome estimate(Function<Specification, Labelled> data, Specification specification) {
    return rest.in(specification) && base.in(specification) == Base.THESE_INDUSTRIES
        ? Outcome.unusable("the rest is no part of these industries")
        : rank.outcome(data.apply(specification), specification);
  }
}
