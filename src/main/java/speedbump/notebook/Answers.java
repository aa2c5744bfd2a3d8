package speedbump.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.Coin;
import speedbump.analysis.backfire.Backfire;
import speedbump.analysis.backfire.Localisation;
import speedbump.analysis.chokepointsorintegration.ChokepointsOrIntegration;
import speedbump.analysis.chokepointsorintegration.Removals;
import speedbump.analysis.deepseek.Deepseek;
import speedbump.analysis.deepseek.JointLags;
import speedbump.analysis.delayorstop.ComputeGrowth;
import speedbump.analysis.delayorstop.DelayOrStop;
import speedbump.analysis.fromtargetedtobroad.Document;
import speedbump.analysis.fromtargetedtobroad.FromTargetedToBroad;
import speedbump.analysis.fromtargetedtobroad.Scope;
import speedbump.analysis.internaldemand.Absorption;
import speedbump.analysis.internaldemand.GrowthShare;
import speedbump.analysis.internaldemand.InternalDemand;
import speedbump.analysis.learningbymaking.LearningByMaking;
import speedbump.analysis.learningbymaking.Technologies;
import speedbump.analysis.ninefields.DoseResponse;
import speedbump.analysis.ninefields.NineFields;
import speedbump.analysis.rareearthlever.Lever;
import speedbump.analysis.rareearthlever.MagnetFlows;
import speedbump.analysis.rareearthlever.RareEarthLever;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.ChipChain;
import speedbump.analysis.theexpectedstall.ExpectedStall;
import speedbump.analysis.theexpectedstall.Ledger;
import speedbump.analysis.twoinnovationsystems.PairRank;
import speedbump.analysis.twoinnovationsystems.TwoInnovationSystems;
import speedbump.analysis.wholeindustrialsystem.Breadth;
import speedbump.analysis.wholeindustrialsystem.WholeIndustrialSystem;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.Frontier;
import speedbump.model.FrontierLag;
import speedbump.model.Hindcast;
import speedbump.model.InputOutput;
import speedbump.model.MonthlyTotals;
import speedbump.model.Profiles;
import speedbump.model.Release;
import speedbump.model.ShockShape;
import speedbump.model.SupplyGap;
import speedbump.stats.CohenKappa;
import speedbump.stats.ForecastScore;
import speedbump.stats.FreedmanLane;
import speedbump.stats.PooledSlope;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * What the exercises of the notebooks ask for, and what is said of an answer: never the number
 * itself. Each is computed, when it is first asked for, by the classes that the notebook uses.
 * Whoever reads this class can compute them too; it keeps nobody honest, it saves looking up.
 */
public final class Answers {
  /** What is said of an answer. */
  public enum Word {
    /** Within the tolerance. */
    RIGHT("right"),
    /** Right but for the sign. */
    WRONG_SIGN("the size is right and the sign is not: which less which?"),
    /** Right but for a factor that units make. */
    WRONG_UNIT("wrong unit: a share or percent, months or years, thousands or millions?"),
    /** Within a tenth. */
    NEAR("near, and not near enough: the right way, a wrong detail, or rounded too early"),
    /** Nothing of these. */
    WRONG("not yet: read the hint, and say in words what is asked before you compute"),
    /** No number. */
    MISSING("no answer yet");

    private final String words;

    Word(String words) {
      this.words = words;
    }

    /**
     * What the student reads.
     *
     * @return the words
     */
    public String words() {
      return words;
    }

    /**
     * The short name, for lists of marks.
     *
     * @return "right", "wrong sign", ...
     */
    public String mark() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * An exercise with an answer that can be checked.
   *
   * @param asked what its number or name is, with the unit
   * @param named whether a name is asked for and not a number
   */
  public record Question(String asked, boolean named) {}

  /** A number with its tolerance, or names of which each is right. */
  private record Answer(
      Question question, double tolerance, Supplier<Double> value, Supplier<Set<String>> names) {}

  /** Factors by which units differ: tenths, percent, thousands, months in a year. */
  private static final double[] UNITS = {10, 12, 100, 1000};

  /** How far off a number may be that is called near. */
  private static final double NEAR = 0.10;

  /** Rounding of binary fractions, as a part of the answer. */
  private static final double ROUNDING = 1e-9;

  private static final Catalog DATA = Catalog.shared();

  private static final Map<String, Answer> ALL = new LinkedHashMap<>();

  private static final Map<String, Double> COMPUTED = new ConcurrentHashMap<>();

