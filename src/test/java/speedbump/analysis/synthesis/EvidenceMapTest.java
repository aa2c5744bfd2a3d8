package speedbump.analysis.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.analysis.synthesis.EvidenceMap.Place;
import speedbump.analysis.synthesis.EvidenceMap.Question;
import speedbump.analysis.synthesis.EvidenceMap.Row;
import speedbump.claim.ClaimResult;
import speedbump.claim.PropositionClass;
import speedbump.claim.PropositionResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

class EvidenceMapTest {
  private static final Registry REGISTRY = Registry.of(Catalog.shared());
  private static final EvidenceMap MAP = EvidenceMap.of(Catalog.shared());

  @Test
  void everyClaimIsAReadingOfOneQuestion() {
    assertEquals(
        IntStream.rangeClosed(1, 12).boxed().toList(),
        Arrays.stream(Question.values()).flatMap(one -> one.claims().stream()).sorted().toList());
    assertEquals(46, MAP.rows().size());
    assertEquals(46, Arrays.stream(Question.values()).mapToInt(one -> MAP.rows(one).size()).sum());
    assertEquals("2a", MAP.rows(Question.CAUSAL).get(0).proposition());
  }

  @Test
  void aRowHasTheWordOfItsProposition() {
    for (ClaimResult claim : Verdicts.all()) {
      for (PropositionResult part : claim.propositions()) {
        Row row = row(part.proposition());
        assertEquals(part.word().words(), row.word());
        assertEquals(Place.of(part.word()), row.place());
        assertEquals(row.place(), MAP.place(part.proposition()));
      }
    }
    assertThrows(IllegalArgumentException.class, () -> MAP.place("13a"));
  }

  private static Row row(String id) {
    return MAP.rows().stream().filter(one -> one.proposition().equals(id)).findFirst().get();
  }

  @Test
  void everyWordHasItsPlace() {
    assertEquals(Place.FAILS, Place.of(PropositionWord.FAILS));
    assertEquals(Place.SPLIT, Place.of(PropositionWord.SPLIT));
    assertEquals(Place.BLIND, Place.of(PropositionWord.CANNOT_TELL_COVERAGE));
    assertEquals(Place.NOT_ASKED, Place.of(PropositionWord.ILLUSTRATED_ONLY));
  }

  @Test
  void sharedDataAreNamedBothWays() {
    assertEquals(List.of("2b", "4c"), row("2a").shares());
    assertEquals(List.of("12d"), row("9a").shares());
    assertEquals(List.of("9a"), row("12d").shares());
    assertEquals(List.of(), row("10a").shares());
  }

  @Test
  void whatIsNotExaminedIsNotAsked() {
    EvidenceMap empty =
        EvidenceMap.of(REGISTRY, Verdicts.all().stream().map(one -> bare(one)).toList());
    assertEquals(46, empty.rows().size());
    assertTrue(empty.rows().stream().allMatch(row -> row.place() == Place.NOT_ASKED));
    assertEquals("none", empty.deciding(Place.HOLDS));
    assertEquals("", empty.rows(Question.CAUSAL).get(0).word());
  }

  private static ClaimResult bare(ClaimResult one) {
    return new ClaimResult(one.claim(), one.word(), one.reason(), one.confidence(), List.of());
  }

  @Test
  void testsThatDifferAreNamedAndWeightsHardlyWorthAMentionAreCalledSo() {
    assertEquals("where it is false", row("5b").looksLike());
    assertEquals("hardly any, 1.5 for", row("5b").weight());
    assertEquals("23 for", row("10b").weight());
    assertTrue(row("2a").looksLike().contains("of either kind ("), row("2a").looksLike());
    assertTrue(row("2b").weight().startsWith("32 against ("), row("2b").weight());
  }

  @Test
  void theFigureAsksTheDecidingQuestionsThatAreDecided() {
    String title = MAP.figure().alt();
    for (Row row : MAP.rows()) {
      boolean deciding = row.role() == PropositionClass.HEART;
      String named = " " + row.proposition();
      if (deciding && row.place() == Place.HOLDS) {
        assertTrue(between(title, "holds: ", "cannot tell: ").contains(named), title);
      }
      if (deciding && row.place() == Place.FAILS) {
        assertTrue(between(title, "fails: ", "split: ").contains(named), title);
      }
    }
  }

  private static String between(String text, String from, String to) {
    return text.substring(text.indexOf(from), text.indexOf(to));
  }
}
