package speedbump.analysis.twoinnovationsystems;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.analysis.ConstantNoise.faint;
import static speedbump.analysis.shared.Planted.evidence;
import static speedbump.analysis.shared.Planted.world;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.analysis.Verdicts;
import speedbump.analysis.twoinnovationsystems.Convergence.Path;
import speedbump.analysis.twoinnovationsystems.IndustryMix.Base;
import speedbump.analysis.twoinnovationsystems.PairRank.Place;
import speedbump.claim.ClaimResult;
import speedbump.claim.ClaimWord;
import speedbump.claim.Evidence;
import speedbump.claim.GroupResult;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.claim.Trial;
import speedbump.claim.World;
import speedbump.data.Catalog;
import speedbump.model.Profiles;
import speedbump.model.Profiles.Metric;
import speedbump.model.Profiles.Pair;
import speedbump.stats.LeastSquares.SerialErrors;

class TwoInnovationSystemsTest {
  private static final TwoInnovationSystems SYSTEMS = TwoInnovationSystems.of(Catalog.shared());
  private static final Registry REGISTRY = Registry.of(Catalog.shared());

  private static Trial<?> trial(int proposition, int group) {
    return SYSTEMS.examinations().get(proposition).trials().get(group);
  }

  /** Worked out by hand from the six shares of the US and the six of China in the table. */
  @Test
  void theDistanceOfTheTwoIsThatOfTheTable() {
    double[] us = {77.6 / 96.3, 8.3 / 96.3, 10.4 / 96.3, 67.9 / 94.5, 19.9 / 94.5, 6.7 / 94.5};
    double[] china = {0.769, 0.153, 0.078, 78.0 / 97.2, 19.0 / 97.2, 0.2 / 97.2};
    double euclid = IntStream.range(0, 6).mapToDouble(i -> Math.pow(us[i] - china[i], 2)).sum();
    double hellinger =
        IntStream.range(0, 6)
            .mapToDouble(i -> Math.pow(Math.sqrt(us[i]) - Math.sqrt(china[i]), 2) / 2)
            .sum();
    Profiles both = SYSTEMS.accounts().both();
    assertEquals(Math.sqrt(euclid), both.distance("USA", "CHN", Metric.EUCLIDEAN), 1e-12);
    assertEquals(Math.sqrt(hellinger), both.distance("USA", "CHN", Metric.HELLINGER), 1e-12);
  }

  /** Australia names no funders; sums of countries are no economies; a blank is no zero. */
  @Test
  void whoEnters() {
    Profiles both = SYSTEMS.accounts().both();
    assertEquals(44, both.names().size());
    assertFalse(both.names().contains("AUS"));
    assertTrue(SYSTEMS.accounts().alone("performed_by").names().contains("AUS"));
    for (String sum : List.of("EUU", "OED", "WLD")) {
      assertFalse(both.names().contains(sum) || SYSTEMS.mix().latest().names().contains(sum), sum);
    }
    assertTrue(Double.isNaN(both.share("CHN", "funded by other domestic")));
    assertEquals(0.055, both.share("USA", "funded by other domestic"));
    assertEquals(6, both.common("USA", "CHN").size());
    assertEquals(13, SYSTEMS.accounts().large().size());
    assertTrue(SYSTEMS.accounts().large().containsAll(List.of("USA", "CHN", "RUS", "TUR")));
    assertEquals(
        List.of("CHN", "FRA", "GBR", "IND", "JPN", "KOR", "USA"),
        SYSTEMS.kinds().latest().names(),
        "Germany has no split");
    assertEquals(6, SYSTEMS.kinds().profiles(2020, true).names().size(), "nor has India in 2020");
  }

  /** More than one hundredth of the sum: neither at the bound nor below. */
  @Test
  void onlyAboveTheBoundIsLarge() {
    assertEquals(
        List.of("A"), List.copyOf(RdSpending.large(Map.of("A", 98.0, "B", 1.0, "C", 1.0), 0.01)));
    RdSpending spending = new RdSpending(Catalog.shared());
    assertEquals(49.7, spending.billionPppUsd("IND", 2022), 1e-12, "2015 is the nearest before");
    assertEquals(806.01, spending.billionPppUsd("USA", 2022), 1e-12);
    assertEquals(408.5, spending.billionPppUsd("USA", 2010), 1e-12, "the newer edition");
    assertThrows(RuntimeException.class, () -> spending.billionPppUsd("USA", 1900));
  }

