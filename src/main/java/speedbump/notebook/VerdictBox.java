package speedbump.notebook;

import java.util.ArrayList;
import java.util.List;

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
   */
  public record Row(String id, String question, String word, String reason) {}

  Output output() {
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(List.of(row.id(), row.question(), row.word(), row.reason()));
    }
    StringBuilder html = new StringBuilder();
    // the rule at the side is an ornament: without styles a quotation remains
    html.append("<blockquote style=\"border-left: 6px solid ")
        .append(colour())
        .append("; margin: 0; padding: 0.2em 1em;\">\n<p>")
        .append(Html.text(claim))
        .append("<br>\n<b>Verdict: ")
        .append(Html.text(word))
        .append("</b></p>\n");
    if (!finding.isEmpty()) {
      html.append("<p>").append(Html.text(finding)).append("</p>\n");
    }
    html.append("<p>").append(Html.text(reason)).append("</p>\n");
    StringBuilder text = new StringBuilder();
    text.append(claim).append("\nVerdict: ").append(word).append('\n');
    text.append(finding.isEmpty() ? "" : finding + "\n").append(reason).append('\n');
    if (!confidence.isEmpty()) {
      html.append("<p>Confidence: ").append(Html.text(confidence)).append("</p>\n");
      text.append("Confidence: ").append(confidence).append('\n');
    }
    if (!rows.isEmpty()) {
      html.append("<table>\n<thead><tr>");
      for (String header : List.of("", "question", "word", "why")) {
        html.append("<th align=\"left\" style=\"text-align: left\">")
            .append(header)
            .append("</th>");
      }
      html.append("</tr></thead>\n<tbody>\n");
      for (List<String> row : cells) {
        html.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
          String cell = Html.text(row.get(i));
          html.append("<td align=\"left\" style=\"text-align: left\">")
              .append(i == 2 ? "<b>" + cell + "</b>" : cell)
              .append("</td>");
        }
        html.append("</tr>\n");
        text.append("  ").append(row.get(0)).append("  ").append(row.get(2)).append(": ");
        text.append(row.get(1));
        text.append(row.get(3).isEmpty() ? "" : " (" + row.get(3) + ")").append('\n');
      }
      html.append("</tbody>\n</table>\n");
    }
    html.append("</blockquote>");
    return Output.of(html.toString(), text.toString().stripTrailing());
  }

  private String colour() {
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
