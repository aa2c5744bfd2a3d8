package speedbump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import speedbump.model.Complexity;
import speedbump.model.ComputeTrend;
import speedbump.model.ComputeTrend.DateTerm;
import speedbump.model.ComputeTrend.Direction;
import speedbump.model.ComputeTrend.TrainedModel;
import speedbump.model.CostLaw;
import speedbump.model.CostSeries;
import speedbump.model.Elo;
import speedbump.model.Frontier;
import speedbump.model.FrontierLag;
import speedbump.model.Hindcast;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.model.InputOutput;
import speedbump.model.KinkedTrend;
import speedbump.model.LearningBreaks;
import speedbump.model.LearningBreaks.Period;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import speedbump.model.MonthlyForecast;
import speedbump.model.MonthlyTotals;
import speedbump.model.NationalTable;
import speedbump.model.Profiles;
import speedbump.model.Release;
import speedbump.model.Scale;
import speedbump.model.ShockDesign;
import speedbump.model.ShockFits;
import speedbump.model.ShockShape;
import speedbump.model.StockFlow;
import speedbump.model.SupplyChain;
import speedbump.model.SupplyGap;
import speedbump.model.SyntheticControl;
import speedbump.model.TwoFactors;
import speedbump.stats.Akaike;
import speedbump.stats.Autoregression;
import speedbump.stats.BenchmarkForecast;
import speedbump.stats.BlockBootstrap;
import speedbump.stats.ClassicalScaling;
import speedbump.stats.CohenKappa;
import speedbump.stats.Concentration;
import speedbump.stats.CountTrend;
import speedbump.stats.DieboldMariano;
import speedbump.stats.FamilyPermutation;
import speedbump.stats.ForecastScore;
import speedbump.stats.FreedmanLane;
import speedbump.stats.Interval;
import speedbump.stats.KaplanMeier;
import speedbump.stats.LeastSquares;
import speedbump.stats.LogisticRegression;
import speedbump.stats.MannKendall;
import speedbump.stats.NegativeBinomialRegression;
import speedbump.stats.NonlinearLeastSquares;
import speedbump.stats.OverdispersedCounts;
import speedbump.stats.Permutation;
import speedbump.stats.PoissonRegression;
import speedbump.stats.PooledSlope;
import speedbump.stats.PooledSlope.Control;
import speedbump.stats.PooledSlope.Weights;
import speedbump.stats.PraisWinsten;
import speedbump.stats.Proportion;
import speedbump.stats.Quantile;
import speedbump.stats.RarefiedEntropy;
import speedbump.stats.SensitivityIndices;
import speedbump.stats.ShareTrend;
import speedbump.stats.SignTest;
import speedbump.stats.SlopeBreak;
import speedbump.stats.StructuralBreaks;
import speedbump.stats.Student;
import speedbump.stats.SupF;
import speedbump.stats.TwoEffectLogit;

/**
 * Whatever an estimator is given, it answers with finite numbers or refuses with a message that
 * names the argument; and where the unit of its input does not matter, an answer made of rounding
 * would show, since in another unit the rounding is another.
 */
class HostileInputTest {
  private static final int SEEDS = 120;

  private static final BlockBootstrap FEW = BlockBootstrap.withDefaults().withResamples(30);

  /** A call with drawn arguments; gives the numbers that came out. */
  private record Call(String names, Function<HostileInput, Object> answer) {}

  /** By "Class.method": the words of which a refusal must use one, and the call. */
  private static final Map<String, Call> CALLS = new LinkedHashMap<>();

  private static void call(String method, String names, Function<HostileInput, Object> answer) {
    CALLS.put(method, new Call(names, answer));
  }

