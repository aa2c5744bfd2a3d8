package speedbump.bench;

/**
 * A number that Java and its peers must agree on before any time is taken.
 *
 * @param name its name, the same in Python
 * @param value the value
 * @param tolerance the relative error allowed: of rounding, or of resampling where both draw their
 *     own numbers
 */
record Figure(String name, double value, double tolerance) {
  /** Of results that differ by the order of operations alone. */
  static final double ROUNDING = 1e-9;
}
