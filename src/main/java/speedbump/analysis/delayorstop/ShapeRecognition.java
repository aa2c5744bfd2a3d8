package speedbump.analysis.delayorstop;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import speedbump.model.ShockDesign;
import speedbump.model.ShockFit;
import speedbump.model.ShockShape;

/**
 * How often each shape is recognised in series drawn from it with independent noise: the share of
 * draws in which it has the largest weight.
 *
 * @param pointsASide points on either side of control, a quarter of a year apart
 * @param noiseYears standard deviation of a point, in years of the old growth
 * @param shares one share a shape, in the order of {@link ShockShape}
 */
public record ShapeRecognition(int pointsASide, double noiseYears, List<Double> shares) {
  private static final double POINTS_PER_YEAR = 4;

  /** Copies the shares. */
  public ShapeRecognition {
    shares = List.copyOf(shares);
  }

  /**
   * A made-up path around a control, with an old growth of one a year.
   *
   * @param shape the shape
   * @param control day of control
   * @param shiftYears the jump at control, in years of the old growth; negative is a loss
   * @param growthChange the change of growth at control, as a share of the old one
   * @param ceilingYears years of old growth between control and ceiling; counts for a ceiling alone
   * @return the path, as a fit to no points
   */
  public static ShockFit madeUp(
      ShockShape shape,
      LocalDate control,
      double shiftYears,
      double growthChange,
      double ceilingYears) {
    return new ShockFit(
        shape,
        control,
        0,
        1,
        shiftYears,
        growthChange,
        ceilingYears,
        Double.NaN,
        Double.NaN,
        0,
        false);
  }

  /**
   * Draws and weighs.
   *
   * @param truth one fit a shape, the paths that are drawn, with an old growth of one a year
   * @param pointsASide points on either side of control, a quarter of a year apart
   * @param noiseYears standard deviation of a point, in years of the old growth
   * @param draws number of draws of each
   * @param flatGrowth share of the old growth at or below which a ceiling counts as reached
   * @return the shares
   */
  public static ShapeRecognition of(
      List<ShockFit> truth, int pointsASide, double noiseYears, int draws, double flatGrowth) {
    LocalDate control = truth.get(0).control();
    List<LocalDate> days =
        IntStream.range(-pointsASide, pointsASide)
            .mapToObj(i -> ShockDesign.day(control, i / POINTS_PER_YEAR))
            .toList();
    ShockDesign design = ShockDesign.of(days, control, flatGrowth);
    return new ShapeRecognition(
        pointsASide,
        noiseYears,
        truth.stream().map(fit -> share(fit, days, design, noiseYears, draws)).toList());
  }

  private static double share(
      ShockFit truth, List<LocalDate> days, ShockDesign design, double noiseYears, int draws) {
    double[] path = days.stream().mapToDouble(truth::path).toArray();
    return IntStream.range(0, draws)
            .filter(
                draw -> {
                  SplittableRandom random = new SplittableRandom(draw);
                  double[] y =
                      Arrays.stream(path)
                          .map(value -> value + noiseYears * random.nextGaussian())
                          .toArray();
                  return heaviest(design, y) == truth.shape();
                })
            .count()
        / (double) draws;
  }

  private static ShockShape heaviest(ShockDesign design, double[] y) {
    return Arrays.stream(ShockShape.values())
        .filter(shape -> design.excluded(shape).isEmpty())
        .max(Comparator.comparingDouble(shape -> design.weight(shape, y)))
        .orElseThrow();
  }
}