  static {
    call(
        "Akaike.aicc",
        "residual sum|observations|coefficients",
        in -> Akaike.aicc(in.number(), in.size(), in.size()));
    call("Akaike.weights", "criteri", in -> Akaike.weights(in.values()));
    call("Autoregression.rhoOfErrors", "residuals", in -> Autoregression.rhoOfErrors(in.values()));
    call(
        "Autoregression.fitErrors",
        "residuals|coefficients|generator|length|gaps?",
        in -> {
          Autoregression noise = Autoregression.fitErrors(in.values(), in.size());
          RandomGenerator random = in.orNull(new SplittableRandom(1));
          return List.of(
              noise,
              noise.stationarySd(),
              noise.simulate(in.size(), random),
              noise.simulate(in.values(), random));
        });
    call("PraisWinsten.corrected", "residuals", in -> PraisWinsten.corrected(in.values()));
    call(
        "PraisWinsten.fit",
        "\\by\\b|\\bx\\b|rho|row|column|observations|level|coefficient|numerator|denominator",
        in -> {
          double[] y = in.values();
          double[][] x = in.rows(y);
          PraisWinsten fit =
              in.coin() ? PraisWinsten.fit(y, x) : PraisWinsten.fit(y, x, in.number());
          return List.of(
              fit.rho(),
              fit.coefficients(),
              fit.standardErrors(),
              fit.interval(in.upTo(3), in.level()),
              fit.ratio(in.values(), new double[] {0, 1, 0}, in.level()).isPresent());
        });
    call(
        "SignTest",
        "up|down",
        in -> {
          SignTest test = new SignTest(in.size(), in.size());
          return List.of(test.pUp(), test.pDown());
        });
    call(
        "Proportion.wilson",
        "cases|successes|level",
        in -> Proportion.wilson(in.number(), in.size(), in.level()));
    call(
        "Proportion.clopperPearson",
        "cases|successes|level",
        in -> Proportion.clopperPearson(in.size(), in.size(), in.level()));
    call(
        "ForecastScore.brier",
        "probabilit|happened",
        in -> {
          double[] p = in.values();
          return ForecastScore.brier(
              p, in.orNull(new boolean[in.coin() || p == null ? 3 : p.length]));
        });
    call(
        "ForecastScore.interval",
        "ends|outcome|level",
        in -> ForecastScore.interval(in.number(), in.number(), in.number(), in.level()));
    call(
        "SupF.of",
        "\\bx\\b|\\by\\b|errors|draws|least|segments?|sides?|observations|row",
        in -> {
          double[] y = in.values();
          SupF test =
              SupF.of(
                  in.rows(y),
                  in.size(),
                  in.orNull(new Autoregression(0.5, 1, 10)),
                  Math.min(in.size(), in.coin() ? 9 : Integer.MAX_VALUE),
                  1);
          return test.test(y);
        });
    call(
        "StructuralBreaks.fit",
        "\\bx\\b|\\by\\b|least|most|segments?|breaks|observations|row",
        in -> {
          double[] y = in.values();
          StructuralBreaks found = StructuralBreaks.fit(y, in.rows(y), in.size(), in.size());
          return found.partitions().stream().map(StructuralBreaks.Partition::rss).toList();
        });
    call(
        "LearningBreaks.of",
        "series|form|observations|\\bx\\b|\\by\\b|cost|draws|before|after",
        in -> {
          LearningBreaks found =
              LearningBreaks.of(
                  in.series(), in.orNull(Form.values()[in.upTo(Form.values().length)]));
          return List.of(found.supF(), found.periods(0).stream().map(Period::exponent).toList());
        });
    call(
        "BlockBootstrap.mean",
        "series|block|resamples|level",
        in -> wide(bootstrap(in).mean(in.values())));
    call(
        "BlockBootstrap.differenceOfMeans",
        "before|after|block|resamples|level",
        in -> wide(bootstrap(in).differenceOfMeans(in.values(), in.values())));
    call(
        "BlockBootstrap.statistic",
        "series|statistic|block|resamples|level",
        in -> bootstrap(in).statistic(in.values(), in.orNull(s -> s[0] / s[s.length - 1])));
    call("BlockBootstrap.withDefaults", "none", in -> BlockBootstrap.DEFAULT_LEVEL);
    call(
        "BlockBootstrap.cubeRootRule",
        "observations",
        in -> BlockBootstrap.cubeRootRule(in.size()));
    call(
        "Concentration.of",
        "named|lumped|quantities",
        in -> Concentration.of(in.values(), in.number()));
    call("Concentration.ofShares", "shares|quantities", in -> Concentration.ofShares(in.values()));
    call(
        "DieboldMariano.of",
        "differences|lags",
        in -> {
          DieboldMariano test = DieboldMariano.of(in.values(), in.size());
          return List.of(test, test.pTwoSided(), test.pSecondBetter(), test.pFirstBetter());
        });
    call(
        "KaplanMeier.of",
        "times?\\b|observed",
        in -> {
          double[] times = in.values();
          boolean[] observed = new boolean[times == null ? 2 : times.length];
          for (int i = 0; i < observed.length; i++) {
            observed[i] = in.coin();
          }
          KaplanMeier curve = KaplanMeier.of(times, in.orNull(observed));
          // Greenwood's error is none once no case is left
          return List.of(
              curve.steps().stream().map(KaplanMeier.Step::survival).toList(),
              curve.survivalAt(in.number()),
              curve.median());
        });
    call(
        "LeastSquares.fit",
        "\\by\\b|\\bx\\b|observations|row|level",
        in -> {
          double[] y = in.values();
          return numbers(LeastSquares.fit(y, in.rows(y)), in);
        });
    call(
        "LeastSquares.withConstant",
        "\\by\\b|\\bx\\b|regressor|observations|row|level",
        in -> {
          double[] y = in.values();
          double[] x = in.beside(y);
          return numbers(LeastSquares.withConstant(y, x, in.beside(x)), in);
        });
    call("LeastSquares.automaticLags", "lags", in -> LeastSquares.automaticLags(in.size()));
    call(
        "MannKendall.of",
        "position|value",
        in -> {
          double[] values = in.values();
          MannKendall test =
              MannKendall.of(
                  in.coin() && values != null
                      ? IntStream.range(0, values.length).asDoubleStream().toArray()
                      : in.beside(values),
                  values);
          return List.of(test, test.pTwoSided());
        });
    call(
        "NonlinearLeastSquares.fit",
        "\\by\\b|curve|start|bound|lower|upper|parameter|observations|search",
        HostileInputTest::saturating);
    call(
        "Permutation.rankPValue",
        "others|value",
        in -> Permutation.rankPValue(in.number(), in.values()));
    call(
        "Permutation.differenceOfMeans",
        "first|second|direction|draws",
        in ->
            Permutation.differenceOfMeans(
                in.values(),
                in.values(),
                in.orNull(Permutation.Direction.LESS),
                Math.min(in.size(), in.coin() ? 50 : Integer.MAX_VALUE),
                1));
    call(
        "FamilyPermutation.of",
        "families|marks|values|draws",
        in -> {
          double[] y = in.values();
          int items = y == null || in.coin() && in.coin() ? 3 : y.length;
          List<String> families = new ArrayList<>();
          List<Boolean> marks = new ArrayList<>();
          for (int i = 0; i < items; i++) {
            families.add(in.orNull("f" + in.upTo(4)));
            marks.add(in.orNull(in.coin()));
          }
          return FamilyPermutation.of(
                  families, marks, Math.min(in.size(), in.coin() ? 50 : Integer.MAX_VALUE), 1)
              .test(y);
        });
    call(
        "SlopeBreak.of",
        "times|values|least|rho|draws|bent|\\bx\\b|\\by\\b",
        in -> {
          double[] times = in.values();
          if (times != null && in.upTo(4) > 0) {
            Arrays.sort(times);
          }
          return SlopeBreak.of(
                  times, in.coin() ? 0.15 : in.number(), in.coin() ? 9 : Math.min(in.size(), 99))
              .test(in.beside(times), in.level() - 0.4);
        });
    call("SlopeBreak.bent", "times|bend", in -> List.of(SlopeBreak.bent(in.values(), in.number())));
    call(
        "PoissonRegression.fit",
        "counts|\\bx\\b|exposures|observations|row|column",
        in -> {
          double[] y = in.values();
          PoissonRegression fit = PoissonRegression.fit(y, in.rows(y), in.beside(y));
          return List.of(
              fit.coefficients(),
              fit.standardErrors(),
              fit.robustStandardErrors(),
              fit.dispersion(),
              fit.logLikelihood());
        });
    call(
        "NegativeBinomialRegression.fit",
        "counts|\\bx\\b|exposures|observations|row|column",
        in -> {
          double[] y = in.values();
          double[] whole =
              y == null || in.upTo(6) == 0 ? y : Arrays.stream(y).map(Math::rint).toArray();
          NegativeBinomialRegression fit =
              NegativeBinomialRegression.fit(whole, in.rows(y), in.beside(y));
          return List.of(
              fit.alpha(), fit.coefficients(), fit.standardErrors(), fit.likelihoodRatio());
        });
    call(
        "LogisticRegression.fit",
        "answers|clusters|\\bx\\b|\\by\\b|observations|row|column",
        in -> {
          double[] y = in.values();
          boolean[] answers = in.answers(y);
          LogisticRegression fit =
              LogisticRegression.fit(answers, in.rows(y), in.orNull(in.days(answers)));
          return List.of(
              fit.coefficients(),
              fit.standardErrors(),
              fit.clusteredStandardErrors(),
              fit.correlationWithin());
        });
    call(
        "TwoEffectLogit.of",
        "answers|rows?\\b|columns?|\\bx\\b|observations?|cell|layout|slope|level",
        in -> {
          double[] x = in.values();
          int n = x == null ? 4 : x.length;
          int wide = 1 + in.upTo(5);
          int[] rows =
              IntStream.range(0, in.coin() ? n : n + in.upTo(2)).map(i -> i / wide).toArray();
          int[] columns = IntStream.range(0, n).map(i -> i % wide).toArray();
          TwoEffectLogit design = TwoEffectLogit.of(x, in.orNull(rows), in.orNull(columns));
          boolean[] answers = in.answers(x);
          TwoEffectLogit.Slope slope =
              switch (in.upTo(3)) {
                case 0 -> design.linear(answers);
                case 1 -> design.at(answers, in.number()).fit(in.answers(x));
                default -> design.fit(answers);
              };
          return List.of(slope, slope.interval(in.level()));
        });
    call(
        "Complexity.of",
        "table|econom|products?|ind(ex|ices)|cut|rounds|eigenvalues",
        in -> {
          int n = in.coin() ? 6 : in.upTo(5);
          double[][] table = new double[n][];
          double[] first = in.values();
          for (int i = 0; i < n; i++) {
            table[i] = i == 0 || in.upTo(40) == 0 ? first : in.beside(first);
          }
          Complexity found = Complexity.of(in.orNull(table), in.number());
          if (in.coin()) {
            return found.fitness(1 + in.upTo(50));
          }
          Complexity.Index index = found.index();
          int[] own = found.diversity();
          return List.of(
              index.eigenvalue(),
              IntStream.range(0, own.length)
                  .filter(i -> own[i] > 0)
                  .mapToDouble(i -> index.economies()[i])
                  .toArray());
        });
    call(
        "Complexity.advantage",
        "exports|econom|products",
        in -> {
          double[] first = in.values();
          double[][] exports = new double[in.upTo(6)][];
          for (int i = 0; i < exports.length; i++) {
            exports[i] = i == 0 ? first : in.beside(first);
          }
          return List.of(Complexity.advantage(in.orNull(exports)));
        });
    call(
        "CountTrend.design",
        "counts|times|exposures|level|periods",
        in -> {
          double[] y = in.values();
          Optional<CountTrend> fit = CountTrend.design(in.beside(y), in.beside(y)).fit(y);
          double level = in.level();
          return in.upTo(10) == 0 && fit.isPresent()
              ? List.of(fit.get().interval(level), fit.get().ratio(level))
              : fit;
        });
    call(
        "ShareTrend.design",
        "answers|times|clusters|kept|level|shares|correlation|random",
        in -> {
          double[] times = in.values();
          boolean[] answers = in.answers(times);
          ShareTrend.Design design = ShareTrend.design(times, in.orNull(in.days(answers)));
          if (in.upTo(4) == 0) {
            design.drawn(in.beside(times), in.number(), in.orNull(new SplittableRandom(1)));
          }
          Optional<ShareTrend> fit =
              in.upTo(4) == 0 ? design.thinned(answers).fit(answers) : design.fit(answers);
          double level = in.level();
          return in.upTo(10) == 0 && fit.isPresent() ? fit.get().interval(level) : fit;
        });
    call(
        "OverdispersedCounts.of",
        "mean|dispersion|probability|random",
        in -> {
          OverdispersedCounts counts =
              OverdispersedCounts.of(in.number(), in.coin() ? 1 : in.number());
          return List.of(
              counts.quantile(in.coin() ? 0.3 : in.number()),
              counts.draw(in.orNull(new SplittableRandom(1))));
        });
    call(
        "ClassicalScaling.of",
        "distances|dimensions|axis",
        in -> {
          double[][] distances = new double[in.upTo(6)][];
          double[] points = in.noise(distances.length);
          for (int i = 0; i < distances.length; i++) {
            double[] row = new double[distances.length];
            for (int j = 0; j < row.length; j++) {
              row[j] = Math.abs(points[i] - points[j]);
            }
            distances[i] = in.upTo(20) == 0 ? in.values() : in.orNull(row);
          }
          ClassicalScaling map = ClassicalScaling.of(in.orNull(distances), in.size());
          return List.of(map.axis(0), map.eigenvalues(), map.stress());
        });
    call(
        "Profiles.of",
        "names|categories|blocks|shares|row|profile|metric|deviation|random",
        in -> {
          int n = 1 + in.upTo(4);
          List<String> names = new ArrayList<>();
          double[][] shares = new double[n][];
          for (int i = 0; i < n; i++) {
            names.add(in.orNull("row " + (in.coin() ? i : in.upTo(3))));
            shares[i] = in.orNull(in.coin() ? in.noise(3) : in.values());
          }
          int[] blocks = {0, in.upTo(1), in.upTo(2)};
          Profiles profiles =
              Profiles.of(
                  in.orNull(names),
                  in.orNull(List.of("a", "b", "c")),
                  in.orNull(blocks),
                  in.orNull(shares),
                  in.coin());
          Profiles.Metric metric =
              in.orNull(in.coin() ? Profiles.Metric.EUCLIDEAN : Profiles.Metric.HELLINGER);
          return List.of(
              profiles
                  .withErrors(in.number(), in.orNull(new SplittableRandom(1)))
                  .distances(metric),
              profiles.pairs(metric).size());
        });
    call(
        "RarefiedEntropy.of",
        "units|sample|naming",
        in -> {
          int[] naming = new int[in.upTo(4)];
          for (int i = 0; i < naming.length; i++) {
            naming[i] = in.coin() ? in.upTo(3) : in.size();
          }
          return RarefiedEntropy.of(in.size(), in.size()).of(in.orNull(naming));
        });
    call(
        "CohenKappa.of",
        "first|second|table|items|level",
        in -> {
          if (in.coin()) {
            List<Integer> first = new ArrayList<>();
            List<Integer> second = new ArrayList<>();
            int n = in.upTo(12);
            for (int i = 0; i < n; i++) {
              first.add(in.orNull(in.upTo(3)));
              second.add(in.upTo(3));
            }
            CohenKappa kappa = CohenKappa.of(in.orNull(first), in.orNull(second));
            return List.of(kappa, kappa.interval(in.level()));
          }
          double[][] table = new double[in.coin() ? 2 : in.upTo(4)][];
          for (int i = 0; i < table.length; i++) {
            table[i] = in.orNull(in.coin() ? in.noise(2) : in.values());
          }
          return CohenKappa.of(in.orNull(table));
        });
    call(
        "FreedmanLane.of",
        "\\bx\\b|\\by\\b|covariate|draws|observations|regressor|column",
        in -> {
          double[] y = in.values();
          FreedmanLane design = FreedmanLane.of(in.beside(y), in.beside(y));
          return List.of(
              design.test(y, Math.min(in.size(), in.coin() ? 50 : Integer.MAX_VALUE), 1),
              design.leastAttainableP());
        });
    call("FreedmanLane.distinct", "values", in -> FreedmanLane.distinct(in.values()));
    call(
        "Student.mean",
        "values|\\by\\b|level|observations|bound",
        in -> Student.mean(in.values(), in.level()));
    call(
        "BenchmarkForecast.of",
        "values|series|steps|level|forecast|freedom",
        in -> BenchmarkForecast.values()[in.upTo(3)].of(in.values(), in.size(), in.level()));
    call(
        "Permutation.relabelled",
        "first|second|statistic|draws",
        in -> {
          double factor = in.number();
          return Permutation.relabelled(
              in.size(),
              in.size(),
              in.orNull(items -> factor * items[0]),
              Math.min(in.size(), in.coin() ? 50 : Integer.MAX_VALUE),
              1);
        });
    call(
        "PooledSlope.design",
        "\\bx\\b|\\by\\b|times|control|weights|cluster|level",
        in -> {
          List<double[]> x = in.clusters();
          List<double[]> y = in.besideAll(x);
          PooledSlope.Design design =
              PooledSlope.design(
                  x,
                  in.besideAll(x),
                  in.orNull(Control.values()[in.upTo(3)]),
                  in.orNull(Weights.values()[in.upTo(2)]));
          PooledSlope fit = design.fit(y);
          assertTrue(design.degreesOfFreedom() > 1 - 1e-6, () -> design.degreesOfFreedom() + "");
          assertTrue(design.effectiveClusters() > 1, () -> design.effectiveClusters() + "");
          return List.of(fit.slope(), fit.standardError(), fit.interval(in.level()));
        });
    call(
        "Quantile.linear",
        "sample|probabilit",
        in -> Quantile.linear(in.values(), in.number(), in.number()));
    call(
        "SensitivityIndices.of",
        "input|point|model|answer",
        in -> {
          double factor = in.number();
          return SensitivityIndices.of(
              in.orNull(x -> in.upTo(40) == 0 ? in.number() : factor * x[0]), in.size(), in.size());
        });
    call(
        "Student.quantile",
        "probability|freedom",
        in -> Student.quantile(in.level(), in.coin() ? in.size() : in.number()));
    call(
        "ComputeTrend.fit",
        "sample|direction|dateTerm|\\bx\\b|\\by\\b|model|name|date|score|compute|slope",
        HostileInputTest::computeTrend);
    call(
        "CostLaw.fit",
        "series|tech|past|driver",
        in -> {
          CostSeries series = in.series();
          CostLaw law = CostLaw.values()[in.upTo(CostLaw.values().length)];
          return List.of(law.points(series), law.fit(series, in.size()).coefficients());
        });
    call(
        "CostSeries.of",
        "tech|series|values|other",
        in -> {
          CostSeries series = in.series();
          if (series == null) {
            return 0;
          }
          return List.of(
              series.logYearlyOutput(),
              series.onOutputOf(in.series(), in.size()).map(CostSeries::logCost),
              in.coin() ? series.withPriorOutput(in.number()).logOutput() : 0,
              in.coin() ? series.withLogCost(in.beside(series.logCost())).logCost() : 0,
              in.coin() ? series.between(in.size(), in.size()).logCost() : 0);
        });
    call("CostSeries.differences", "values", in -> CostSeries.differences(in.values()));
    call("Elo.expectedWinRate", "gap", in -> Elo.expectedWinRate(in.number()));
    call(
        "Frontier.of",
        "release|score|date|value",
        in -> {
          Frontier frontier = in.frontier();
          return List.of(
              frontier.records().size(),
              frontier.recordOn(in.date()).map(Release::score),
              frontier.firstAtOrAbove(in.number()).map(Release::score));
        });
    call(
        "Frontier.onePerName",
        "variants|release|score|date",
        in -> Frontier.onePerName(in.releases()).size());
    call(
        "FrontierLag.between",
        "leader|follower|release|score|date|from|span|\\bto\\b|\\bend\\b|drawn|variants",
        in -> {
          FrontierLag lag = FrontierLag.between(in.orNull(in.frontier()), in.orNull(in.frontier()));
          return List.of(
              lag.atRecords().stream().map(FrontierLag.Lag::months).toList(),
              lag.on(in.dates(4)).stream().map(FrontierLag.Lag::months).toList(),
              Arrays.stream(lag.daily(in.date(), in.date())).max(),
              lag.survival(in.date()).steps().stream().map(KaplanMeier.Step::survival).toList(),
              lag.of(in.orNull(lag.leader().records().get(0))).withMonths(in.number()).months());
        });
    call(
        "FrontierLag.quarterEnds",
        "from|\\bto\\b|span",
        in -> FrontierLag.quarterEnds(in.date(), in.date()).size());
    call("FrontierLag.months", "from|\\bto\\b", in -> FrontierLag.months(in.date(), in.date()));
    call(
        "Hindcast.by",
        "law|series|past|future|tech|points|driver",
        in ->
            Hindcast.by(
                in.orNull(CostLaw.values()[in.upTo(CostLaw.values().length)]),
                in.series(),
                in.size(),
                in.orNull(FutureOutput.FORECAST)));
    call(
        "Hindcast.from",
        "series|past|future|tech|points|driver",
        in ->
            Hindcast.vote(
                Hindcast.from(in.series(), in.size(), in.orNull(FutureOutput.AS_IT_CAME))));
    call(
        "Hindcast.halfSample",
        "series|past|future|tech|points|driver",
        in -> Hindcast.vote(Hindcast.halfSample(in.series(), FutureOutput.AS_IT_CAME)));
    call("Hindcast.halfOf", "series|tech", in -> Hindcast.halfOf(in.series()));
    call("Hindcast.vote", "first|second", in -> Hindcast.vote(in.number(), in.number()));
    call(
        "InputOutput.of",
        "sector|flow|output|table|finalDemand|perOutput|primaryInputs|extracted|buys",
        in -> {
          double[] output = in.values();
          InputOutput table = InputOutput.of(sectors(in, output), flows(in, output), output);
          return List.of(
              table.outputFor(in.beside(output)),
              table.embodied(in.beside(output)),
              table.inputsBehind(in.beside(output)),
              table.pushed(in.beside(output)),
              table.share(in.beside(output), in.beside(output)),
              table.leontief(),
              table.ghosh(),
              table.outputWithout(
                  in.orNull(List.of(in.coin() ? "s0" : "no such")), in.beside(output)));
        });
    call(
        "NationalTable.apart",
        "sector|flow|output|table|finalDemand|exports|imported|imports|products|buy",
        in -> {
          double[] output = in.values();
          return numbers(
              NationalTable.apart(
                  sectors(in, output), flows(in, output), flows(in, output), output),
              in,
              output);
        });
    call(
        "NationalTable.inProportion",
        "sector|flow|output|table|finalDemand|exports|imported|imports|products|buy|proportion",
        in -> {
          double[] output = in.values();
          return numbers(
              NationalTable.inProportion(
                  sectors(in, output),
                  flows(in, output),
                  output,
                  in.beside(output),
                  in.beside(output)),
              in,
              output);
        });
    call(
        "KinkedTrend.straight",
        "day|date|\\by\\b|value|observations",
        in -> {
          double[] y = in.values();
          return KinkedTrend.straight(in.dates(y == null ? 3 : y.length), y);
        });
    call(
        "KinkedTrend.kinked",
        "day|date|\\by\\b|value|segment|month",
        in -> {
          double[] y = in.values();
          return KinkedTrend.kinked(in.dates(y == null ? 3 : y.length), y, in.size());
        });
    call(
        "KinkedTrend.resampled",
        "day|date|\\by\\b|value|segment|resample|leastPoints",
        in -> {
          double[] y = in.values();
          return KinkedTrend.resampled(
              in.dates(y == null ? 3 : y.length), y, in.size(), in.size(), 1);
        });
    call(
        "LearningCurve.fit",
        "series|tech|driver|form|observations|\\bx\\b|level|bootstrap",
        in -> {
          LearningCurve curve =
              LearningCurve.fit(
                  in.series(),
                  in.orNull(Driver.values()[in.upTo(2)]),
                  in.orNull(Form.values()[in.upTo(3)]));
          return List.of(
              curve.exponent(),
              curve.learningRate(),
              curve.leastSquares().interval(0, in.level(), curve.leastSquares().covariance()));
        });
    call(
        "LearningCurve.learningRate",
        "driver|exponent",
        in -> LearningCurve.learningRate(in.orNull(Driver.EXPERIENCE), in.number()));
    call(
        "MonthlyForecast.fit",
        "known|scale|period|row|months|total|level|coverage|block|flow|before",
        in -> {
          MonthlyForecast forecast =
              MonthlyForecast.fit(
                  in.orNull(MonthlyTotals.of(in.periods()).blocks()),
                  in.orNull(Scale.values()[in.upTo(2)]));
          Interval interval = forecast.month(in.level());
          assertTrue(interval.lower() < interval.upper(), interval::toString);
          return List.of(
              forecast.mean(), interval, forecast.standardDeviation(), forecast.degreesOfFreedom());
        });
    call(
        "MonthlyTotals.of",
        "period|row|from|\\bto\\b|span|month|threshold|flow|total|published",
        in -> {
          MonthlyTotals totals = MonthlyTotals.of(in.periods());
          double flow = in.number();
          return List.of(
              totals.blocks().stream().map(MonthlyTotals.Block::total).toList(),
              totals.closures().stream().map(MonthlyTotals.Closure::error).toList(),
              totals.before(in.month()).size(),
              totals.sum(in.month(), in.month()),
              totals.month(in.month()),
              totals.withFlows(in.orNull(month -> flow)).blocks().get(0).mean(),
              totals.atOrAbove(in.month(), in.size(), in.number()).size());
        });
    call(
        "ShockDesign.of",
        "date|control|growth|point|value|\\by\\b|shape|identif|level|day|errors|residual|flat",
        HostileInputTest::shocks);
    call("ShockDesign.years", "control|day", in -> ShockDesign.years(in.date(), in.date()));
    call(
        "ShockDesign.day",
        "control|years",
        in -> ShockDesign.day(in.date(), in.number()).getYear());
    call("Scale.of", "values", in -> Scale.values()[in.upTo(2)].of(in.values()));
    call(
        "StockFlow.run",
        "stock|initial|rates|step",
        in -> {
          double rate = in.number();
          return StockFlow.run(
              in.values(), in.orNull((t, x, flow) -> flow[0] = rate), in.number(), in.size());
        });
    call(
        "StockFlow.path",
        "stock|initial|rates|step",
        in -> {
          double rate = in.number();
          return StockFlow.path(
              in.values(),
              in.orNull((t, x, flow) -> flow[0] = rate * x[0]),
              in.number(),
              in.size());
        });
    call(
        "SyntheticControl.of",
        "unit|donor|periods|synthetic",
        in -> {
          int n = 1 + in.upTo(5);
          double[][] donors = new double[in.upTo(4)][];
          for (int j = 0; j < donors.length; j++) {
            donors[j] = in.coin() ? in.noise(n) : in.values();
          }
          double[] unit = in.coin() ? in.noise(n) : in.values();
          SyntheticControl own = SyntheticControl.of(unit, in.orNull(donors), in.size());
          return List.of(own.weights(), own.gap(), own.effect(), own.rootMeanSquareBefore());
        });
    call(
        "SyntheticControl.placebos",
        "unit|donor|periods|synthetic",
        in -> {
          double[][] units = units(in);
          return SyntheticControl.placebos(in.orNull(units), in.size()).size();
        });
    call(
        "SyntheticControl.rank",
        "unit|donor|periods|synthetic",
        in -> {
          List<SyntheticControl> all = SyntheticControl.placebos(units(in), 2);
          return SyntheticControl.rank(in.orNull(all), in.size() - 2);
        });
    call(
        "SupplyGap.run",
        "source|start|flow|demand|delay|yield|recycled|horizon|stock|months|name",
        in -> {
          SupplyGap gap =
              new SupplyGap(
                  Arrays.asList(
                      in.orNull(
                          new SupplyGap.Source(
                              in.orNull("mine"), in.number(), in.number(), in.coin()))),
                  in.number(),
                  in.number(),
                  Math.min(1, in.number()),
                  Math.min(1, in.number()),
                  in.size());
          return List.of(gap.run(in.number()), gap.breakEvenMonths(), gap.quantity(in.number()));
        });
    call(
        "SupplyChain.without",
        "input|holdings?|holder|share|bloc|threshold|id\\b",
        in -> {
          SupplyChain chain =
              new SupplyChain(
                  in.orNull(
                      Arrays.asList(
                          new SupplyChain.Input(in.orNull("one"), holdings(in)),
                          in.orNull(new SupplyChain.Input("two", holdings(in))))),
                  List.of());
          SupplyChain.Removal removal =
              chain.without(in.orNull(Set.of(in.coin() ? "a" : "nobody")), in.level());
          return List.of(removal.cut(), removal.leastCut(), removal.mostCut(), removal.silent());
        });
    call(
        "SupplyChain.minimumCut",
        "links?|from|to\\b|capacity|itself|names|inputs",
        in -> {
          SupplyChain chain =
              new SupplyChain(
                  List.of(),
                  in.orNull(
                      Arrays.asList(
                          new SupplyChain.Link(in.orNull("a"), in.orNull("b"), in.number()),
                          in.orNull(
                              new SupplyChain.Link("b", in.coin() ? "c" : "b", in.number())))));
          return List.of(
              chain.betweenness(in.coin()),
              chain.minimumCut(in.orNull("a"), in.coin() ? "c" : "d").capacity());
        });
    call(
        "TwoFactors.fit",
        "series|tech|observations|\\bx\\b|output",
        in -> {
          TwoFactors fit = TwoFactors.fit(in.series());
          return List.of(fit.outputOnTimeRSquared(), fit.varianceInflation());
        });
  }

