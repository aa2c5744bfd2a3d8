package speedbump.model;

import java.util.Comparator;
import java.util.List;
import speedbump.stats.Akaike;
import speedbump.stats.Argument;

/**
 * The shapes that a series identifies, fitted and weighed against each other.
 *
 * @param fits one fit a shape, in the order of {@link ShockShape}; no shape that is excluded
 */
public record ShockFits(List<ShockFit> fits) {
  /**
   * @throws IllegalArgumentException if there is no fit, or one is null
   */
  public ShockFits {
    fits = Argument.givenAll("fits", fits);
    Argument.require(!fits.isEmpty(), "fits is empty");
  }

  /**
   * The fit of a shape.
   *
   * @param shape a shape that the series identifies
   * @return its fit
   * @throws IllegalArgumentException if the shape is excluded
   */
  public ShockFit of(ShockShape shape) {
    return fits.get(place(shape));
  }

  /**
   * The Akaike weight of a shape among those that compete.
   *
   * @param shape a shape that the series identifies
   * @return its weight, a fraction of one
   * @throws IllegalArgumentException if the shape is excluded
   */
  public double weight(ShockShape shape) {
    return Akaike.weights(fits.stream().mapToDouble(ShockFit::aicc).toArray())[place(shape)];
  }

  /**
   * The shape with the largest weight, the simpler of two with the same.
   *
   * @return its fit
   */
  public ShockFit best() {
    return fits.stream().min(Comparator.comparingDouble(ShockFit::aicc)).orElseThrow();
  }

  private int place(ShockShape shape) {
    for (int i = 0; i < fits.size(); i++) {
      if (fits.get(i).shape() == shape) {
        return i;
      }
    }
    throw Argument.wrong("the series does not identify %s", shape);
  }
}
