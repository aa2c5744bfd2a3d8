package speedbump.analysis.twoinnovationsystems;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import speedbump.claim.Evidence;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.model.Profiles;
import speedbump.model.Profiles.Metric;
import speedbump.model.Profiles.Pair;

/**
 * Where the US and China stand among all pairs of economies: the share of the other pairs whose
 * profiles are no further apart. It describes; it is no chance. Pairs share economies, so one odd
 * economy makes as many distant pairs as there are others, and no pair is a draw from anything.
 */
public final class PairRank {
  static final String US = "USA";
  static final String CHINA = "CHN";

  private static final double PERCENT = 100;
  private static final String DISTANCE = "distance";
  private static final Map<String, Metric> METRICS =
      Map.of("Euclidean", Metric.EUCLIDEAN, "Hellinger", Metric.HELLINGER);

  private final Proposition proposition;
  private final Option<Metric> metric;
  private final Option<Boolean> large;
  private final Option<Boolean> third;
  private final double tolerance;

  PairRank(Proposition proposition) {
    this.proposition = proposition;
    this.metric = metric(proposition);
    this.large =
        Option.of(proposition, "economies", Map.of("all", false, "above 1 % of summed R&D", true));
    this.third =
        Option.of(
            proposition,
            "pairs",
            Map.of("all other pairs", false, "pairs of third economies", true));
    this.tolerance = proposition.definition("pair_percentile_tolerance");
  }

  static Option<Metric> metric(Proposition proposition) {
    return Option.of(proposition, DISTANCE, METRICS);
  }

  /**
   * Profiles of which two carry the labels US and China.
   *
   * @param profiles the profiles
   * @param us name of the one
   * @param china name of the other
   * @param large names of the economies above the registered share of summed R&amp;D
   */
  record Labelled(Profiles profiles, String us, String china, Set<String> large) {
    static Labelled of(Profiles profiles, Set<String> large) {
      return new Labelled(profiles, US, CHINA, large);
    }
  }

  /**
   * Where a pair stands.
   *
   * @param distance its distance
   * @param percentile share of the other pairs that are no further apart, in percent
   * @param others how many other pairs there are
   */
  public record Place(double distance, double percentile, int others) {}

  /**
   * Where the US and China stand among all other pairs.
   *
   * @param profiles the profiles
   * @param metric how shares part
   * @return their place
   * @throws IllegalArgumentException if one of the two has no profile
   */
  public static Place place(Profiles profiles, Metric metric) {
    return place(profiles, metric, US, CHINA, false);
  }

  private static Place place(
      Profiles profiles, Metric metric, String us, String china, boolean thirdOnly) {
    int first = profiles.names().indexOf(us);
    int second = profiles.names().indexOf(china);
    if (first < 0 || second < 0) {
      throw new IllegalArgumentException("%s and %s have not both a profile".formatted(us, china));
    }
    double[][] distances = profiles.distances(metric);
    double[] others = new double[distances.length * distances.length / 2];
    int n = 0;
    for (int i = 0; i < distances.length; i++) {
      for (int j = 0; j < i; j++) {
        int labels = (i == first || i == second ? 1 : 0) + (j == first || j == second ? 1 : 0);
        if (labels == 0 || labels == 1 && !thirdOnly) {
          others[n++] = distances[i][j];
        }
      }
    }
    double distance = distances[first][second];
    return new Place(distance, percentile(distance, Arrays.copyOf(others, n)), n);
  }

  /**
   * The share of distances that are no larger than one.
   *
   * @param distance the one
   * @param others the distances
   * @return the share in percent; not a number where there are none
   */
  static double percentile(double distance, double... others) {
    int below = 0;
    for (double other : others) {
      below += other <= distance ? 1 : 0;
    }
    return PERCENT * below / others.length;
  }

  /**
   * The place of the US and China where one thing is left out.
   *
   * @param without what is left out
   * @param place their place
   */
  public record Left(String without, Place place) {}

  /**
   * Their place with each category left out in turn.
   *
   * @param profiles the profiles
   * @param metric how shares part
   * @return one row a category that both report, in order
   */
  public static List<Left> withoutEachCategory(Profiles profiles, Metric metric) {
    return profiles.common(US, CHINA).stream()
        .map(left -> new Left(left, place(profiles.on(category -> !category.equals(left)), metric)))
        .toList();
  }

  /**
   * Their place with each other economy left out in turn.
   *
   * @param profiles the profiles
   * @param metric how shares part
   * @return one row an economy, in order
   */
  public static List<Left> withoutEachEconomy(Profiles profiles, Metric metric) {
    return profiles.names().stream()
        .filter(name -> !name.equals(US) && !name.equals(CHINA))
        .map(left -> new Left(left, place(profiles.keep(name -> !name.equals(left)), metric)))
        .toList();
  }

  /**
   * Where a distance would stand among all pairs but that of the US and China.
   *
   * @param distance the distance
   * @param profiles the profiles
   * @param metric how shares part
   * @return the share of those pairs that are no further apart, in percent
   */
  public static double percentile(double distance, Profiles profiles, Metric metric) {
    return percentile(
        distance,
        profiles.pairs(metric).stream()
            .filter(pair -> !(pair.has(US) && pair.has(CHINA)))
            .mapToDouble(Pair::distance)
            .toArray());
  }

  /** What a specification makes of labelled profiles. */
  Outcome outcome(Labelled data, Specification specification) {
    Place place = place(data, specification);
    return Outcome.of(
        Evidence.of("distance_percentile", place.percentile())
            .and("profile_distance", place.distance())
            .and("pairs_compared", place.others()));
  }

  /** Where the labelled two stand by a specification. */
  Place place(Labelled data, Specification specification) {
    Profiles profiles =
        large.in(specification) ? data.profiles().keep(data.large()::contains) : data.profiles();
    return place(
        profiles, metric.in(specification), data.us(), data.china(), third.in(specification));
  }

  /**
   * The simulated worlds: the labels go to a real pair that stands where the world says, and every
   * share gets an error.
   *
   * @param profiles the profiles of the default specification
   */
  Trial.Simulator<Function<Specification, Labelled>> world(Profiles profiles) {
    List<Pair> pairs = profiles.pairs(METRICS.get(proposition.choice(DISTANCE).words().get(0)));
    Map<Double, List<Pair>> byTarget = new ConcurrentHashMap<>();
    return (sizes, random) -> {
      List<Pair> likely =
          byTarget.computeIfAbsent(
              sizes.of("distance_percentile"), target -> atPercentile(pairs, target));
      Pair pair = likely.get((int) (random.nextDouble() * likely.size()));
      Labelled drawn =
          new Labelled(
              profiles.withErrors(sizes.of("share_error_sd"), random),
              pair.first(),
              pair.second(),
              Set.copyOf(profiles.names()));
      return specification -> drawn;
    };
  }

  /** The pairs within the registered tolerance of a percentile, or those nearest to it. */
  List<Pair> atPercentile(List<Pair> pairs, double target) {
    double[] off = new double[pairs.size()];
    for (int i = 0; i < off.length; i++) {
      double distance = pairs.get(i).distance();
      double below = pairs.stream().filter(other -> other.distance() <= distance).count() - 1.0;
      off[i] = Math.abs(PERCENT * below / (pairs.size() - 1) - target);
    }
    double reach = Math.max(tolerance, Arrays.stream(off).min().orElseThrow());
    return IntStream.range(0, off.length)
        .filter(i -> off[i] <= reach)
        .mapToObj(pairs::get)
        .toList();
  }
}
