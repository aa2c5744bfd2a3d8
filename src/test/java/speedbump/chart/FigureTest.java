package speedbump.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.chart.Layout.Box;
import speedbump.chart.SpecificationCurve.Estimate;
import speedbump.chart.WorldsPanel.World;
import speedbump.claim.Standing;

class FigureTest {

  static Stream<Arguments> kinds() {
    return Stream.of(760, 520)
        .flatMap(
            width ->
                Demo.all(width).entrySet().stream()
                    .map(e -> Arguments.of(e.getKey() + " " + width, e.getValue())));
  }

  /** What every picture must meet; returns its layout. */
  static Layout assertTidy(Figure figure) {
    Layout layout = figure.layout();
    Box whole = new Box(0, 0, layout.width(), layout.height());
    List<Layout.Text> texts = layout.texts();
    assertFalse(texts.isEmpty());
    for (int i = 0; i < texts.size(); i++) {
      Layout.Text text = texts.get(i);
      assertTrue(whole.contains(text.box()), () -> text + " leaves the picture");
      for (Layout.Text other : texts.subList(i + 1, texts.size())) {
        assertFalse(text.box().overlaps(other.box()), () -> text + " covers " + other);
      }
      for (Box marker : layout.markers()) {
        assertFalse(
            text.onPlot() && text.box().overlaps(marker),
            () -> text + " covers the mark " + marker);
      }
    }
    return layout;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void nothingOverlapsAndNothingLeavesThePicture(String name, Figure figure) {
    assertTidy(figure);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aNarrowFigureShowsTheSameUnderOneAnother(String name, Figure figure) {
    Figure narrow = figure.narrow();
    Layout layout = assertTidy(narrow);
    assertEquals(390, layout.width());
    assertEquals(narrow.height(), layout.height());
    assertEquals(figure.alt(), narrow.alt());
    Layout wide = figure.layout();
    assertEquals(wide.markers().size(), layout.markers().size());
    List<String> words = words(layout);
    for (Layout.Text text : wide.texts()) {
      // ticks apart, which are fewer on a shorter axis
      if (text.text().chars().anyMatch(c -> c >= 'a' && c <= 'z')) {
        assertTrue(words.containsAll(List.of(text.text().split(" "))), text::toString);
      }
    }
  }

  private static List<String> words(Layout layout) {
    return layout.texts().stream().flatMap(t -> Stream.of(t.text().split(" "))).toList();
  }

  @Test
  void panelsOfARowStandUnderOneAnotherWhereItIsNarrow() {
    List<Layout.Text> texts = Demo.columns(760).narrow().layout().texts();
    double before = -100;
    for (String title : List.of("Within a decade", "Shares", "Many decades")) {
      Box box = texts.stream().filter(t -> t.text().equals(title)).findFirst().get().box();
      assertEquals(16, box.x());
      assertTrue(box.y() > before + 100, title);
      before = box.y();
    }
  }

  @Test
  void dotsThatWouldCoverEachOtherStandOnOneAnotherAndStrayOnesAtTheEnd() {
    Layout layout =
        Figure.titled("Worlds")
            .panel(
                Panel.worlds(
                        Axis.linear(0, 10, "heads"),
                        List.of(new World("a", List.of(5.0, 5.0, 5.0, 99.0, 1.0), "")))
                    .observed(8, "the data"))
            .layout();
    List<Box> dots = layout.markers();
    assertEquals(5, dots.size());
    List<Double> x = dots.stream().map(Box::x).toList();
    assertEquals(x.get(1), x.get(2));
    assertEquals(x.get(2), x.get(3));
    assertTrue(dots.get(1).y() > dots.get(2).y() && dots.get(2).y() > dots.get(3).y());
    assertTrue(x.get(4) + dots.get(4).width() <= layout.width() - 16 && x.get(4) > x.get(3));
  }

  @Test
  void longTextsBreakWhereItIsNarrow() {
    String many = "a text of so many words that no narrow picture has room for it in one line";
    Layout layout =
        assertTidy(
            Figure.titled(many)
                .panel(
                    Panel.xy()
                        .xAxis(Axis.linear(0, 1, many))
                        .yAxis(Axis.linear(0, 1, many))
                        .points(many, a(0.5), a(0.4), List.of(many), Tone.US)
                        .line(many, a(0, 1), a(0, 1), Tone.CHINA)
                        .verticalLine(0.5, many)
                        .horizontalLine(0.7, many))
                .panel(
                    Panel.specificationCurve(
                        List.of("choice"), List.of(new Estimate(1, Standing.HOLDS, List.of(many)))))
                .panel(
                    Panel.worlds(
                        Axis.linear(0, 1, many), List.of(new World(many, List.of(0.5), many))))
                .narrow());
    String all = String.join(" ", words(layout));
    assertEquals(12, all.split("a text of so many words", -1).length - 1, all);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void twoDrawsGiveTheSameBytesInAnyLocale(String name, Figure figure) {
    byte[] first = figure.png();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertArrayEquals(first, figure.png());
    } finally {
      Locale.setDefault(before);
    }
    assertTrue(first.length < 110_000, first.length + " bytes");
  }

  @Test
  void everyTextAskedForIsDrawn() {
    List<String> drawn = Demo.lag(760).layout().texts().stream().map(Layout.Text::text).toList();
    assertTrue(
        drawn.containsAll(
            List.of(
                "Model R", "Kilo K2 Thinking", "licence for H20, April 2025", "2025", "months")),
        drawn::toString);
  }

  @Test
  void thePictureIsTwiceItsSizeAndThePaletteKeepsIt() throws IOException {
    Figure figure = Demo.compute(760);
    BufferedImage drawn = figure.image();
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(figure.png()));
    assertEquals(1520, read.getWidth());
    assertEquals(880, read.getHeight());
    assertEquals(Color.WHITE.getRGB(), read.getRGB(0, 0));
    int off = 0;
    for (int y = 0; y < read.getHeight(); y++) {
      for (int x = 0; x < read.getWidth(); x++) {
        Color a = new Color(drawn.getRGB(x, y));
        Color b = new Color(read.getRGB(x, y));
        int d =
            Math.max(
                Math.abs(a.getRed() - b.getRed()),
                Math.max(
                    Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
        off += d > 24 ? 1 : 0;
      }
    }
    // 0.1 % of the pixels: rims of letters in rare colours
    assertTrue(off < 1520 * 880 / 1000, off + " pixels changed visibly");
  }

  @Test
  void theFontIsOurs() {
    for (HouseFont font : HouseFont.values()) {
      assertTrue(font.at(12).getFontName(Locale.ROOT).startsWith("Open Sans"), font::toString);
      assertEquals(-1, font.at(12).canDisplayUpTo("−–×≤≥²αβσΔµ±≈“”’…€%"));
    }
    // drawn text follows the font's outlines: its width is the font's, whatever the machine has
    double width =
        HouseFont.STRONG
            .at(19)
            .createGlyphVector(new java.awt.font.FontRenderContext(null, true, true), "Title")
            .getLogicalBounds()
            .getWidth();
    Figure figure = Figure.titled("Title").panel(Panel.xy().line("", a(0, 1), a(0, 1), Tone.US));
    assertEquals(width, figure.layout().texts().get(0).box().width(), 1e-9);
  }

  @Test
  void aSignThatTheFontLacksIsNamed() {
    Figure figure = Figure.titled("深度").panel(Panel.xy().line("", a(0, 1), a(0, 1), Tone.US));
    String message = assertThrows(IllegalArgumentException.class, figure::png).getMessage();
    assertTrue(message.contains("深"), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void labelsFindRoomWhereverPointsLie(int seed) {
    Random random = new Random(seed);
    int n = 14;
    double[] x = random.doubles(n, 2023, 2026).sorted().toArray();
    double[] y = random.doubles(n, 0, 20).toArray();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      names.add("Model " + (char) ('A' + i) + " " + (10 + random.nextInt(400)) + "B");
    }
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.years(2023, 2026))
            .yAxis(Axis.linear(0, 20, "months"))
            .line("", x, y, Tone.FAINT)
            .points("", x, y, names, Tone.CHINA);
    double[] events = random.doubles(5, 2023, 2026).toArray();
    for (double event : events) {
      panel = panel.verticalLine(event, "rules of " + Math.round(event * 10) / 10.0);
    }
    for (int width : new int[] {520, 760}) {
      Layout layout = assertTidy(Figure.titled("A finding").size(width, 440).panel(panel));
      assertTrue(layout.texts().stream().map(Layout.Text::text).toList().containsAll(names));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60, 300, 400})
  void specificationCurvesOfEverySize(int n) {
    Layout layout =
        assertTidy(
            Figure.titled("Every choice")
                .size(760, 520)
                .panel(unmarked(Demo.specifications(Math.max(n, 4)))));
    assertTrue(
        layout.texts().stream().anyMatch(t -> t.text().equals("developers' best")) || n < 20);
  }

  private static Panel unmarked(SpecificationCurve curve) {
    return curve.titled("300 specifications");
  }

  @Test
  void unusableSpecificationsAreCountedAndTheRestDrawn() {
    Layout layout = Figure.titled("Curve").size(760, 520).panel(Demo.specifications(300)).layout();
    List<String> texts = layout.texts().stream().map(Layout.Text::text).toList();
    assertTrue(texts.contains("unusable: 12"), texts::toString);
    assertEquals(288, layout.markers().size());
  }

  @Test
  void stepsKeepTheirValueUntilTheNext() {
    BufferedImage image =
        Figure.titled("Steps")
            .panel(
                Panel.xy()
                    .xAxis(Axis.linear(0, 2, ""))
                    .yAxis(Axis.linear(0, 1, ""))
                    .steps("", a(0.2, 1, 1.8), a(0.2, 0.8, 0.8), Tone.CHINA))
            .image();
    int[] early = rows(image, 0.35);
    int[] late = rows(image, 0.75);
    assertTrue(early[0] > late[1], "before the step the line lies lower on the picture");
    assertTrue(early[1] - early[0] < 8, "and is level");
  }

  /** First and last row with the colour of China in the column at a share of the coloured span. */
  private static int[] rows(BufferedImage image, double share) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if (image.getRGB(x, y) == Tone.CHINA.fill().getRGB()) {
          first = Math.min(first, x);
          last = Math.max(last, x);
        }
      }
    }
    int column = first + (int) (share * (last - first));
    int[] rows = {Integer.MAX_VALUE, -1};
    for (int y = 0; y < image.getHeight(); y++) {
      if (image.getRGB(column, y) == Tone.CHINA.fill().getRGB()) {
        rows[0] = Math.min(rows[0], y);
        rows[1] = Math.max(rows[1], y);
      }
    }
    return rows;
  }