  private Answers() {}

  private static void number(String id, String asked, double tolerance, Supplier<Double> value) {
    ALL.put(id, new Answer(new Question(asked, false), tolerance, value, null));
  }

  private static void name(String id, String asked, Supplier<Set<String>> names) {
    ALL.put(id, new Answer(new Question(asked, true), 0, null, names));
  }

  static {
    number(
        "00-1", "the least share of heads for which twenty flips are enough, %", 1, Answers::coin);
    number(
        "01-1",
        "the part of the other pairs that are nearer than the two, %",
        0.5,
        () -> PairRank.place(articles(), Profiles.Metric.EUCLIDEAN).percentile());
    number("01-2", "the Hellinger distance with zeros for blanks", 0.005, Answers::zeros);
    number(
        "01-3",
        "the part of the other pairs that are nearer, at most, %",
        0.5,
        Answers::twoLeftOut);
    number("02-2", "the Akaike weight of the ceiling", 0.005, Answers::bendAsControl);
    number("03-1", "kappa of the lazy coder with coder A", 0.005, Answers::lazyCoder);
    number(
        "03-2",
        "the trend with the missing rules and one a year on end users, log odds a year",
        0.0005,
        Answers::missingRules);
    number(
        "03-3",
        "technology-wide rules a year in 2018-21, three missing ones added",
        0.05,
        Answers::rulesAYear);
    number(
        "04-1",
        "the score of 15% to 20% at a level of 80% when -1% came",
        0.5,
        () -> ForecastScore.interval(15, 20, -1, 0.8));
    number(
        "04-2",
        "the smallest chance p of under-prediction without any one set",
        0.005,
        () ->
            ExpectedStall.of(DATA).ledger().withoutEach().stream()
                .mapToDouble(Ledger.Tally::underPredictionP)
                .min()
                .getAsDouble());
    name("04-3", "the id of the forecast, for instance F01", () -> Set.of("F03"));
    number(
        "05-1",
        "the slope for chips and AI at 3 and all others at 0, points of growth a step",
        0.05,
        Answers::pressDoses);
    number(
        "05-2",
        "the slope with the hinge in 2016, points of growth a step",
        0.05,
        () ->
            100
                * DoseResponse.test(
                        NineFields.of(DATA)
                            .fields()
                            .changesAt(speedbump.analysis.ninefields.Reading.DEFAULT, 2016, 2019))
                    .slope());
    name("05-3", "the field that moves the slope most", Answers::carrier);
    number(
        "06-1",
        "R1's lag less the mean without models of no stated country, months",
        0.05,
        Answers::statedCountries);
    number("06-2", "the lag of R1 dated a year late, months", 0.05, Answers::lateRelease);
    number("06-3", "the largest p when one ruler is dropped", 0.003, Answers::oneRulerDropped);
    number(
        "07-1",
        "the years of the forecast from 2005 whose price lies in the band",
        0,
        Answers::insideTheBand);
    name("07-2", "the test that is not fooled: levels, differences or time", () -> Set.of("time"));
    number(
        "07-3",
        "the lowest pooled exponent without one technology",
        0.0005,
        Answers::withoutOneTechnology);
    number("08-1", "the part of its products that China loses, %", 0.5, Answers::stricterCut);
    number("08-2", "the index of Korea without Chinese exports", 0.005, Answers::koreanChips);
    name("08-3", "the exporter's code of three letters", Answers::broadAndNotAdvanced);
    number(
        "09-1",
        "how many of the five kinds both coders call restricted",
        0,
        Answers::restrictedKinds);
    number(
        "09-2",
        "the lead of restricted kinds by the revision alone, points",
        0.05,
        () -> {
          Localisation tools = Backfire.of(DATA).localisation();
          return 100
              * tools.contrast(tools.revision(), Localisation::restricted).get().difference();
        });
    number(
        "09-3",
        "net sales to China in 2023 less those in 2022, million euros",
        0.5,
        Answers::sales);
    number(
        "10-1",
        "the longest run of recovered months at 80%, weak rows kept",
        0,
        Answers::recovered);
    number("10-2", "the error of the closure with 27,250, %", 0.005, Answers::swappedDigits);
    number(
        "10-3",
        "the stock needed with 50 tonnes more from July 2025 and the plan a year late, months",
        0.05,
        Answers::earlySource);
    number(
        "11-1",
        "the first year of the later window from which the part has risen",
        0,
        Answers::edge);
    number(
        "11-2",
        "output that manufacturing exports call for, % of manufacturing",
        0.05,
        Answers::leontief);
    name("11-3", "the code of the industry, for instance c26", Answers::dependent);
    number(
        "12-1",
        "inputs cut without the firm that cuts most",
        0,
        () ->
            (double)
                ChokepointsOrIntegration.of(DATA)
                    .removals()
                    .chips()
                    .firms(0.5)
                    .iterator()
                    .next()
                    .cut());
    number("12-2", "the stock needed for conductor etching, months", 0.5, Answers::etching);
    number("12-3", "what is at stake in China's dearest input, USD billion", 0.5, Answers::dearest);
  }

