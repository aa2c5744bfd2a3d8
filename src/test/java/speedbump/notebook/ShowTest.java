package speedbump.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import speedbump.chart.Figure;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.claim.Quantity;
import speedbump.claim.Standing;
import speedbump.claim.Strip;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ShowTest {

  record Lag(String model, LocalDate released, double lagMonths, boolean record) {}

  private static String html(Object shown) {
    return ((Output) shown).data().get("text/html");
  }

  private static String text(Object shown) {
    return ((Output) shown).data().get("text/plain");
  }

  private static Table models(int rows) {
    StringColumn name = StringColumn.create("model");
    IntColumn year = IntColumn.create("release_year");
    DoubleColumn score = DoubleColumn.create("score");
    DoubleColumn flop = DoubleColumn.create("training_compute_flop");
    for (int i = 0; i < rows; i++) {
      name.append("Model " + i);
      year.append(2020 + i % 6);
      if (i == 1) {
        score.appendMissing();
      } else {
        score.append(100 + 10.0 / 3 * i);
      }
      flop.append(Math.pow(10, 22 + i % 5));
    }
    return Table.create("models", name, year, score, flop);
  }

  @Test
  void aFigureIsAPictureWithItsTextAndItsSize() throws Exception {
    Figure figure =
        Figure.titled("A finding")
            .alt("Rises")
            .size(400, 300)
            .panel(Panel.xy().line("", new double[] {0, 1}, new double[] {0, 1}, Tone.US));
    Output shown = (Output) Show.figure(figure);
    assertEquals(List.of("image/png", "text/plain"), List.copyOf(shown.data().keySet()));
    assertEquals("Rises", shown.toString());
    BufferedImage image =
        ImageIO.read(
            new ByteArrayInputStream(Base64.getDecoder().decode(shown.data().get("image/png"))));
    assertEquals(800, image.getWidth());
    assertEquals(Map.of("width", 400, "height", 300), shown.metadata().get("image/png"));
  }

  @Test
  void numbersStandRightToTheDigitsThatTheyCarry() {
    String html = html(Show.table(models(3)));
    assertTrue(html.contains("<th align=\"right\" style=\"text-align: right\">score</th>"), html);
    assertTrue(html.contains("<td align=\"right\" style=\"text-align: right\">106.7</td>"), html);
    assertTrue(html.contains("<td align=\"left\" style=\"text-align: left\">Model 0</td>"), html);
    assertTrue(html.contains(">2021</td>"), "a year has no thousands: " + html);
    assertTrue(html.contains(">1.00 × 10²⁴</td>"), html);
    assertTrue(html.contains(">–</td>"), "missing is shown as such: " + html);
    assertTrue(html.contains(">training compute flop</th>"), html);
  }

  @Test
  void longTablesShowFifteenRowsAndSaySo() {
    Object shown = Show.table("Models", models(149));
    assertTrue(html(shown).contains("15 of 149 rows"));
    assertTrue(text(shown).endsWith("15 of 149 rows"));
    assertEquals(16, html(shown).split("<tr>", -1).length - 1);
    assertFalse(html(Show.table(models(25))).contains(" of 25 rows"));
    assertEquals(25 + 1, html(Show.table(models(25))).split("<tr>", -1).length - 1);
    assertTrue(html(Show.table(models(26))).contains("15 of 26 rows"));
  }

  @Test
  void theTextFormIsAligned() {
    String text = text(Show.table("Models", models(3)));
    assertEquals(
        """
        Models
        model    release year  score  training compute flop
        -------  ------------  -----  ---------------------
        Model 0          2020  100.0            1.00 × 10²²
        Model 1          2021      –            1.00 × 10²³
        Model 2          2022  106.7            1.00 × 10²⁴\
        """,
        text);
  }

  @Test
  void headersCanCarryUnitsAndMustFit() {
    Table table = models(2);
    Object shown = Show.table("", table, List.of("model", "year", "score, points", "FLOP"));
    assertTrue(html(shown).contains(">score, points</th>"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> Show.table("", table, List.of("model")))
            .getMessage();
    assertEquals("1 headers for 4 columns", message);
  }

  @Test
  void recordsAndRowsAreTablesToo() {
    String text =
        text(
            Show.table(
                "",
                List.of(
                    new Lag("A", LocalDate.of(2025, 1, 20), 4.75, true),
                    new Lag("B", LocalDate.of(2024, 12, 26), -0.5, false))));
    assertEquals(
        """
        model  released    lag months  record
        -----  ----------  ----------  ------
        A      2025-01-20        4.75  yes
        B      2024-12-26       −0.50  no\
        """,
        text);
    List<List<?>> rows = new ArrayList<>();
    rows.add(Arrays.asList("a", 1234567, null));
    assertTrue(text(Show.table("", List.of("x", "n", "p"), rows)).contains("1,234,567"));
    assertThrows(IllegalArgumentException.class, () -> Show.table("", List.of("x"), rows));
    assertEquals("Nothing", text(Show.table("Nothing", List.<Lag>of())).strip());
  }

  @Test
  void textIsEscapedAndDollarsAreNoFormulas() {
    Table table =
        Table.create(
            StringColumn.create("a", "<b> & \"c\"", "$5 and $6"),
            DateColumn.create("d", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 2)));
    String html = html(Show.table(table));
    assertTrue(html.contains("&lt;b&gt; &amp; &quot;c&quot;"), html);
    assertTrue(html.contains("<span>$</span>5 and <span>$</span>6"), html);
  }

  @Test
  void aCheckShowsItsLineOrStopsTheRun() {
    assertEquals(
        "✓ R1's score: 139.80 (the text says 139.80 ± 0.01)",
        text(Show.check("R1's score", 139.801, 139.8, 0.01)));
    assertEquals("✓ models: 149 (the text says 149)", text(Show.check("models", 149, 149, 0)));
    AssertionError off =
        assertThrows(AssertionError.class, () -> Show.check("R1's score", 141.2, 139.8, 0.01));
    assertTrue(
        off.getMessage().contains("✗ R1's score: 141.20 (the text says 139.80 ± 0.01)"),
        off.getMessage());
    assertThrows(AssertionError.class, () -> Show.check("score", Double.NaN, 139.8, 0.01));
    assertThrows(AssertionError.class, () -> Show.check("order", false, "R1 before V3"));
    assertThrows(IllegalArgumentException.class, () -> Show.check("x", 1, 1, -1));
  }

  @Test
  void aDifferenceBelowTheDigitsShownIsShownInFull() {
    AssertionError off = assertThrows(AssertionError.class, () -> Show.check("n", 1.0000001, 1, 0));
    assertTrue(off.getMessage().contains("1.0000001"), off.getMessage());
  }

  @Test
  void severalChecksNameAllThatAreOff() {
    AssertionError off =
        assertThrows(
            AssertionError.class,
            () ->
                Show.checks(
                    Check.near("a", 1, 1, 0),
                    Check.near("b", 1, 2, 0),
                    Check.that("c", false, "d")));
    assertFalse(off.getMessage().contains("a:"));
    assertTrue(off.getMessage().contains("b: 1 (the text says 2)\n✗ c: d"), off.getMessage());
    assertEquals(
        "✓ a: 1 (the text says 1)\n✓ b: c",
        text(Show.checks(Check.near("a", 1, 1, 0), Check.that("b", true, "c"))));
  }

  private final Strip strip =
      new Strip(
          "6a",
          new Quantity("p", "p-value", "", 2, false),
          List.of(
              new Strip.Zone(Standing.HOLDS, Double.NEGATIVE_INFINITY, 0.1, false),
              new Strip.Zone(Standing.FAILS, 0.5, Double.POSITIVE_INFINITY, false)),
          List.of(
              new Strip.Answer(0.04, Standing.HOLDS, true, 3),
              new Strip.Answer(0.25, Standing.NEITHER, false, 1)),
          new Strip.Elsewhere(0, List.of()),
          List.of(),
          1,
          "tests",
          List.of());

  @Test
  void aVerdictReadsWithoutStylesAndAsText() {
    VerdictBox box =
        new VerdictBox(
            "Claim 6: DeepSeek",
            "partly supported",
            "R1 stood 4.8 months closer.",
            "6a holds; 6b is open.",
            "84% agree",
            List.of(
                new VerdictBox.Row("6a", "Was R1 closer?", "holds", "p = 0.04", Optional.of(strip)),
                new VerdictBox.Row(
                    "6b", "Was it cheap?", "open", "x".repeat(300), Optional.empty())));
    Object shown = Show.verdict(box);
    String words = "P-value: 0.04 as registered; 2 distinct values, 0.04 to 0.25.";
    String rule = "Registered: it holds below 0.1, fails above 0.5.";
    assertEquals(
        """
        Claim 6: DeepSeek
        Verdict: partly supported
        R1 stood 4.8 months closer.
          6a  holds: Was R1 closer?
              %s
              p = 0.04
          6b  open: Was it cheap?
              %s
        6a holds; 6b is open.
        Confidence: 84%% agree.\
        """
            .formatted(words + " " + rule, "x".repeat(300)),
        text(shown));
    String bare = html(shown).replaceAll(" style=\"[^\"]*\"", "");
    assertTrue(bare.contains("<blockquote>"), bare);
    assertTrue(bare.contains("<b>Verdict: partly supported</b>"), bare);
    assertTrue(bare.contains("<p>R1 stood 4.8 months closer.</p>"), bare);
    assertTrue(bare.contains("<div>" + words + "</div>"), bare);
    assertTrue(bare.contains("aria-label=\"" + words + " " + rule + "\""), bare);
    assertTrue(bare.contains("<summary>Why this word</summary>" + rule + " p = 0.04<"), bare);
    assertTrue(bare.contains("</span> holds below 0.1 </span>"), bare);
    assertFalse(html(shown).contains("<blockquote style=\"background"), "dark pages stay dark");
  }

  @Test
  void aStripHasAZoneASideADotAnAnswerAndTheRegisteredOneRinged() {
    String html =
        html(
            Show.verdict(
                new VerdictBox(
                    "c",
                    "w",
                    "",
                    "r",
                    "",
                    List.of(new VerdictBox.Row("6a", "q", "holds", "", Optional.of(strip))))));
    List<String> spans = List.of(html.split("<span style=\"")).subList(1, 5);
    // the axis runs from 0.04 to 0.5 with a sixteenth of room on either side
    assertTrue(spans.get(0).startsWith("position: absolute; left: 0.0%; width: max(3px, 17.0%)"));
    assertTrue(spans.get(0).contains("rgba(11, 122, 117"), spans.get(0));
    assertTrue(spans.get(1).startsWith("position: absolute; left: 94.6%"), spans.get(1));
    assertTrue(spans.get(1).contains("rgba(140, 81, 10"), spans.get(1));
    assertTrue(spans.get(2).startsWith("position: absolute; left: 46.1%"), spans.get(2));
    assertTrue(spans.get(2).contains("#8A929A"), spans.get(2));
    assertTrue(spans.get(3).startsWith("position: absolute; left: 5.4%"), spans.get(3));
    assertTrue(spans.get(3).contains("2px solid currentcolor"), spans.get(3));
  }

  @Test
  void theKernelsOwnDisplayDataCarriesTheSame() throws Exception {
    Class<?> type = Class.forName("io.github.spencerpark.jupyter.kernel.display.DisplayData");
    Object display = Kernel.display(Output.of("<b>x</b>", "x"), type);
    Class<?> mime = Class.forName("io.github.spencerpark.jupyter.kernel.display.mime.MIMEType");
    for (Map.Entry<String, String> entry :
        Map.of("text/html", "<b>x</b>", "text/plain", "x").entrySet()) {
      Object key = mime.getMethod("parse", String.class).invoke(null, entry.getKey());
      assertNotNull(key);
      assertEquals(entry.getValue(), type.getMethod("getData", mime).invoke(display, key));
    }
  }

  @Test
  void withoutAKernelTheOutputIsReturned() {
    assertTrue(Show.check("x", 1, 1, 0) instanceof Output);
  }

  @Test
  void anotherReadingSkipsWhatBelongsToTheRegisteredOne() {
    Check right = Check.states("a", 1.04, "1.0");
    Check off = Check.states("b", 2.6, "2");
    try {
      assertEquals("mine", Cells.reading("registered", "mine"));
      assertEquals(
          "✓ 1 statement checked; 1 of the registered reading skipped, since yours is another\n"
              + "✓ a: 1.0\n– b: 2.6, and the text says 2",
          text(Show.checks(right, off)));
      assertEquals("registered", Cells.reading("registered"));
      assertThrows(AssertionError.class, () -> Show.checks(right, off));
      assertEquals("registered", Cells.reading("registered", "registered"));
      assertThrows(AssertionError.class, () -> Show.checks(off));
      assertThrows(IllegalArgumentException.class, () -> Cells.reading("a", "b", "c"));
    } finally {
      Cells.reading("registered");
    }
  }
}
