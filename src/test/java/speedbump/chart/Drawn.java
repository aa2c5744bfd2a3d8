package speedbump.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A figure draws, wide and narrow, and its description says what the drawing shows. */
public final class Drawn {
  /** An empty picture has far fewer. */
  private static final int LEAST_BYTES = 10_000;

  private Drawn() {}

  /**
   * Holds a figure to what it shows.
   *
   * @param figure the figure
   * @param said texts that stand in its description
   */
  public static void draws(Figure figure, String... said) {
    assertTrue(figure.png().length > LEAST_BYTES, figure.alt());
    assertTrue(figure.narrow().png().length > LEAST_BYTES, figure.alt());
    for (String text : said) {
      assertTrue(figure.alt().contains(text), text + " is not in: " + figure.alt());
    }
  }
}
