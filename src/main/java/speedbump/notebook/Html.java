package speedbump.notebook;

/** Text within HTML. */
final class Html {

  private Html() {}

  /**
   * Escapes a text. Dollar signs stand alone in an element, since notebook viewers read what lies
   * between two of them as a formula.
   */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("$", "<span>$</span>");
  }
}
