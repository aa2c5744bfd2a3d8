package speedbump.analysis.chokepointsorintegration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.shared.Planted.evidence;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import speedbump.analysis.chokepointsorintegration.CriticalMinerals.Edition;
import speedbump.analysis.chokepointsorintegration.CriticalMinerals.Mineral;
import speedbump.analysis.chokepointsorintegration.Removals.Bloc;
import speedbump.analysis.chokepointsorintegration.Removals.Chains;
import speedbump.analysis.chokepointsorintegration.Removals.Row;
import speedbump.analysis.shared.ChipChain;
import speedbump.analysis.shared.ChipChain.Input;
import speedbump.analysis.shared.ChipChain.Vintage;
import speedbump.claim.Evidence;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.SupplyChain;
import speedbump.model.SupplyChain.Holding;
import speedbump.model.SupplyChain.Removal;
import tech.tablesaw.api.Table;

class RemovalsTest {
  private static final Removals REMOVALS = ChokepointsOrIntegration.of(Catalog.shared()).removals();
  private static final List<Trial<?>> TRIALS = REMOVALS.examination().trials();
  private static final Proposition PROPOSITION = Registry.of(Catalog.shared()).proposition("12c");

  /** Counted by another program (Python, pandas) from the table alone. */
  @Test
  void theEuropeanStudyTellsTheMineFromThePlant() {
    Catalog catalog = Catalog.shared();
    assertEquals(
        new Removals.Hold(62, 22, 0), REMOVALS.european(catalog, "extraction", Removals.CHINA));
    assertEquals(
        new Removals.Hold(60, 34, 13), REMOVALS.european(catalog, "processing", Removals.CHINA));
    assertEquals(new Removals.Hold(60, 2, 0), REMOVALS.european(catalog, "processing", "USA"));
  }

  /** Counted by another program (Python, csv) from the tables alone. */
  @ParameterizedTest
  @CsvSource({
    "AUGUST_2026, 76, 26, 7, 54, 27, 2, 0",
    "JULY_2025, 76, 28, 6, 56, 28, 2, 0",
    "DECEMBER_2022, 40, 13, 6, 32, 22, 1, 1"
  })
  void cutsOfChips(
      Vintage vintage,
      int leaves,
      int us,
      int usStrictly,
      int three,
      int threeStrictly,
      int china,
      int chinaStrictly) {
    SupplyChain chain = REMOVALS.chips(vintage).byCountry(one -> true);
    Row alone = REMOVALS.row("chips", chain, Bloc.US_ALONE);
    Row bloc = REMOVALS.row("chips", chain, Bloc.US_JAPAN_NETHERLANDS);
    Row other = REMOVALS.row("chips", chain, Bloc.CHINA_ALONE);
    assertEquals(leaves, alone.leaves());
    assertEquals(List.of(us, usStrictly), List.of(alone.cut(), alone.cutStrictly()));
    assertEquals(List.of(three, threeStrictly), List.of(bloc.cut(), bloc.cutStrictly()));
    assertEquals(List.of(china, chinaStrictly), List.of(other.cut(), other.cutStrictly()));
  }

  /** No leaf is a parent, a sum, a step or the finished chip. */
  @Test
  void leavesAreLeaves() {
    ChipChain chain = REMOVALS.chips();
    List<String> leaves = chain.leaves().stream().map(Input::id).toList();
    assertEquals(71 + 15 + 6, leaves.size());
    for (String out : List.of("N55", "N28", "N61", "N19", "N48", "N0", "N25", "N99", "N6")) {
      assertFalse(leaves.contains(out), out);
    }
    assertTrue(leaves.containsAll(List.of("N20", "N29", "N32", "N84", "N85", "N5")));
    assertEquals(
        List.of("N20", "N21", "N22", "N29", "N30", "N105", "N106", "N107", "N108", "N123"),
        chain.leavesBelow("N19").stream().map(Input::id).toList());
    assertEquals(List.of("N20"), chain.leavesBelow("N20").stream().map(Input::id).toList());
    assertTrue(chain.leavesBelow("N55").stream().anyMatch(one -> one.id().equals("N50")));
    assertThrows(IllegalArgumentException.class, () -> chain.input("N999"));
  }

