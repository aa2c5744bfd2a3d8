package speedbump.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.chart.Layout.Box;
import speedbump.claim.Evidence;
import speedbump.claim.GroupResult;
import speedbump.claim.Power;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;

class EvidencePanelsTest {

  /** One specification a standing, the estimates in the standings' order. */
  private static GroupResult oneEach() {
    List<SpecificationResult> all = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      all.add(
          new SpecificationResult(
              new Specification(
                  "group",
                  List.of(new Specification.Selection("is", standing.name())),
                  standing == Standing.HOLDS,
                  true),
              standing,
              Evidence.of("lag", standing.ordinal()),
              ""));
    }
    return new GroupResult(
        "group",
        true,
        all,
        3,
        1,
        1,
        1 / 3.0,
        1 / 3.0,
        Power.none(),
        Standing.NEITHER,
        "",
        List.of());
  }

  @Test
  void aDotHasTheColourOfItsStanding() {
    Figure figure = Figure.titled("Curve").panel(EvidencePanels.curve(oneEach(), "lag"));
    Layout layout = figure.layout();
    List<Box> dots =
        layout.markers().stream().sorted((a, b) -> Double.compare(a.x(), b.x())).toList();
    // an unusable one is hollow: its middle is white, its rim is not
    List<Color> middles =
        List.of(Tone.HOLDS.fill(), Tone.FAILS.fill(), Tone.OPEN.fill(), Color.WHITE);
    assertEquals(middles.size(), dots.size());
    BufferedImage image = figure.image();
    for (int i = 0; i < dots.size(); i++) {
      Box dot = dots.get(i);
      assertEquals(
          middles.get(i), at(image, dot.x() + dot.width() / 2, dot), Standing.values()[i].name());
    }
    assertEquals(Tone.FAINT.fill(), at(image, dots.get(3).x() + 1, dots.get(3)));
    List<String> texts = layout.texts().stream().map(Layout.Text::text).toList();
    assertTrue(
        texts.containsAll(
            List.of("holds: 1", "fails: 1", "neither: 1", "unusable: 1", "shown here")),
        texts::toString);
  }

  @Test
  void whatHasNoValueIsCountedAndNotDrawn() {
    Figure figure = Figure.titled("Curve").panel(EvidencePanels.curve(oneEach(), "other"));
    assertTrue(figure.layout().texts().stream().anyMatch(t -> t.text().equals("unusable: 4")));
    assertEquals(List.of(), figure.layout().markers());
  }

  /** The colour at a place in the row of a dot's middle. */
  private static Color at(BufferedImage image, double x, Box dot) {
    return new Color(image.getRGB((int) (2 * x), (int) (2 * dot.y() + dot.height())));
  }
}
