package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.analysis.RareEarths;
import speedbump.data.Catalog;
import speedbump.model.MonthlyForecast;
import speedbump.model.MonthlyTotals.Block;
import speedbump.stats.Interval;

/** The interval for one month more from nine months and sums of months, on the level. */
@State(Scope.Benchmark)
public class MonthlyForecastCase {
  private final List<Block> before =
      RareEarths.of(Catalog.shared()).magnets(RareEarths.WORLD, false).before(RareEarths.CONTROL);

  /** One call's work. */
  @Benchmark
  public Interval run() {
    return MonthlyForecast.fit(before, MonthlyForecast.Scale.LEVEL).month(0.95);
  }

  static List<Figure> figures() {
    Interval interval = new MonthlyForecastCase().run();
    return List.of(
        new Figure("mean", interval.estimate(), Figure.ROUNDING),
        new Figure("lower", interval.lower(), Figure.ROUNDING),
        new Figure("upper", interval.upper(), Figure.ROUNDING));
  }
}