  private static double coin() {
    return IntStream.rangeClosed(50, 95)
        .filter(percent -> Coin.SEVEN_IN_TEN.shareOfHolds(20, percent / 100.0) >= 0.5)
        .min()
        .getAsInt();
  }

  private static Profiles articles() {
    Table all = Lookup.where(DATA.table("industry/articles"), "year", 2022);
    Table articles = all.where(all.stringColumn("economy").isNotIn("WLD", "XRW", "XXX"));
    List<String> fields = articles.stringColumn("field").unique().asList();
    fields.remove("All S&E fields");
    List<String> who = articles.stringColumn("economy").unique().asList();
    double[][] written = new double[who.size()][fields.size()];
    for (Row row : articles) {
      int field = fields.indexOf(row.getString("field"));
      if (field >= 0) {
        written[who.indexOf(row.getString("economy"))][field] = row.getDouble("articles");
      }
    }
    return Profiles.of(who, fields, new int[fields.size()], written, true);
  }

  private static double zeros() {
    Profiles accounts = TwoInnovationSystems.of(DATA).accounts().both();
    double[][] zeros =
        accounts.names().stream()
            .map(
                name ->
                    accounts.categories().stream()
                        .mapToDouble(category -> accounts.share(name, category))
                        .map(share -> Double.isNaN(share) ? 0 : share)
                        .toArray())
            .toArray(double[][]::new);
    int[] groups = {0, 0, 0, 0, 1, 1, 1, 1};
    return Profiles.of(accounts.names(), accounts.categories(), groups, zeros, true)
        .distance("USA", "CHN", Profiles.Metric.HELLINGER);
  }

  private static double twoLeftOut() {
    Profiles accounts = TwoInnovationSystems.of(DATA).accounts().both();
    List<String> common = accounts.common("USA", "CHN");
    return common.stream()
        .flatMap(
            one ->
                common.subList(common.indexOf(one) + 1, common.size()).stream()
                    .map(two -> accounts.on(c -> !c.equals(one) && !c.equals(two))))
        .mapToDouble(kept -> PairRank.place(kept, Profiles.Metric.EUCLIDEAN).percentile())
        .max()
        .getAsDouble();
  }

  private static double bendAsControl() {
    DelayOrStop analysis = DelayOrStop.of(DATA);
    ComputeGrowth growth = ComputeGrowth.of(DATA, analysis);
    return analysis
        .wall()
        .fitAt(growth.china(), growth.kinked().kink())
        .fits()
        .weight(ShockShape.CEILING);
  }

  private static double lazyCoder() {
    FromTargetedToBroad broad = FromTargetedToBroad.of(DATA);
    var wide =
        speedbump.analysis.fromtargetedtobroad.Reading.DEFAULT.on(
            speedbump.analysis.fromtargetedtobroad.Reading.Relevance.ALL_BUT_NONE);
    List<Document> ten =
        broad.rulebook().documents().stream()
            .filter(one -> one.hasText() && wide.reachOfTightening(one).isPresent())
            .filter(one -> one.date().getYear() == 2023)
            .limit(10)
            .toList();
    return CohenKappa.of(
            ten.stream()
                .map(one -> one.title().contains("Entit") ? "ENTITY" : "TECHNOLOGY")
                .toList(),
            ten.stream().map(one -> one.codings().get(Document.Coder.A).reach().name()).toList())
        .kappa();
  }

  private static double missingRules() {
    Scope scope = FromTargetedToBroad.of(DATA).scope();
    return scope
        .row("", scope.withMissing(speedbump.analysis.fromtargetedtobroad.Reading.DEFAULT, 1))
        .get()
        .logOddsPerYear();
  }

