package speedbump.model;

import java.util.List;
import speedbump.stats.Argument;

/**
 * A user who is cut off from a supplier and lives on a stock, on what it recycles, and on new
 * supply elsewhere that arrives late and short: how large would the stock have to be?
 *
 * <p>All flows are in months of the user's own need, so the need is one a month. New supply is
 * {@code yield * sum of rates that have started, delay included}, over the demand that shares it.
 * Is that demand the user's own, the user has first call; is it everybody's, the user gets its
 * proportional part. What new supply and recycling leave open is drawn from the stock; what the
 * stock cannot give is unmet.
 *
 * @param sources new supply elsewhere
 * @param demandPerYear the demand that shares it, in the unit of the sources a year, above 0
 * @param delayMonths by how much planned sources come late, at least 0
 * @param yield the part of a planned rate that arrives, 0 to 1
 * @param recycledShare the part of the need that is met by recycling, 0 to 1
 * @param horizonMonths for how long the user is cut off, above 0
 */
public record SupplyGap(
    List<Source> sources,
    double demandPerYear,
    double delayMonths,
    double yield,
    double recycledShare,
    int horizonMonths) {
  /** Steps a month. */
  private static final int STEPS_A_MONTH = 4;

  private static final double STEP = 1.0 / STEPS_A_MONTH;
  private static final int MONTHS_A_YEAR = 12;

  /** A thousand years. */
  private static final int MOST_MONTHS = 12_000;

  private static final int STOCK = 0;
  private static final int SUPPLIED = 1;
  private static final int RECYCLED = 2;
  private static final int USED = 3;
  private static final int UNMET = 4;
  private static final int STOCKS = 5;

  /**
   * New supply.
   *
   * @param name who
   * @param startMonth when it starts, in months since the user was cut off
   * @param ratePerYear how much a year, not negative
   * @param planned whether it is a plan, which can come late and short, or observed output
   */
  public record Source(String name, double startMonth, double ratePerYear, boolean planned) {
    /**
     * @throws IllegalArgumentException if the name is null, the start is not finite, or the rate is
     *     negative, not finite or too large to be added
     */
    public Source {
      Argument.given("name", name);
      Argument.finite(name + ": startMonth", startMonth);
      Argument.require(
          ratePerYear >= 0 && ratePerYear <= Argument.LARGEST,
          "%s: a flow must be finite and not negative, not %s",
          name,
          ratePerYear);
    }
  }

  /**
   * What went where over the horizon, all in months of the user's need.
   *
   * @param stockLeft what is left of the stock
   * @param supplied new supply taken
   * @param recycled recycling taken
   * @param used the need that was met
   * @param unmet the need that was not
   */
  public record Balance(
      double stockLeft, double supplied, double recycled, double used, double unmet) {}

  /**
   * @throws IllegalArgumentException if a source is null, or a number lies outside its range or,
   *     for the horizon, beyond a thousand years; the message names it
   */
  public SupplyGap {
    sources = Argument.givenAll("sources", sources);
    Argument.require(
        demandPerYear >= 1 / Argument.LARGEST && demandPerYear <= Argument.LARGEST,
        "the demand must be above 0, not %s",
        demandPerYear);
    Argument.require(
        delayMonths >= 0 && Double.isFinite(delayMonths),
        "the delay must not be negative: %s",
        delayMonths);
    Argument.require(yield >= 0 && yield <= 1, "the yield must lie between 0 and 1: %s", yield);
    Argument.require(
        recycledShare >= 0 && recycledShare <= 1,
        "the recycled share must lie between 0 and 1: %s",
        recycledShare);
    Argument.require(horizonMonths > 0, "the horizon must be above 0 months: %s", horizonMonths);
    Argument.require(
        horizonMonths <= MOST_MONTHS,
        "the horizon must be at most %s months, not %s",
        MOST_MONTHS,
        horizonMonths);
  }

  /**
   * Runs the user on a stock.
   *
   * @param stockMonths the stock at the start, in months of need; 0 for none
   * @return what went where
   * @throws IllegalArgumentException if the stock is negative or not finite
   */
  public Balance run(double stockMonths) {
    Argument.require(
        stockMonths >= 0 && stockMonths <= Argument.LARGEST,
        "the stock must be finite and not negative: %s",
        stockMonths);
    Arrivals arrivals = arrivals();
    double[] initial = new double[STOCKS];
    initial[STOCK] = stockMonths;
    double[] end =
        StockFlow.run(
            initial,
            (time, stocks, rates) -> {
              double taken = Math.min(arrivals.at(time), 1 - recycledShare);
              double open = 1 - recycledShare - taken;
              double drawn = Math.min(open, stocks[STOCK] / STEP);
              rates[STOCK] = -drawn;
              rates[SUPPLIED] = taken;
              rates[RECYCLED] = recycledShare;
              rates[USED] = taken + recycledShare + drawn;
              rates[UNMET] = open - drawn;
            },
            STEP,
            horizonMonths * STEPS_A_MONTH);
    return new Balance(end[STOCK], end[SUPPLIED], end[RECYCLED], end[USED], end[UNMET]);
  }

  /** New supply by time, in months of need a month. */
  private record Arrivals(double[] starts, double[] monthly) {
    double at(double time) {
      double supply = 0;
      for (int i = 0; i < starts.length; i++) {
        supply += time >= starts[i] ? monthly[i] : 0;
      }
      return supply;
    }

    /** The first step after one at which a source starts, or the last. */
    int change(int step, int last) {
      int change = last;
      for (double start : starts) {
        int first = (int) Math.ceil(start * STEPS_A_MONTH);
        change = first > step && first < change ? first : change;
      }
      return change;
    }
  }

  private Arrivals arrivals() {
    double[] starts = new double[sources.size()];
    double[] monthly = new double[starts.length];
    for (int i = 0; i < starts.length; i++) {
      Source source = sources.get(i);
      starts[i] = source.startMonth() + (source.planned() ? delayMonths : 0);
      monthly[i] = (source.planned() ? yield : 1) * source.ratePerYear() / demandPerYear;
    }
    return new Arrivals(starts, monthly);
  }

  /**
   * The smallest stock with which no need goes unmet: what a user without one would miss, by the
   * same steps as {@link #run}.
   *
   * @return months of need; the horizon, where nothing ever arrives
   */
  public double breakEvenMonths() {
    Arrivals arrivals = arrivals();
    double open = 1 - recycledShare;
    double unmet = 0;
    int steps = horizonMonths * STEPS_A_MONTH;
    for (int n = 0, next; n < steps; n = next) {
      double missing = open - arrivals.at(n * STEP);
      next = arrivals.change(n, steps);
      unmet += missing > 0 ? (next - n) * missing : 0;
    }
    return unmet * STEP;
  }

  /**
   * The need over the horizon in the unit of the sources, for a reader who wants tonnes.
   *
   * @param months months of need
   * @return the quantity of so many months
   * @throws IllegalArgumentException if the months are negative, not finite or too many to multiply
   */
  public double quantity(double months) {
    Argument.require(
        months >= 0 && months <= Argument.LARGEST,
        "months must be finite and not negative, not %s",
        months);
    return months * demandPerYear / MONTHS_A_YEAR;
  }
}
