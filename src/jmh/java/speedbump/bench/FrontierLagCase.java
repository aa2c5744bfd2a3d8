package speedbump.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.analysis.shared.CapabilityRulers.Scored;
import speedbump.analysis.shared.CapabilityRulers.Vintage;
import speedbump.data.Catalog;
import speedbump.model.Frontier;
import speedbump.model.FrontierLag;
import speedbump.model.Release;

/** Two frontiers of the index of April 2026, the lags at records and on every day. */
@State(Scope.Benchmark)
public class FrontierLagCase {
  private static final LocalDate FROM = LocalDate.of(2023, 6, 1);
  private static final LocalDate TO = LocalDate.of(2026, 4, 19);
  private static final Reading APRIL = Reading.DEFAULT.of(Vintage.APRIL_2026);

  private final CapabilityRulers rulers = CapabilityRulers.of(Catalog.shared());
  private final List<Release> us = rulers.releases(CapabilityRulers.INDEX, APRIL, Scored::american);
  private final List<Release> chinese =
      rulers.releases(CapabilityRulers.INDEX, APRIL, Scored::chinese);

  /**
   * One call's work.
   *
   * @return mean lag at records and mean lag over all days, in months
   */
  @Benchmark
  public double[] run() {
    FrontierLag lag = FrontierLag.between(Frontier.of(us), Frontier.of(chinese));
    double records =
        lag.atRecords().stream().mapToDouble(FrontierLag.Lag::months).average().orElseThrow();
    return new double[] {records, Arrays.stream(lag.daily(FROM, TO)).average().orElseThrow()};
  }

  static List<Figure> figures() {
    double[] lags = new FrontierLagCase().run();
    return List.of(new Figure("records", lags[0], 1e-9), new Figure("daily", lags[1], 1e-9));
  }
}
