package speedbump.notebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.claim.Strip;

/**
 * A claim's verdict as a reader sees it.
 *
 * @param claim the claim, for instance "Claim 6: DeepSeek"
 * @param word its word
 * @param finding what was found, in one or two sentences; may be empty
 * @param reason why, in a sentence
 * @param confidence how sure, in a sentence; may be empty
 * @param rows its propositions
 */
public record VerdictBox(
    String claim, String word, String finding, String reason, String confidence, List<Row> rows) {

  /** Style of a grid of rows: two columns where there is room. */
  static final String COLUMNS =
      "display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr)); gap: 0 2em";

  private static final String WHY =
      "<details style=\"font-size: 0.9em\"><summary>Why this word</summary>%s</details>\n";

  public VerdictBox {
    rows = List.copyOf(rows);
  }

  /**
   * One proposition.
   *
   * @param id its number, for instance "6a"
   * @param question what it asks
   * @param word its word
   * @param reason why, in a sentence; may be empty
   * @param strip its answers on an axis; empty where nothing was measured
   */
  public record Row(
      String id, String question, String word, String reason, Optional<Strip> strip) {}

  Output output() {
    StringBuilder html = new StringBuilder();
    // the rule at the side is an ornament: without styles a quotation remains
    html.append("<blockquote style=\"border-left: 6px solid ")
        .append(colour(word))
        .append("; margin: 0; padding: 0.2em 1em;\">\n<p>")
        .append(Html.text(claim))
        .append("<br>\n<b>Verdict: ")
        .append(Html.text(word))
        .append("</b></p>\n");
    StringBuilder text = new StringBuilder();
    text.append(claim).append("\nVerdict: ").append(word).append('\n');
    if (!finding.isEmpty()) {
      html.append("<p>").append(Html.text(finding)).append("</p>\n");
      text.append(finding).append('\n');
    }
    html.append("<div style=\"").append(COLUMNS).append("\">\n");
    for (Row row : rows) {
      html.append(html(row));
      text.append("  ").append(row.id()).append("  ").append(row.word()).append(": ");
      text.append(row.question()).append('\n');
      row.strip()
          .map(strip -> (strip.words() + " " + strip.rule()).strip())
          .ifPresent(words -> text.append("      ").append(words).append('\n'));
      text.append(row.reason().isEmpty() ? "" : "      " + row.reason() + "\n");
    }
    html.append("</div>\n");
    String why = reason + (confidence.isEmpty() ? "" : "\nConfidence: " + confidence + ".");
    html.append("<details><summary>Why this verdict</summary>\n<p>")
        .append(Html.text(why).replace("\n", "</p>\n<p>"))
        .append("</p>\n</details>\n");
    text.append(why).append('\n');
    html.append("</blockquote>");
    return Output.of(html.toString(), text.toString().stripTrailing());
  }

  /** Question and word in a line, the strip, and why, folded. */
  private static String html(Row row) {
    String why =
        Stream.of(row.strip().map(Strip::rule).orElse(""), row.reason())
            .filter(sentence -> !sentence.isEmpty())
            .collect(Collectors.joining(" "));
    return html(row, why.isEmpty() ? "" : WHY.formatted(Html.text(why)));
  }

  /** Question and word in a line, the strip, and what stands below it. */
  static String html(Row row, String after) {
    return "<div style=\"margin: 0.3em 0\"><div><b>"
        + Html.text(row.id())
        + "</b> "
        + Html.text(row.question())
        + " <b style=\"border-bottom: 3px solid "
        + colour(row.word())
        + "\">"
        + Html.text(row.word())
        + "</b></div>\n"
        + row.strip().map(StripHtml::of).orElse("")
        + after
        + "</div>\n";
  }

  private static String colour(String word) {
    switch (word) {
      case "supported":
      case "holds":
        return "#0B7A75";
      case "refuted":
      case "not supported":
      case "fails":
        return "#8C510A";
      default:
        return "#8A929A";
    }
  }
}