  /** Extreme ultraviolet lithography has one maker, and its country all of it. */
  @Test
  void theOneMakerOfTheFinestTools() {
    Input finest = REMOVALS.chips().input("N20");
    assertEquals(1, finest.share("NLD").getAsDouble());
    assertEquals(OptionalDouble.empty(), finest.share("CHN"));
    Removal removal = REMOVALS.chips().byFirm().without(Set.of("ASML"), 0.5);
    assertTrue(
        removal.losses().stream().anyMatch(one -> one.input().equals("N20") && one.cut(0.9)));
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void mineralsAreTheCriticalOnesWithATable(Edition edition) {
    CriticalMinerals minerals = REMOVALS.minerals(edition);
    assertEquals(
        Set.of(
            ("antimony, arsenic, barite, bauxite, beryllium, chromium, cobalt, fluorspar,"
                    + " graphite natural, ilmenite, lead, lithium, manganese, mined copper, nickel,"
                    + " niobium, palladium, phosphate rock, platinum, potash, rare earths, rhenium,"
                    + " rutile, silver, tantalum, tin, tungsten, vanadium, zinc, zirconium,"
                    + " alumina, aluminum, bismuth, ferrosilicon, gallium, indium, magnesium metal,"
                    + " refined copper, silicon metal, tellurium, titanium sponge")
                .split(", ")),
        minerals.minerals().stream().map(Mineral::name).collect(Collectors.toSet()));
    assertEquals(41, minerals.minerals().size());
    for (Mineral one : minerals.minerals()) {
      double sum = one.countries().stream().mapToDouble(each -> each.share().orElse(0)).sum();
      assertEquals(1, sum, 1e-12, one.name());
    }
  }

  /** What of the list has no leaf, and why it can have none, is named in change 173. */
  @Test
  void everyNameOfTheListHasALeafOrNoTable() {
    Table listed = Catalog.shared().table("minerals/us_net_import_reliance");
    Table held = Catalog.shared().table("minerals/world_production");
    Set<String> output =
        held.where(held.stringColumn("kind").isEqualTo("total")).stringColumn("mineral").asSet();
    Set<String> without =
        listed
            .where(listed.booleanColumn("critical_2025").isTrue())
            .stringColumn("commodity")
            .asSet()
            .stream()
            .filter(
                name ->
                    output.stream()
                        .noneMatch(
                            one ->
                                name.toLowerCase(Locale.ROOT)
                                    .replace("(", "")
                                    .replace(' ', '_')
                                    .startsWith(one)))
            .collect(Collectors.toSet());
    assertEquals(
        Set.of("Boron", "Cesium", "Germanium", "Hafnium", "Scandium", "TiO2 pigment", "Yttrium"),
        without);
    Set<String> leaves =
        REMOVALS.minerals().minerals().stream().map(Mineral::name).collect(Collectors.toSet());
    assertFalse(leaves.contains("helium") || leaves.contains("molybdenum"));
  }

  /** Counted by another program (Python, csv) from the survey's own files. */
  @ParameterizedTest
  @CsvSource({"OF_2026, 15, 1, 1, 1, 0", "OF_2025, 16, 2, 0, 0, 0"})
  void cutsOfMinerals(
      Edition edition, int china, int chinaStrictly, int us, int three, int usStrictly) {
    SupplyChain chain = REMOVALS.minerals(edition).byCountry();
    Row other = REMOVALS.row("minerals", chain, Bloc.CHINA_ALONE);
    Row alone = REMOVALS.row("minerals", chain, Bloc.US_ALONE);
    Row bloc = REMOVALS.row("minerals", chain, Bloc.US_JAPAN_NETHERLANDS);
    assertEquals(41, other.leaves());
    assertEquals(List.of(china, chinaStrictly), List.of(other.cut(), other.cutStrictly()));
    assertEquals(List.of(us, usStrictly), List.of(alone.cut(), alone.cutStrictly()));
    assertEquals(List.of(three, usStrictly), List.of(bloc.cut(), bloc.cutStrictly()));
    assertEquals(0, other.silent());
  }

  /** The shares of the newest year, by the same program. */
  @ParameterizedTest
  @CsvSource({
    "beryllium, USA, 0.532",
    "mined copper, CHN, 0.078",
    "refined copper, CHN, 0.483",
    "bauxite, CHN, 0.197",
    "alumina, CHN, 0.619",
    "aluminum, CHN, 0.606",
    "ilmenite, CHN, 0.3415",
    "antimony, CHN, 0.361",
    "palladium, RUS, 0.433"
  })
  void sharesOfOutput(String product, String country, double share) {
    Mineral found =
        REMOVALS.minerals().minerals().stream()
            .filter(one -> one.name().equals(product))
            .findFirst()
            .orElseThrow();
    assertEquals(share, found.share(country).orElseThrow(), 0.0005);
  }

  /** China's hold is at the plant more than at the mine. */
  @ParameterizedTest
  @CsvSource({"true, 29, 5", "false, 12, 10"})
  void theMineAndThePlant(boolean mined, int products, int china) {
    Row found = REMOVALS.row("", REMOVALS.minerals().byCountry(mined), Bloc.CHINA_ALONE);
    assertEquals(List.of(products, china), List.of(found.leaves(), found.cut()));
  }

  /**
   * USGS prints W for these, and counts US rutile with ilmenite; a withheld figure takes no part in
   * the stated supply.
   */
  @Test
  void withheldIsMissing() {
    assertEquals(
        List.of(
            "antimony",
            "barite",
            "bauxite",
            "fluorspar",
            "lithium",
            "ferrosilicon",
            "silicon metal",
            "tellurium",
            "rutile"),
        REMOVALS.minerals().withheld(Set.of("USA")));
    assertEquals(List.of(), REMOVALS.minerals().withheld(Set.of("CHN")));
    List<Row> rows = REMOVALS.rows().subList(4 * 3, 5 * 3);
    // four of China's, fluorspar, both silicons and tellurium, are among the nine
    assertEquals(List.of(1, 1, 15 - 4), rows.stream().map(Row::cutAtLeast).toList());
    assertEquals(List.of(1 + 9, 1 + 9, 15), rows.stream().map(Row::cutAtMost).toList());
  }

  /** A leaf is cut without whoever has 0.6; where the difference is one leaf it counts nothing. */
  @ParameterizedTest
  @CsvSource({
    "4, 1, 1, 3, 0.3, 0.2, HOLDS",
    "2, 1, 1, 3, 0, 0.2, NEITHER",
    "4, 1, 3, 3, 0.3, 0, NEITHER",
    "1, 3, 4, 1, -0.2, -0.3, FAILS",
    "2, 1, 1, 1, 0, 0, FAILS"
  })
  void aDifferenceCountsFromTwoLeavesOn(
      int usInChips,
      int chinaInChips,
      int usInMinerals,
      int chinaInMinerals,
      double chips,
      double minerals,
      Standing standing) {
    Evidence found =
        evidence(
            REMOVALS.estimate(
                new Chains(
                    planted(usInChips, chinaInChips), planted(usInMinerals, chinaInMinerals)),
                Bloc.US_ALONE,
                0.5));
    assertEquals(chips, found.value("chips_us_minus_china_cut"), 1e-12);
    assertEquals(minerals, found.value("minerals_china_minus_us_cut"), 1e-12);
    assertEquals(standing, PROPOSITION.standing(found));
  }

  /** Ten leaves: so many are cut without the US, so many others without China. */
  private static SupplyChain planted(int us, int china) {
    return new SupplyChain(
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    new SupplyChain.Input(
                        "i" + i,
                        List.of(
                            new Holding("USA", OptionalDouble.of(i < us ? 0.6 : 0.2)),
                            new Holding("CHN", OptionalDouble.of(i >= 10 - china ? 0.6 : 0.2)),
                            new Holding("FRA", OptionalDouble.of(0.2)))))
            .toList(),
        List.of());
  }

