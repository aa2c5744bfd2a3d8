package speedbump.analysis.internaldemand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.ConstantNoise.faint;
import static speedbump.analysis.shared.Planted.evidence;
import static speedbump.analysis.shared.Planted.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.internaldemand.Absorption.Abroad;
import speedbump.analysis.internaldemand.Absorption.Buyer;
import speedbump.analysis.internaldemand.Absorption.TwoIndustries;
import speedbump.analysis.internaldemand.Depth.Shares;
import speedbump.analysis.internaldemand.Depth.Source;
import speedbump.analysis.internaldemand.GrowthShare.Comparison;
import speedbump.analysis.internaldemand.GrowthShare.Contribution;
import speedbump.analysis.internaldemand.NewFields.Sales;
import speedbump.analysis.shared.IoTables;
import speedbump.analysis.shared.IoTables.Held;
import speedbump.claim.Evidence;
import speedbump.claim.Outcome;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.InputOutput;
import speedbump.stats.Interval;
import speedbump.stats.LeastSquares;
import tech.tablesaw.api.Row;

class InternalDemandTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final InternalDemand DEMAND = InternalDemand.of(CATALOG);
  private static final GrowthShare GROWTH = DEMAND.growth();
  private static final Depth DEPTH = DEMAND.depth();
  private static final NewFields FIELDS = DEMAND.fields();
  private static final double EXACT = 1e-9;

  // 11b

  private static double cell(int year, String column) {
    for (Row row : CATALOG.table("industry/china_expenditure")) {
      if (row.getInt("year") == year) {
        return row.getDouble(column + "_billion_cny");
      }
    }
    throw new IllegalArgumentException("no year " + year);
  }

  /** Rises add up to the last level less the one before the first. */
  @ParameterizedTest
  @CsvSource({"2010, 2017", "2018, 2023", "2001, 2017", "2018, 2024", "2012, 2017"})
  void thePartOfAWindowIsTheRiseOverIt(int first, int last) {
    double product = cell(last, "gdp") - cell(first - 1, "gdp");
    double exports = cell(last, "exports") - cell(first - 1, "exports");
    double imports = cell(last, "imports") - cell(first - 1, "imports");
    assertEquals(exports / product, GROWTH.share(first, last, false), EXACT);
    assertEquals((exports - imports) / product, GROWTH.share(first, last, true), EXACT);
  }

  /** The bank's own cells of China: value added used abroad over all value added. */
  @Test
  void valueUsedAbroadIsAPartOfAllValueAdded() {
    Depth.Shares part = DEPTH.absorbedOfValueAdded();
    assertEquals(6, part.years().length);
    assertEquals(2117841.55 / 14279973, part.of(2019), 1e-4);
    assertEquals(3112523.99 / 17963170, part.of(2022), 1e-4);
  }

  /** World Bank, current yuan, with a pocket calculator: 1,260 of 44,689 billion. */
  @Test
  void netExportsWereThreePercentOfGrowthSince2018() {
    assertEquals(1259.8 / 44688.9, GROWTH.share(2018, 2023, true), 1e-4);
    assertEquals(-46.0 / 49286.1, GROWTH.share(2010, 2017, true), 1e-4);
  }

  @Test
  void byLeastSquaresTheRegressionGivesTheTwoParts() {
    // Newey and West keep the coefficients of least squares
    Comparison plain = GROWTH.intervals().get(1);
    assertEquals("Newey-West", plain.name());
    assertEquals(plain.after() - plain.before(), plain.difference().estimate(), EXACT);
    assertEquals(GROWTH.share(2018, 2023, true), plain.after(), EXACT);
    assertEquals(GROWTH.share(2010, 2017, true), plain.before(), EXACT);
  }

  /** What is bought adds up to growth but for the statistical discrepancy of two years. */
  @Test
  void contributionsAddUpToGrowth() {
    List<Contribution> rows = GROWTH.contributions(1996, 2023);
    assertEquals(28, rows.size());
    for (Contribution row : rows) {
      double sum =
          row.consumption().orElseThrow() + row.capitalFormation().orElseThrow() + row.netExports();
      double open = 0.02 * cell(row.year(), "gdp");
      double growth = cell(row.year(), "gdp") - cell(row.year() - 1, "gdp");
      assertEquals(1, sum, open / growth, "" + row.year());
    }
    assertTrue(GROWTH.contributions(2024, 2024).get(0).consumption().isEmpty());
  }

  private static Trial<?> growth() {
    return GROWTH.examination().trials().get(0);
  }

  /** With next to no noise the change is the one planted, whatever the years before were. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.3, -0.1, 0, 0.2})
  void aWorldHasTheChangeThatItIsGiven(double change) {
    Evidence drawn =
        evidence(
            growth().draw(growth().defaultSpecification(), world("share_change", change), faint()));
    assertEquals(change, drawn.value("export_share_of_growth_difference"), 1e-4);
    assertTrue(drawn.value("export_share_of_growth_difference_lower95") <= change + 1e-4);
    assertTrue(drawn.value("export_share_of_growth_difference_upper95") >= change - 1e-4);
    assertTrue(
        drawn.value("export_share_of_growth_difference_lower95")
            < drawn.value("export_share_of_growth_difference_upper95"));
  }

  @Test
  void everyWayOfCountingIsAnotherAnswer() {
    Map<String, Double> found = new HashMap<>();
    for (Specification how : growth().specifications()) {
      if (how.votes()) {
        found.put(
            how.option("earlier window") + how.option("exports") + how.option("last year"),
            evidence(growth().run(how)).value("export_share_of_growth_difference"));
      }
    }
    assertEquals(12, found.size());
    assertEquals(12, Set.copyOf(found.values()).size());
    // the option moves what it names: 2024 in is another sum, and gross is another line
    assertEquals(
        GROWTH.compare(2012, 2018, 2024, false, Set.of()).difference().estimate(),
        found.get("2012-17gross2024"),
        EXACT);
    assertEquals(
        GROWTH.compare(2001, 2018, 2023, true, Set.of()).difference().estimate(),
        found.get("2001-17net2023"),
        EXACT);
  }

  /** At eight and six yearly points the registered interval keeps its word. */
  @Test
  void theIntervalOfTheWindowsCoversWhatItSays() {
    for (World one : World.values()) {
      assertEquals(0.95, GROWTH.measuredCoverage(one), 0.02, one.name());
    }
  }

  @Test
  void theWindowsByTheRegressionPartByTheirDifference() {
    for (boolean net : new boolean[] {true, false}) {
      List<Interval> windows = GROWTH.windows(net);
      assertEquals(
          GROWTH.registered(net, Set.of()).difference().estimate(),
          windows.get(1).estimate() - windows.get(0).estimate(),
          1e-9);
      windows.forEach(one -> assertTrue(one.lower() < one.upper()));
    }
  }

  @Test
  void yearsThatAreLeftOutDoNotCount() {
    Comparison without = GROWTH.registered(true, Set.of(2020, 2021));
    double later = cell(2019, "gdp") - cell(2017, "gdp") + cell(2023, "gdp") - cell(2021, "gdp");
    double net = 0;
    for (int[] span : new int[][] {{2017, 2019}, {2021, 2023}}) {
      net += cell(span[1], "exports") - cell(span[0], "exports");
      net -= cell(span[1], "imports") - cell(span[0], "imports");
    }
    assertEquals(net / later, without.after(), EXACT);
    assertEquals(8, GROWTH.variants().size());
    assertEquals(without.difference(), GROWTH.variants().get(1).difference());
  }

  /** At the product's own prices a share of the level is the same and one of growth is not. */
  @Test
  void thePriceOfTheProductIsTakenOut() {
    Comparison current = GROWTH.variants().get(4);
    Comparison real = GROWTH.variants().get(7);
    assertEquals("gross: at the product's prices", real.name());
    double before = real(2017, "exports") - real(2009, "exports");
    double product = real(2017, "gdp") - real(2009, "gdp");
    assertEquals(before / product, real.before(), EXACT);
    assertTrue(Math.abs(real.before() - current.before()) > 0.01);
  }

  private static double real(int year, String column) {
    for (Row row : CATALOG.table("industry/gdp")) {
      if (row.getString("country").equals("CHN") && row.getInt("year") == year) {
        return cell(year, column) / cell(year, "gdp") * row.getDouble("gdp_constant_2015_usd");
      }
    }
    throw new IllegalArgumentException("no year " + year);
  }

  // 11c

  /** Computed by the Stata command icio from the full inter-country table of WIOD 2016. */
  @ParameterizedTest
  @CsvSource({"2002, 0.82495", "2008, 0.77715", "2014, 0.83149"})
  void domesticValueAddedIsThatOfTheFullTable(int year, double share) {
    // only value added that comes home through foreign inputs is left out
    assertEquals(share, DEPTH.shares(Source.WIOD).of(year), 0.0002);
  }

  /** OECD TiVA, 2021 edition, as ITIF reports it; imports in proportion are an assumption. */
  @ParameterizedTest
  @CsvSource({"2008, 0.219", "2018, 0.172"})
  void domesticValueAddedIsNearThePublishedShare(int year, double foreign) {
    assertEquals(1 - foreign, DEPTH.shares(Source.OECD).of(year), 0.01);
  }

  /** The README of the copy: one minus the backward share, China 2019; and absorbed abroad. */
  @Test
  void thePublishedIndicatorsAreReadAsTheirSourceSays() {
    assertEquals(0.8269, DEPTH.shares(Source.ADB).of(2019), 5e-5);
    assertArrayEquals(
        new double[] {2017, 2018, 2019, 2020, 2021, 2022}, DEPTH.shares(Source.ADB).years());
    assertEquals(0.8018, DEPTH.absorbedAbroad().of(2019), 5e-5);
    assertEquals(0.8152, DEPTH.absorbedAbroad().of(2014), 5e-5);
    assertThrows(IllegalArgumentException.class, () -> DEPTH.absorbedAbroad().of(2003));
    assertEquals(24, DEPTH.shares(Source.OECD).years().length);
    assertEquals(15, DEPTH.shares(Source.WIOD).years().length);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.005, 0, 0.005})
  void aWorldHasTheSlopeThatItIsGiven(double slope) {
    for (Trial<?> trial : DEPTH.examination().trials()) {
      Evidence drawn =
          evidence(
              trial.draw(trial.defaultSpecification(), world("slope_per_year", slope), faint()));
      assertEquals(slope, drawn.value("domestic_value_added_slope_per_year"), 1e-5, trial.name());
      assertTrue(drawn.value("domestic_value_added_slope_per_year_lower95") <= slope + 1e-5);
      assertTrue(drawn.value("domestic_value_added_slope_per_year_upper95") >= slope - 1e-5);
    }
  }

  @Test
  void theSlopeIsThatOfALine() {
    Shares line =
        new Shares(
            IntStream.range(2000, 2012).asDoubleStream().toArray(),
            IntStream.range(0, 12).mapToDouble(i -> 0.7 + 0.01 * i + 1e-6 * (i % 3)).toArray());
    assertEquals(0.01, DEPTH.slope(line).estimate(), 1e-6);
    assertEquals(5, line.from(2007).years().length);
    // a known coefficient of nothing is least squares
    Shares adb = DEPTH.shares(Source.ADB);
    assertEquals(
        LeastSquares.withConstant(adb.values(), adb.years()).coefficients()[1],
        DEPTH.slope(adb).estimate(),
        1e-9);
  }

  /** Promised is 0.95: noise near a random walk and six points do not keep it, and it is said. */
  @Test
  void intervalsOfTheSlopesCoverLessThanTheySay() {
    assertEquals(0.83, DEPTH.measuredCoverage(true, World.F), 0.03);
    assertEquals(0.85, DEPTH.measuredCoverage(false, World.F), 0.03);
  }

  // 11a

  private static Sales sales(double production, String bound, double exports) {
    return new Sales("x", "2024", 2024, true, "GW", production, bound, exports, "", "M");
  }

  @Test
  void aBoundOfOutputIsABoundOfTheShare() {
    assertEquals(0.6, sales(10, "", 4).homeShare(), EXACT);
    assertEquals(Optional.of(true), sales(10, "", 4).above(0.5));
    assertEquals(Optional.of(false), sales(10, "", 6).above(0.5));
    assertEquals(Optional.of(false), sales(10, "", 5).above(0.5), "one half is not above it");
    assertEquals(Optional.of(true), sales(10, "lower", 4).above(0.5));
    assertEquals(Optional.empty(), sales(10, "lower", 6).above(0.5), "output may be far more");
  }

  @Test
  void fiveFieldsEnterAndShipsDoNotSellAtHome() {
    Map<String, Double> shares = new HashMap<>();
    FIELDS.latest(true).forEach(one -> shares.put(one.field(), one.homeShare()));
    assertEquals(
        Set.of(
            "electric vehicles",
            "lithium-ion batteries",
            "ships",
            "solar modules",
            "wind turbines"),
        shares.keySet());
    assertEquals(1 - 238.8 / 588, shares.get("solar modules"), EXACT);
    assertEquals(1 - 434.8 / 1200, shares.get("lithium-ion batteries"), EXACT);
    assertEquals(1 - 2.615 / 16.626, shares.get("electric vehicles"), EXACT);
    assertEquals(0.107, shares.get("ships"), 0.0005);
    Sales gwh =
        FIELDS.latest(false).stream()
            .filter(one -> one.field().equals("power batteries"))
            .findFirst()
            .orElseThrow();
    assertEquals(1 - 129.0 / 786, gwh.homeShare(), EXACT);
    assertEquals(
        Set.of("chips", "solar products (chain)"),
        new HashSet<>(FIELDS.barred().stream().map(Sales::field).toList()));
  }

  @Test
  void theCommonYearIs2024WithoutShips() {
    assertEquals(
        List.of("electric vehicles", "lithium-ion batteries", "solar modules", "wind turbines"),
        FIELDS.common(true).stream().map(Sales::field).toList());
    assertTrue(FIELDS.common(true).stream().allMatch(one -> one.year() == 2024));
    assertEquals(List.of(), FIELDS.common(false));
    Trial<?> trial = DEMAND.examinations().get(0).trials().get(0);
    List<Outcome> outcomes = trial.specifications().stream().map(trial::run).toList();
    assertEquals(0.8, evidence(outcomes.get(0)).value("domestic_fields_share"), EXACT);
    assertEquals(0.8, evidence(outcomes.get(1)).value("domestic_fields_share"), EXACT);
    assertEquals(1, evidence(outcomes.get(2)).value("domestic_fields_share"), EXACT);
    assertTrue(outcomes.get(3) instanceof Outcome.Unusable);
  }

  // who buys

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  /** Demand at home and exports call for all output, in every table, and nothing is left over. */
  @Test
  void homeAndAbroadExhaustOutput() {
    List<Held> tables = new ArrayList<>(IoTables.oecd(CATALOG));
    tables.add(IoTables.oecdLatest(CATALOG, "CHN"));
    tables.addAll(IoTables.wiod(CATALOG, "CHN"));
    assertEquals(24 + 1 + 15, tables.size());
    for (Held one : tables) {
      InputOutput chain = one.table().domestic();
      double[] home = chain.outputFor(one.table().homeDemand(one.exports()));
      double[] abroad = chain.outputFor(one.exports());
      double[] output = chain.output();
      for (int i = 0; i < output.length; i++) {
        assertEquals(output[i], home[i] + abroad[i], 1e-9 * sum(output), one.year() + " " + i);
        assertTrue(abroad[i] >= one.exports()[i] - 1e-6 * sum(output));
      }
    }
  }

  @Test
  void whatEndsAbroadIsMoreThanWhatIsSoldThere() {
    List<Buyer> industries = DEMAND.absorption().industries();
    Abroad latest = DEMAND.absorption().latest();
    double output = industries.stream().mapToDouble(Buyer::output).sum();
    double abroad = industries.stream().mapToDouble(one -> one.endsAbroad() * one.output()).sum();
    assertEquals(latest.all(), abroad / output, EXACT);
    for (Buyer one : industries) {
      assertTrue(one.endsAbroad() >= one.soldAbroad() - EXACT, one.label());
      assertTrue(one.endsAbroad() <= 1 && one.imported() >= 0 && one.imported() < 1, one.label());
    }
    assertEquals("Construction", industries.get(0).label());
    List<Abroad> through = DEMAND.absorption().through();
    assertEquals(1995, through.get(0).year());
    assertEquals(2018, through.get(23).year());
    assertTrue(latest.manufacturing() > latest.all());
    // value added that exports call for, over all of it: the domestic part of exports over it
    Held last = IoTables.oecd(CATALOG).get(23);
    double[] v = last.table().valueAddedPerOutput();
    double[] made = last.table().domestic().output();
    double added = IntStream.range(0, v.length).mapToDouble(i -> v[i] * made[i]).sum();
    assertEquals(
        DEPTH.shares(Source.OECD).of(2018) * sum(last.exports()) / added,
        through.get(23).valueAdded(),
        EXACT);
  }

  /** Two industries by hand: 1 / ((1 - a)(1 - d) - b c) times the adjoint. */
  @Test
  void twoIndustriesInvertByHand() {
    TwoIndustries two = DEMAND.absorption().twoIndustries();
    InputOutput chain =
        InputOutput.of(List.of("manufacturing", "others"), two.flows(), two.output());
    Held latest = IoTables.oecdLatest(CATALOG, "CHN");
    assertEquals(
        sum(two.output()) - sum(two.exports()) - sum(latest.table().homeDemand(latest.exports())),
        sum(two.flows()[0]) + sum(two.flows()[1]),
        1e-9 * sum(two.output()));
    double a = two.flows()[0][0] / two.output()[0];
    double b = two.flows()[0][1] / two.output()[1];
    double c = two.flows()[1][0] / two.output()[0];
    double d = two.flows()[1][1] / two.output()[1];
    double minor = (1 - a) * (1 - d) - b * c;
    double abroad = ((1 - d) * two.exports()[0] + b * two.exports()[1]) / minor;
    assertEquals(abroad, chain.outputFor(two.exports())[0], 1e-9 * two.output()[0]);
    // coarser than fifty industries, and near them
    assertEquals(DEMAND.absorption().latest().manufacturing(), abroad / two.output()[0], 0.05);
  }
}