  @Test
  void xchartPutsMarksWhereTheAxesSay() {
    BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    double[][] expected = {{20.25, 150.75}, {120.5, 90.625}, {220.75, 30.5}};
    List<Point2D> points = new ArrayList<>();
    for (double[] at : expected) {
      points.add(new Point2D.Double(at[0], at[1]));
    }
    new XChartPlot(300, 200)
        .marks(image.createGraphics(), points, Marker.SQUARE, Color.RED, Color.RED, 3);
    for (double[] at : expected) {
      double[] centre = centreNear(image, at);
      assertEquals(at[0], centre[0], 1.0, Arrays.toString(centre));
      assertEquals(at[1], centre[1], 1.0, Arrays.toString(centre));
    }
  }

  private static double[] centreNear(BufferedImage image, double[] at) {
    double x = 0;
    double y = 0;
    int n = 0;
    for (int i = (int) at[0] - 12; i < at[0] + 12; i++) {
      for (int j = (int) at[1] - 12; j < at[1] + 12; j++) {
        if (new Color(image.getRGB(i, j)).getRed() > 127) {
          x += i + 0.5;
          y += j + 0.5;
          n++;
        }
      }
    }
    return new double[] {x / n, y / n};
  }

  @Test
  void figuresAndPanelsDoNotChange() {
    double[] x = {0, 1};
    double[] y = {0, 1};
    XyPanel panel = Panel.xy().line("", x, y, Tone.US);
    byte[] before = Figure.titled("Title").panel(panel).png();
    y[1] = 0.5;
    panel.highlight(0.5, 0.5, "more");
    assertArrayEquals(before, Figure.titled("Title").panel(panel).png());
    assertNotEquals(
        before.length, Figure.titled("Title").panel(panel.highlight(0.5, 0.5, "x")).png().length);
  }

