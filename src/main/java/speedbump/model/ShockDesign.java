package speedbump.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;
import speedbump.stats.Akaike;
import speedbump.stats.Argument;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import speedbump.stats.LeastSquares.SerialErrors;
import speedbump.stats.NonlinearLeastSquares;

/**
 * The dates of a series and of its control, made ready to fit the shapes of {@link ShockShape} to
 * any number of series at these dates: the directions of the linear shapes and of a grid of
 * ceilings are orthogonalised once, so that a fit is a few sums of products.
 */
public final class ShockDesign {
  /** Ceilings tried between an instant stop and the latest; between them parabolas lead on. */
  private static final int GRID = 64;

  private static final int PARABOLAS = 2;

  /** The neighbours of the second parabola lie so much nearer than those of the first. */
  private static final double NEARER = 1.0 / 32;

  /**
   * A ceiling this share of the latest one is as good as an instant stop, and not a division by 0.
   */
  private static final double SOONEST = 1e-4;

  private static final int LINEAR_COLUMNS = 4;

  /** A share nearer to 0 or 1 puts the latest ceiling at the start or at infinity. */
  private static final double FLATTEST = 1e-9;

  private static final double MOST_YEARS = 10_000;

  private final LocalDate control;
  private final double[] years;
  private final Map<ShockShape, String> excluded = new EnumMap<>(ShockShape.class);

  /** Orthonormal directions of 1, t, D and s, as far as they are identified. */
  private final double[][] directions;

  /** The triangle that leads from the columns to the directions. */
  private final double[][] triangle;

  private final double latestCeiling;

  /** Unit directions of the bent trend, free of its mean, one a ceiling of the grid. */
  private final double[][] bends;

  private ShockDesign(LocalDate control, double[] years, double flatGrowth, int daysBefore) {
    this.control = control;
    this.years = years;
    int before = (int) Arrays.stream(years).filter(t -> t < 0).count();
    int after = years.length - before;
    int daysAfter = (int) Arrays.stream(years).filter(t -> t >= 0).distinct().count();
    for (ShockShape shape : ShockShape.values()) {
      if (before < shape.leastPointsBefore()) {
        exclude(
            shape, "%d points before control, %d are needed", before, shape.leastPointsBefore());
      } else if (daysBefore < 2) {
        exclude(shape, "all %d points before control have the same date", before, 0);
      } else if (after < shape.leastPointsAfter()) {
        exclude(shape, "%d points from control on, %d are needed", after, shape.leastPointsAfter());
      } else if (daysAfter < shape.leastDaysAfter()) {
        exclude(shape, "all %d points from control on have the same date", after, 0);
      } else if (years.length <= shape.coefficients() + 2) {
        exclude(shape, "%d points in all, %d are needed", years.length, shape.coefficients() + 3);
      }
    }
    int columns =
        !excluded.containsKey(ShockShape.SLOPE)
            ? LINEAR_COLUMNS
            : !excluded.containsKey(ShockShape.SHIFT)
                ? 3
                : excluded.containsKey(ShockShape.NONE) ? 0 : 2;
    this.directions = new double[columns][];
    this.triangle = new double[columns][columns];
    orthogonalise();
    double last = Arrays.stream(years).max().orElseThrow();
    this.latestCeiling = last / FastMath.acosh(1 / Math.sqrt(flatGrowth));
    this.bends =
        excluded.containsKey(ShockShape.CEILING)
            ? new double[0][]
            : IntStream.rangeClosed(0, GRID)
                .mapToObj(i -> bend(gridCeiling(i)))
                .toArray(double[][]::new);
  }

  private void exclude(ShockShape shape, String reason, int points, int needed) {
    excluded.put(shape, String.format(Locale.ROOT, reason, points, needed));
  }