  private static List<String> sectors(HostileInput in, double[] output) {
    int n = output == null ? 3 : output.length;
    return in.orNull(IntStream.range(0, n).mapToObj(i -> "s" + i).toList());
  }

  /** Flows of which a sound table has about a quarter of its output. */
  private static double[][] flows(HostileInput in, double[] output) {
    double[][] flows = new double[output == null ? 3 : output.length][];
    for (int i = 0; i < flows.length; i++) {
      double[] row = in.beside(output == null ? new double[3] : output);
      flows[i] =
          row == null ? null : Arrays.stream(row).map(v -> v / (8.0 * flows.length)).toArray();
    }
    return in.orNull(flows);
  }

  private static Object numbers(NationalTable table, HostileInput in, double[] output) {
    return List.of(
        table.valueAddedPerOutput(),
        table.homeDemand(in.beside(output)),
        table.domesticShare(in.beside(output)),
        table.importedShareOfInputs(in.orNull(List.of("s0")), in.orNull(List.of("s1"))));
  }

  private static List<SupplyChain.Holding> holdings(HostileInput in) {
    return in.orNull(
        Arrays.asList(
            new SupplyChain.Holding(in.orNull("a"), in.orNull(OptionalDouble.of(in.level() / 2))),
            in.orNull(new SupplyChain.Holding(in.coin() ? "b" : "a", OptionalDouble.empty()))));
  }

