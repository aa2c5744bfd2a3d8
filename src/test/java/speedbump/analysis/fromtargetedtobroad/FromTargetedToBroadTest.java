package speedbump.analysis.fromtargetedtobroad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.analysis.Verdicts;
import speedbump.analysis.fromtargetedtobroad.Document.Coder;
import speedbump.analysis.fromtargetedtobroad.Document.Coding;
import speedbump.analysis.fromtargetedtobroad.Document.Coverage;
import speedbump.analysis.fromtargetedtobroad.Document.Direction;
import speedbump.analysis.fromtargetedtobroad.Document.Reach;
import speedbump.analysis.fromtargetedtobroad.Reading.By;
import speedbump.analysis.fromtargetedtobroad.Reading.Relevance;
import speedbump.analysis.fromtargetedtobroad.Scope.Rule;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.PropositionWord;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.stats.ShareTrend;
import tech.tablesaw.api.Row;

class FromTargetedToBroadTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final FromTargetedToBroad BROAD = FromTargetedToBroad.of(CATALOG);
  private static final Reading WIDE = Reading.DEFAULT.on(Relevance.ALL_BUT_NONE);

  private static Document made(Coding first, Coding second, boolean hasText, int entries) {
    return new Document(
        "x",
        LocalDate.of(2020, 5, 1),
        "BIS",
        "Entity List",
        hasText ? "a title" : "",
        hasText,
        entries,
        Coverage.COMPLETE,
        Map.of(Coder.A, first, Coder.B, second));
  }

  private static Coding coding(String relevance, String direction, String scope, String... fields) {
    return new Coding(relevance, direction, scope, Set.of(fields));
  }

  /** Each code read as the code book and the readings say. */
  @Test
  void codesAreReadByTheirRule() {
    Coding both = coding("several", "tighten", "both", "chips", "military", "other");
    Document one = made(both, coding("worldwide", "tighten", "technology", "chips"), true, 0);
    assertEquals(Optional.of(Reach.TECHNOLOGY), Reading.DEFAULT.reachOfTightening(one));
    assertEquals(Set.of("chips", "other"), Reading.DEFAULT.fieldsOfTightening(one));
    // the second coder names no country
    assertEquals(Optional.empty(), Reading.DEFAULT.by(By.B).direction(one));
    assertEquals(Optional.empty(), Reading.DEFAULT.by(By.BOTH_AGREE).direction(one));
    Reading agree = WIDE.by(By.BOTH_AGREE);
    assertEquals(Optional.of(Reach.TECHNOLOGY), agree.reachOfTightening(one));
    assertEquals(Set.of("chips"), agree.fieldsOfTightening(one));
    Document mixed = made(coding("china", "mixed", "entity"), both, true, 3);
    assertEquals(Optional.of(Direction.NEITHER), Reading.DEFAULT.direction(mixed));
    assertEquals(Optional.empty(), Reading.DEFAULT.reachOfTightening(mixed));
    assertEquals(Optional.empty(), agree.direction(mixed), "the coders differ");
    Document procedure = made(coding("china", "tighten", "procedure"), both, true, 0);
    assertEquals(Optional.empty(), Reading.DEFAULT.reachOfTightening(procedure));
    Document others = made(coding("none", "loosen", "entity"), both, true, 0);
    assertEquals(Optional.empty(), WIDE.direction(others));
  }

  /** Without a text, entries of the list make it a tightening one on China, and nothing else. */
  @Test
  void aDocumentWithoutATextIsReadByTheList() {
    Coding unclear = coding("unclear", "unclear", "entity", "none_stated");
    Reading asCoded = new Reading(By.A, Relevance.CHINA_AND_SEVERAL, false);
    Document listed = made(unclear, unclear, false, 5);
    assertEquals(Optional.of(Reach.ENTITY), Reading.DEFAULT.reachOfTightening(listed));
    assertEquals(Optional.empty(), asCoded.reachOfTightening(listed));
    assertEquals(Optional.empty(), Reading.DEFAULT.direction(made(unclear, unclear, false, 0)));
    assertEquals(Optional.empty(), Reading.DEFAULT.direction(made(unclear, unclear, true, 5)));
  }

  /** The shares of 3b counted from the tables word for word, without the classes. */
  @ParameterizedTest
  @CsvSource({"A, true", "A, false", "B, true", "B, false"})
  void sharesAreTheTablesReadWordForWord(String coder, boolean named) {
    int rules = 0;
    int technology = 0;
    for (Row coding : CATALOG.table("controls/rule_codings")) {
      if (!coding.getString("coder").equals(coder)) {
        continue;
      }
      String id = coding.getString("id");
      Row document = null;
      for (Row row : CATALOG.table("controls/federal_register_documents")) {
        if (row.getString("id").equals(id)) {
          document = row;
          break;
        }
      }
      boolean bare =
          document.isMissing("title")
              && document.isMissing("abstract")
              && !document.isMissing("china_entries_in_list_2026_07")
              && document.getNumber("china_entries_in_list_2026_07") > 0;
      String relevance = bare ? "china" : coding.getString("relevance");
      String direction = bare ? "tighten" : coding.getString("direction");
      String scope = coding.getString("scope");
      boolean inside = named ? relevance.matches("china|several") : !relevance.equals("none");
      if (inside && direction.equals("tighten") && scope.matches("entity|technology|both")) {
        rules++;
        technology += scope.equals("entity") ? 0 : 1;
      }
    }
    Reading how = (named ? Reading.DEFAULT : WIDE).by(By.valueOf(coder));
    List<Rule> held = BROAD.scope().held(how);
    assertEquals(rules, held.size());
    assertEquals(technology, held.stream().filter(Rule::technologyWide).count());
  }

  @Test
  void yearsAddUpToTheWhole() {
    List<Rule> held = BROAD.scope().held(WIDE);
    assertEquals(
        held.size(), BROAD.scope().byYear(held).stream().mapToInt(Scope.Share::rules).sum());
    Scope.Share before = BROAD.scope().half(WIDE, false);
    Scope.Share since = BROAD.scope().half(WIDE, true);
    assertEquals(held.size(), before.rules() + since.rules());
    assertEquals(2018, before.firstYear());
    assertEquals(2021, before.lastYear());
  }

  /** Three of known number, in the middle of their month, and one for each year on end users. */
  @Test
  void missingRulesEnterWhereTheRuleSays() {
    List<Rule> added = new ArrayList<>(BROAD.scope().withMissing(Reading.DEFAULT, 1));
    added.removeAll(BROAD.scope().held(Reading.DEFAULT));
    assertEquals(
        List.of(
            "2018-07-01",
            "2019-04-15",
            "2019-07-01",
            "2020-07-01",
            "2020-10-15",
            "2020-10-15",
            "2021-07-01"),
        added.stream().map(rule -> rule.date().toString()).toList());
    assertTrue(added.stream().allMatch(rule -> rule.technologyWide() && !rule.held()));
    assertEquals(
        BROAD.scope().held(Reading.DEFAULT).size() + 3,
        BROAD.scope().withMissing(Reading.DEFAULT, 0).size());
    // a harsh bound: two of the three are on the list whose held rules all name parties
    List<Document> unverified =
        BROAD.rulebook().documents().stream()
            .filter(one -> one.kind().equals("Unverified List"))
            .toList();
    assertEquals(11, unverified.size());
    assertTrue(
        unverified.stream()
            .flatMap(one -> one.codings().values().stream())
            .allMatch(coding -> coding.reach() == Reach.ENTITY));
    assertEquals(
        2,
        BROAD.rulebook().missing().stream()
            .filter(one -> one.kind().equals("Unverified List"))
            .mapToInt(one -> one.documents().orElseThrow())
            .sum());
    // three missing and three held in badly covered months
    assertEquals(0.5, BROAD.scope().lostShare(Reading.DEFAULT), 1e-12);
  }

  /** Entries by citation, as the collector's notes have them by year. */
  @Test
  void entriesAreThoseOfTheCitations() {
    assertArrayEquals(
        new double[] {29, 85, 147, 82, 68, 154, 264, 130},
        BROAD.pace().listings(true, true).counts());
    Set<LocalDate> days = new HashSet<>();
    for (Row row : CATALOG.table("controls/entity_list_by_citation")) {
      LocalDate day = row.getDate("date");
      boolean cited = row.getNumber("china_entries_first_cited") > 0;
      if (cited && day.getYear() >= 2018 && day.getYear() <= 2025) {
        days.add(day);
      }
    }
    double[] byYear = BROAD.pace().listings(false, true).counts();
    assertEquals(days.size(), (int) Arrays.stream(byYear).sum());
    // three documents that a coder calls mixed add 7, 25, 11 and 6 entries
    double[] without = BROAD.pace().listings(true, false).counts();
    assertArrayEquals(new double[] {22, 85, 147, 82, 43, 143, 258, 130}, without);
  }

  /** Acts are counted in complete months alone, and every such month counts as exposure. */
  @Test
  void actsAreCountedInCompleteMonths() {
    Pace.Series years = BROAD.pace().acts(Reading.DEFAULT, true, true);
    Pace.Series months = BROAD.pace().acts(Reading.DEFAULT, true, false);
    long complete =
        BROAD.rulebook().coverage().values().stream()
            .filter(month -> month == Coverage.COMPLETE)
            .count();
    assertEquals(complete, Arrays.stream(years.months()).sum(), 1e-12);
    assertEquals(complete, months.counts().length);
    assertEquals(Arrays.stream(years.counts()).sum(), Arrays.stream(months.counts()).sum(), 1e-12);
    Set<LocalDate> days = new TreeSet<>();
    for (Document document : BROAD.rulebook().documents()) {
      if (document.coverage() == Coverage.COMPLETE
          && Reading.DEFAULT.direction(document).equals(Optional.of(Direction.TIGHTENING))) {
        days.add(document.date());
      }
    }
    assertEquals(days.size(), Arrays.stream(years.counts()).sum(), 1e-12);
  }

  /** A made-up broadening from one field to six is seen, and its mirror falls. */
  @Test
  void aMadeUpBroadeningIsSeen() {
    List<Set<String>> narrow = new ArrayList<>();
    List<Set<String>> broad = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      narrow.add(Set.of("chips"));
      broad.add(i % 2 == 0 ? Set.of("f" + i % 6) : Set.of("f" + i % 6, "chips"));
    }
    Breadth.Change up = new Breadth.Periods(narrow.subList(0, 12), broad).change();
    assertEquals(0, up.earlierNats(), 1e-12);
    assertTrue(up.changeNats() > 1 && up.higherP() < 0.01, up.toString());
    Breadth.Change down = new Breadth.Periods(broad, narrow.subList(0, 12)).change();
    assertEquals(-up.changeNats(), down.changeNats(), 1e-12);
    assertTrue(down.lowerP() < 0.01 && down.higherP() > 0.9);
    Breadth.Change same = new Breadth.Periods(broad, broad).change();
    assertEquals(0, same.changeNats(), 1e-12);
    assertTrue(same.higherP() > 0.3 && same.lowerP() > 0.3);
  }

  @Test
  void aDayVotesByItsNet() {
    LocalDate day = LocalDate.of(2025, 3, 1);
    List<SinceTwentyFive.Day> days =
        List.of(
            new SinceTwentyFive.Day(day, 2, 1),
            new SinceTwentyFive.Day(day.plusDays(1), 1, 1),
            new SinceTwentyFive.Day(day.plusDays(2), 0, 3));
    assertEquals(1, SinceTwentyFive.votes(days).up());
    assertEquals(1, SinceTwentyFive.votes(days).down());
    List<SinceTwentyFive.YearVotes> years = BROAD.since().byYear(Reading.DEFAULT);
    assertEquals(2018, years.get(0).year());
    int after =
        years.stream().filter(one -> one.year() >= 2025).mapToInt(one -> one.tightening()).sum();
    assertEquals(after, BROAD.since().votes(Reading.DEFAULT, SinceTwentyFive.NEW_YEAR).up());
  }

  private static Trial<?> trial(String id, String group) {
    return BROAD.examinations().stream()
        .filter(one -> one.proposition().id().equals(id))
        .flatMap(one -> one.trials().stream())
        .filter(one -> one.name().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private static double mean(Trial<?> trial, WorldSizes sizes, String quantity) {
    double sum = 0;
    int usable = 0;
    for (int draw = 0; draw < 300; draw++) {
      Outcome outcome =
          trial.draw(trial.defaultSpecification(), sizes, new SplittableRandom(100 + draw));
      if (outcome instanceof Outcome.Usable found) {
        sum += found.evidence().value(quantity);
        usable++;
      }
    }
    assertTrue(usable > 290, usable + " usable");
    return sum / usable;
  }

  /** The worlds have the sizes that the registry names. */
  @ParameterizedTest
  @CsvSource({"entity rules and entries", "all tightening rules"})
  void worldsOfCountsHaveTheirGrowth(String group) {
    Trial<?> trial = trial("3a", group);
    WorldSizes doubling = trial.proposition().worlds(World.T).get(0);
    WorldSizes constant = trial.proposition().worlds(World.F).get(0);
    assertEquals(Math.pow(2, 1 / 3.0), mean(trial, doubling, "rate_ratio_per_year"), 0.03);
    assertEquals(1, mean(trial, constant, "rate_ratio_per_year"), 0.03);
  }

  @Test
  void worldsOfSharesHaveTheirRiseAndTheirLoss() {
    Trial<?> trial = trial("3b", "as held");
    WorldSizes rises = trial.proposition().worlds(World.T).get(0);
    List<Rule> held = BROAD.scope().held(Reading.DEFAULT);
    double span = held.get(held.size() - 1).year() - held.get(0).year();
    double logit = (Math.log(0.6 / 0.4) - Math.log(0.2 / 0.8)) / span;
    assertEquals(logit, mean(trial, rises, "technology_wide_trend"), 0.06);
    // what is lost lies early, so that a constant share seems to rise
    WorldSizes lossy = trial.proposition().worlds(World.F).get(0);
    WorldSizes whole =
        new WorldSizes(
            World.F,
            1,
            Map.of("share_change_over_span", 0.0, "technology_wide_lost_share", 0.0),
            "");
    assertTrue(
        mean(trial, lossy, "technology_wide_trend")
            > mean(trial, whole, "technology_wide_trend") + 0.05);
    assertEquals(0, mean(trial, whole, "technology_wide_trend"), 0.05);
    // one half throughout: what is lost in badly covered months alone leaves a steep rise
    WorldSizes half =
        new WorldSizes(
            World.F,
            1,
            Map.of("share_at_start", 0.5, "share_at_end", 0.5, "technology_wide_lost_share", 0.8),
            "");
    assertTrue(mean(trial, half, "technology_wide_trend") > 0.15);
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void theTrendOfTheDefaultIsThatOfTheEvidence(By by) {
    ShareTrend trend = Scope.trend(BROAD.scope().held(Reading.DEFAULT.by(by))).orElseThrow();
    double found =
        Verdicts.of(3).proposition("3b").group("as held").voting().stream()
            .filter(
                one ->
                    one.specification()
                            .option("coder")
                            .equals(by == By.BOTH_AGREE ? "both agree" : by.name())
                        && one.specification().option("relevance").equals("china and several")
                        && one.specification()
                            .option("documents without a text")
                            .startsWith("china"))
            .findFirst()
            .orElseThrow()
            .evidence()
            .value("technology_wide_trend");
    assertEquals(trend.slope(), found, 1e-12);
  }

  @Test
  void theWordsAreThoseOfTheRule() {
    assertEquals(PropositionWord.OPEN, Verdicts.of(3).proposition("3a").word());
    assertEquals(PropositionWord.CANNOT_TELL, Verdicts.of(3).proposition("3b").word());
    assertEquals(PropositionWord.CANNOT_TELL_COVERAGE, Verdicts.of(3).proposition("3c").word());
    assertEquals(PropositionWord.OPEN, Verdicts.of(3).proposition("3d").word());
    assertEquals("cannot tell", Verdicts.of(3).word().words());
  }

  /** The finding's shares and its interval are those of the evidence. */
  @Test
  void theFindingTellsSharesAndDrift() {
    String finding = Verdicts.of(3).finding();
    assertTrue(finding.contains("4 of 22"), finding);
    assertTrue(finding.contains("5 of 37"), finding);
    assertTrue(finding.contains("9 of 33"), finding);
    double slope = Verdicts.of(3).proposition("3b").group("as held").value("technology_wide_trend");
    String change = String.format(Locale.ROOT, "%+.0f%%", 100 * (Math.exp(slope) - 1));
    assertTrue(
        finding.contains("changed by " + change.replace('-', '\u2212') + " a year"), finding);
  }

  @Test
  void agreementIsHighWhereTheTextDecides() {
    List<Agreement.OnColumn> columns = BROAD.agreement().columns();
    assertTrue(columns.stream().allMatch(one -> one.documents() == 172));
    assertEquals("direction", columns.get(1).column());
    // 149 of 172 alike
    assertEquals(149 / 172.0, columns.get(1).alike(), 1e-12);
  }
}
