package speedbump.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.chart.Layout.Box;
import speedbump.claim.Evidence;
import speedbump.claim.GroupResult;
import speedbump.claim.Power;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.claim.World;
import speedbump.claim.WorldDraws;
import speedbump.data.Catalog;

class EvidencePanelsTest {

  /** One specification a standing, the estimates in the standings' order. */
  private static GroupResult oneEach() {
    return oneEach(Power.none());
  }

  private static GroupResult oneEach(Power power) {
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
              Evidence.of("lag", standing.ordinal()).and("lag_minus_mean", standing.ordinal()),
              ""));
    }
    return new GroupResult(
        "group", true, all, 3, 1, 1, 1 / 3.0, 1 / 3.0, power, Standing.NEITHER, "", List.of());
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

  @Test
  void theChoiceStandsAboveItsOptionsAndTheDefaultIsMarked() {
    Layout layout = Figure.titled("Curve").panel(EvidencePanels.curve(oneEach(), "lag")).layout();
    List<String> texts = layout.texts().stream().map(Layout.Text::text).toList();
    List<String> matrix = List.of("is", "HOLDS", "FAILS", "NEITHER", "UNUSABLE");
    assertEquals(matrix, texts.stream().filter(matrix::contains).toList());
    // the default is the first of the four: nearest to the words that mark it
    Box shown = box(layout, "shown here");
    List<Box> dots =
        layout.markers().stream().sorted((a, b) -> Double.compare(a.x(), b.x())).toList();
    for (Box other : dots.subList(1, dots.size())) {
      assertTrue(distance(shown, dots.get(0)) < distance(shown, other), layout.toString());
    }
  }

  @Test
  void ofSeveralGroupsTheGroupStandsFirstAndItsOwnChoicesBehindItsName() {
    List<GroupResult> groups =
        List.of(
            holding("coarse", List.of(new Specification.Selection("cut", "one"))),
            holding(
                "fine",
                List.of(
                    new Specification.Selection("year", "2016"),
                    new Specification.Selection("cut", "two"))));
    Layout layout =
        Figure.titled("Curve").panel(EvidencePanels.curve(groups, "source", "rank")).layout();
    List<String> texts = layout.texts().stream().map(Layout.Text::text).toList();
    List<String> rows = List.of("source", "coarse", "fine, 2016", "cut", "one", "two");
    assertEquals(rows, texts.stream().filter(rows::contains).toList());
    assertTrue(texts.stream().noneMatch(List.of("year", "shown here")::contains), texts::toString);
    assertTrue(texts.contains("holds: 2"), texts::toString);
    assertEquals(2, layout.markers().size());
  }

  private static GroupResult holding(String name, List<Specification.Selection> selections) {
    SpecificationResult one =
        new SpecificationResult(
            new Specification(name, selections, true, true),
            Standing.HOLDS,
            Evidence.of("rank", 1),
            "");
    return new GroupResult(
        name, true, List.of(one), 1, 1, 0, 1, 0, Power.none(), Standing.HOLDS, "", List.of());
  }

  @Test
  void eachWorldSaysWhatItsDrawsMeetAndWhatIsAskedOfThem() {
    Registry registry = Registry.of(Catalog.shared());
    Proposition proposition = registry.proposition("6a");
    List<Double> quantiles =
        IntStream.range(0, WorldDraws.QUANTILES).mapToObj(i -> i / 10.0 - 3).toList();
    GroupResult group =
        oneEach(
            new Power(
                0.62,
                0.18,
                0.26,
                0.43,
                2000,
                0,
                0,
                List.of(
                    new WorldDraws(World.T, 1, 0.62, 0.18, 0, quantiles),
                    new WorldDraws(World.F, 1, 0.26, 0.43, 0, quantiles))));
    Layout layout =
        Figure.titled("Worlds")
            .size(760, 600)
            .panel(EvidencePanels.worlds(registry, "6a", group))
            .layout();
    String all =
        layout.texts().stream()
            .map(text -> text.text().replace('\u00a0', ' '))
            .collect(Collectors.joining(" "));
    for (String told :
        List.of(
            "If it is true: " + proposition.worlds(World.T).get(0).reads(),
            "says \"holds\" in 62% (at least 50% needed), \"fails\" in 18% (at most 20%)",
            "If it is false: " + proposition.worlds(World.F).get(0).reads(),
            "says \"holds\" in 26% (at most 20% allowed), \"fails\" in 43%",
            "the data: ")) {
      assertTrue(all.contains(told), all + "\n" + told);
    }
  }

  private static Box box(Layout layout, String text) {
    return layout.texts().stream()
        .filter(one -> one.text().equals(text))
        .findFirst()
        .orElseThrow()
        .box();
  }

  private static double distance(Box a, Box b) {
    return Math.hypot(
        a.x() + a.width() / 2 - b.x() - b.width() / 2,
        a.y() + a.height() / 2 - b.y() - b.height() / 2);
  }

  /** The colour at a place in the row of a dot's middle. */
  private static Color at(BufferedImage image, double x, Box dot) {
    return new Color(image.getRGB((int) (2 * x), (int) (2 * dot.y() + dot.height())));
  }
}