  private static BlockBootstrap bootstrap(HostileInput in) {
    BlockBootstrap bootstrap = FEW;
    if (in.upTo(3) == 0) {
      bootstrap = bootstrap.withBlockLength(in.size());
    }
    return in.coin() ? bootstrap.withLevel(in.level()) : bootstrap.withResamples(in.size());
  }

  /** An interval of no width is no interval. */
  private static BlockBootstrap.Result wide(BlockBootstrap.Result result) {
    assertTrue(result.lower() < result.upper(), result::toString);
    return result;
  }

  private static Object numbers(LeastSquares fit, HostileInput in) {
    int k = fit.coefficients().length;
    double[] row = new double[k];
    Arrays.fill(row, in.number());
    return List.of(
        fit.coefficients(),
        fit.standardErrors(fit.covariance()),
        fit.residualStandardDeviation(),
        fit.interval(in.upTo(k), in.level(), fit.covariance()),
        fit.predict(in.coin() ? row : in.beside(row)).interval(in.level()),
        fit.rSquared());
  }

  private static Object saturating(HostileInput in) {
    double[] y = in.values();
    int n = y == null ? 0 : y.length;
    NonlinearLeastSquares.Curve curve =
        (b, values, derivatives) -> {
          for (int i = 0; i < n; i++) {
            double decay = Math.exp(-b[1] * i);
            values[i] = b[0] * (1 - decay);
            derivatives[i][0] = 1 - decay;
            derivatives[i][1] = b[0] * i * decay;
          }
        };
    double[] none = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    double[] most = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    boolean bounds = in.upTo(4) == 0;
    NonlinearLeastSquares fit =
        NonlinearLeastSquares.fit(
            y,
            in.orNull(curve),
            in.orNull(bounds ? new double[] {in.number(), in.number()} : none),
            in.orNull(bounds ? new double[] {in.number(), 5} : most),
            in.orNull(new double[] {in.number(), in.number()}));
    // a rate or a level beyond any of the data's is what a flat stretch leaves
    for (double b : fit.parameters()) {
      assertTrue(
          Math.abs(b) < 1e30 || Arrays.stream(y).anyMatch(v -> Math.abs(v) > 1e9), () -> b + "");
    }
    return List.of(fit.parameters(), fit.rss());
  }