  @Test
  void altTextIsTheOneSetOrTheTitle() {
    assertEquals("A. B", Figure.titled("A").subtitle("B").alt());
    assertEquals("C", Figure.titled("A").subtitle("B").alt("C").alt());
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    refused("value 1 is NaN", () -> Panel.xy().line("lag", a(0, 1), a(0, Double.NaN), Tone.US));
    refused("2 positions, but 1 values", () -> Panel.xy().points("p", a(0, 1), a(0), Tone.US));
    refused(
        "1 labels for 2 points",
        () -> Panel.xy().points("p", a(0, 1), a(0, 1), List.of("one"), Tone.US));
    refused("descends", () -> Panel.xy().steps("s", a(1, 0), a(0, 1), Tone.US));
    refused("upside down", () -> Panel.xy().intervals(a(0), a(2), a(1), Tone.US));
    refused("lies in none", () -> Panel.xy().histogram("h", a(5), a(0, 1), Tone.US));
    refused("must ascend", () -> Panel.xy().bars("b", a(1, 1), a(2), Tone.US));
    refused("has no panel", () -> Figure.titled("t").png());
    refused("is blank", () -> Figure.titled(" "));
    refused(
        "no number was put into \"%,d of 5%\"", () -> Figure.titled("5% down").footer("%,d of 5%"));
    refused("200 to 4000", () -> Figure.titled("t").size(100, 300));
    refused("shows nothing", () -> Figure.titled("t").panel(Panel.xy()).png());
    refused("a dot at NaN", () -> new World("w", List.of(Double.NaN), ""));
    refused("needs a world", () -> Panel.worlds(Axis.linear(0, 1, ""), List.of()));
    refused("needs a specification", () -> Panel.specificationCurve(List.of(), List.of()));
    refused(
        "x = 3.0 lies outside the axis, 0.0 to 2.0",
        () ->
            Figure.titled("t")
                .panel(Panel.xy().xAxis(Axis.linear(0, 2, "")).points("p", a(3), a(1), Tone.US))
                .png());
    refused(
        "pixels more in height",
        () -> Figure.titled("t").size(760, 300).panel(Demo.specifications(40)).png());
    refused(
        "no room for its name",
        () ->
            Figure.titled("t")
                .size(760, 220)
                .panel(
                    Panel.xy()
                        .yAxis(Axis.categories("a b c d e f g h i j k l m n".split(" ")))
                        .points("", a(1), a(1), Tone.US))
                .png());
  }

  private static void refused(String message, org.junit.jupiter.api.function.Executable drawing) {
    RuntimeException e = assertThrows(RuntimeException.class, drawing);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  private static double[] a(double... values) {
    return values;
  }
}
