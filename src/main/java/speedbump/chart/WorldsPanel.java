package speedbump.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layout.Box;

/**
 * Where a statistic falls in simulated worlds, and where the data fall: a lane a world, each of its
 * dots one in so many draws, and an upright line through all lanes for the data.
 *
 * @see <a href="https://doi.org/10.1145/2858036.2858558">Kay, Kola, Hullman and Munson (2016), When
 *     (ish) is my bus?, on quantile dot plots</a>
 */
public final class WorldsPanel extends Panel {
  private static final double RADIUS = 3.1;
  private static final double COLUMNS = 34;
  private static final double STEP = 2 * RADIUS + 0.3;
  private static final double STACK = 52;
  private static final double LANE_GAP = 10;
  private static final double TICK_ROOM = 70;
  private static final Color BASE = new Color(0xC9CED4);

  /**
   * A simulated world.
   *
   * @param name what is true in it
   * @param dots the statistic in draws that stand for equal shares of all, in any order; those
   *     beyond the axis are drawn at its end
   * @param told what the rule makes of its draws, in words; may be empty
   */
  public record World(String name, List<Double> dots, String told) {
    /**
     * Keeps its own copy.
     *
     * @throws IllegalArgumentException if a dot is not finite
     */
    public World {
      dots = List.copyOf(dots);
      for (double dot : dots) {
        if (!Double.isFinite(dot)) {
          throw new IllegalArgumentException("world \"" + name + "\": a dot at " + dot);
        }
      }
    }
  }

  private final Axis axis;
  private final List<World> worlds;
  private final double observed;
  private final String label;
  private final DoubleFunction<Tone> side;

  private WorldsPanel(
      String title,
      Axis axis,
      List<World> worlds,
      double observed,
      String label,
      DoubleFunction<Tone> side) {
    super(title);
    this.axis = axis;
    this.worlds = worlds;
    this.observed = observed;
    this.label = label;
    this.side = side;
  }

  static WorldsPanel of(Axis axis, List<World> worlds) {
    if (worlds.isEmpty()) {
      throw new IllegalArgumentException("a panel of worlds needs a world");
    }
    return new WorldsPanel("", axis, List.copyOf(worlds), Double.NaN, "", dot -> Tone.NEUTRAL);
  }

  /**
   * Marks where the data fall.
   *
   * @param value the statistic of the data, within the axis
   * @param text what is written at the line
   * @return a panel like this one
   * @throws IllegalArgumentException if the value lies outside the axis
   */
  public WorldsPanel observed(double value, String text) {
    axis.refuseOutside(text, "x", value);
    return new WorldsPanel(title(), axis, worlds, value, text, side);
  }

  /**
   * Colours each dot by the side of the rule that it falls on, for a rule that asks for nothing but
   * the statistic.
   *
   * @param tone the tone of a value
   * @return a panel like this one
   */
  public WorldsPanel coloured(DoubleFunction<Tone> tone) {
    return new WorldsPanel(title(), axis, worlds, observed, label, tone);
  }

  @Override
  public WorldsPanel titled(String title) {
    return new WorldsPanel(title, axis, worlds, observed, label, side);
  }

  @Override
  double wished(double row) {
    return 0; // lanes have a height of their own
  }

  @Override
  void draw(Canvas canvas, Box whole) {
    Box area = underTitle(canvas, whole);
    double left = area.x() + 6;
    double width = area.width() - 12;
    double top = area.y();
    boolean marked = Double.isFinite(observed);
    if (marked) {
      double w = canvas.width(label, Type.STRONG);
      double x = at(observed, left, width);
      double start = Math.max(area.x(), Math.min(x - w / 2, area.right() - w));
      canvas.text(label, Type.STRONG, Canvas.DARK, start, top + 12, 0);
      top += 20;
    }
    List<String> about = canvas.wrap(axis.title(), Type.AXIS, area.width());
    double bottom = area.bottom() - about.size() * Type.AXIS.leading() - 20;
    double texts = 0;
    for (World world : worlds) {
      texts += words(canvas, world, area);
    }
    double stack = (bottom - top - texts) / worlds.size() - LANE_GAP;
    if (stack < STACK) {
      throw new NoRoom(
          "the panel of worlds needs "
              + (int) Math.ceil((STACK - stack) * worlds.size())
              + " pixels more in height");
    }
    stack = Math.min(stack, STACK * 1.6);
    for (World world : worlds) {
      double y =
          canvas.paragraph(world.name(), Type.LABEL, Canvas.DARK, area.x(), top, area.width());
      y = canvas.paragraph(world.told(), Type.FOOTER, Canvas.GREY, area.x(), y, area.width());
      double base = y + stack + 2;
      canvas.line(BASE, 1, null, left, base, left + width, base);
      if (marked) {
        double x = at(observed, left, width);
        canvas.line(Canvas.DARK, 2f, null, x, y + 4, x, base);
      }
      dots(canvas, world, left, width, base, stack - 4);
      top = base + LANE_GAP - 2;
    }
    for (Axis.Tick tick : axis.ticks((int) Math.max(2, width / TICK_ROOM))) {
      double x = at(tick.value(), left, width);
      double w = canvas.width(tick.text(), Type.AXIS);
      canvas.line(Canvas.GREY, 1, null, x, top - LANE_GAP + 2, x, top - LANE_GAP + 6);
      double start = Math.max(area.x(), Math.min(x - w / 2, area.right() - w));
      canvas.text(tick.text(), Type.AXIS, Canvas.GREY, start, top + 9, 0);
    }
    canvas.paragraph(axis.title(), Type.AXIS, Canvas.GREY, area.x(), top + 13, area.width());
  }

  private static double words(Canvas canvas, World world, Box area) {
    return canvas.wrap(world.name(), Type.LABEL, area.width()).size() * Type.LABEL.leading()
        + (world.told().isEmpty()
            ? 0
            : canvas.wrap(world.told(), Type.FOOTER, area.width()).size() * Type.FOOTER.leading());
  }

  private double at(double value, double left, double width) {
    return left + width * axis.position(axis.clamp(value));
  }

  /**
   * Dots nearer to each other than a column is wide stand on one another, closer where there are
   * many, at the middle of their range.
   */
  private void dots(
      Canvas canvas, World world, double left, double width, double base, double room) {
    double column = Math.max(STEP, width / COLUMNS);
    List<Double> sorted = world.dots().stream().sorted().toList();
    List<List<Double>> stacks = new ArrayList<>();
    double start = Double.NEGATIVE_INFINITY;
    for (double dot : sorted) {
      double x = at(dot, left, width);
      if (x >= start + column) {
        stacks.add(new ArrayList<>());
        start = x;
      }
      stacks.get(stacks.size() - 1).add(dot);
    }
    int highest = stacks.stream().mapToInt(List::size).max().orElse(1);
    double step = Math.min(STEP, room / highest);
    for (List<Double> stack : stacks) {
      double first = at(stack.get(0), left, width);
      double x = (first + at(stack.get(stack.size() - 1), left, width)) / 2;
      for (int k = 0; k < stack.size(); k++) {
        double y = base - RADIUS - 1 - k * step;
        canvas.mark(Marker.DOT, side.apply(stack.get(k)).fill(), Color.WHITE, x, y, RADIUS);
        canvas.marker(x, y, RADIUS);
      }
    }
  }
}
