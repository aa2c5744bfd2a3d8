package speedbump.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layout.Box;

/**
 * What the rule says in simulated worlds: for each world a bar of one, split into how often the
 * rule says "holds", neither, "fails", with the registered bounds as marks.
 */
public final class WorldsPanel extends Panel {

  /** A bound: at most or at least this share of draws, counted from the left or the right end. */
  private record Bound(double share, String text, boolean fromRight) {}

  /**
   * What the rule says in one world.
   *
   * @param name what is true in it
   * @param holds share of draws in which the rule says "holds"
   * @param fails share of draws in which the rule says "fails"
   * @param leastHolds the least share of "holds" that the test must reach, or NaN
   * @param mostHolds the largest share of "holds" allowed, or NaN
   * @param mostFails the largest share of "fails" allowed, or NaN
   */
  public record Bar(
      String name,
      double holds,
      double fails,
      double leastHolds,
      double mostHolds,
      double mostFails) {

    /**
     * @throws IllegalArgumentException if a share is negative or they add up to more than one
     */
    public Bar {
      if (!(holds >= 0 && fails >= 0 && holds + fails <= 1 + 1e-9)) {
        throw new IllegalArgumentException(
            "world \"" + name + "\": shares " + holds + " and " + fails + " are not shares of one");
      }
    }

    /**
     * A world in which the claim is true.
     *
     * @param name what is true in it
     * @param holds share of draws in which the rule says "holds"
     * @param fails share of draws in which the rule says "fails"
     * @param leastHolds the least share of "holds" that the test must reach
     * @param mostFails the largest share of "fails" allowed
     * @return the bar
     */
    public static Bar claimTrue(
        String name, double holds, double fails, double leastHolds, double mostFails) {
      return new Bar(name, holds, fails, leastHolds, Double.NaN, mostFails);
    }

    /**
     * A world in which the claim is false.
     *
     * @param name what is true in it
     * @param holds share of draws in which the rule says "holds"
     * @param fails share of draws in which the rule says "fails"
     * @param mostHolds the largest share of "holds" allowed
     * @return the bar
     */
    public static Bar claimFalse(String name, double holds, double fails, double mostHolds) {
      return new Bar(name, holds, fails, Double.NaN, mostHolds, Double.NaN);
    }

    private List<Bound> bounds() {
      List<Bound> bounds = new ArrayList<>();
      if (Double.isFinite(leastHolds)) {
        bounds.add(new Bound(leastHolds, "holds ≥ " + percent(leastHolds), false));
      }
      if (Double.isFinite(mostHolds)) {
        bounds.add(new Bound(mostHolds, "holds ≤ " + percent(mostHolds), false));
      }
      if (Double.isFinite(mostFails)) {
        bounds.add(new Bound(mostFails, "fails ≤ " + percent(mostFails), true));
      }
      return bounds;
    }
  }

  private static final double HEIGHT = 20;
  private static final double MOST_SLOT = 92;

  private final List<Bar> bars;

  private WorldsPanel(String title, List<Bar> bars) {
    super(title);
    this.bars = bars;
  }

  static WorldsPanel of(List<Bar> bars) {
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a panel of worlds needs a world");
    }
    return new WorldsPanel("", List.copyOf(bars));
  }

  @Override
  public WorldsPanel titled(String title) {
    return new WorldsPanel(title, bars);
  }

  @Override
  double wished(double row) {
    return 0; // bars have a height of their own
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", share * 100);
  }

  @Override
  void draw(Canvas canvas, Box whole) {
    Box area = underTitle(canvas, whole);
    List<KeyEntry> entries =
        List.of(
            new KeyEntry("holds", Marker.SQUARE, Tone.HOLDS),
            new KeyEntry("neither", Marker.SQUARE, Tone.OPEN),
            new KeyEntry("fails", Marker.SQUARE, Tone.FAILS));
    double top = key(canvas, entries, area) + 2;
    double width = area.width() - 4;
    double needed = 0;
    for (Bar bar : bars) {
      int lines = canvas.wrap(bar.name(), Type.LABEL, width).size();
      needed = Math.max(needed, lines * Type.LABEL.leading() + HEIGHT + 7 + Type.FOOTER.leading());
    }
    double slot = Math.min((area.bottom() - top) / bars.size(), Math.max(needed, MOST_SLOT));
    if (needed > slot + 0.5) {
      throw new NoRoom(
          "the panel of worlds needs "
              + (int) Math.ceil((needed - slot) * bars.size())
              + " pixels more in height");
    }
    for (Bar bar : bars) {
      double y = canvas.paragraph(bar.name(), Type.LABEL, Canvas.DARK, area.x(), top, width) + 3;
      bar(canvas, bar, new Box(area.x(), y, width, HEIGHT));
      top += slot;
    }
  }

  private void bar(Canvas canvas, Bar bar, Box box) {
    List<Bound> bounds = bar.bounds();
    double[] marks =
        bounds.stream()
            .mapToDouble(b -> box.x() + box.width() * (b.fromRight() ? 1 - b.share() : b.share()))
            .toArray();
    double neither = Math.max(0, 1 - bar.holds() - bar.fails());
    double start = segment(canvas, Tone.HOLDS, bar.holds(), box.x(), box, marks);
    start = segment(canvas, Tone.OPEN, neither, start, box, marks);
    segment(canvas, Tone.FAILS, bar.fails(), start, box, marks);
    double taken = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < marks.length; i++) {
      String text = bounds.get(i).text();
      double at = marks[i];
      canvas.line(Color.WHITE, 3.6f, null, at, box.y() - 2, at, box.bottom() + 4);
      canvas.line(Canvas.DARK, 1.6f, null, at, box.y() - 2, at, box.bottom() + 4);
      double w = canvas.width(text, Type.FOOTER);
      double x = Math.max(box.x(), Math.min(at - w / 2, box.right() - w));
      x = Math.min(Math.max(x, taken + 8), box.right() - w);
      canvas.text(text, Type.FOOTER, Canvas.DARK, x, box.bottom() + 14, 0);
      taken = x + w;
    }
  }

  /**
   * Draws a part of a bar, with its share at the first place clear of the marks, if there is one;
   * returns where the part ends.
   */
  private double segment(
      Canvas canvas, Tone tone, double share, double start, Box bar, double[] marks) {
    double end = start + bar.width() * share;
    canvas.fill(tone.fill(), start, bar.y(), bar.width() * share, HEIGHT);
    String text = percent(share);
    double w = canvas.width(text, Type.STRONG);
    for (double x = start + 5; x + w + 4 <= end; x++) {
      double from = x - 4;
      double to = from + w + 8;
      if (Arrays.stream(marks).noneMatch(at -> at > from && at < to)) {
        Color ink = tone == Tone.OPEN ? Canvas.DARK : Color.WHITE;
        canvas.text(text, Type.STRONG, ink, x, bar.y() + HEIGHT / 2 + 4, 0);
        break;
      }
    }
    return end;
  }
}