  private static double rulesAYear() {
    var wide =
        speedbump.analysis.fromtargetedtobroad.Reading.DEFAULT.on(
            speedbump.analysis.fromtargetedtobroad.Reading.Relevance.ALL_BUT_NONE);
    return (FromTargetedToBroad.of(DATA).scope().half(wide, false).technologyWide() + 3) / 4.0;
  }

  private static double pressDoses() {
    var panel = NineFields.of(DATA).response().panel(speedbump.analysis.ninefields.Reading.DEFAULT);
    double[] mine =
        panel.stream()
            .mapToDouble(c -> Set.of("chips", "AI").contains(c.field().name()) ? 3 : 0)
            .toArray();
    double[] start = panel.stream().mapToDouble(c -> c.startLogShare()).toArray();
    double[] growth = panel.stream().mapToDouble(c -> c.growth()).toArray();
    return 100 * FreedmanLane.of(mine, start).test(growth, 1999, 51).slope();
  }

  private static Set<String> carrier() {
    var response = NineFields.of(DATA).response();
    var all = speedbump.analysis.ninefields.Reading.DEFAULT;
    double with = DoseResponse.test(response.panel(all)).slope();
    var without = response.withoutEach(all);
    int most =
        IntStream.range(0, without.size())
            .boxed()
            .max(Comparator.comparingDouble(i -> Math.abs(without.get(i).slope() - with)))
            .get();
    return Set.of(response.panel(all).get(most).field().name());
  }

  private static double statedCountries() {
    var reading =
        new CapabilityRulers.Reading(
            CapabilityRulers.Leaders.ALL_NON_CHINESE,
            CapabilityRulers.Unit.VERSIONS,
            CapabilityRulers.CountryRule.DROPPED,
            CapabilityRulers.Vintage.JULY_2026);
    return Deepseek.of(DATA).closeness().recordLags(reading, Deepseek.R1).get().eventMinusMean();
  }

  private static double lateRelease() {
    FrontierLag lag =
        Deepseek.of(DATA).rulers().lag(CapabilityRulers.INDEX, CapabilityRulers.Reading.DEFAULT);
    List<Release> records = lag.follower().records();
    Release r1 = Lookup.named(records, Release::name, Deepseek.R1);
    Release late = new Release(r1.name(), r1.developer(), r1.date().plusYears(1), r1.score());
    List<Release> moved = records.stream().map(one -> one == r1 ? late : one).toList();
    return FrontierLag.between(lag.leader(), Frontier.of(moved)).of(late).months();
  }

  private static double oneRulerDropped() {
    JointLags joint =
        Deepseek.of(DATA)
            .closeness()
            .recordLags(CapabilityRulers.Reading.DEFAULT, Deepseek.R1)
            .get();
    return joint.lags().keySet().stream()
        .mapToDouble(
            ruler -> {
              var fewer = new LinkedHashMap<>(joint.lags());
              fewer.remove(ruler);
              var left = new ArrayList<>(joint.models());
              left.removeIf(
                  name -> fewer.values().stream().noneMatch(row -> row.containsKey(name)));
              return new JointLags(Deepseek.R1, left, fewer).permutationP();
            })
        .max()
        .getAsDouble();
  }

  private static double insideTheBand() {
    CostSeries solar = LearningByMaking.of(DATA).technologies().series(Technologies.SOLAR);
    int until = (int) DoubleStream.of(solar.years()).filter(year -> year <= 2005).count();
    return Hindcast.from(solar, until, Hindcast.FutureOutput.AS_IT_CAME).stream()
        .filter(
            miss ->
                Math.abs(miss.wrightError())
                    <= miss.wright().interval(0.95).upper() - miss.wright().logCost())
        .count();
  }

  private static double withoutOneTechnology() {
    List<CostSeries> all = LearningByMaking.of(DATA).technologies().lasting(10).all();
    return all.stream()
        .mapToDouble(
            out -> {
              var rest = all.stream().filter(one -> one != out).toList();
              var x = rest.stream().map(one -> CostSeries.differences(one.logOutput())).toList();
              var y = rest.stream().map(one -> CostSeries.differences(one.logCost())).toList();
              return -PooledSlope.design(
                      x, x, PooledSlope.Control.INTERCEPT, PooledSlope.Weights.OBSERVATIONS)
                  .fit(y)
                  .interval(0.95)
                  .estimate();
            })
        .min()
        .getAsDouble();
  }

  private static double stricterCut() {
    WholeIndustrialSystem system = WholeIndustrialSystem.of(DATA);
    double at1 = system.breadth().registered("BACI 2018 at six digits").get("CHN");
    return 100 * (1 - system.trade().sixDigits(false).counts(1.5).get("CHN") / at1);
  }

