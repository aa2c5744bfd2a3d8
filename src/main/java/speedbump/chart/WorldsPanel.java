package speedbump.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
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
   * One world.
   *
   * @param name what is true in it
   * @param holds share of draws in which the rule says "holds"
   * @param fails share of draws in which the rule says "fails"
   * @param leastHolds the least share of "holds" that the test must reach, or NaN
   * @param mostHolds the largest share of "holds" allowed, or NaN
   * @param mostFails the largest share of "fails" allowed, or NaN
   */
  public record World(
      String name,
      double holds,
      double fails,
      double leastHolds,
      double mostHolds,
      double mostFails) {

    /**
     * Checks that the shares are shares.
     *
     * @param name what is true in it
     * @param holds share of draws in which the rule says "holds"
     * @param fails share of draws in which the rule says "fails"
     * @param leastHolds the least share of "holds" that the test must reach, or NaN
     * @param mostHolds the largest share of "holds" allowed, or NaN
     * @param mostFails the largest share of "fails" allowed, or NaN
     */
    public World {
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
     * @return the world
     */
    public static World claimTrue(
        String name, double holds, double fails, double leastHolds, double mostFails) {
      return new World(name, holds, fails, leastHolds, Double.NaN, mostFails);
    }

    /**
     * A world in which the claim is false.
     *
     * @param name what is true in it
     * @param holds share of draws in which the rule says "holds"
     * @param fails share of draws in which the rule says "fails"
     * @param mostHolds the largest share of "holds" allowed
     * @return the world
     */
    public static World claimFalse(String name, double holds, double fails, double mostHolds) {
      return new World(name, holds, fails, Double.NaN, mostHolds, Double.NaN);
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

  private static final double BAR = 20;
  private static final double MOST_SLOT = 92;

  private final List<World> worlds;

  private WorldsPanel(String title, List<World> worlds) {
    super(title);
    this.worlds = worlds;
  }

  static WorldsPanel of(List<World> worlds) {
    if (worlds.isEmpty()) {
      throw new IllegalArgumentException("a panel of worlds needs a world");
    }
    return new WorldsPanel("", List.copyOf(worlds));
  }

  @Override
  public WorldsPanel titled(String title) {
    return new WorldsPanel(title, worlds);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f\u00a0%%", share * 100);
  }

  @Override
  void draw(Canvas canvas, Box whole) {
    Box area = underTitle(canvas, whole);
    List<KeyEntry> entries =
        List.of(
            new KeyEntry("holds", Marker.SQUARE, Tone.HOLDS.fill(), Tone.HOLDS.ink()),
            new KeyEntry("neither", Marker.SQUARE, Tone.OPEN.fill(), Tone.OPEN.ink()),
            new KeyEntry("fails", Marker.SQUARE, Tone.FAILS.fill(), Tone.FAILS.ink()));
    double top = key(canvas, entries, area) + 2;
    double left = area.x();
    double width = area.width() - 4;
    double slot = Math.min((area.bottom() - top) / worlds.size(), MOST_SLOT);
    for (World world : worlds) {
      double y = canvas.paragraph(world.name(), Type.LABEL, Canvas.DARK, left, top, width) + 3;
      double needed = y + BAR + 4 + Type.FOOTER.leading();
      if (needed > top + slot + 0.5) {
        throw new IllegalStateException(
            "the panel of worlds needs "
                + (int) Math.ceil((needed - top - slot) * worlds.size())
                + " pixels more in height");
      }
      List<Bound> bounds = world.bounds();
      double[] marks =
          bounds.stream()
              .mapToDouble(b -> left + width * (b.fromRight() ? 1 - b.share() : b.share()))
              .toArray();
      double neither = Math.max(0, 1 - world.holds() - world.fails());
      double start = left;
      segment(
          canvas, Tone.HOLDS, world.holds(), new Box(start, y, width * world.holds(), BAR), marks);
      start += width * world.holds();
      segment(canvas, Tone.OPEN, neither, new Box(start, y, width * neither, BAR), marks);
      start += width * neither;
      segment(
          canvas, Tone.FAILS, world.fails(), new Box(start, y, width * world.fails(), BAR), marks);
      double taken = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < marks.length; i++) {
        Bound bound = bounds.get(i);
        double at = marks[i];
        canvas.line(Color.WHITE, 3.6f, null, at, y - 2, at, y + BAR + 4);
        canvas.line(Canvas.DARK, 1.6f, null, at, y - 2, at, y + BAR + 4);
        double w = canvas.width(bound.text(), Type.FOOTER);
        double x = Math.max(left, Math.min(at - w / 2, left + width - w));
        x = Math.max(x, taken + 8);
        x = Math.min(x, left + width - w);
        canvas.text(bound.text(), Type.FOOTER, Canvas.DARK, x, y + BAR + 14, 0);
        taken = x + w;
      }
      top += slot;
    }
  }

  /** A part of a bar, with its share at the first place clear of the marks, if there is one. */
  private void segment(Canvas canvas, Tone tone, double share, Box part, double[] marks) {
    canvas.graphics().setColor(tone.fill());
    canvas.graphics().fill(new Rectangle2D.Double(part.x(), part.y(), part.width(), part.height()));
    String text = percent(share);
    double w = canvas.width(text, Type.STRONG);
    for (double x = part.x() + 5; x + w + 4 <= part.right(); x++) {
      Box box = new Box(x - 4, part.y(), w + 8, BAR);
      if (Arrays.stream(marks).noneMatch(at -> at > box.x() && at < box.right())) {
        Color ink = tone == Tone.OPEN ? Canvas.DARK : Color.WHITE;
        canvas.text(text, Type.STRONG, ink, x, part.y() + BAR / 2 + 4, 0);
        return;
      }
    }
  }
}
