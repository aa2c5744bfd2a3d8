package speedbump.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.chart.ChainPanel.Holder;
import speedbump.chart.ChainPanel.Piece;
import speedbump.chart.ChainPanel.Stage;

class ChainPanelTest {
  private static final List<Holder> TWO =
      List.of(new Holder("first", Tone.US), new Holder("last", Tone.CHINA));

  private static Figure figure(int width, int height, Stage... stages) {
    return Figure.titled("A chain")
        .size(width, height)
        .panel(Panel.chain(TWO, List.of(stages), 0.5, "cut"));
  }

  private static Stage stage(String name, Piece... pieces) {
    return new Stage(name, List.of(pieces));
  }

  private static int pixels(Figure figure, Tone tone) {
    BufferedImage image = figure.image();
    int found = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        found += (image.getRGB(x, y) & 0xFFFFFF) == (tone.fill().getRGB() & 0xFFFFFF) ? 1 : 0;
      }
    }
    return found;
  }

  /** Colour covers as much as size times share says, across and downwards. */
  @ParameterizedTest
  @ValueSource(ints = {760, 390})
  void areasAreSizesTimesShares(int width) {
    Figure figure =
        figure(
            width,
            700,
            stage("one", new Piece("", 300, List.of(0.45, 0.1))),
            stage("two", new Piece("", 100, List.of(0.2, 0.45))));
    double first = 300 * 0.45 + 100 * 0.2;
    double last = 300 * 0.1 + 100 * 0.45;
    double seen = pixels(figure, Tone.US) / (double) pixels(figure, Tone.CHINA);
    assertEquals(first / last, seen, 0.05 * first / last);
  }

  /** A piece is marked from the threshold on, on the side of the holder that it needs. */
  @Test
  void marksStandWhereAHolderHasTheThreshold() {
    int none =
        pixels(
            figure(760, 400, stage("one", new Piece("", 1, List.of(0.49, 0.49)))), Tone.HIGHLIGHT);
    int first =
        pixels(figure(760, 400, stage("one", new Piece("", 1, List.of(0.5, 0.2)))), Tone.HIGHLIGHT);
    int last =
        pixels(figure(760, 400, stage("one", new Piece("", 1, List.of(0.2, 0.5)))), Tone.HIGHLIGHT);
    int both =
        pixels(figure(760, 400, stage("one", new Piece("", 1, List.of(0.5, 0.5)))), Tone.HIGHLIGHT);
    assertTrue(first > 10 * none && first == last);
    assertEquals(2 * (first - none), both - none);
  }

  @ParameterizedTest
  @ValueSource(ints = {760, 390})
  void textsFindRoom(int width) {
    Figure figure =
        figure(
            width,
            700,
            stage("first and long", new Piece("label", 5, List.of(0.6, 0.1))),
            stage("short", new Piece("", 1, List.of(0.1, 0.6)), new Piece("x", 9, List.of(1d, 0d))),
            stage("another name", new Piece("nothing fits here at all", 1, List.of(0.1, 0.6))));
    Layout layout = FigureTest.assertTidy(figure);
    assertTrue(layout.texts().stream().anyMatch(one -> one.text().equals("short")));
    assertTrue(layout.texts().stream().anyMatch(one -> one.text().equals("finished chip")));
  }

  @Test
  void aNarrowScreenGetsItsOwnHeight() {
    Stage one = stage("one", new Piece("", 1, List.of(0.2, 0.5)));
    Figure narrow = figure(760, 300, one, one, one, one, one, one).narrow();
    assertTrue(narrow.height() > 500, "height " + narrow.height());
    FigureTest.assertTidy(narrow);
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Piece("", 0, List.of(0.1, 0.1)));
    assertThrows(IllegalArgumentException.class, () -> new Piece("", 1, List.of(0.6, 0.6)));
    assertThrows(IllegalArgumentException.class, () -> new Piece("", 1, List.of(-0.1, 0.6)));
    assertThrows(
        IllegalArgumentException.class,
        () -> figure(760, 400, stage("one", new Piece("", 1, List.of(0.1)))));
    assertThrows(IllegalArgumentException.class, () -> figure(760, 400, stage("none")));
    assertThrows(IllegalArgumentException.class, () -> figure(760, 400));
    Stage one = stage("one", new Piece("", 1, List.of(0.2, 0.5)));
    assertThrows(NoRoom.class, () -> figure(760, 220, one).png());
  }
}