  /**
   * Makes the dates ready.
   *
   * @param dates day of each point, in the order of time; several may share a day
   * @param control day of control; a point of that day counts as after it
   * @param flatGrowth share of the old growth at or below which a path counts as flat; a ceiling is
   *     reached when growth at the last point is so low
   * @return the design
   * @throws IllegalArgumentException if an argument is null, there is no date, a date or control
   *     lies outside the years 1 to 9999, the dates are not in order or all equal, or the share is
   *     not between 0 and 1 by a billionth or more
   */
  public static ShockDesign of(List<LocalDate> dates, LocalDate control, double flatGrowth) {
    Argument.require(!Argument.given("dates", dates).isEmpty(), "a series needs points");
    Argument.day("control", control);
    Argument.require(
        flatGrowth >= FLATTEST && flatGrowth <= 1 - FLATTEST,
        "flat growth must be a share between 0 and 1 of the old, not %s",
        flatGrowth);
    Argument.requireOrder(dates);
    Argument.require(
        !dates.get(0).equals(dates.get(dates.size() - 1)),
        "all %d points have the date %s",
        dates.size(),
        dates.get(0));
    return new ShockDesign(
        control,
        dates.stream().mapToDouble(day -> years(control, day)).toArray(),
        flatGrowth,
        (int) dates.stream().filter(day -> day.isBefore(control)).distinct().count());
  }

  /**
   * Years between two days.
   *
   * @param control a day
   * @param day a day
   * @return days between over 365.25, negative if the day comes first
   * @throws IllegalArgumentException if one is null
   */
  public static double years(LocalDate control, LocalDate day) {
    Argument.given("control", control);
    Argument.given("day", day);
    return JulianYear.between(control, day);
  }

  /**
   * The day that lies so many years from another, the inverse of {@link #years}.
   *
   * @param control a day
   * @param years years, negative for an earlier day
   * @return the nearest day
   * @throws IllegalArgumentException if the day is null, or the years are not finite or more than
   *     ten thousand
   */
  public static LocalDate day(LocalDate control, double years) {
    Argument.day("control", control);
    Argument.require(Math.abs(years) <= MOST_YEARS, "years must be some 10,000 at most: %s", years);
    return control.plusDays(Math.round(years * JulianYear.DAYS));
  }

  /** Years of old growth that the ceiling leaves of so many years since control. */
  static double bent(double years, double ceiling) {
    if (years <= 0) {
      return years;
    }
    return ceiling > 0 ? ceiling * Math.tanh(years / ceiling) : 0;
  }

  /**
   * Why a shape is not fitted.
   *
   * @param shape the shape
   * @return the reason; empty if the series identifies the shape
   * @throws IllegalArgumentException if the shape is null
   */
  public Optional<String> excluded(ShockShape shape) {
    Argument.given("shape", shape);
    return Optional.ofNullable(excluded.get(shape));
  }

