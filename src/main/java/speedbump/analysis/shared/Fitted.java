package speedbump.analysis.shared;

import speedbump.model.ShockDesign;
import speedbump.model.ShockFit;
import speedbump.model.ShockFits;
import speedbump.model.ShockShape;

/**
 * A series with its fitted shapes.
 *
 * @param design the dates of its points
 * @param y its values on the scale of the fit, one a point
 * @param fits the shapes that it identifies
 */
public record Fitted(ShockDesign design, double[] y, ShockFits fits) {
  /** Keeps its own copy of the values. */
  public Fitted {
    y = y.clone();
  }

  /**
   * The values.
   *
   * @return a copy
   */
  @Override
  public double[] y() {
    return y.clone();
  }

  /**
   * The richest shape, M2 or M4 with its slope free: the one of the two that its sign allows.
   *
   * @return the fit
   * @throws IllegalArgumentException if the series identifies neither
   */
  public ShockFit richest() {
    ShockFit slope = fits.of(ShockShape.SLOPE);
    return slope.atBound() ? fits.of(ShockShape.REBOUND) : slope;
  }
}