  @Test
  void everyWayOfCountingIsRun() {
    assertEquals(
        List.of("US alone", "US with Japan and the Netherlands"),
        TRIALS.stream().map(Trial::name).toList());
    for (Trial<?> trial : TRIALS) {
      assertEquals(2 * 3 * 2, trial.specifications().size());
    }
    Evidence found = evidence(TRIALS.get(0).run(TRIALS.get(0).defaultSpecification()));
    assertEquals((26 - 2) / 76.0, found.value("chips_us_minus_china_cut"), 1e-12);
    assertEquals((15 - 1) / 41.0, found.value("minerals_china_minus_us_cut"), 1e-12);
    long strict =
        TRIALS.get(0).specifications().stream()
            .map(one -> evidence(TRIALS.get(0).run(one)))
            .filter(one -> one.value("minerals_china_minus_us_cut") == 0)
            .count();
    assertEquals(3, strict);
  }

  @Test
  void kindsAddUpToAllLeaves() {
    List<Row> rows = REMOVALS.rows();
    assertEquals(5 * 3, rows.size());
    for (int bloc = 0; bloc < 3; bloc++) {
      Row all = rows.get(bloc);
      int cut = 0;
      int silent = 0;
      for (int kind = 1; kind <= 3; kind++) {
        cut += rows.get(3 * kind + bloc).cut();
        silent += rows.get(3 * kind + bloc).silent();
      }
      assertEquals(all.cut(), cut);
      assertEquals(all.silent(), silent);
      assertTrue(all.cutAtLeast() <= all.cutAtMost());
    }
  }
}