  private static Object computeTrend(HostileInput in) {
    List<TrainedModel> sample = new ArrayList<>();
    double[] scores = in.values();
    double[] computes = in.beside(scores);
    for (int i = 0; scores != null && i < scores.length; i++) {
      double compute =
          computes == null || computes.length != scores.length ? in.number() : computes[i];
      LocalDate date = LocalDate.of(2022, 1, 1).plusDays(31L * i);
      sample.add(in.orNull(new TrainedModel("m" + i, "maker", date, scores[i], compute)));
    }
    Optional<ComputeTrend> trend =
        ComputeTrend.fit(
            in.orNull(sample),
            in.orNull(Direction.values()[in.upTo(2)]),
            in.orNull(DateTerm.values()[in.upTo(2)]));
    TrainedModel event = in.orNull(new TrainedModel("event", "maker", in.date(), 2, in.number()));
    return trend.map(
        one ->
            List.of(
                one.residual(event),
                one.standardisedResiduals(),
                in.coin() ? 0 : one.predict(in.number(), in.date())));
  }

  private static Object shocks(HostileInput in) {
    double[] y = in.values();
    ShockDesign design =
        ShockDesign.of(
            in.dates(y == null ? 4 : y.length),
            in.orNull(LocalDate.of(2022, 1, 1)),
            in.upTo(4) > 0 ? 0.2 : in.number());
    ShockShape shape = in.orNull(ShockShape.values()[in.upTo(5)]);
    ShockFits fits = design.fit(y);
    return List.of(
        fits.fits().stream()
            .map(fit -> List.of(fit.growthPerYear(), fit.levelAtControl()))
            .toList(),
        fits.weight(shape),
        design.weight(shape, y),
        fits.of(shape).rss(),
        fits.of(shape).path(LocalDate.of(2023, 1, 1)));
  }

