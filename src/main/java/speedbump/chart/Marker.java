package speedbump.chart;

/** The shape of a mark, for series that colour alone would not tell apart. */
public enum Marker {
  /** A filled circle. */
  DOT,
  /** A circle without filling. */
  RING,
  /** A filled square on its corner. */
  DIAMOND,
  /** A filled square. */
  SQUARE,
  /** A filled triangle. */
  TRIANGLE,
  /** A short upright line. */
  STROKE
}
