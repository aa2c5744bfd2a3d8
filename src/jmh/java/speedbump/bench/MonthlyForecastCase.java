package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.analysis.rareearthlever.MagnetFlows;
import speedbump.analysis.rareearthlever.MagnetFlows.WeakRows;
import speedbump.analysis.rareearthlever.RareEarthLever;
import speedbump.data.Catalog;
import speedbump.model.MonthlyForecast;
import speedbump.model.MonthlyTotals.Block;
import speedbump.model.Scale;
import speedbump.stats.Interval;

/** The interval for one month more from nine months and sums of months, on the level. */
@State(Scope.Benchmark)
public class MonthlyForecastCase {
  private final List<Block> before =
      RareEarthLever.of(Catalog.shared())
          .world()
          .totals(WeakRows.LEFT_OUT)
          .before(MagnetFlows.CONTROL);

  /** One call's work. */
  @Benchmark
  public Interval run() {
    return MonthlyForecast.fit(before, Scale.LEVELS).month(0.95);
  }

  static List<Figure> figures() {
    Interval interval = new MonthlyForecastCase().run();
    return List.of(
        new Figure("mean", interval.estimate(), Figure.ROUNDING),
        new Figure("lower", interval.lower(), Figure.ROUNDING),
        new Figure("upper", interval.upper(), Figure.ROUNDING));
  }
}
