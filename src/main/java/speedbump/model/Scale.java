package speedbump.model;

import speedbump.stats.Argument;

/** The scale on which a series is fitted. */
public enum Scale {
  /** As it stands. */
  LEVELS {
    @Override
    public double[] of(double[] values) {
      return Argument.sample("values", values, 0);
    }
  },
  /** The natural logarithm. */
  LOGARITHMS {
    @Override
    public double[] of(double[] values) {
      Argument.sample("values", values, 0);
      double[] logarithms = new double[values.length];
      for (int i = 0; i < logarithms.length; i++) {
        Argument.require(values[i] > 0, "values has no logarithm at index %d: %s", i, values[i]);
        logarithms[i] = Math.log(values[i]);
      }
      return logarithms;
    }
  };

  /**
   * Puts values on this scale.
   *
   * @param values the values, in the unit of the series
   * @return the values to fit
   * @throws IllegalArgumentException if the values are null, one is not finite, or has no logarithm
   *     and one is asked for
   */
  public abstract double[] of(double[] values);
}
