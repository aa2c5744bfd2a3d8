package speedbump.chart;

/** There is no room for what a panel shows; a higher one may have it. */
final class NoRoom extends IllegalStateException {
  private static final long serialVersionUID = 1;

  NoRoom(String message) {
    super(message);
  }
}