  @Test
  void aPercentileCountsPairsThatAreNoFurtherApart() {
    assertEquals(50, PairRank.percentile(2, 1, 2, 3, 4));
    assertEquals(100, PairRank.percentile(9, 1, 2, 3, 4));
    assertEquals(0, PairRank.percentile(0.5, 1, 2, 3, 4));
    Profiles both = SYSTEMS.accounts().both();
    Place place = PairRank.place(both, Metric.EUCLIDEAN);
    List<Pair> pairs = both.pairs(Metric.EUCLIDEAN);
    int rank =
        IntStream.range(0, pairs.size())
            .filter(i -> pairs.get(i).has("USA") && pairs.get(i).has("CHN"))
            .findFirst()
            .orElseThrow();
    assertEquals(44 * 43 / 2 - 1, place.others());
    assertEquals(100.0 * (pairs.size() - 1 - rank) / (pairs.size() - 1), place.percentile(), 1e-9);
    assertEquals(
        place.percentile(), PairRank.percentile(place.distance(), both, Metric.EUCLIDEAN), 1e-9);
    assertThrows(
        IllegalArgumentException.class,
        () -> PairRank.place(both.keep(name -> !name.equals("CHN")), Metric.EUCLIDEAN));
  }

  /** What every specification of the deciding group must come to, computed another way. */
  @Test
  void thirdPairsAndLargeEconomiesAreCounted() {
    GroupResult accounts = Verdicts.of(1).proposition("1a").group("performers and funders");
    assertEquals(8, accounts.usable());
    int[] pairs = {945, 861, 77, 55, 945, 861, 77, 55};
    for (int i = 0; i < pairs.length; i++) {
      Evidence evidence = accounts.specifications().get(i).evidence();
      assertEquals(pairs[i], evidence.value("pairs_compared"), "specification " + i);
    }
    assertEquals(861, 42 * 41 / 2);
    assertEquals(77, 13 * 12 / 2 - 1);
    assertEquals(55, 11 * 10 / 2);
  }

  /** With next to no error the pair stands where the world puts it. */
  @ParameterizedTest
  @CsvSource({"0,99", "0,25", "0,60", "1,25", "1,75", "2,25", "2,95"})
  void aWorldPutsThePairWhereItSays(int proposition, double target) {
    Trial<?> trial = trial(proposition, 0);
    WorldSizes sizes =
        new WorldSizes(
            World.T, 1, Map.of("distance_percentile", target, "share_error_sd", 0.0), "");
    for (int seed = 0; seed < 20; seed++) {
      Evidence drawn =
          evidence(trial.draw(trial.defaultSpecification(), sizes, new SplittableRandom(seed)));
      double step = 100 / drawn.value("pairs_compared");
      assertEquals(
          target, drawn.value("distance_percentile"), Math.max(0.75, step / 2) + 1e-9, "" + seed);
    }
  }

  /** Several pairs carry the labels, and errors move them. */
  @Test
  void aWorldDrawsPairsAndErrors() {
    Trial<?> trial = trial(0, 0);
    WorldSizes sizes = REGISTRY.proposition("1a").worlds(World.F).get(0);
    double[] distances =
        IntStream.range(0, 200)
            .mapToDouble(
                seed ->
                    evidence(
                            trial.draw(
                                trial.defaultSpecification(), sizes, new SplittableRandom(seed)))
                        .value("profile_distance"))
            .toArray();
    assertEquals(200, Arrays.stream(distances).distinct().count());
    Profiles both = SYSTEMS.accounts().both();
    Profiles drawn = both.withErrors(sizes.of("share_error_sd"), new SplittableRandom(1));
    assertTrue(Math.abs(drawn.share("USA", "funded by business") - 0.679) > 1e-6);
    assertEquals(0.01, sizes.of("share_error_sd"), "a share, not a percentage");
  }

