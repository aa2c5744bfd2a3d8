package speedbump.chart;

import java.util.Arrays;
import java.util.List;

/** What a panel with two axes shows: each kind as its data, drawn by {@link XyDrawing}. */
sealed interface Layer {
  /** The x values that an axis made from the data has to show. */
  default double[] xs() {
    return new double[0];
  }

  /** The y values that an axis made from the data has to show. */
  default double[] ys() {
    return new double[0];
  }

  record Line(
      String name, double[] xs, double[] ys, Tone tone, float width, float[] dash, boolean steps)
      implements Layer {}

  record Points(
      String name, double[] xs, double[] ys, List<String> labels, Marker marker, Tone tone)
      implements Layer {}

  record Highlight(double x, double y, String text) implements Layer {
    @Override
    public double[] xs() {
      return new double[] {x};
    }

    @Override
    public double[] ys() {
      return new double[] {y};
    }
  }

  record Band(String name, double[] xs, double[] low, double[] high, Tone tone) implements Layer {
    @Override
    public double[] ys() {
      return joined(low, high);
    }
  }

  record Intervals(double[] at, double[] low, double[] high, Tone tone, boolean sideways)
      implements Layer {
    @Override
    public double[] xs() {
      return sideways ? joined(low, high) : at;
    }

    @Override
    public double[] ys() {
      return sideways ? at : joined(low, high);
    }
  }

  record Bars(String name, double[] edges, double[] heights, Tone tone) implements Layer {
    @Override
    public double[] xs() {
      return edges;
    }

    @Override
    public double[] ys() {
      return joined(heights, new double[] {0});
    }
  }

  record Event(double x, String text, Tone tone) implements Layer {}

  record Level(double y, String text, Tone tone) implements Layer {}

  record Arrow(double x1, double y1, double x2, double y2, String text, Tone tone)
      implements Layer {}

  record Label(double x, double y, String text, Tone tone) implements Layer {}

  private static double[] joined(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