  private static double koreanChips() {
    Table exports = DATA.table("industry/exports_by_heading_2016");
    double korea = 0;
    double koreanChips = 0;
    double world = 0;
    double chips = 0;
    for (Row row : exports) {
      String heading = row.getString("heading");
      if (heading.equals("9999") || row.getString("exporter").equals("CHN")) {
        continue;
      }
      double value = row.getDouble("export_value_usd");
      boolean korean = row.getString("exporter").equals("KOR");
      boolean chip = heading.equals("8542");
      world += value;
      chips += chip ? value : 0;
      korea += korean ? value : 0;
      koreanChips += korean && chip ? value : 0;
    }
    return koreanChips / korea / (chips / world);
  }

  private static Set<String> broadAndNotAdvanced() {
    WholeIndustrialSystem system = WholeIndustrialSystem.of(DATA);
    var counts = system.breadth().registered("BACI 2018 at six digits");
    return Breadth.ranking(counts).subList(0, 10).stream()
        .map(place -> place.exporter())
        .filter(exporter -> system.hardest().byTenth(exporter)[9] < 0.2)
        .collect(Collectors.toSet());
  }

  private static double restrictedKinds() {
    Table codings = DATA.table("controls/tool_codings");
    return Stream.of("N50", "N17", "N80", "N71", "N20")
        .map(kind -> Lookup.where(codings, "input_id", kind).intColumn("restricted"))
        .filter(steps -> steps.min() > 0)
        .count();
  }

  private static double sales() {
    Table sales =
        Lookup.where(DATA.table("chips/supplier_china_revenue"), "series", "net sales to China");
    return sales.doubleColumn("value").get(1) - sales.doubleColumn("value").get(0);
  }

  private static double recovered() {
    MonthlyTotals flows = RareEarthLever.of(DATA).unitedStates().totals(MagnetFlows.WeakRows.KEPT);
    return Arrays.stream(Lever.LevelBefore.values())
        .flatMap(
            option -> Lever.longestRuns(flows, 0.8 * option.in(flows).getAsDouble(), 12).stream())
        .mapToInt(run -> run)
        .max()
        .getAsInt();
  }

  private static double swappedDigits() {
    YearMonth first = YearMonth.of(2024, 1);
    YearMonth sixth = YearMonth.of(2024, 6);
    YearMonth ninth = YearMonth.of(2024, 9);
    var known = new MonthlyTotals.Period(sixth, sixth, 5150, "June 2024");
    var swapped = new MonthlyTotals.Period(first, sixth, 27250, "first half of 2024");
    var summer = new MonthlyTotals.Period(sixth.plusMonths(1), ninth, 15525, "summer");
    var quarters = new MonthlyTotals.Period(first, ninth, 43045, "first three quarters");
    return 100
        * MonthlyTotals.of(List.of(known, swapped, quarters, summer)).closures().get(0).error();
  }

  private static double earlySource() {
    var supply = new ArrayList<>(RareEarthLever.of(DATA).stocks().heavySupplyOutsideChina());
    supply.add(new SupplyGap.Source("early", 3, 50, false));
    return new SupplyGap(supply, 100, 12, 1, 0, 60).breakEvenMonths();
  }

  private static double edge() {
    GrowthShare growth = InternalDemand.of(DATA).growth();
    return IntStream.rangeClosed(2012, 2021)
        .filter(edge -> growth.share(edge, 2023, false) > growth.share(2010, edge - 1, false))
        .min()
        .getAsInt();
  }

  private static double leontief() {
    var two = InternalDemand.of(DATA).absorption().twoIndustries();
    var chain = InputOutput.of(List.of("making", "others"), two.flows(), two.output());
    return 100 * chain.outputFor(two.exports())[0] / two.output()[0];
  }

  private static Set<String> dependent() {
    return InternalDemand.of(DATA).absorption().industries().stream()
        .filter(one -> one.soldAbroad() < 0.05 && one.imported() > 0.2)
        .map(Absorption.Buyer::code)
        .collect(Collectors.toSet());
  }

  private static double etching() {
    double lost =
        ChokepointsOrIntegration.of(DATA)
            .removals()
            .chips()
            .input("N50")
            .share("USA")
            .getAsDouble();
    var now = new SupplyGap.Source("others", 0, 1 - lost, false);
    var later = new SupplyGap.Source("substitute", 36, 1, true);
    return new SupplyGap(List.of(now, later), 1, 0, 1, 0, 60).breakEvenMonths();
  }

