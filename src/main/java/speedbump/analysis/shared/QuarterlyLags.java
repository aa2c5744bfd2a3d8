package speedbump.analysis.shared;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.model.FrontierLag;
import speedbump.model.FrontierLag.Lag;

/**
 * The lag of the Chinese frontier on quarter ends, by one ruler: as the ruler is read, or as a
 * simulated world draws it.
 */
public final class QuarterlyLags {
  private final Function<Reading, List<Lag>> lags;

  private QuarterlyLags(Function<Reading, List<Lag>> lags) {
    this.lags = lags;
  }

  /**
   * The lags by a ruler.
   *
   * @param rulers the rulers
   * @param ruler the name of one
   * @return its lags
   */
  public static QuarterlyLags of(CapabilityRulers rulers, String ruler) {
    Map<Reading, List<Lag>> read = new ConcurrentHashMap<>();
    return new QuarterlyLags(
        reading -> read.computeIfAbsent(reading, how -> lags(rulers, ruler, how)));
  }

  private static List<Lag> lags(CapabilityRulers rulers, String ruler, Reading reading) {
    if (!rulers.has(ruler, reading)) {
      return List.of();
    }
    FrontierLag lag = rulers.lag(ruler, reading);
    LocalDate start = lag.leader().records().get(0).date();
    return lag.on(FrontierLag.quarterEnds(start, rulers.lastDay(ruler, reading.vintage())));
  }

  /**
   * The lags from the first quarter end on which both sides have a model to the last that the ruler
   * knows.
   *
   * @param reading how the ruler is read
   * @return one lag a quarter end; none where the reading leaves a side without models
   * @throws IllegalArgumentException if these are drawn lags, and the reading is not the default
   */
  public List<Lag> on(Reading reading) {
    return lags.apply(reading);
  }

  /**
   * The month of the last quarter end.
   *
   * @return the month
   */
  public YearMonth newest() {
    List<Lag> all = on(Reading.DEFAULT);
    return YearMonth.from(all.get(all.size() - 1).date());
  }

  /**
   * Other lags on the same days, by the default reading.
   *
   * @param months one lag a quarter end, in months
   * @return the lags of a simulated world
   * @throws IllegalArgumentException if they are asked for by another reading than the default
   */
  public QuarterlyLags drawn(double[] months) {
    List<Lag> real = on(Reading.DEFAULT);
    List<Lag> drawn =
        IntStream.range(0, months.length).mapToObj(i -> real.get(i).withMonths(months[i])).toList();
    return new QuarterlyLags(
        reading -> {
          if (!reading.equals(Reading.DEFAULT)) {
            throw new IllegalArgumentException("lags are drawn by the default reading alone");
          }
          return drawn;
        });
  }
}