  /** Public static methods and types that the table leaves out, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("Argument.*", "it is the checks themselves"),
          Map.entry("*.values", "an enumeration's own"),
          Map.entry("*.valueOf", "an enumeration's own"));

  static Stream<String> calls() {
    return CALLS.keySet().stream();
  }

  private static final Pattern BARE =
      Pattern.compile(
          "(?i)(index )?-?\\d+.*|.*out of bounds.*|.*cannot invoke.*|.*because .* null.*");

  private static double[][] units(HostileInput in) {
    return IntStream.range(0, 2 + in.upTo(3)).mapToObj(i -> in.noise(12)).toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anAnswerIsFiniteOrARefusalNamesTheArgument(String method) {
    Call call = CALLS.get(method);
    Pattern names = Pattern.compile(call.names(), Pattern.CASE_INSENSITIVE);
    int answers = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      String round = method + ", seed " + seed + ": ";
      List<Double> numbers = new ArrayList<>();
      try {
        flatten(call.answer().apply(new HostileInput(seed)), numbers);
        answers++;
      } catch (IllegalArgumentException | IllegalStateException refusal) {
        String message = refusal.getMessage();
        boolean says =
            message != null
                && message.length() > 8
                && !(BARE.matcher(message).matches() && !names.matcher(message).find())
                && namesAnArgument(names, message);
        assertTrue(says, round + "says only \"" + message + "\"");
      } catch (RuntimeException broken) {
        throw new AssertionError(round + broken, broken);
      }
      for (double number : numbers) {
        assertTrue(Double.isFinite(number), round + numbers);
      }
    }
    assertTrue(answers > 0, method + " never answers: the table draws nothing sound");
  }

  /** A refusal can come from the making of an argument, which the generator makes of others. */
  private static final Pattern MAKING =
      Pattern.compile("tech|release|score|date|row \\d+|label|months of|series|frontier|period");

