package speedbump.analysis.wholeindustrialsystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import speedbump.analysis.Verdicts;
import speedbump.analysis.wholeindustrialsystem.LaterEntry.Entries;
import speedbump.analysis.wholeindustrialsystem.LaterEntry.Years;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.PropositionWord;
import speedbump.claim.Specification;
import speedbump.claim.Specification.Selection;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.Complexity;
import tech.tablesaw.api.Row;

class WholeIndustrialSystemTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final WholeIndustrialSystem SYSTEM = WholeIndustrialSystem.of(CATALOG);

  @Test
  void tiesTakeTheBetterRank() {
    Map<String, Integer> counts = Map.of("A", 5, "B", 7, "CHN", 5, "D", 1);
    assertEquals(2, Breadth.china(counts).rank());
    assertEquals(
        List.of("B", "A", "CHN", "D"),
        Breadth.ranking(counts).stream().map(Breadth.Place::exporter).toList());
    assertEquals(4, Breadth.ranking(counts).get(3).rank());
  }

  /** Headings with an edge counted from the table word for word, goods not specified left out. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void countsAreTheTableReadWordForWord(boolean onlyLarge) {
    Map<String, Double> ofExporter = new TreeMap<>();
    for (Row row : CATALOG.table("industry/exports_by_heading_2016")) {
      if (!row.getString("heading").equals("9999")) {
        ofExporter.merge(row.getString("exporter"), row.getDouble("export_value_usd"), Double::sum);
      }
    }
    if (onlyLarge) {
      ofExporter.values().removeIf(value -> value <= 1e9);
    }
    Map<String, Double> ofHeading = new TreeMap<>();
    double world = 0;
    for (Row row : CATALOG.table("industry/exports_by_heading_2016")) {
      if (!row.getString("heading").equals("9999")
          && ofExporter.containsKey(row.getString("exporter"))) {
        ofHeading.merge(row.getString("heading"), row.getDouble("export_value_usd"), Double::sum);
        world += row.getDouble("export_value_usd");
      }
    }
    int italy = 0;
    for (Row row : CATALOG.table("industry/exports_by_heading_2016")) {
      if (row.getString("exporter").equals("ITA") && !row.getString("heading").equals("9999")) {
        double share = row.getDouble("export_value_usd") / ofExporter.get("ITA");
        italy += share >= ofHeading.get(row.getString("heading")) / world ? 1 : 0;
      }
    }
    Advantages table = SYSTEM.trade().headings(onlyLarge);
    assertEquals(italy, table.counts(1).get("ITA"));
    assertEquals(ofExporter.keySet().size(), table.exporters().size());
    assertTrue(onlyLarge == table.exporters().size() < 200);
  }

  /** The lead is above 1 where China is first alone, by each grain, and never by chapters. */
  @Test
  void theLeadIsThatOfTheRanks() {
    Trade trade = SYSTEM.trade();
    Map<Breadth.Grain, Advantages> tables =
        Map.of(
            Breadth.Grain.SIX_DIGITS, trade.sixDigits(false),
            Breadth.Grain.HEADINGS, trade.headings(false),
            Breadth.Grain.OTHER_HEADINGS, trade.openTrade(2017, false),
            Breadth.Grain.ADDED_UP, trade.headingsAsChapters(false),
            Breadth.Grain.CHAPTERS, trade.chapters(false));
    tables.forEach(
        (grain, table) -> {
          for (double cut : new double[] {0.75, 1, 1.4, 2}) {
            List<Breadth.Place> places = Breadth.ranking(table.counts(cut));
            double lead = SYSTEM.breadth().lead(grain, cut);
            Breadth.Place first = places.get(0);
            Breadth.Place next = places.get(first.exporter().equals("CHN") ? 1 : 0);
            int china = Breadth.china(table.counts(cut)).products();
            assertEquals(china / (double) next.products(), lead, 1e-12, grain + " " + cut);
            assertEquals(lead > 1, first.exporter().equals("CHN"), grain + " " + cut);
          }
        });
    assertEquals(2178 / 2046.0, SYSTEM.breadth().lead(Breadth.Grain.SIX_DIGITS, 1), 1e-12);
    assertEquals(44 / 53.0, SYSTEM.breadth().lead(Breadth.Grain.CHAPTERS, 1), 1e-12);
  }

  /** The recipe that counts the hardest headings of 2016 counts the same edges as the module. */
  @Test
  void whatTheRecipeCountsIsWhatTheModuleCounts() {
    Map<String, Integer> ours = SYSTEM.trade().headings(false).counts(1);
    SYSTEM
        .hardest()
        .headings("atlas_2016")
        .forEach(
            (exporter, count) -> {
              assertTrue(count.topTenthRca1() <= ours.get(exporter), exporter);
              assertEquals(124, count.topTenth());
            });
    // among exporters above a billion the fair share of a product hardly moves
    Advantages all = SYSTEM.trade().sixDigits(false);
    Advantages large = SYSTEM.trade().sixDigits(true);
    assertTrue(large.exporters().size() < all.exporters().size());
    // a product that small exporters alone have is not among them
    assertTrue(all.products().containsAll(large.products()));
    Map<String, Integer> places = Advantages.places(all.products());
    double moved =
        IntStream.range(0, large.products().size())
            .mapToDouble(
                i ->
                    Math.abs(
                        large.row("CHN")[i] / all.row("CHN")[places.get(large.products().get(i))]
                            - 1))
            .filter(Double::isFinite)
            .average()
            .orElseThrow();
    assertTrue(moved > 0 && moved < 0.02, "moved by " + moved);
  }

  @Test
  void chaptersAreHeadingsAddedUp() {
    Advantages chapters = SYSTEM.trade().headingsAsChapters(false);
    assertTrue(chapters.products().stream().allMatch(one -> one.length() == 2));
    assertThrows(IllegalArgumentException.class, () -> chapters.of("CHN", "8541"));
    assertThrows(IllegalArgumentException.class, () -> chapters.of("XXX", "85"));
    assertTrue(chapters.of("CHN", "85") > 1);
  }

  @Test
  void firstIsProvenOnlyAboveAllThatIsNotHeld() {
    Size.Measure proven = new Size.Measure("a", "u", 2024, 100, Map.of("CHN", 51.0, "USA", 9.0));
    assertTrue(proven.firstOfHeld() && proven.proven());
    assertEquals(40, proven.rest(), 1e-12);
    Size.Measure held = new Size.Measure("a", "u", 2024, 100, Map.of("CHN", 40.0, "USA", 9.0));
    assertTrue(held.firstOfHeld() && !held.proven());
    Size.Measure second = new Size.Measure("a", "u", 2024, 60, Map.of("CHN", 29.0, "USA", 31.0));
    assertTrue(!second.firstOfHeld() && !second.proven());
    assertEquals(29 / 60.0, second.chinaShare(), 1e-12);
  }

  @Test
  void europeIsNoEconomyAndTheYearIsTheNewest() {
    for (Size.Measure measure : SYSTEM.scale().measures()) {
      assertTrue(
          !measure.economies().containsKey("EUU") && !measure.economies().containsKey("WLD"));
      assertEquals(2024, measure.year());
    }
    assertTrue(SYSTEM.scale().overSeventyFive().proven());
  }

  /** The tenths of complexity hold all products, and as many edges as the count. */
  @Test
  void tenthsHoldEveryRankedProduct() {
    double[] complexity = SYSTEM.hardest().sixDigitComplexity();
    double[] shares = SYSTEM.hardest().byTenth("CHN");
    double ranked = Arrays.stream(complexity).filter(Double::isFinite).count();
    double edges = 0;
    double[] row = SYSTEM.trade().sixDigits(false).row("CHN");
    for (int i = 0; i < row.length; i++) {
      edges += Double.isFinite(complexity[i]) && row[i] >= 1 ? 1 : 0;
    }
    assertEquals(edges, Arrays.stream(shares).sum() * ranked / 10, 3);
    // the hardest are had by advanced economies
    assertTrue(SYSTEM.hardest().byTenth("JPN")[9] > 5 * SYSTEM.hardest().byTenth("JPN")[1]);
  }

  /** A made-up pair of years: who has more of what is close enters more often. */
  @Test
  void cellsAtRiskHaveNoEdgeInTheFirstYear() {
    Entries cells = SYSTEM.entry().entries(Years.FROM_1980);
    Advantages first = SYSTEM.trade().openTradeValues(1980);
    Advantages second = SYSTEM.trade().openTradeValues(2017);
    assertTrue(first.exporters().containsAll(cells.exporters()));
    assertTrue(second.products().containsAll(cells.headings()));
    assertEquals(180, cells.exporters().size());
    assertEquals(1105, cells.headings().size());
    double mean = Arrays.stream(cells.density()).average().orElseThrow();
    double squares = Arrays.stream(cells.density()).map(d -> d * d).sum();
    assertEquals(0, mean, 1e-9);
    assertEquals(1, squares / (cells.size() - 1), 1e-9);
    assertEquals(
        cells.size(),
        SYSTEM.entry().bins(cells, true, 6).stream().mapToInt(LaterEntry.Bin::cells).sum()
            + SYSTEM.entry().bins(cells, false, 10).stream().mapToInt(LaterEntry.Bin::cells).sum());
    assertEquals(
        cells.entries(),
        SYSTEM.entry().bins(cells, true, 6).stream().mapToInt(LaterEntry.Bin::entries).sum()
            + SYSTEM.entry().bins(cells, false, 10).stream()
                .mapToInt(LaterEntry.Bin::entries)
                .sum());
    // China's cells counted from the matrix
    List<LaterEntry.Cell> china = SYSTEM.entry().china(cells);
    assertEquals(712, china.size());
    assertEquals(230, china.stream().filter(LaterEntry.Cell::entered).count());
  }

  private static Trial<?> entry() {
    return SYSTEM.examinations().get(3).trials().get(0);
  }

  private static double mean(WorldSizes sizes) {
    Trial<?> trial = entry();
    double sum = 0;
    for (int draw = 0; draw < 40; draw++) {
      Outcome outcome =
          trial.draw(trial.defaultSpecification(), sizes, new SplittableRandom(70 + draw));
      sum += ((Outcome.Usable) outcome).evidence().value("density_effect");
    }
    return sum / 40;
  }

  /** The worlds have the odds that the registry names, but for what many effects push outwards. */
  @Test
  void worldsOfEntryHaveTheirOdds() {
    assertEquals(Math.log(2), mean(entry().proposition().worlds(World.T).get(0)), 0.03);
    assertEquals(0, mean(entry().proposition().worlds(World.F).get(0)), 0.03);
  }

  @Test
  void sourcesThatHaveNoValuesAreUnusable() {
    Trial<?> atlas = SYSTEM.examinations().get(0).trials().get(1);
    Specification specification =
        new Specification(
            "Atlas headings",
            List.of(
                new Selection("cut", "1"),
                new Selection("exporters", "above 1 bn USD"),
                new Selection("year", "2023")),
            false,
            true);
    assertTrue(atlas.run(specification) instanceof Outcome.Unusable);
  }

  @Test
  void ourRankingIsNearTheAtlas() {
    List<AgainstAtlas.Both> both = SYSTEM.atlas().both();
    assertTrue(AgainstAtlas.correlation(both) > 0.95);
    assertEquals(
        IntStream.rangeClosed(1, both.size()).boxed().toList(),
        both.stream().map(AgainstAtlas.Both::published).collect(Collectors.toList()));
    Complexity pattern = SYSTEM.hardest().sixDigitPattern();
    assertEquals(149, pattern.diversity().length);
  }

  @Test
  void theWordsAreThoseOfTheRule() {
    assertEquals(PropositionWord.SPLIT, Verdicts.of(8).proposition("8a").word());
    assertEquals(PropositionWord.HOLDS, Verdicts.of(8).proposition("8b").word());
    assertEquals(PropositionWord.OPEN, Verdicts.of(8).proposition("8c").word());
    assertEquals(PropositionWord.HOLDS, Verdicts.of(8).proposition("8d").word());
    assertEquals("contested", Verdicts.of(8).word().words());
  }

  @Test
  void theFindingTellsRanksAndShares() {
    String finding = Verdicts.of(8).finding();
    assertTrue(finding.contains("by 2 of 4 sources (2,178 of six-digit products"), finding);
    assertTrue(finding.contains("ranks 2 and 7"), finding);
    assertTrue(finding.contains("44% of the number of the US by our ranking"), finding);
    assertTrue(finding.contains("93% by the Atlas' ranking of the same"), finding);
    assertTrue(finding.contains("53% and 78% by headings and 175% by chapters"), finding);
    assertTrue(finding.contains("(odds times 2.7), but not for China since 1980"), finding);
    assertTrue(finding.contains("28%") && finding.contains("33%") && finding.contains("54%"));
  }
}
