package speedbump.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * One axis: its range, its title with the unit, and where its ticks stand.
 *
 * <p>Ticks come at round numbers, on years at 1 January (and at quarters where the span is short),
 * on logarithmic axes at 1, 2, 5 times powers of ten even within one decade.
 */
public final class Axis {

  private enum Kind {
    LINEAR,
    SHARE,
    LOG,
    YEARS,
    CATEGORIES,
    NONE
  }

  /** A tick: where and what it says. */
  record Tick(double value, String text) {}

  private static final double[] ROUND = {1, 2, 5};

  private final Kind kind;
  private final double min;
  private final double max;
  private final String title;
  private final List<String> categories;

  private Axis(Kind kind, double min, double max, String title, List<String> categories) {
    if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) {
      throw new IllegalArgumentException(
          "axis \"" + title + "\" must run upwards, but runs from " + min + " to " + max);
    }
    this.kind = kind;
    this.min = min;
    this.max = max;
    this.title = title;
    this.categories = categories;
  }

  /**
   * An axis with equal steps.
   *
   * @param min its start
   * @param max its end
   * @param title measure and unit, for instance "lag, months"; may be empty
   * @return the axis
   * @throws IllegalArgumentException if the range is empty or not finite
   */
  public static Axis linear(double min, double max, String title) {
    return new Axis(Kind.LINEAR, min, max, title, List.of());
  }

  /**
   * An axis of shares: values are fractions of one, labels are percentages.
   *
   * @param min its start, as a fraction
   * @param max its end, as a fraction
   * @param title the measure; may be empty
   * @return the axis
   * @throws IllegalArgumentException if the range is empty or not finite
   */
  public static Axis share(double min, double max, String title) {
    return new Axis(Kind.SHARE, min, max, title, List.of());
  }

  /**
   * A logarithmic axis.
   *
   * @param min its start, above zero
   * @param max its end
   * @param title measure and unit; may be empty
   * @return the axis
   * @throws IllegalArgumentException if the range is empty, not finite or reaches zero
   */
  public static Axis log(double min, double max, String title) {
    if (!(min > 0)) {
      throw new IllegalArgumentException(
          "logarithmic axis \"" + title + "\" must start above 0, but starts at " + min);
    }
    return new Axis(Kind.LOG, min, max, title, List.of());
  }

  /**
   * An axis of time in fractional years, see {@link #year(LocalDate)}.
   *
   * @param min its start
   * @param max its end
   * @return the axis
   * @throws IllegalArgumentException if the range is empty or not finite
   */
  public static Axis years(double min, double max) {
    return new Axis(Kind.YEARS, min, max, "", List.of());
  }

  /**
   * An axis of names: the first stands at 0, the next at 1; upright axes run downwards.
   *
   * @param names the names
   * @return the axis
   * @throws IllegalArgumentException if there is no name
   */
  public static Axis categories(String... names) {
    return categories(Arrays.asList(names));
  }

  /**
   * An axis of names: the first stands at 0, the next at 1; upright axes run downwards.
   *
   * @param names the names
   * @return the axis
   * @throws IllegalArgumentException if there is no name
   */
  public static Axis categories(List<String> names) {
    return new Axis(Kind.CATEGORIES, -0.5, names.size() - 0.5, "", List.copyOf(names));
  }

  /**
   * An axis that is not drawn: from 0 to 1, without line, ticks and grid, for diagrams.
   *
   * @return the axis
   */
  public static Axis none() {
    return new Axis(Kind.NONE, 0, 1, "", List.of());
  }

  /**
   * A date as a fractional year: year + (day of the year - 1) / (days of that year), so that 1
   * January is a whole number.
   *
   * @param date the date
   * @return years
   */
  public static double year(LocalDate date) {
    return date.getYear() + (date.getDayOfYear() - 1.0) / date.lengthOfYear();
  }

  /** A range around data, a twentieth wider on both sides; from 0 to 1 if there are none. */
  static Axis around(DoubleStream values) {
    DoubleSummaryStatistics all = values.summaryStatistics();
    if (all.getCount() == 0) {
      return linear(0, 1, "");
    }
    double low = all.getMin();
    double high = all.getMax();
    double pad = high > low ? (high - low) / 20 : Math.max(Math.abs(low) / 20, 1);
    return linear(low - pad, high + pad, "");
  }

  double min() {
    return min;
  }

  double max() {
    return max;
  }

  String title() {
    return title;
  }

  boolean isDrawn() {
    return kind != Kind.NONE;
  }

  boolean isCategories() {
    return kind == Kind.CATEGORIES;
  }

  boolean contains(double value) {
    double slack = 1e-9 * (max - min);
    return value >= min - slack && value <= max + slack;
  }

  /** Refuses values beyond the axis; the message names what has them, and the direction. */
  void refuseOutside(String name, String direction, double... values) {
    for (double value : values) {
      if (!contains(value)) {
        throw new IllegalArgumentException(
            "\"%s\": %s = %s lies outside the axis, %s to %s"
                .formatted(name, direction, value, min, max));
      }
    }
  }

  double clamp(double value) {
    return Math.max(min, Math.min(max, value));
  }

  /** Where a value stands between the axis's start, 0, and its end, 1. */
  double position(double value) {
    return (scaled(value) - scaled(min)) / (scaled(max) - scaled(min));
  }

  private double scaled(double value) {
    return kind == Kind.LOG ? Math.log10(value) : value;
  }

  /** At most so many ticks (never fewer than one on a category axis, which has them all). */
  List<Tick> ticks(int most) {
    switch (kind) {
      case CATEGORIES:
        List<Tick> names = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
          names.add(new Tick(i, categories.get(i)));
        }
        return names;
      case NONE:
        return List.of();
      case YEARS:
        return yearTicks(most);
      case LOG:
        return logTicks(most);
      default:
        return linearTicks(most);
    }
  }

  private List<Tick> linearTicks(int most) {
    double unit = Math.pow(10, Math.floor(Math.log10((max - min) / Math.max(most, 1))) - 1);
    for (double power = unit; ; power *= 10) {
      for (double round : ROUND) {
        double step = power * round;
        long first = (long) Math.ceil(min / step - 1e-9);
        long last = (long) Math.floor(max / step + 1e-9);
        if (last - first + 1 <= most) {
          int decimals = decimals(kind == Kind.SHARE ? step * 100 : step);
          List<Tick> ticks = new ArrayList<>();
          for (long i = first; i <= last; i++) {
            ticks.add(
                new Tick(
                    i * step,
                    kind == Kind.SHARE
                        ? number(i * step * 100, decimals) + "%"
                        : number(i * step, decimals)));
          }
          return ticks;
        }
      }
    }
  }

  private List<Tick> yearTicks(int most) {
    if (max - min <= 2.5) {
      for (int months : new int[] {1, 3, 6}) {
        List<Tick> ticks = new ArrayList<>();
        for (int y = (int) Math.floor(min); y <= max; y++) {
          for (int month = 1; month <= 12; month += months) {
            LocalDate day = LocalDate.of(y, month, 1);
            if (contains(year(day))) {
              ticks.add(new Tick(year(day), month == 1 ? "" + y : monthName(month)));
            }
          }
        }
        if (ticks.size() <= most) {
          return ticks;
        }
      }
    }
    for (int step : new int[] {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
      List<Tick> ticks = new ArrayList<>();
      for (long y = (long) Math.ceil(min / step - 1e-9) * step; contains(y); y += step) {
        ticks.add(new Tick(y, Long.toString(y)));
      }
      if (ticks.size() <= most) {
        return ticks;
      }
    }
    return List.of();
  }

  private static String monthName(int month) {
    return List.of(
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
        .get(month - 1);
  }

  private List<Tick> logTicks(int most) {
    double decades = Math.log10(max / min);
    if (decades < 0.5) { // too short for round multiples: equal steps, at their place on the scale
      return linearTicks(Math.max(2, most));
    }
    for (double[] multiples :
        new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1, 3}, {1}}) {
      List<Tick> ticks = logTicks(multiples, 1);
      if (ticks.size() <= Math.min(most, multiples.length > 3 ? 6 : most)) {
        return ticks;
      }
    }
    for (int every = 2; ; every++) {
      List<Tick> ticks = logTicks(new double[] {1}, every);
      if (ticks.size() <= most) {
        return ticks;
      }
    }
  }

  private List<Tick> logTicks(double[] multiples, int every) {
    List<Tick> ticks = new ArrayList<>();
    int from = Math.floorDiv((int) Math.floor(Math.log10(min)), every) * every;
    for (int exponent = from; exponent <= Math.log10(max) + 1e-9; exponent += every) {
      for (double multiple : multiples) {
        double value = Double.parseDouble((int) multiple + "e" + exponent);
        if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
          ticks.add(new Tick(value, logText((int) multiple, exponent)));
        }
      }
    }
    return ticks;
  }

  private String logText(int multiple, int exponent) {
    if (min >= 1e-4 && max <= 1e6) {
      return number(multiple * Math.pow(10, exponent), Math.max(0, -exponent));
    }
    if (exponent >= 0 && exponent <= 2) {
      return number(multiple * Math.pow(10, exponent), 0);
    }
    return (multiple == 1 ? "" : multiple + "\u00a0×\u00a0") + "10" + superscript(exponent);
  }

  private static String superscript(int exponent) {
    String signs = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : signs.charAt(c - '0'));
    }
    return text.toString();
  }

  private static int decimals(double step) {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }

  /** A number with thousands separated, a fixed number of decimals and a real minus sign. */
  private static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    if (text.startsWith("-")) {
      text =
          text.chars().anyMatch(c -> c >= '1' && c <= '9')
              ? "−" + text.substring(1)
              : text.substring(1);
    }
    return text;
  }
}