  @Test
  void sharesOfIndustriesAddUp() {
    IndustryMix mix = SYSTEMS.mix();
    assertEquals(2022, mix.newest());
    assertEquals(21, mix.years().size());
    Profiles own = mix.latest();
    assertEquals(13, own.categories().size());
    assertEquals(10, own.names().size());
    Profiles all = mix.profiles(2022, Base.ALL_VALUE_ADDED, false);
    Profiles rest = mix.profiles(2022, Base.ALL_VALUE_ADDED, true);
    for (String economy : own.names()) {
      assertEquals(1, sum(own, economy), 1e-12);
      assertEquals(1, sum(rest, economy), 1e-12);
      double share = sum(all, economy);
      assertTrue(share > 0.05 && share < 0.3, economy + share);
      assertEquals(1 - share, rest.share(economy, "all other industries"), 1e-12);
      assertEquals(
          own.share(economy, "Software publishing") * share,
          all.share(economy, "Software publishing"),
          1e-12);
    }
    // as the table has them: 258,376 of 2,886,486 million dollars
    assertEquals(258376.0 / 2886486, own.share("USA", "Chemicals and chemical products"), 1e-6);
    assertThrows(
        IllegalArgumentException.class, () -> mix.profiles(2022, Base.THESE_INDUSTRIES, true));
    assertThrows(
        IllegalArgumentException.class, () -> mix.profiles(1999, Base.THESE_INDUSTRIES, false));
  }

  private static double sum(Profiles profiles, String name) {
    return profiles.categories().stream().mapToDouble(one -> profiles.share(name, one)).sum();
  }

  /** The rest is no part of these industries: a quarter of the specifications cannot run. */
  @Test
  void theRestIsNoPartOfTheseIndustries() {
    GroupResult group = Verdicts.of(1).proposition("1b").group("knowledge-intensive industries");
    assertEquals(32, group.specifications().size());
    assertEquals(24, group.usable());
    assertTrue(
        group.specifications().stream()
            .filter(one -> one.standing() == Standing.UNUSABLE)
            .allMatch(one -> one.unusable().equals("the rest is no part of these industries")));
  }

  /** A distance that halves is a change of minus one half, whatever its unit. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1000})
  void halvingIsMinusOneHalf(double unit) {
    double[] years = IntStream.rangeClosed(2002, 2022).asDoubleStream().toArray();
    double[] halving =
        Arrays.stream(years)
            .map(year -> unit * (1 - (year - 2002) / 40 + 1e-6 * ((year * 7) % 5 - 2)))
            .toArray();
    Path path = new Path(years, halving);
    assertEquals(20, path.span());
    for (SerialErrors errors :
        List.of(
            SerialErrors.PRAIS_WINSTEN, SerialErrors.NEWEY_WEST, SerialErrors.BLOCK_BOOTSTRAP)) {
      assertEquals(-0.5, path.change(0.95, errors).estimate(), 1e-4, errors.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, -0.25, 0, 0.5})
  void aWorldOf1dChangesByWhatItSays(double change) {
    Trial<?> trial = trial(3, 0);
    Evidence drawn =
        evidence(
            trial.draw(
                trial.defaultSpecification(), world("distance_change_over_span", change), faint()));
    assertEquals(change, drawn.value("distance_change_over_span"), 1e-3);
  }

  /** Short and persistent series: the interval covers somewhat less than it says. */
  @ParameterizedTest
  @EnumSource(World.class)
  void theIntervalOf1dCoversNearlyWhatItSays(World world) {
    assertEquals(0.92, SYSTEMS.convergence().measuredCoverage(world), 0.06);
  }

  @Test
  void theDistanceByYearIsThatOfTheProfiles() {
    Path path = SYSTEMS.convergence().path();
    assertEquals(21, path.years().length);
    assertEquals(
        SYSTEMS.mix().latest().distance("USA", "CHN", Metric.EUCLIDEAN), path.distances()[20]);
    assertTrue(path.distances()[20] > path.distances()[0]);
    double[] copy = path.distances();
    copy[0] = 9;
    assertTrue(path.distances()[0] < 1, "the path keeps its own copies");
  }

  /** The national table agrees with the US row of the international one within its vintage. */
  @Test
  void theUsOfTheNationalTableIsThatOfTheOther() {
    Profiles own = SYSTEMS.then().performers();
    Profiles all = SYSTEMS.accounts().alone("performed_by");
    for (String sector : own.categories()) {
      assertEquals(all.share("USA", "performed by " + sector), own.share("2021", sector), 0.008);
    }
    assertEquals(1, sum(own, "1990"), 0.001);
    assertEquals(1, sum(SYSTEMS.then().kinds(), "2022"), 0.001);
    // 20.1 % of 23.0, 69.9 % of 34.9 and 83.3 % of 94.1 of 152.0 billion dollars
    assertEquals(
        (0.201 * 23.0 + 0.699 * 34.9 + 0.833 * 94.1) / 152.0, own.share("1990", "business"), 1e-12);
  }

