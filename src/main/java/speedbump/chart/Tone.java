package speedbump.chart;

import java.awt.Color;

/**
 * The colours of every picture, named by what they mean, so that one meaning never has two colours.
 *
 * <p>The tones that stand for countries, for the marked item and for the sides of a rule differ in
 * lightness as well as in hue and stay apart for readers with red-green or blue-yellow colour
 * blindness. Each tone has a fill for marks and areas and an ink for text, whose contrast on white
 * is at least 4.5 (WCAG 2.1, criterion 1.4.3).
 */
public enum Tone {
  /** The United States. */
  US(0x1F5FA8, 0x1F5FA8),
  /** China. */
  CHINA(0xD6501E, 0xB8410F),
  /** Those who go along with the United States. */
  ALLIES(0x8CB4E6, 0x3D6EA5),
  /** Other economies, or everything that the sentence is not about. */
  OTHERS(0x9AA1A9, 0x5F6770),
  /** A dated rule or control. */
  CONTROLS(0x4A545E, 0x3A434C),
  /** The one item that the title speaks of. */
  HIGHLIGHT(0xF4B400, 0x1B1F23),
  /** A measure that belongs to nobody. */
  NEUTRAL(0x4A545E, 0x3A434C),
  /** Background: what is there for comparison only. */
  FAINT(0xC3C9CF, 0x6A727A),
  /** On the side where the proposition holds. */
  HOLDS(0x0B7A75, 0x0B7A75),
  /** On the side where the proposition fails. */
  FAILS(0x8C510A, 0x8C510A),
  /** On neither side. */
  OPEN(0xB4BAC1, 0x5F6770);

  private final Color fill;
  private final Color ink;

  Tone(int fill, int ink) {
    this.fill = new Color(fill);
    this.ink = new Color(ink);
  }

  /**
   * The colour of marks, lines and areas.
   *
   * @return an opaque colour
   */
  public Color fill() {
    return fill;
  }

  /**
   * The colour of text.
   *
   * @return an opaque colour, readable on white
   */
  public Color ink() {
    return ink;
  }
}
