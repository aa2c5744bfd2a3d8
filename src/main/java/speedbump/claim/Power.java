package speedbump.claim;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a test can tell: how often it says "holds" and "fails" on data simulated from a world in
 * which the claim is true (T) and from one in which it is false (F). A draw that is unusable says
 * neither. Of several variants of T the worst figure stands.
 *
 * @param holdsGivenTrue P(holds given T)
 * @param failsGivenTrue P(fails given T)
 * @param holdsGivenFalse P(holds given F)
 * @param failsGivenFalse P(fails given F)
 * @param draws draws of each world; 0 where none was run
 * @param unusableGivenTrue unusable draws of T
 * @param unusableGivenFalse unusable draws of F
 * @param worlds what the test made of each world; empty of several tests together
 */
public record Power(
    double holdsGivenTrue,
    double failsGivenTrue,
    double holdsGivenFalse,
    double failsGivenFalse,
    int draws,
    int unusableGivenTrue,
    int unusableGivenFalse,
    List<WorldDraws> worlds) {

  /** Keeps its own copy. */
  public Power {
    worlds = List.copyOf(worlds);
  }

  /**
   * The figures without those of single worlds.
   *
   * @param holdsGivenTrue P(holds given T)
   * @param failsGivenTrue P(fails given T)
   * @param holdsGivenFalse P(holds given F)
   * @param failsGivenFalse P(fails given F)
   * @param draws draws of each world
   * @param unusableGivenTrue unusable draws of T
   * @param unusableGivenFalse unusable draws of F
   */
  public Power(
      double holdsGivenTrue,
      double failsGivenTrue,
      double holdsGivenFalse,
      double failsGivenFalse,
      int draws,
      int unusableGivenTrue,
      int unusableGivenFalse) {
    this(
        holdsGivenTrue,
        failsGivenTrue,
        holdsGivenFalse,
        failsGivenFalse,
        draws,
        unusableGivenTrue,
        unusableGivenFalse,
        List.of());
  }

  /**
   * What the test made of a world.
   *
   * @param world the world
   * @return one a variant
   */
  public List<WorldDraws> worlds(World world) {
    return worlds.stream().filter(draws -> draws.world() == world).toList();
  }

  /** The name under which P(holds given T) is a quantity that a condition can name. */
  public static final String QUANTITY = "power_holds_given_true";

  private static final Power NONE = new Power(0, 0, 0, 0, 0, 0, 0);

  /**
   * No figures: the evidence has no sampling error, and no world was run.
   *
   * @return figures of no draw
   */
  public static Power none() {
    return NONE;
  }

  /**
   * Runs the default specification of a trial on its worlds. Each draw has a generator of its own,
   * seeded by the names of proposition, group and world and by the number of the draw, so that the
   * figures do not depend on the number of threads.
   *
   * @param trial the trial
   * @param draws draws of each world
   * @return the figures; {@link #none} of a trial without worlds
   * @throws IllegalArgumentException if evidence lacks a quantity that a condition names
   * @throws IllegalStateException if both sides are met at once
   */
  static Power of(Trial<?> trial, int draws) {
    return of(trial.proposition(), trial.defaultSpecification(), simulate(trial, draws));
  }

  /** What the default specification makes of every draw; nothing of a trial without worlds. */
  static List<Simulations.OfWorld> simulate(Trial<?> trial, int draws) {
    if (trial.world().isEmpty()) {
      return List.of();
    }
    Proposition proposition = trial.proposition();
    return Stream.concat(
            proposition.worlds(World.T).stream(), proposition.worlds(World.F).stream().limit(1))
        .map(sizes -> simulate(trial, sizes, draws))
        .toList();
  }

  private static Simulations.OfWorld simulate(
      Trial<?> trial, Proposition.WorldSizes sizes, int draws) {
    long seed = seed(trial.proposition().id() + "/" + trial.name() + "/" + sizes.label());
    Specification specification = trial.defaultSpecification();
    return new Simulations.OfWorld(
        sizes,
        IntStream.range(0, draws)
            .parallel()
            .mapToObj(
                draw -> trial.draw(specification, sizes, new SplittableRandom(mixed(seed, draw))))
            .toList());
  }

  /**
   * The figures of draws that were made before, by the conditions of the proposition as it is
   * given.
   *
   * @param proposition the proposition, registered or with other bounds
   * @param specification the registered default
   * @param worlds its draws, as many of each world
   * @return the figures; {@link #none} where no world was run
   * @throws IllegalArgumentException if evidence lacks a quantity that a condition names
   * @throws IllegalStateException if both sides are met at once
   */
  static Power of(
      Proposition proposition, Specification specification, List<Simulations.OfWorld> worlds) {
    if (worlds.isEmpty()) {
      return NONE;
    }
    List<Tally> tallies =
        worlds.stream().map(world -> Tally.of(proposition, specification, world)).toList();
    List<Tally> whenTrue = tallies.subList(0, tallies.size() - 1);
    Tally whenFalse = tallies.get(tallies.size() - 1);
    int draws = worlds.get(0).outcomes().size();
    return new Power(
        whenTrue.stream().mapToInt(Tally::holds).min().orElseThrow() / (double) draws,
        whenTrue.stream().mapToInt(Tally::fails).max().orElseThrow() / (double) draws,
        whenFalse.holds() / (double) draws,
        whenFalse.fails() / (double) draws,
        draws,
        whenTrue.stream().mapToInt(Tally::unusable).max().orElseThrow(),
        whenFalse.unusable(),
        tallies.stream().map(tally -> tally.draws(draws)).toList());
  }

  private record Tally(
      Proposition.WorldSizes world, int holds, int fails, int unusable, List<Double> quantiles) {
    WorldDraws draws(int draws) {
      double all = draws;
      return new WorldDraws(
          world.world(), world.variant(), holds / all, fails / all, unusable / all, quantiles);
    }

    static Tally of(
        Proposition proposition, Specification specification, Simulations.OfWorld world) {
      List<SpecificationResult> results =
          world.outcomes().stream()
              .map(outcome -> SpecificationResult.of(proposition, specification, outcome))
              .toList();
      String statistic = proposition.statistic();
      return new Tally(
          world.sizes(),
          count(results, Standing.HOLDS),
          count(results, Standing.FAILS),
          count(results, Standing.UNUSABLE),
          WorldDraws.quantiles(
              results.stream()
                  .filter(result -> result.evidence().has(statistic))
                  .mapToDouble(result -> result.evidence().value(statistic))
                  .toArray()));
    }

    private static int count(List<SpecificationResult> results, Standing wanted) {
      return (int) results.stream().filter(result -> result.standing() == wanted).count();
    }
  }

  /** The 64-bit hash FNV-1a of a text in UTF-8: the same on every machine. */
  static long seed(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }

  /**
   * The seed of one draw: that of the world and the number of the draw, scattered by MurmurHash3's
   * finisher.
   */
  static long mixed(long seed, int draw) {
    long z = seed ^ draw * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }

  /**
   * Whether a world was run.
   *
   * @return false of {@link #none}
   */
  public boolean measured() {
    return draws > 0;
  }

  /**
   * The standard error of one of the four figures, sqrt(p (1 - p) / draws).
   *
   * @param figure the figure, for example {@code Power::holdsGivenTrue}
   * @return its binomial standard error, a probability
   * @throws IllegalStateException if no world was run
   */
  public double standardError(ToDoubleFunction<Power> figure) {
    if (!measured()) {
      throw new IllegalStateException("no simulated world was run");
    }
    double p = figure.applyAsDouble(this);
    return Math.sqrt(p * (1 - p) / draws);
  }

  /**
   * The worst of several tests, figure by figure.
   *
   * @param tests the tests; those without a figure are left out
   * @return the least figures that should be great and the greatest that should be small; {@link
   *     #none} where there is no test
   */
  public static Power worst(List<Power> tests) {
    return tests.stream()
        .filter(Power::measured)
        .reduce(
            (a, b) ->
                new Power(
                    Math.min(a.holdsGivenTrue, b.holdsGivenTrue),
                    Math.max(a.failsGivenTrue, b.failsGivenTrue),
                    Math.max(a.holdsGivenFalse, b.holdsGivenFalse),
                    Math.min(a.failsGivenFalse, b.failsGivenFalse),
                    Math.min(a.draws, b.draws),
                    Math.max(a.unusableGivenTrue, b.unusableGivenTrue),
                    Math.max(a.unusableGivenFalse, b.unusableGivenFalse)))
        .orElse(NONE);
  }

  /**
   * The figures for a reader.
   *
   * @return a sentence with the figures and the number of draws
   */
  public String words() {
    if (!measured()) {
      return "No sampling error, so no simulated world.";
    }
    String unusable =
        unusableGivenTrue + unusableGivenFalse == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "; unusable: %,d of T, %,d of F",
                unusableGivenTrue,
                unusableGivenFalse);
    return String.format(
        Locale.ROOT,
        "P(holds given T) = %.3f, P(fails given T) = %.3f, P(holds given F) = %.3f, "
            + "P(fails given F) = %.3f (%,d draws of each world%s).",
        holdsGivenTrue,
        failsGivenTrue,
        holdsGivenFalse,
        failsGivenFalse,
        draws,
        unusable);
  }
}
