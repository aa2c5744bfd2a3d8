package speedbump.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * What one specification found: named figures, in the order in which they were given.
 *
 * @param figures the figures, no name twice
 */
public record Evidence(List<Figure> figures) {

  /**
   * One named figure.
   *
   * @param quantity its name, snake_case with its unit
   * @param value its value; a value that is not finite is kept, and makes the specification
   *     unusable where a condition names the quantity
   */
  public record Figure(String quantity, double value) {}

  /**
   * Copies the figures.
   *
   * @throws IllegalArgumentException if a name stands twice
   */
  public Evidence {
    figures = List.copyOf(figures);
    for (int i = 1; i < figures.size(); i++) {
      for (int before = 0; before < i; before++) {
        String name = figures.get(i).quantity();
        if (figures.get(before).quantity().equals(name)) {
          throw new IllegalArgumentException("the evidence names %s twice".formatted(name));
        }
      }
    }
  }

  /**
   * Evidence of one figure.
   *
   * @param quantity its name
   * @param value its value
   * @return the evidence
   */
  public static Evidence of(String quantity, double value) {
    return new Evidence(List.of(new Figure(quantity, value)));
  }

  /** Evidence without a figure. */
  static Evidence none() {
    return new Evidence(List.of());
  }

  /**
   * This evidence and one more figure.
   *
   * @param quantity its name
   * @param value its value
   * @return new evidence
   * @throws IllegalArgumentException if the name is there already
   */
  public Evidence and(String quantity, double value) {
    List<Figure> more = new ArrayList<>(figures);
    more.add(new Figure(quantity, value));
    return new Evidence(more);
  }

  /** This evidence without a figure, or as it is where it has none of the name. */
  Evidence without(String quantity) {
    return new Evidence(
        figures.stream().filter(figure -> !figure.quantity().equals(quantity)).toList());
  }

  /**
   * The value of a quantity.
   *
   * @param quantity its name
   * @return its value
   * @throws IllegalArgumentException if the quantity is not there; the message names it and what is
   *     there
   */
  public double value(String quantity) {
    for (Figure figure : figures) {
      if (figure.quantity().equals(quantity)) {
        return figure.value();
      }
    }
    throw new IllegalArgumentException(
        "the evidence has no %s; it has %s"
            .formatted(quantity, figures.stream().map(Figure::quantity).toList()));
  }

  /**
   * Whether a quantity is there.
   *
   * @param quantity its name
   * @return whether the evidence names it
   */
  public boolean has(String quantity) {
    return figures.stream().anyMatch(figure -> figure.quantity().equals(quantity));
  }
}
