package speedbump.analysis.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.analysis.shared.ControlledSeries.Use;
import speedbump.claim.Evidence;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Standing;
import speedbump.claim.World;

/** Made-up series whose truth is known. */
public final class Planted {
  public static final LocalDate CONTROL = LocalDate.of(2022, 10, 7);

  private Planted() {}

  /** Days so many years of 365.25 days apart, counted from control: 4 years are 1,461 days. */
  public static List<LocalDate> days(int yearsApart, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> CONTROL.plusDays(Math.round(365.25 * yearsApart * i)))
        .toList();
  }

  public static ControlledSeries series(List<LocalDate> days, double... values) {
    return series(
        IntStream.range(0, values.length)
            .mapToObj(i -> new Point(days.get(i), days.get(i), values[i]))
            .toList());
  }

  public static ControlledSeries series(List<Point> points) {
    return new ControlledSeries(
        "planted",
        "made up",
        "none",
        "nothing",
        CONTROL,
        "October 7 rule",
        "",
        "",
        Use.ELIGIBLE,
        "",
        points);
  }

  public static WorldSizes world(String size, double value) {
    return new WorldSizes(World.T, 1, Map.of(size, value), "planted");
  }

  /** The evidence of an outcome that must be usable. */
  public static Evidence evidence(Outcome outcome) {
    return ((Outcome.Usable) outcome).evidence();
  }

  public static Standing standing(Proposition proposition, Outcome outcome) {
    return proposition.standing(evidence(outcome));
  }
}