  private static boolean namesAnArgument(Pattern names, String message) {
    return names.matcher(message).find() || MAKING.matcher(message.toLowerCase(Locale.ROOT)).find();
  }

  private static void flatten(Object value, List<Double> numbers) {
    if (value instanceof Number number) {
      numbers.add(number.doubleValue());
    } else if (value instanceof double[] array) {
      Arrays.stream(array).forEach(numbers::add);
    } else if (value instanceof Object[] array) {
      Arrays.stream(array).forEach(one -> flatten(one, numbers));
    } else if (value instanceof Collection<?> all) {
      all.forEach(one -> flatten(one, numbers));
    } else if (value instanceof Optional<?> some) {
      some.ifPresent(one -> flatten(one, numbers));
    } else if (value instanceof OptionalDouble some) {
      some.ifPresent(numbers::add);
    } else if (value instanceof Record record) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        try {
          flatten(component.getAccessor().invoke(record), numbers);
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  /** A result in another unit of its sample: by which power of the unit each number grows. */
  private record Unit(int[] powers, Function<double[], double[]> answer) {}

  private static final Map<String, Unit> UNITS = new LinkedHashMap<>();

  private static final double[] TIME = IntStream.range(0, 64).asDoubleStream().toArray();

  static {
    UNITS.put(
        "DieboldMariano",
        new Unit(
            new int[] {1, 0},
            y -> {
              DieboldMariano test = DieboldMariano.of(y, 1);
              return new double[] {test.meanDifference(), test.statistic()};
            }));
    UNITS.put(
        "BlockBootstrap",
        new Unit(
            new int[] {1, 1, 1},
            y -> {
              BlockBootstrap.Result result = FEW.mean(y);
              return new double[] {result.lower(), result.upper(), result.standardError()};
            }));
    UNITS.put(
        "MannKendall",
        new Unit(
            new int[] {0, 1},
            y -> {
              MannKendall test = MannKendall.of(Arrays.copyOf(TIME, y.length), y);
              return new double[] {test.z(), test.slope()};
            }));
    UNITS.put(
        "LeastSquares",
        new Unit(
            new int[] {-1, 0},
            x -> {
              // the outcome stands, the regressor is in another unit: t of the slope is the same
              double[] y = Arrays.stream(TIME).limit(x.length).map(Math::sin).toArray();
              LeastSquares fit = LeastSquares.withConstant(y, x);
              double slope = fit.coefficients()[1];
              return new double[] {slope, slope / fit.standardErrors(fit.covariance())[1]};
            }));
    UNITS.put(
        "R-squared",
        new Unit(
            new int[] {0},
            y ->
                new double[] {
                  LeastSquares.withConstant(
                          y, Arrays.stream(TIME).limit(y.length).map(Math::sin).toArray())
                      .rSquared()
                }));
    UNITS.put(
        "PooledSlope",
        new Unit(
            new int[] {-1, -1, 0},
            x -> {
              double[] y = Arrays.stream(TIME).limit(x.length).map(Math::sin).toArray();
              PooledSlope.Design design =
                  PooledSlope.design(
                      List.of(x, x, x),
                      List.of(TIME, TIME, TIME).stream()
                          .map(time -> Arrays.copyOf(time, x.length))
                          .toList(),
                      Control.INTERCEPT,
                      Weights.OBSERVATIONS);
              double[] other = Arrays.stream(y).map(v -> v * v).toArray();
              PooledSlope fit = design.fit(List.of(y, other, other));
              return new double[] {fit.slope(), fit.standardError(), design.degreesOfFreedom()};
            }));
    UNITS.put(
        "CountTrend",
        new Unit(
            new int[] {0, 0},
            exposures -> {
              // months or days of observation: the trend is the same
              double[] counts =
                  Arrays.stream(TIME).limit(exposures.length).map(t -> t % 7).toArray();
              CountTrend trend =
                  CountTrend.design(
                          Arrays.copyOf(TIME, exposures.length),
                          Arrays.stream(exposures).map(Math::abs).toArray())
                      .fit(counts)
                      .orElseThrow(() -> new IllegalArgumentException("no finite trend"));
              return new double[] {trend.slope(), trend.standardError()};
            }));
    UNITS.put(
        "ShareTrend",
        new Unit(
            new int[] {-1, -1},
            times -> {
              boolean[] answers = new boolean[times.length];
              int[] days = new int[times.length];
              for (int i = 0; i < answers.length; i++) {
                answers[i] = i * i % 5 < 2;
                days[i] = i / 2;
              }
              ShareTrend trend =
                  ShareTrend.design(times, days)
                      .fit(answers)
                      .orElseThrow(() -> new IllegalArgumentException("no finite trend"));
              return new double[] {trend.slope(), trend.standardError()};
            }));
    UNITS.put(
        "Permutation",
        new Unit(
            new int[] {0, 1},
            y -> {
              int half = y.length / 2;
              Permutation.Result result =
                  Permutation.differenceOfMeans(
                      Arrays.copyOf(y, half),
                      Arrays.copyOfRange(y, half, y.length),
                      Permutation.Direction.GREATER,
                      99,
                      1);
              return new double[] {result.pValue(), result.difference()};
            }));
    UNITS.put(
        "FreedmanLane",
        new Unit(
            new int[] {0, 0, 1},
            y -> {
              double[] x = Arrays.stream(TIME).limit(y.length).map(Math::sin).toArray();
              double[] z = Arrays.stream(TIME).limit(y.length).map(Math::cos).toArray();
              FreedmanLane.Result result = FreedmanLane.of(x, z).test(y, 99, 1);
              return new double[] {result.pGreater(), result.t(), result.slope()};
            }));
    UNITS.put(
        "KinkedTrend",
        new Unit(
            new int[] {1, 1},
            y -> {
              KinkedTrend line = KinkedTrend.kinked(days(y.length), y, 3);
              return new double[] {line.slopeBefore(), line.slopeAfter()};
            }));
    UNITS.put(
        "ShockDesign",
        new Unit(
            new int[] {0, 1},
            y -> {
              ShockDesign design =
                  ShockDesign.of(days(y.length), days(y.length).get(y.length / 2), 0.2);
              return new double[] {
                design.weight(ShockShape.SHIFT, y), design.fit(y).of(ShockShape.SHIFT).pathShift()
              };
            }));
    UNITS.put(
        "SensitivityIndices",
        new Unit(
            new int[] {0, 0},
            y -> {
              SensitivityIndices indices =
                  SensitivityIndices.of(
                      x -> y[(int) (x[0] * y.length)] + y[0] * 1e-3 * (int) (2 * x[1]), 2, 64);
              return indices.total();
            }));
    UNITS.put(
        "ClassicalScaling",
        new Unit(
            new int[] {1, 0},
            y -> {
              double[][] distances = new double[y.length][y.length];
              for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < y.length; j++) {
                  distances[i][j] = Math.abs(y[i] - y[j]);
                }
              }
              ClassicalScaling map = ClassicalScaling.of(distances, 1);
              return new double[] {Math.abs(map.axis(0)[0]), map.stress()};
            }));
    UNITS.put(
        "Profiles",
        new Unit(
            new int[] {0, 0},
            y -> {
              List<String> categories =
                  IntStream.range(0, y.length).mapToObj(i -> "category " + i).toList();
              // a blank is no number, and has no size to compare an answer with
              double[] sizes =
                  Arrays.stream(y).map(v -> Double.isNaN(v) ? -1 : Math.abs(v)).toArray();
              double[] even = new double[y.length];
              Arrays.fill(even, 1);
              Profiles profiles =
                  Profiles.of(
                      List.of("y", "even"),
                      categories,
                      new int[y.length],
                      new double[][] {sizes, even},
                      true);
              return new double[] {
                profiles.distance("y", "even", Profiles.Metric.EUCLIDEAN),
                profiles.distance("y", "even", Profiles.Metric.HELLINGER)
              };
            }));
    UNITS.put(
        "MonthlyForecast",
        new Unit(
            new int[] {1, 1},
            y -> {
              List<MonthlyTotals.Period> months = new ArrayList<>();
              for (int i = 0; i < y.length; i++) {
                java.time.YearMonth month = java.time.YearMonth.of(2020, 1).plusMonths(i);
                months.add(new MonthlyTotals.Period(month, month, y[i], "month " + i));
              }
              Interval interval =
                  MonthlyForecast.fit(MonthlyTotals.of(months).blocks(), Scale.LEVELS).month(0.9);
              return new double[] {interval.lower(), interval.upper()};
            }));
    UNITS.put(
        "LearningCurve",
        new Unit(
            new int[] {0, 0},
            y -> {
              double[] years = Arrays.stream(TIME).limit(y.length).toArray();
              double[] output = Arrays.stream(years).map(t -> 1 + t + t * t).toArray();
              CostSeries series = CostSeries.of("tech", years, y, output);
              LearningCurve curve =
                  LearningCurve.fit(series, Driver.EXPERIENCE, Form.FIRST_DIFFERENCES);
              LeastSquares fit = curve.leastSquares();
              return new double[] {curve.exponent(), fit.standardErrors(fit.covariance())[0]};
            }));
  }

