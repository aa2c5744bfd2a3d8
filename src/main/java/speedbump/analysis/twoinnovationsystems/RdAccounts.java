package speedbump.analysis.twoinnovationsystems;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import speedbump.analysis.twoinnovationsystems.PairRank.Labelled;
import speedbump.claim.Examination;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.Profiles;

/**
 * Proposition 1a: who performs and who funds research and development, two blocks of shares.
 * Expenditure is counted twice, once by the sector that does the work and once by the sector that
 * pays.
 */
public final class RdAccounts {
  /** The two accounts as the table names them, performers first. */
  static final List<String> ACCOUNTS = List.of("performed_by", "funded_by");

  private static final String BOTH = "performers and funders";

  private final Proposition proposition;
  private final PairRank rank;
  private final Profiles all;
  private final Set<String> large;
  private final int newest;

  RdAccounts(Proposition proposition, Catalog catalog, RdSpending spending) {
    this.proposition = proposition;
    this.rank = new PairRank(proposition);
    List<Cell> cells = catalog.rows("industry/rd_performer_funder", Cell.class);
    TreeMap<String, Integer> years = new TreeMap<>();
    cells.forEach(cell -> years.put(cell.country(), cell.year()));
    this.newest = cells.stream().mapToInt(Cell::year).max().orElseThrow();
    this.large =
        spending.large(
            years.keySet(), years::get, proposition.definition("least_share_of_summed_rd"));
    this.all = profiles(cells, List.copyOf(years.keySet()));
  }

  /**
   * A share of the research of an economy.
   *
   * @param country the economy
   * @param year the year
   * @param account who performs it, or who funds it
   * @param sector the sector
   * @param share share of expenditure, blank where it is not reported
   */
  record Cell(String country, int year, String account, String sector, OptionalDouble share) {
    String category() {
      return category(account, sector);
    }

    static String category(String account, String sector) {
      return "%s %s%s"
          .formatted(
              account.replace('_', ' '),
              sector.startsWith("Rest") ? "the " : "",
              sector.toLowerCase(java.util.Locale.ROOT));
    }
  }

  private static Profiles profiles(List<Cell> cells, List<String> economies) {
    List<String> categories = new ArrayList<>();
    List<Integer> blocks = new ArrayList<>();
    for (String account : ACCOUNTS) {
      cells.stream()
          .filter(cell -> cell.account().equals(account))
          .map(Cell::category)
          .distinct()
          .sorted()
          .forEach(
              category -> {
                categories.add(category);
                blocks.add(ACCOUNTS.indexOf(account));
              });
    }
    double[][] shares = new double[economies.size()][categories.size()];
    for (double[] row : shares) {
      Arrays.fill(row, Double.NaN);
    }
    for (Cell cell : cells) {
      shares[economies.indexOf(cell.country())][categories.indexOf(cell.category())] =
          cell.share().orElse(Double.NaN);
    }
    return Profiles.of(
        economies, categories, blocks.stream().mapToInt(one -> one).toArray(), shares, true);
  }

  /**
   * Both accounts of the economies that report both.
   *
   * @return the profiles, performers first
   */
  public Profiles both() {
    return all.complete();
  }

  /**
   * One account alone.
   *
   * @param account its name in the table, performed_by or funded_by
   * @return the profiles of the economies that report it
   */
  public Profiles alone(String account) {
    return all.on(category -> category.startsWith(account.replace('_', ' ')));
  }

  /**
   * Both accounts on what the US and China both report, for every pair.
   *
   * @return the profiles
   */
  public Profiles onCommon() {
    return both().on(both().common(PairRank.US, PairRank.CHINA)::contains);
  }

  /**
   * Both accounts as they would be if part of what Chinese business does and pays for were the
   * state's: the accounts tell sectors, and not who controls a firm.
   *
   * @param part the part, a fraction of one
   * @return the profiles
   * @throws IllegalArgumentException if the part lies outside 0 to 1
   */
  public Profiles booked(double part) {
    return both()
        .moved(PairRank.CHINA, "performed by business", "performed by government", part)
        .moved(PairRank.CHINA, "funded by business", "funded by government", part);
  }

  /**
   * Where the US and China would stand by every registered way of counting if part of Chinese
   * business were the state's.
   *
   * @param part the part, a fraction of one
   * @return the share of the other pairs that are no further apart, in percent, one a way
   * @throws IllegalArgumentException if the part lies outside 0 to 1
   */
  public double[] bookedByEveryWay(double part) {
    Profiles booked = booked(part);
    Labelled labelled = Labelled.of(booked, large);
    return deciding(booked).specifications().stream()
        .mapToDouble(way -> rank.place(labelled, way).percentile())
        .toArray();
  }

  /**
   * The economies above the registered share of summed R&amp;D.
   *
   * @return their codes
   */
  public Set<String> large() {
    return large;
  }

  Examination examination() {
    YearMonth end = end();
    List<Trial<?>> trials = new ArrayList<>();
    trials.add(deciding(both()));
    trials.add(shown("performers alone", alone(ACCOUNTS.get(0)), end));
    trials.add(shown("funders alone", alone(ACCOUNTS.get(1)), end));
    trials.add(shown("all pairs on the US-China categories", onCommon(), end));
    return Examination.of(proposition, trials);
  }

  private YearMonth end() {
    return YearMonth.of(newest, 12);
  }

  private Trial<?> deciding(Profiles profiles) {
    return Trial.of(
        proposition, BOTH, constant(profiles), end(), this::estimate, rank.world(profiles));
  }

  private Trial<?> shown(String group, Profiles profiles, YearMonth end) {
    return Trial.of(proposition, group, constant(profiles), end, this::estimate);
  }

  private Function<Specification, Labelled> constant(Profiles profiles) {
    Labelled labelled = Labelled.of(profiles, large);
    return specification -> labelled;
  }

  private speedbump.claim.Outcome estimate(
      Function<Specification, Labelled> data, Specification specification) {
    return rank.outcome(data.apply(specification), specification);
  }
}
