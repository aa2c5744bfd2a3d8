package speedbump.notebook;

import java.util.Comparator;
import java.util.Locale;
import speedbump.claim.Standing;
import speedbump.claim.Strip;

/**
 * A strip as HTML that needs no script: tinted zones, a dot an answer, the registered way of
 * counting ringed, its interval a line. Where styles are taken out the words below it remain.
 */
final class StripHtml {
  private static final String AT = "position: absolute; left: %.1f%%; ";
  private static final double PERCENT = 100;

  private StripHtml() {}

  static String of(Strip strip) {
    Strip.Range axis = strip.axis();
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"strip\" role=\"img\" aria-label=\"")
        .append(Html.text(strip.words() + " " + strip.rule()).replace("<span>$</span>", "$"))
        .append(
            "\" style=\"position: relative; height: 30px; max-width: 46em; margin: 0.3em 0;"
                + " background: rgba(128, 134, 140, 0.14)\">");
    for (Strip.Zone zone : strip.zones()) {
      double from = place(axis, Math.max(zone.from(), axis.lower()));
      double to = place(axis, Math.min(zone.to(), axis.upper()));
      html.append(
          span(
              AT + "width: max(3px, %.1f%%); top: 0; bottom: 0; background: %s",
              from,
              Math.max(0, to - from),
              tint(zone.side())));
    }
    for (Strip.Range range : strip.ranges()) {
      double from = place(axis, range.lower());
      html.append(
          span(
              AT + "width: %.1f%%; top: 14px; height: 2px; background: currentcolor",
              from,
              place(axis, range.upper()) - from));
    }
    for (boolean registered : new boolean[] {false, true}) {
      strip.answers().stream()
          .filter(answer -> answer.registered() == registered)
          .forEach(answer -> html.append(dot(axis, answer)));
    }
    html.append("</div>\n");
    if (!strip.zones().isEmpty()) {
      html.append(
          "<div style=\"display: flex; justify-content: space-between; gap: 0 1em; flex-wrap: wrap;"
              + " max-width: 51em; font-size: 0.85em\">");
      strip.zones().stream()
          .sorted(Comparator.comparingDouble(Strip.Zone::from))
          .map(Strip.Zone::side)
          .distinct()
          .forEach(
              side ->
                  html.append("<span><span style=\"color: ")
                      .append(fill(side))
                      .append("\">\u25a0</span> ")
                      .append(Html.text(strip.label(side)))
                      .append(" </span>"));
      html.append("</div>\n");
    }
    return html.append("<div style=\"font-size: 0.9em\">")
        .append(Html.text(strip.words()))
        .append("</div>\n")
        .toString();
  }

  private static String dot(Strip.Range axis, Strip.Answer answer) {
    int size = answer.registered() ? 11 : 8;
    String shape = answer.standing() == Standing.FAILS ? "rotate: 45deg" : "border-radius: 50%%";
    return span(
        AT
            + "top: %dpx; margin-left: -%dpx; width: %dpx; height: %dpx; box-sizing: border-box; "
            + shape
            + "; background: %s; border: %s",
        place(axis, answer.value()),
        15 - size / 2,
        size / 2,
        size,
        size,
        fill(answer.standing()),
        answer.registered() ? "2px solid currentcolor" : "1px solid rgba(255, 255, 255, 0.8)");
  }

  /** Place on the axis in hundredths, within its ends. */
  private static double place(Strip.Range axis, double value) {
    double place = PERCENT * (value - axis.lower()) / (axis.upper() - axis.lower());
    return Math.max(0, Math.min(PERCENT, place));
  }

  private static String span(String style, Object... values) {
    return "<span style=\"" + String.format(Locale.ROOT, style, values) + "\"></span>";
  }

  private static String tint(Standing side) {
    return side == Standing.HOLDS ? "rgba(11, 122, 117, 0.28)" : "rgba(140, 81, 10, 0.28)";
  }

  private static String fill(Standing standing) {
    return switch (standing) {
      case HOLDS -> "#0B7A75";
      case FAILS -> "#8C510A";
      case NEITHER, UNUSABLE -> "#8A929A";
    };
  }
}
