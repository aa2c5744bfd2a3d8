package speedbump.chart;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import speedbump.chart.Canvas.Type;
import speedbump.chart.Layout.Box;

/**
 * A chain of stages from the left to the right: each piece of a stage is as wide as its market and
 * filled by the shares of its holders. Where the first or the last holder has at least a threshold,
 * the piece is cut without it and bears a mark at that holder's side. In a narrow panel the chain
 * runs downwards.
 */
public final class ChainPanel extends Panel {
  private static final double NARROW = 500;
  private static final double GAP = 7;
  private static final double MARK = 5;
  private static final double MARK_ROOM = MARK + 5;
  private static final double LEAST_PIECE = 1.5;
  private static final double LEAST_CROSS = 120;
  private static final double LEAST_LENGTH = 330;
  private static final double HEAD_GAP = 4;
  private static final Type HEAD = Type.LABEL;

  /**
   * Who holds a part.
   *
   * @param name the name for the key
   * @param tone its colour
   */
  public record Holder(String name, Tone tone) {}

  /**
   * A piece of a stage.
   *
   * @param label what is written on it where there is room; may be empty
   * @param size its market, above 0
   * @param shares the share of each holder, in their order; what they leave to one is not filled
   */
  public record Piece(String label, double size, List<Double> shares) {
    /**
     * Keeps its own copy.
     *
     * @throws IllegalArgumentException if the size is not above 0, or the shares are negative or
     *     add up to more than one
     */
    public Piece {
      shares = List.copyOf(shares);
      double sum = shares.stream().mapToDouble(one -> one).sum();
      if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("piece \"%s\": a size of %s".formatted(label, size));
      }
      if (shares.stream().anyMatch(one -> !(one >= 0)) || sum > 1 + 1e-9) {
        throw new IllegalArgumentException("piece \"%s\": shares of %s".formatted(label, shares));
      }
    }
  }

  /**
   * A stage.
   *
   * @param name its name
   * @param pieces its pieces, in the order in which they stand
   */
  public record Stage(String name, List<Piece> pieces) {
    /** Keeps its own copy. */
    public Stage {
      pieces = List.copyOf(pieces);
    }

    private double size() {
      return pieces.stream().mapToDouble(Piece::size).sum();
    }
  }

  private final List<Holder> holders;
  private final List<Stage> stages;
  private final double threshold;
  private final String mark;

  private ChainPanel(
      String title, List<Holder> holders, List<Stage> stages, double threshold, String mark) {
    super(title);
    this.holders = holders;
    this.stages = stages;
    this.threshold = threshold;
    this.mark = mark;
  }

  static ChainPanel of(List<Holder> holders, List<Stage> stages, double threshold, String mark) {
    if (holders.size() < 2 || stages.isEmpty()) {
      throw new IllegalArgumentException("a chain needs two holders and a stage");
    }
    for (Stage stage : stages) {
      if (stage.pieces().isEmpty()
          || stage.pieces().stream().anyMatch(one -> one.shares().size() != holders.size())) {
        throw new IllegalArgumentException(
            "stage \"%s\" needs pieces with a share of each holder".formatted(stage.name()));
      }
    }
    return new ChainPanel("", List.copyOf(holders), List.copyOf(stages), threshold, mark);
  }

  @Override
  public ChainPanel titled(String title) {
    return new ChainPanel(title, holders, stages, threshold, mark);
  }

  @Override
  double wished(double row) {
    return row;
  }

  /** Where the chain lies: along it sizes are drawn, across it shares. */
  private record Frame(Canvas canvas, boolean down, double start, double from, double width) {
    Box box(double along, double length, double share, double part) {
      return down
          ? new Box(from + width * share, start + along, width * part, length)
          : new Box(start + along, from + width * (1 - share - part), length, width * part);
    }

    void fill(Color colour, Box box) {
      canvas.fill(colour, box.x(), box.y(), box.width(), box.height());
    }
  }

  @Override
  void draw(Canvas canvas, Box whole) {
    Box area = underTitle(canvas, whole);
    List<KeyEntry> entries = new ArrayList<>();
    holders.forEach(one -> entries.addAll(KeyEntry.of(one.name(), Marker.SQUARE, one.tone())));
    entries.addAll(KeyEntry.of(mark, Marker.SQUARE, Tone.HIGHLIGHT));
    double top = key(canvas, entries, area) + 2;
    Box rest = new Box(area.x(), top, area.width(), area.bottom() - top);
    if (rest.width() < NARROW) {
      down(canvas, rest);
    } else {
      across(canvas, rest);
    }
  }

  private void across(Canvas canvas, Box area) {
    double left = area.x() + canvas.width("100%", Type.AXIS) + 8;
    double length = area.right() - left;
    double unit = unit(length);
    List<List<String>> heads = new ArrayList<>();
    double[] middle = new double[stages.size()];
    double at = 0;
    for (int i = 0; i < stages.size(); i++) {
      double own = length(stages.get(i), unit);
      heads.add(canvas.wrap(stages.get(i).name(), HEAD, own + 2 * GAP));
      middle[i] = at + own / 2;
      at += own + GAP;
    }
    // every second name stands higher, so that neighbours have room
    int[] lines = new int[2];
    for (int i = 0; i < heads.size(); i++) {
      lines[i % 2] = Math.max(lines[i % 2], heads.get(i).size());
    }
    double lane = HEAD.leading();
    double headroom = (lines[0] + lines[1]) * lane + 2 * HEAD_GAP;
    double from = area.y() + headroom + MARK_ROOM;
    double width = area.bottom() - 24 - MARK_ROOM - from;
    if (width < LEAST_CROSS) {
      throw new NoRoom("the chain needs a higher panel");
    }
    Frame frame = new Frame(canvas, false, left, from, width);
    for (int i = 0; i < heads.size(); i++) {
      double first =
          i % 2 == 1
              ? area.y() + lines[0] * lane + HEAD_GAP + (lines[1] - heads.get(i).size()) * lane
              : area.y() + (lines[0] - heads.get(i).size()) * lane;
      double x = left + middle[i];
      double half = heads.get(i).stream().mapToDouble(t -> canvas.width(t, HEAD)).max().orElse(0);
      x = Math.max(area.x() + half / 2, Math.min(x, area.right() - half / 2));
      canvas.lines(heads.get(i), HEAD, Canvas.DARK, x, first + HEAD.ascent() + 1, 0.5);
      if (i % 2 == 0) {
        double under = first + heads.get(i).size() * lane + 2;
        canvas.line(Canvas.AXIS_LINE, 0.8f, null, x, under, x, from - MARK_ROOM + 2);
      }
    }
    pieces(frame, unit);
    for (double share : new double[] {0, 0.5, 1}) {
      double y = from + width * (1 - share);
      canvas.text("%.0f%%".formatted(100 * share), Type.AXIS, Canvas.GREY, left - 7, y + 4, 1);
    }
    canvas.arrow(
        Canvas.GREY,
        new Point2D.Double(left, area.bottom() - 12),
        new Point2D.Double(area.right() - 92, area.bottom() - 12));
    canvas.text("finished chip", Type.AXIS, Canvas.GREY, area.right(), area.bottom() - 8, 1);
  }

  private void down(Canvas canvas, Box area) {
    double start = area.y() + 18;
    double heads = stages.size() * (HEAD.leading() + 3);
    double length = area.bottom() - 22 - start;
    if (length < LEAST_LENGTH + heads) {
      throw new NoRoom("the chain needs a higher panel");
    }
    double from = area.x() + MARK_ROOM;
    double width = area.width() - 2 * MARK_ROOM;
    Frame frame = new Frame(canvas, true, start, from, width);
    double unit = unit(length - heads);
    double at = 0;
    for (Stage stage : stages) {
      canvas.text(stage.name(), HEAD, Canvas.DARK, from, start + at + HEAD.leading() - 2, 0);
      at += HEAD.leading() + 3 + length(stage, unit) + GAP;
    }
    pieces(frame, unit);
    for (double share : new double[] {0, 0.5, 1}) {
      canvas.text(
          "%.0f%%".formatted(100 * share),
          Type.AXIS,
          Canvas.GREY,
          from + width * share,
          area.y() + 10,
          share);
    }
    canvas.text("finished chip", Type.AXIS, Canvas.GREY, from, area.bottom() - 4, 0);
    double end = from + canvas.width("finished chip", Type.AXIS) + 14;
    canvas.arrow(
        Canvas.GREY,
        new Point2D.Double(end, area.bottom() - 18),
        new Point2D.Double(end, area.bottom() - 3));
  }

  /** Pixels a unit of size, such that all pieces and gaps fill a length. */
  private double unit(double length) {
    double free = length - GAP * (stages.size() - 1);
    double unit = free / stages.stream().mapToDouble(Stage::size).sum();
    // the least width of small pieces is taken off all
    for (int i = 0; i < 8; i++) {
      double used = 0;
      for (Stage stage : stages) {
        used += length(stage, unit);
      }
      unit *= free / used;
    }
    return unit;
  }

  private static double length(Stage stage, double unit) {
    return stage.pieces().stream().mapToDouble(one -> length(one, unit)).sum();
  }

  private static double length(Piece piece, double unit) {
    return Math.max(LEAST_PIECE, unit * piece.size());
  }

  private void pieces(Frame frame, double unit) {
    placed(unit, frame.down(), (piece, at, length) -> piece(frame, piece, at, length));
    double end = placed(unit, frame.down(), (piece, at, length) -> {}) - GAP;
    Box line = frame.box(0, end, threshold, 0);
    frame
        .canvas()
        .line(
            Canvas.DARK,
            1,
            Canvas.DOTS,
            line.x(),
            line.y(),
            line.x() + line.width(),
            line.y() + line.height());
    placed(unit, frame.down(), (piece, at, length) -> label(frame, piece, at, length));
  }

  /** What is done with a piece of which place and length along the chain are known. */
  private interface Placed {
    void at(Piece piece, double at, double length);
  }

  private double placed(double unit, boolean down, Placed what) {
    double at = 0;
    for (Stage stage : stages) {
      at += down ? HEAD.leading() + 3 : 0;
      for (Piece piece : stage.pieces()) {
        double length = length(piece, unit);
        what.at(piece, at, length);
        at += length;
      }
      at += GAP;
    }
    return at;
  }

  private void piece(Frame frame, Piece piece, double at, double length) {
    int last = holders.size() - 1;
    double rim = length > 4 ? 0.7 : 0;
    frame.fill(Canvas.GRID, frame.box(at, length - rim, 0, 1));
    double share = 0;
    for (int i = 0; i <= last; i++) {
      double part = piece.shares().get(i);
      double start = i == last ? 1 - part : share;
      frame.fill(holders.get(i).tone().fill(), frame.box(at, length - rim, start, part));
      share += part;
    }
    double reach = 1 / frame.width();
    if (piece.shares().get(0) >= threshold) {
      frame.fill(Tone.HIGHLIGHT.fill(), frame.box(at, length, -(MARK + 3) * reach, MARK * reach));
    }
    if (piece.shares().get(last) >= threshold) {
      frame.fill(Tone.HIGHLIGHT.fill(), frame.box(at, length, 1 + 3 * reach, MARK * reach));
    }
  }

  /** The larger side of a part that the line of the threshold crosses, else all of it. */
  private Box beside(Frame frame, double at, double length, double start, double part) {
    double before = threshold - start;
    if (before <= 0 || before >= part) {
      return frame.box(at, length, start, part);
    }
    return before > part - before
        ? frame.box(at, length, start, before)
        : frame.box(at, length, threshold, part - before);
  }

  /** Written on the widest part of the piece, in white on dark and in black on light. */
  private void label(Frame frame, Piece piece, double at, double length) {
    if (piece.label().isEmpty()) {
      return;
    }
    Canvas canvas = frame.canvas();
    int widest = 0;
    double[] start = new double[holders.size()];
    double share = 0;
    for (int i = 0; i < start.length; i++) {
      start[i] = i == start.length - 1 ? 1 - piece.shares().get(i) : share;
      share += piece.shares().get(i);
      widest = piece.shares().get(i) > piece.shares().get(widest) ? i : widest;
    }
    Box box = beside(frame, at, length, start[widest], piece.shares().get(widest));
    List<String> lines =
        frame.down() ? List.of(piece.label()) : Arrays.asList(piece.label().split(" "));
    double w = lines.stream().mapToDouble(one -> canvas.width(one, Type.FOOTER)).max().orElse(0);
    double h = lines.size() * Type.FOOTER.leading();
    if (w + 2 > box.width() || h > box.height()) {
      return;
    }
    Color fill = holders.get(widest).tone().fill();
    double bright = 0.3 * fill.getRed() + 0.59 * fill.getGreen() + 0.11 * fill.getBlue();
    canvas.lines(
        lines,
        Type.FOOTER,
        bright < 140 ? Color.WHITE : Canvas.DARK,
        box.x() + box.width() / 2,
        box.y() + (box.height() - h) / 2 + Type.FOOTER.ascent() + 2,
        0.5);
  }
}
