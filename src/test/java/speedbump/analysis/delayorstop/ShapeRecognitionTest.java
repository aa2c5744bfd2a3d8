package speedbump.analysis.delayorstop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.analysis.shared.Planted;
import speedbump.model.ShockFit;
import speedbump.model.ShockShape;

class ShapeRecognitionTest {
  private static final List<ShockFit> TRUTH =
      List.of(
          shape(ShockShape.NONE, 0, 0, 1),
          shape(ShockShape.SHIFT, -1, 0, 1),
          shape(ShockShape.SLOPE, 0, -0.6, 1),
          shape(ShockShape.CEILING, 0, 0, 0.5),
          shape(ShockShape.REBOUND, -1, 0.5, 1));

  private static ShockFit shape(ShockShape shape, double shift, double slope, double ceiling) {
    return new ShockFit(shape, Planted.CONTROL, 0, 1, shift, slope, ceiling, 1, 0, 12, false);
  }

  /** With hardly any noise every shape is recognised. */
  @Test
  void shapesAreRecognisedWhereTheSeriesCarryThem() {
    ShapeRecognition quiet = ShapeRecognition.of(TRUTH, 24, 0.01, 100, 0.1);
    assertEquals(24, quiet.pointsASide());
    assertEquals(5, quiet.shares().size());
    for (double share : quiet.shares()) {
      assertTrue(share > 0.75, quiet.toString());
    }
  }

  /** With much, a short series calls nearly everything none. */
  @Test
  void aShortLoudSeriesShowsNoShape() {
    List<Double> loud = ShapeRecognition.of(TRUTH, 6, 2, 400, 0.1).shares();
    assertTrue(loud.get(0) > 0.8, loud.toString());
    for (double share : loud.subList(1, 5)) {
      assertTrue(share < 0.25, loud.toString());
    }
  }

  /** What the notebook's table says; points closer or farther than a quarter give other shares. */
  @Test
  void pointsLieAQuarterApart() {
    List<Double> shares = ShapeRecognition.of(TRUTH, 12, 0.25, 400, 0.1).shares();
    double[] expected = {0.84, 0.88, 0.69, 0.89, 0.99};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], shares.get(i), 0.05, shares.toString());
    }
  }
}