  /** Gram-Schmidt, each direction taken out twice, which is enough for full precision. */
  private void orthogonalise() {
    for (int j = 0; j < directions.length; j++) {
      double[] column = new double[years.length];
      for (int i = 0; i < column.length; i++) {
        double s = Math.max(0, years[i]);
        double d = years[i] < 0 ? 0 : 1;
        column[i] = j == 0 ? 1 : j == 1 ? years[i] : j == 2 ? d : s;
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int l = 0; l < j; l++) {
          triangle[l][j] += takeOut(directions[l], column);
        }
      }
      triangle[j][j] = Math.sqrt(product(column, column));
      for (int i = 0; i < column.length; i++) {
        column[i] /= triangle[j][j];
      }
      directions[j] = column;
    }
  }

  private double gridCeiling(int i) {
    return latestCeiling * Math.max(SOONEST, (double) i / GRID);
  }

  private double[] bend(double ceiling) {
    double[] bend = new double[years.length];
    double mean = 0;
    for (int i = 0; i < bend.length; i++) {
      bend[i] = bent(years[i], ceiling);
      mean += bend[i] / bend.length;
    }
    for (int i = 0; i < bend.length; i++) {
      bend[i] -= mean;
    }
    double length = Math.sqrt(product(bend, bend));
    for (int i = 0; i < bend.length; i++) {
      bend[i] /= length;
    }
    return bend;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Takes a unit direction out of the values; returns how much of it there was. */
  private static double takeOut(double[] direction, double[] values) {
    double share = product(direction, values);
    for (int i = 0; i < values.length; i++) {
      values[i] -= share * direction[i];
    }
    return share;
  }

  /**
   * A series on the directions: its share of each, the residual sums after 1..4 of them, and the
   * best ceiling.
   */
  private final class Projection {
    private final double[] shares = new double[directions.length];
    private final double[] rss = new double[directions.length];
    private double ceiling = Double.NaN;
    private double ceilingRss = Double.NaN;

    Projection(double[] y) {
      double[] rest = y.clone();
      for (int j = 0; j < directions.length; j++) {
        shares[j] = takeOut(directions[j], rest);
        rss[j] = product(rest, rest);
        if (j == 0 && bends.length > 0) {
          findCeiling(rest);
        }
      }
    }

    /** The best of the grid, then parabolas through it and its neighbours, far and near. */
    private void findCeiling(double[] rest) {
      double most = -1;
      int best = 0;
      for (int i = 0; i < bends.length; i++) {
        double share = product(bends[i], rest);
        if (share * share > most) {
          most = share * share;
          best = i;
        }
      }
      ceiling = gridCeiling(best);
      double step = latestCeiling / GRID;
      for (int pass = 0; pass < PARABOLAS && best > 0 && best < GRID; pass++) {
        double before = explained(ceiling - step, rest);
        double after = explained(ceiling + step, rest);
        double curve = before - 2 * most + after;
        double between = ceiling + (before - after) / (2 * curve) * step;
        double there = curve < 0 ? explained(between, rest) : 0;
        if (there > most) {
          most = there;
          ceiling = between;
        }
        step *= NEARER;
      }
      ceilingRss = Math.max(0, rss[0] - most);
    }

    private double explained(double ceiling, double[] rest) {
      double share = product(bend(ceiling), rest);
      return share * share;
    }

    /** The directions that a shape takes: a slope that its sign forbids is none. */
    int columns(ShockShape shape) {
      if (shape == ShockShape.SLOPE || shape == ShockShape.REBOUND) {
        return (shape == ShockShape.SLOPE) == shares[3] < 0 ? LINEAR_COLUMNS : 3;
      }
      return shape.coefficients();
    }

    double aicc(ShockShape shape) {
      double sum = shape == ShockShape.CEILING ? ceilingRss : rss[columns(shape) - 1];
      return Akaike.aicc(sum, years.length, shape.coefficients());
    }

    double[] coefficients(int columns) {
      double[] b = new double[LINEAR_COLUMNS];
      for (int j = columns - 1; j >= 0; j--) {
        b[j] = shares[j];
        for (int l = j + 1; l < columns; l++) {
          b[j] -= triangle[j][l] * b[l];
        }
        b[j] /= triangle[j][j];
      }
      return b;
    }
  }

  private Projection project(double[] y) {
    if (Argument.given("y", y).length != years.length) {
      throw Argument.wrong("%d values for %d dates", y.length, years.length);
    }
    for (int i = 0; i < y.length; i++) {
      if (!Double.isFinite(y[i])) {
        throw Argument.wrong("value %d of y is not finite: %s", i, y[i]);
      }
      if (Math.abs(y[i]) > Argument.LARGEST) {
        throw Argument.wrong("value %d of y is too large to be squared: %s", i, y[i]);
      }
    }
    if (!Argument.varies(y)) {
      throw Argument.wrong("all %d values are %s", y.length, y[0]);
    }
    if (excluded.containsKey(ShockShape.NONE)) {
      throw Argument.wrong("no shape is identified: %s", excluded.get(ShockShape.NONE));
    }
    return new Projection(y);
  }

  /** The criterion weighs errors: where a shape leaves rounding alone, its weight is rounding. */
  private Projection withError(double[] y) {
    Projection projection = project(y);
    double largest = 0;
    for (double value : y) {
      largest = Math.max(largest, Math.abs(value));
    }
    double rounding = Argument.ROUNDING * largest;
    double least = projection.rss[projection.rss.length - 1];
    least = Double.isNaN(projection.ceilingRss) ? least : Math.min(least, projection.ceilingRss);
    if (!(least > y.length * rounding * rounding)) {
      throw Argument.wrong("y lies on a shape without error: nothing is left to weigh");
    }
    return projection;
  }

  /**
   * Fits every shape that the series identifies.
   *
   * @param y the values on the scale to fit, one a date
   * @return the fits
   * @throws IllegalArgumentException if there is not one value a date, a value is not finite, all
   *     are equal but for rounding, they lie on a shape without any error, or no shape is
   *     identified
   */
  public ShockFits fit(double[] y) {
    Projection projection = withError(y);
    List<ShockFit> fits = new ArrayList<>();
    for (ShockShape shape : ShockShape.values()) {
      if (!excluded.containsKey(shape)) {
        fits.add(shape == ShockShape.CEILING ? ceiling(projection, y) : linear(projection, shape));
      }
    }
    return new ShockFits(fits);
  }

  private ShockFit linear(Projection projection, ShockShape shape) {
    int columns = projection.columns(shape);
    double[] b = projection.coefficients(columns);
    return new ShockFit(
        shape,
        control,
        b[0],
        b[1],
        b[2],
        b[3],
        Double.NaN,
        projection.rss[columns - 1],
        projection.aicc(shape),
        years.length,
        columns < shape.coefficients());
  }

  /** The grid's answer and three more starts, followed to the bottom. */
  private ShockFit ceiling(Projection projection, double[] y) {
    double soonest = latestCeiling * SOONEST;
    NonlinearLeastSquares best =
        NonlinearLeastSquares.fit(
            y,
            (b, values, derivatives) -> {
              for (int i = 0; i < years.length; i++) {
                double bent = bent(years[i], b[2]);
                values[i] = b[0] + b[1] * bent;
                derivatives[i][0] = 1;
                derivatives[i][1] = bent;
                double u = years[i] / b[2];
                double tanh = Math.tanh(u);
                derivatives[i][2] = u > 0 ? b[1] * (tanh - u * (1 - tanh * tanh)) : 0;
              }
            },
            new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, soonest},
            new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, latestCeiling},
            start(y, projection.ceiling),
            start(y, latestCeiling / 4),
            start(y, latestCeiling / 2),
            start(y, latestCeiling));
    boolean grid = projection.ceilingRss < best.rss();
    double[] b = grid ? start(y, projection.ceiling) : best.parameters();
    double rss = grid ? projection.ceilingRss : best.rss();
    return new ShockFit(
        ShockShape.CEILING,
        control,
        b[0],
        b[1],
        0,
        0,
        b[2],
        rss,
        Akaike.aicc(rss, years.length, ShockShape.CEILING.coefficients()),
        years.length,
        b[2] < 2 * soonest || b[2] > latestCeiling * (1 - SOONEST));
  }

  private double[] start(double[] y, double ceiling) {
    double[] bent = Arrays.stream(years).map(t -> bent(t, ceiling)).toArray();
    double[] line = LeastSquares.withConstant(y, bent).coefficients();
    return new double[] {line[0], line[1], ceiling};
  }

  /**
   * The Akaike weight of one shape without the fits, for many series at the same dates; that of
   * {@link #fit} to nine digits.
   *
   * @param shape a shape that the series identifies
   * @param y the values on the scale to fit, one a date
   * @return its weight, a fraction of one
   * @throws IllegalArgumentException as {@link #fit}, or if the shape is excluded
   */
  public double weight(ShockShape shape, double[] y) {
    requireIdentified(shape);
    Projection projection = withError(y);
    ShockShape[] shapes = ShockShape.values();
    double[] criteria = new double[shapes.length];
    for (int i = 0; i < shapes.length; i++) {
      criteria[i] = excluded.containsKey(shapes[i]) ? Double.NaN : projection.aicc(shapes[i]);
    }
    return Akaike.weights(criteria)[shape.ordinal()];
  }

  /**
   * The shift of the path at control by M1, with its interval. Neighbours are counted in points, as
   * if these were evenly spaced.
   *
   * @param y the values on the scale to fit, one a date
   * @param level the coverage, a fraction of one
   * @param errors how the interval allows for autocorrelation
   * @return the shift -delta, in units of c; negative is a loss
   * @throws IllegalArgumentException as {@link #fit}, or if the shift is not identified
   */
  public Interval pathShift(double[] y, double level, SerialErrors errors) {
    return pathShift(y, level, errors, OptionalDouble.empty());
  }

  /**
   * The same beside an old trend that had a bend of its own before control.
   *
   * @param y the values on the scale to fit, one a date
   * @param level the coverage, a fraction of one
   * @param errors how the interval allows for autocorrelation
   * @param earlierBend years from control to the bend, below zero; it is taken as known
   * @return the shift -delta, in units of c; negative is a loss
   * @throws IllegalArgumentException as {@link #fit}, or if the shift is not identified
   */
  public Interval pathShift(
      double[] y, double level, SerialErrors errors, OptionalDouble earlierBend) {
    return interval(ShockShape.SHIFT, y, level, errors, earlierBend);
  }

  /**
   * The change of growth at control by M2 without its bound, with its interval. Neighbours are
   * counted in points, as if these were evenly spaced.
   *
   * @param y the values on the scale to fit, one a date
   * @param level the coverage, a fraction of one
   * @param errors how the interval allows for autocorrelation
   * @return the change -theta, in units of c a year; negative is a slowdown
   * @throws IllegalArgumentException as {@link #fit}, or if the slope is not identified
   */
  public Interval pathSlopeChangePerYear(double[] y, double level, SerialErrors errors) {
    return pathSlopeChangePerYear(y, level, errors, OptionalDouble.empty());
  }

  /**
   * The same beside an old trend that had a bend of its own before control.
   *
   * @param y the values on the scale to fit, one a date
   * @param level the coverage, a fraction of one
   * @param errors how the interval allows for autocorrelation
   * @param earlierBend years from control to the bend, below zero; it is taken as known
   * @return the change -theta, in units of c a year; negative is a slowdown
   * @throws IllegalArgumentException as {@link #fit}, or if the slope is not identified
   */
  public Interval pathSlopeChangePerYear(
      double[] y, double level, SerialErrors errors, OptionalDouble earlierBend) {
    return interval(ShockShape.SLOPE, y, level, errors, earlierBend);
  }

  /**
   * Growth after control over growth before it by M2 without its bound, a line on either side and a
   * jump between them, with the interval of every ratio that a test does not reject. Neighbours are
   * counted in points, as if these were evenly spaced.
   *
   * @param y the values on the scale to fit, one a date
   * @param level the coverage, a fraction of one
   * @param errors how the test allows for autocorrelation
   * @param earlierBend years from control to a bend of the old trend, below zero, taken as known;
   *     growth before control is then that from the bend on
   * @return the ratio (g - theta) / g; empty where growth before control is not told from none
   * @throws IllegalArgumentException as {@link #fit}, or if the slope is not identified
   */
  public Optional<Interval> growthRatio(
      double[] y, double level, SerialErrors errors, OptionalDouble earlierBend) {
    requireIdentified(ShockShape.SLOPE);
    Argument.given("errors", errors);
    project(y);
    List<double[]> columns = columns(ShockShape.SLOPE, earlierBend);
    double bend = earlierBend.isPresent() ? 1 : 0;
    double[] before = {0, 1, 0, 0, bend};
    double[] after = {0, 1, 0, 1, bend};
    return LeastSquares.withConstant(y, columns.toArray(double[][]::new))
        .ratio(
            Arrays.copyOf(after, columns.size() + 1),
            Arrays.copyOf(before, columns.size() + 1),
            level,
            errors);
  }

  /**
   * The growth before control and after it.
   *
   * @param before in units of the values a year
   * @param after the same
   */
  public record Slopes(double before, double after) {}

  /**
   * Growth before and after control by M2 without its bound, a line on either side and a jump
   * between them, by least squares.
   *
   * @param y the values on the scale to fit, one a date
   * @return both slopes
   * @throws IllegalArgumentException as {@link #fit}, or if the slope is not identified
   */
  public Slopes slopes(double[] y) {
    requireIdentified(ShockShape.SLOPE);
    project(y);
    double[][] columns = columns(ShockShape.SLOPE, OptionalDouble.empty()).toArray(double[][]::new);
    double[] b = LeastSquares.withConstant(y, columns).coefficients();
    return new Slopes(b[1], b[1] + b[3]);
  }

  private Interval interval(
      ShockShape shape, double[] y, double level, SerialErrors errors, OptionalDouble earlierBend) {
    requireIdentified(shape);
    Argument.given("errors", errors);
    project(y);
    List<double[]> columns = columns(shape, earlierBend);
    return LeastSquares.withConstant(y, columns.toArray(double[][]::new))
        .interval(shape.coefficients() - 1, level, errors);
  }

  /** Beside the constant: the trend, the jump, the change of slope, and a bend before control. */
  private List<double[]> columns(ShockShape shape, OptionalDouble earlierBend) {
    List<double[]> columns = new ArrayList<>();
    columns.add(years);
    columns.add(Arrays.stream(years).map(t -> t < 0 ? 0 : 1).toArray());
    if (shape == ShockShape.SLOPE) {
      columns.add(Arrays.stream(years).map(t -> Math.max(0, t)).toArray());
    }
    earlierBend.ifPresent(
        bend -> columns.add(Arrays.stream(years).map(t -> Math.max(0, t - bend)).toArray()));
    return columns;
  }

  private void requireIdentified(ShockShape shape) {
    Argument.given("shape", shape);
    if (excluded.containsKey(shape)) {
      throw Argument.wrong("%s is not identified: %s", shape, excluded.get(shape));
    }
  }
}