  @Test
  void whatIsLeftOutIsLeftOut() {
    Profiles both = SYSTEMS.accounts().both();
    List<PairRank.Left> categories = PairRank.withoutEachCategory(both, Metric.EUCLIDEAN);
    assertEquals(
        both.common("USA", "CHN"), categories.stream().map(PairRank.Left::without).toList());
    for (PairRank.Left one : categories) {
      Profiles fewer = both.on(category -> !category.equals(one.without()));
      assertEquals(fewer.distance("USA", "CHN", Metric.EUCLIDEAN), one.place().distance(), 1e-12);
    }
    List<PairRank.Left> economies = PairRank.withoutEachEconomy(both, Metric.EUCLIDEAN);
    assertEquals(42, economies.size());
    assertTrue(economies.stream().allMatch(one -> one.place().others() == 43 * 42 / 2 - 1));
  }

  @Test
  void chineseBusinessBookedAsTheState() {
    Profiles third = SYSTEMS.accounts().booked(1 / 3.0);
    assertEquals(0.769 * 2 / 3, third.share("CHN", "performed by business"), 1e-12);
    assertEquals(0.153 + 0.769 / 3, third.share("CHN", "performed by government"), 1e-12);
    assertEquals(0.78 * 2 / 3, third.share("CHN", "funded by business"), 1e-12);
    assertEquals(0.19 + 0.78 / 3, third.share("CHN", "funded by government"), 1e-12);
    assertEquals(0.679, third.share("USA", "funded by business"), "the US stays");
    Profiles none = SYSTEMS.accounts().booked(0);
    assertEquals(
        PairRank.place(SYSTEMS.accounts().both(), Metric.EUCLIDEAN).percentile(),
        PairRank.place(none, Metric.EUCLIDEAN).percentile());
  }

  /**
   * numpy 2, from the shipped table: eight ways, four of them at 95% or more where half is moved.
   */
  @Test
  void chineseBusinessBookedAsTheStateByEveryWay() {
    double[] half = Arrays.stream(SYSTEMS.accounts().bookedByEveryWay(0.5)).sorted().toArray();
    double[] numpy = {89.8, 91.6, 93.5, 94.8, 95.3, 95.8, 98.2, 100};
    assertArrayEquals(numpy, half, 0.05);
    assertEquals(
        8,
        Arrays.stream(SYSTEMS.accounts().bookedByEveryWay(0.6)).filter(one -> one >= 95).count());
  }

  /** The words, and that each stands on evidence that could have gone the other way. */
  @Test
  void theVerdict() {
    ClaimResult result = Verdicts.of(1);
    assertEquals(ClaimWord.NOT_SUPPORTED, result.word());
    assertEquals(PropositionWord.FAILS, result.proposition("1a").word());
    assertEquals(PropositionWord.OPEN, result.proposition("1b").word());
    assertEquals(PropositionWord.FAILS, result.proposition("1c").word());
    assertEquals(PropositionWord.HOLDS, result.proposition("1d").word());
    assertEquals(1, result.proposition("1a").groups().get(0).power().holdsGivenTrue(), 0.01);
    String finding = SYSTEMS.finding(result);
    assertTrue(
        finding.contains("6% of 945 other pairs of economies are as much alike as"), finding);
    assertTrue(finding.contains("64% of 44 other pairs are as much alike (46% to 82%)"), finding);
    assertTrue(
        finding.contains(
            "+44% since 2002 (-10% to +98%): a halving is excluded, a fall of 10% is not"),
        finding);
  }

  /** What cannot scatter has no interval. */
  @Test
  void anExactLineIsUnusable() {
    double[] years = {2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008};
    Path path = new Path(years, Arrays.stream(years).map(year -> year - 1990).toArray());
    assertEquals(
        Outcome.unusable("the distance does not scatter"),
        SYSTEMS.convergence().outcome(path, SerialErrors.PRAIS_WINSTEN));
  }
}
