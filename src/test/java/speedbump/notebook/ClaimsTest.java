package speedbump.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.analysis.Board;
import speedbump.analysis.Verdicts;
import speedbump.analysis.synthesis.EvidenceMap;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.ClaimWord;
import speedbump.claim.Confidence;
import speedbump.claim.Evidence;
import speedbump.claim.GroupResult;
import speedbump.claim.Power;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionClass;
import speedbump.claim.PropositionResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.data.Catalog;
import speedbump.data.Resource;

/** Every column of what a cell shows stands under its own header. */
class ClaimsTest {
  /** How an empty cell is shown. */
  private static final String NONE = "–";

  private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);

  /** The cells of a table as they are read, the header first. */
  private static List<List<String>> cells(Object shown) {
    List<List<String>> rows = new ArrayList<>();
    Matcher row = ROW.matcher(((Output) shown).data().get("text/html"));
    while (row.find()) {
      List<String> cells = new ArrayList<>();
      Matcher cell = CELL.matcher(row.group(1));
      while (cell.find()) {
        cells.add(
            cell.group(1)
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&"));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** A group of nine specifications, every figure another. */
  private static GroupResult group(String name, Power power, Standing vote) {
    List<SpecificationResult> specifications =
        IntStream.range(0, 9)
            .mapToObj(
                i ->
                    new SpecificationResult(
                        new Specification(name, List.of(), true, true),
                        Standing.HOLDS,
                        Evidence.of("lag", i % 4),
                        ""))
            .toList();
    return new GroupResult(
        name, true, specifications, 8, 5, 2, 5 / 8.0, 2 / 8.0, power, vote, "", List.of());
  }

  private static PropositionResult result(
      String id, PropositionWord word, String reason, GroupResult... groups) {
    return new PropositionResult(id, PropositionClass.HEART, word, word, reason, List.of(groups));
  }

  @Test
  void evidenceHasAColumnForEachFigure() {
    Power measured = new Power(0.512, 0.043, 0.031, 0.724, 2000, 1999, 3);
    Power none = new Power(0, 0, 0, 0, 2000, 2000, 0);
    ClaimResult made =
        new ClaimResult(
            6,
            ClaimWord.OPEN,
            "",
            new Confidence(0, 0, 0, 0, List.of(), 0.5),
            List.of(
                result(
                    "6a",
                    PropositionWord.OPEN,
                    "",
                    group("index", measured, Standing.NEITHER),
                    group("benchmarks", Power.none(), Standing.FAILS)),
                result("6b", PropositionWord.OPEN, "", group("r", none, Standing.UNUSABLE))));
    assertEquals(
        List.of(
            List.of(
                "",
                "group",
                "can be run",
                "answers",
                "hold",
                "fail",
                "says holds, where true / false",
                "says fails, where true / false",
                "looks like",
                "weight",
                "vote"),
            List.of(
                "6a",
                "index",
                "8 of 9",
                "4",
                "5",
                "2",
                "51.2% / 3.1%",
                "4.3% / 72.4%",
                NONE,
                NONE,
                "open"),
            List.of("6a", "benchmarks", "8 of 9", "4", "5", "2", NONE, NONE, NONE, NONE, "fails"),
            List.of("6b", "r", "8 of 9", "4", "5", "2", NONE, NONE, NONE, NONE, "no vote")),
        cells(Claims.evidence(made)));
  }

  @Test
  void aChangeShowsEveryWordBeforeAndAfter() {
    List<List<String>> rows = cells(Claims.verdict(6, Claims.without("closeness", "score")));
    assertEquals(List.of("", "question", "registered", "with the change", "why"), rows.get(0));
    assertEquals("claim 6", rows.get(1).get(0));
    assertEquals(2 + Verdicts.of(6).propositions().size(), rows.size());
    List<String> first = rows.get(2);
    PropositionResult before = Verdicts.of(6).propositions().get(0);
    assertEquals(before.proposition(), first.get(0));
    assertEquals(before.word().words(), first.get(2));
    assertEquals("the same".equals(first.get(3)), NONE.equals(first.get(4)));
    assertThrows(
        IllegalArgumentException.class, () -> Claims.bound("6a", "neither", "permutation_p", 1));
    assertEquals(
        "6a fails permutation_p 0.5", Claims.bound("6a", "fails", "permutation_p", 0.5).words());
  }

  @Test
  void theEvidenceOfAClaimIsThatOfItsVerdict() {
    assertEquals(cells(Claims.evidence(Verdicts.of(6))), cells(Claims.evidence(6)));
    assertEquals("6a", cells(Claims.evidence(6)).get(1).get(0));
  }

  @Test
  void aVerdictSaysClaimWordReasonConfidenceAndQuestions() {
    Registry registry = Registry.of(Catalog.shared());
    ClaimResult made =
        new ClaimResult(
            6,
            ClaimWord.CONTESTED,
            "The reason.",
            new Confidence(0.75, 3, 1, 4, List.of(), 0.5),
            List.of(
                result("6a", PropositionWord.HOLDS, "Why a."),
                result("6b", PropositionWord.CANNOT_TELL_COVERAGE, "Why b.")));
    assertEquals(
        """
        Claim 6: %s
        Verdict: contested
          6a  holds: %s
              Why a.
          6b  cannot tell, data missing: %s
              Why b.
        The reason.
        Confidence: %s.\
        """
            .formatted(
                registry.claim(6).statement(),
                registry.proposition("6a").question(),
                registry.proposition("6b").question(),
                made.confidence().words()),
        Claims.verdict(made).toString());
    assertEquals(Claims.verdict(Verdicts.of(10)).toString(), Claims.verdict(10).toString());
  }

  @Test
  void aStripOfTheMapSaysWordWorldsAndSharedData() {
    List<EvidenceMap.Row> rows =
        EvidenceMap.of(Catalog.shared()).rows(EvidenceMap.Question.OTHERS).stream()
            .filter(row -> row.proposition().startsWith("10"))
            .toList();
    String[] lines = Claims.strips("Lever", rows).toString().split("\n");
    EvidenceMap.Row magnets = rows.get(1);
    assertEquals("Lever", lines[0]);
    assertEquals("10a  holds: " + rows.get(0).question(), lines[1]);
    List<String> told = List.of(lines);
    int at = told.indexOf("10b  holds: " + magnets.question());
    assertEquals(
        "    Looks like worlds %s. Weight: %s. Same data as 10d."
            .formatted(magnets.looksLike(), magnets.weight()),
        lines[at + 2]);
    assertTrue(lines[at + 1].endsWith("3 months as registered."), lines[at + 1]);
    EvidenceMap.Row unseen =
        new EvidenceMap.Row(
            "10c", "q", PropositionClass.CORE, EvidenceMap.Place.NOT_ASKED, "", "", "", List.of());
    EvidenceMap.Row mixed =
        new EvidenceMap.Row(
            "10c",
            "q",
            PropositionClass.CORE,
            EvidenceMap.Place.NOT_ASKED,
            "",
            "where it is true; neither; either",
            "",
            List.of());
    assertTrue(
        Claims.strips("T", List.of(mixed))
            .toString()
            .endsWith("Looks like worlds where it is true or of neither kind or of either kind."));
    assertEquals("T\n10c  not yet examined: q", Claims.strips("T", List.of(unseen)).toString());
  }

  @Test
  void theBoardHasARowForEachClaim() {
    List<List<String>> expected = new ArrayList<>();
    expected.add(List.of("claim", "question", "verdict", "what was found"));
    for (Board.Row row : Verdicts.board().claims()) {
      expected.add(
          List.of(
              Integer.toString(row.claim()),
              row.question(),
              row.word(),
              row.firstFinding().isEmpty() ? NONE : row.firstFinding()));
    }
    assertEquals(13, expected.size());
    assertEquals(expected, cells(Claims.board()));
  }

  @Test
  void aRuleNamesClassQuestionAndBothSides() {
    Registry registry = Registry.of(Catalog.shared());
    Proposition heart = registry.proposition("6a");
    Proposition shown = registry.proposition("6d");
    Proposition nearest = registry.proposition("2d");
    assertEquals(
        List.of(
            List.of("", "class", "question", "holds if", "fails if"),
            List.of(
                "6a",
                "deciding question",
                heart.question(),
                words("lag_minus_mean")
                    + " below 0 months and "
                    + words("permutation_p")
                    + " below 0.1",
                words("permutation_p") + " above 0.5"),
            List.of("6d", "supporting", shown.question(), "-", "-")),
        cells(Claims.rule("6a", "6d")));
    assertEquals(
        List.of("2d", "not testable", nearest.question()),
        cells(Claims.rule("2d")).get(1).subList(0, 3));
    assertThrows(IllegalArgumentException.class, () -> Claims.rule("13a"));
  }

  private static String words(String quantity) {
    return Registry.of(Catalog.shared()).quantity(quantity).words();
  }

  @Test
  void aBoundCarriesItsUnitAndAnAlternativeItsOr() {
    assertEquals(
        List.of(
            words("exposed_elements_share") + " at least 75%",
            words("exposed_elements_share") + " at most 25%"),
        cells(Claims.rule("10a")).get(1).subList(3, 5));
    assertEquals(
        List.of(
            "%s at least \u22122 points of growth a year and %s at most 2 points of growth a year"
                .formatted(words("mean_break_lower90"), words("mean_break_upper90")),
            "%s above 2 points of growth a year, or %s below \u22122 points of growth a year"
                .formatted(words("mean_break_lower90"), words("mean_break_upper90"))),
        cells(Claims.rule("5b")).get(1).subList(3, 5));
    assertEquals(words("rank_of_china") + " exactly 1", cells(Claims.rule("8a")).get(1).get(3));
  }

  @Test
  void noRuleShowsANameOfTheProgram() {
    for (Claim claim : Registry.of(Catalog.shared()).claims()) {
      for (Proposition one : claim.propositions()) {
        String shown = cells(Claims.rule(one.id())).get(1).toString();
        assertFalse(shown.matches(".*(_|upper95|aicc|[Hh]eart|[<>]).*"), shown);
      }
    }
  }

  @Test
  void flipsAreThoseOfTheClaim() {
    List<List<String>> shown = cells(Claims.flips(6));
    assertEquals(List.of("direction", "observation", "by", "so far"), shown.get(0));
    assertEquals(
        List.of(
            "up",
            "A DeepSeek model draws level with GPT-5.5 by the date that has been forecast",
            "2027-02-28",
            "no table tells"),
        shown.get(2));
  }

  @Test
  void aSourceSaysWhatItHolds() {
    Resource scores = Catalog.shared().resource("ai/index_versions_2026_04");
    assertEquals(
        List.of(
            List.of("table", "what it holds", "rows", "licence", "as of"),
            List.of(
                "ai/index_versions_2026_04",
                scores.title(),
                "348",
                scores.licences().get(0).name(),
                scores.snapshot().toString())),
        cells(Claims.sources("ai/index_versions_2026_04")));
  }
}