  private static List<LocalDate> days(int n) {
    return IntStream.range(0, n).mapToObj(i -> LocalDate.of(2020, 1, 3).plusDays(40L * i)).toList();
  }

  static Stream<String> units() {
    return UNITS.keySet().stream();
  }

  /** Every kind of sample, in its unit and in one a million times smaller. */
  @ParameterizedTest
  @MethodSource("units")
  void anAnswerMadeOfRoundingWouldDependOnTheUnit(String name) {
    Unit unit = UNITS.get(name);
    double factor = 1e6;
    int answers = 0;
    for (int kind = 0; kind <= HostileInput.KINDS; kind++) {
      for (long seed = 0; seed < 6; seed++) {
        HostileInput in = new HostileInput(seed);
        double[] sample = kind == HostileInput.KINDS ? in.noise(12) : in.ofKind(kind, 12);
        if (sample.length < 3) {
          continue; // too short for most, and refused as the other test holds
        }
        double[] plain = answer(unit, sample);
        double[] other = answer(unit, Arrays.stream(sample).map(v -> v * factor).toArray());
        if (plain != null && other != null) {
          answers++;
          for (int i = 0; i < plain.length; i++) {
            double expected = plain[i] * Math.pow(factor, unit.powers()[i]);
            assertEquals(
                expected,
                other[i],
                1e-300
                    + 1e-5 * Math.abs(expected)
                    + 1e-9 * Math.pow(factor, unit.powers()[i]) * size(sample),
                name + ", kind " + kind + ", seed " + seed);
          }
        }
      }
    }
    assertTrue(answers >= 6, name + " answers " + answers + " times");
  }

  private static double size(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static double[] answer(Unit unit, double[] sample) {
    try {
      return unit.answer().apply(sample);
    } catch (IllegalArgumentException | IllegalStateException refused) {
      return null;
    }
  }

  /** Who adds an estimator adds it to the table, or says why not. */
  @Test
  void everyPublicEstimatorIsInTheTable() {
    Set<String> missing = new TreeSet<>();
    int seen = 0;
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("speedbump.stats", "speedbump.model")) {
      if (!type.getModifiers().contains(JavaModifier.PUBLIC)
          || type.getEnclosingClass().isPresent()) {
        continue;
      }
      seen++;
      for (JavaMethod method : type.getMethods()) {
        Set<JavaModifier> modifiers = method.getModifiers();
        String name = type.getSimpleName() + "." + method.getName();
        if (modifiers.contains(JavaModifier.PUBLIC)
            && modifiers.contains(JavaModifier.STATIC)
            && !CALLS.containsKey(name)
            && !LEFT_OUT.containsKey(name)
            && !LEFT_OUT.containsKey(type.getSimpleName() + ".*")
            && !LEFT_OUT.containsKey("*." + method.getName())) {
          missing.add(name);
        }
      }
    }
    assertTrue(seen > 30, "expected more than 30 types, found " + seen);
    assertEquals(Set.of(), missing);
  }
}
