package speedbump.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The share of cases still without the event at each time, where some cases were last seen before
 * it (censored): S(t) = product over event times up to t of (1 - d / n), with d events among n
 * cases at risk. A case censored at an event time is at risk at it.
 *
 * @param steps the times with events, rising, with what the curve is from each of them on
 * @param cases the number of cases, censored ones included
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier 1958,
 *     Nonparametric Estimation from Incomplete Observations</a>
 */
public record KaplanMeier(List<Step> steps, int cases) {
  /** A survival so little above one half is one half: factors that make it up are rounded. */
  private static final double ROUNDING = 1e-12;

  private static final double HALF = 0.5;

  /**
   * @throws IllegalArgumentException if there are no steps (an empty list is none that fell) or no
   *     case
   */
  public KaplanMeier {
    steps = Argument.givenAll("steps", steps);
    Argument.require(cases > 0, "cases must be positive, not %d", cases);
  }

  /**
   * A fall of the curve.
   *
   * @param time the time of the events, in the unit of the times
   * @param atRisk the number of cases neither gone nor censored before it
   * @param events the number of events at it
   * @param survival the share without the event from this time on, a fraction of one
   * @param standardError Greenwood's, S sqrt(sum d / (n (n - d))), a fraction of one; not a number
   *     once no case is left
   */
  public record Step(double time, int atRisk, int events, double survival, double standardError) {}

  private record Case(double time, boolean observed) {}

  /**
   * Estimates the curve.
   *
   * @param times the time of each case's event, or of its last sight, any unit, not negative
   * @param observed whether the time is that of the event
   * @return the curve
   * @throws IllegalArgumentException if there are no cases, the lengths differ, or a time is
   *     negative or not finite
   */
  public static KaplanMeier of(double[] times, boolean[] observed) {
    double[] ends = Argument.sample("times", times, 1);
    Argument.given("observed", observed);
    Argument.require(
        ends.length == observed.length,
        "times has %d values and observed has %d",
        ends.length,
        observed.length);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      Argument.require(ends[i] >= 0, "times is negative at index %d: %s", i, ends[i]);
      cases.add(new Case(ends[i], observed[i]));
    }
    cases.sort(Comparator.comparingDouble(Case::time));
    List<Step> steps = new ArrayList<>();
    double survival = 1;
    double greenwood = 0;
    int from = 0;
    while (from < cases.size()) {
      double time = cases.get(from).time();
      int atRisk = cases.size() - from;
      int events = 0;
      while (from < cases.size() && cases.get(from).time() == time) {
        events += cases.get(from).observed() ? 1 : 0;
        from++;
      }
      if (events > 0) {
        survival *= (double) (atRisk - events) / atRisk;
        greenwood += events / ((double) atRisk * (atRisk - events));
        steps.add(new Step(time, atRisk, events, survival, survival * Math.sqrt(greenwood)));
      }
    }
    return new KaplanMeier(steps, ends.length);
  }

  /**
   * The share without the event at a time. After the last case was seen it stays where it is,
   * though nobody knows.
   *
   * @param time the time, in the unit of the times
   * @return the share, a fraction of one
   * @throws IllegalArgumentException if the time is negative or not a number
   */
  public double survivalAt(double time) {
    Argument.require(time >= 0, "time must not be negative: %s", time);
    double survival = 1;
    for (Step step : steps) {
      if (step.time() > time) {
        break;
      }
      survival = step.survival();
    }
    return survival;
  }

  /**
   * The first time at which no more than half of the cases are without the event.
   *
   * @return the time, in the unit of the times, or nothing if the curve never falls so far
   */
  public OptionalDouble median() {
    return steps.stream()
        .filter(step -> step.survival() <= HALF + ROUNDING)
        .mapToDouble(Step::time)
        .findFirst();
  }
}
