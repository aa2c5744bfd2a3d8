package speedbump.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToneTest {

  private static final List<List<Tone>> SEEN_TOGETHER =
      List.of(
          List.of(Tone.US, Tone.CHINA, Tone.OTHERS, Tone.HIGHLIGHT),
          List.of(Tone.US, Tone.ALLIES, Tone.FAINT, Tone.CHINA),
          List.of(Tone.HOLDS, Tone.FAILS, Tone.OPEN));

  /** Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB. */
  private static final double[][][] BLINDNESS = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {
      {0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}
    },
    {
      {0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}
    },
    {
      {1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}
    },
  };

  @ParameterizedTest
  @EnumSource(Tone.class)
  void textIsReadableOnWhite(Tone tone) {
    double contrast = 1.05 / (luminance(tone.ink()) + 0.05);
    assertTrue(contrast >= 4.5, tone + " has contrast " + contrast);
  }

  @Test
  void tonesSeenTogetherStayApartForEveryEye() {
    for (List<Tone> group : SEEN_TOGETHER) {
      for (Tone a : group) {
        for (Tone b : group) {
          for (double[][] eye : BLINDNESS) {
            double d = distance(lab(a.fill(), eye), lab(b.fill(), eye));
            // 15 in CIE 1976 is several times the least difference seen side by side, 2.3
            assertTrue(a == b || d > 15, a + " and " + b + " are only " + d + " apart");
          }
        }
      }
    }
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  /** CIE L*a*b* (1976), white point D65. */
  private static double[] lab(Color colour, double[][] eye) {
    double[] in = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rgb[i] += eye[i][j] * in[j];
      }
      rgb[i] = Math.max(0, Math.min(1, rgb[i]));
    }
    double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
    double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }
}