  private static double dearest() {
    return ChokepointsOrIntegration.of(DATA).removals().chips().leaves().stream()
        .filter(leaf -> leaf.byCountry().stated() > 0 && leaf.kind() != ChipChain.Kind.DESIGN)
        .mapToDouble(
            leaf ->
                leaf.marketMillionUsd().orElse(0)
                    * new speedbump.model.SupplyChain.Input(leaf.id(), leaf.countries())
                        .without(Removals.Bloc.US_JAPAN_NETHERLANDS.members())
                        .stated()
                        .orElse(0)
                    / 1000)
        .max()
        .getAsDouble();
  }

  /**
   * The exercises whose answer can be checked; all others are for discussion.
   *
   * @return what is asked, by id of the exercise, for instance "06-2" for the second of notebook 06
   */
  public static Map<String, Question> questions() {
    Map<String, Question> questions = new LinkedHashMap<>();
    ALL.forEach((id, answer) -> questions.put(id, answer.question()));
    return Collections.unmodifiableMap(questions);
  }

  /**
   * What is to be said of a number.
   *
   * @param id the exercise
   * @param value the student's number, not a number where there is none
   * @return the word
   * @throws IllegalArgumentException if no exercise has the id, or it asks for a name
   */
  public static Word word(String id, double value) {
    Answer answer = of(id, false);
    return Double.isFinite(value)
        ? word(value, COMPUTED.computeIfAbsent(id, key -> answer.value().get()), answer.tolerance())
        : Word.MISSING;
  }

  /**
   * What is to be said of a name; case and space around it do not count.
   *
   * @param id the exercise
   * @param name the student's answer, empty where there is none
   * @return the word
   * @throws IllegalArgumentException if no exercise has the id, or it asks for a number
   */
  public static Word word(String id, String name) {
    Answer answer = of(id, true);
    if (name == null || name.isBlank()) {
      return Word.MISSING;
    }
    return answer.names().get().stream().anyMatch(name.strip()::equalsIgnoreCase)
        ? Word.RIGHT
        : Word.WRONG;
  }

  private static Answer of(String id, boolean named) {
    Answer answer = ALL.get(id);
    if (answer == null) {
      throw new IllegalArgumentException(
          "no exercise \"%s\" has an answer to check; there are %s".formatted(id, ALL.keySet()));
    }
    if (answer.question().named() != named) {
      throw new IllegalArgumentException(
          "exercise %s asks for a %s: %s"
              .formatted(id, named ? "number" : "name", answer.question().asked()));
    }
    return answer;
  }

  /** A number against the right one. */
  static Word word(double value, double right, double tolerance) {
    double allowed = tolerance + ROUNDING * Math.abs(right);
    if (Math.abs(value - right) <= allowed) {
      return Word.RIGHT;
    }
    if (Math.abs(value + right) <= allowed) {
      return Word.WRONG_SIGN;
    }
    for (double unit : UNITS) {
      if (Math.abs(value * unit - right) <= allowed || Math.abs(value / unit - right) <= allowed) {
        return Word.WRONG_UNIT;
      }
    }
    return Math.abs(value - right) <= NEAR * Math.abs(right) ? Word.NEAR : Word.WRONG;
  }

  /**
   * For the build: writes what the exercises ask for, or says the word on each of a class's
   * answers.
   *
   * @param arguments a file to write the questions to, as JSON; or a file of answers, a JSON object
   *     of lists [id, answer] by key, and one to write the word on each to
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    ObjectMapper json = new ObjectMapper();
    if (arguments.length == 1) {
      json.writeValue(Path.of(arguments[0]).toFile(), questions());
      return;
    }
    Map<String, String> words = new TreeMap<>();
    for (var one : json.readTree(Files.readString(Path.of(arguments[0]))).properties()) {
      String id = one.getValue().get(0).asText();
      words.put(one.getKey(), given(id, one.getValue().get(1).asText()).mark());
    }
    json.writeValue(Path.of(arguments[1]).toFile(), words);
  }

  /** The word on an answer as it was printed. */
  private static Word given(String id, String given) {
    if (questions().get(id).named()) {
      return word(id, given);
    }
    try {
      return word(id, Double.parseDouble(given));
    } catch (NumberFormatException e) {
      return Word.MISSING;
    }
  }
}
