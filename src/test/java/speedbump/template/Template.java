package speedbump.template;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Proposition.WorldSizes;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.Interval;

/**
 * The analysis of a claim to copy: are the decimals of pi more often even than odd? It is small
 * enough for the facade and its one proposition to be one class.
 */
public final class Template implements Analysis {
  private final Proposition proposition;
  private final Machinery machinery;
  private final Option<Double> decimals;
  private final int[] digits;

  private record Row(int place, int digit) {}

  private Template(Registry registry, int[] digits) {
    this.proposition = registry.proposition("13a");
    this.machinery = registry.machinery();
    this.decimals = Option.numbers(proposition, "decimals");
    this.digits = digits;
  }

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis
   */
  public static Template of(Catalog catalog) {
    return new Template(
        Registry.of(catalog),
        catalog.rows("toy/digits", Row.class).stream().mapToInt(Row::digit).toArray());
  }

  @Override
  public String finding(ClaimResult result) {
    return String.format(
        Locale.ROOT,
        "Of %d decimals %.0f%% are even.",
        digits.length,
        100 * result.proposition("13a").groups().get(0).value("even_share"));
  }

  @Override
  public int claim() {
    return proposition.claim();
  }

  /**
   * The decimals.
   *
   * @return the digits in their order
   */
  public int[] digits() {
    return digits.clone();
  }

  /**
   * The share of even decimals with its normal interval, p +- z sqrt(p (1 - p) / n).
   *
   * @param first how many decimals are used, from the first
   * @return the share
   */
  public Interval share(int first) {
    return share(Arrays.copyOf(digits, first));
  }

  private Interval share(int[] some) {
    double p = Arrays.stream(some).filter(digit -> digit % 2 == 0).count() / (double) some.length;
    double z =
        new NormalDistribution()
            .inverseCumulativeProbability((1 + machinery.intervalCoverage()) / 2);
    double half = z * Math.sqrt(p * (1 - p) / some.length);
    return new Interval(p, p - half, p + half, machinery.intervalCoverage());
  }

  private Outcome estimate(int[] data, Specification specification) {
    int first = decimals.in(specification).intValue();
    return proposition
        .minimum("decimals")
        .unmet(first)
        .map(Outcome::unusable)
        .orElseGet(
            () -> {
              Interval share = share(Arrays.copyOf(data, first));
              return Outcome.of(
                  Evidence.of("even_share_lower95", share.lower())
                      .and("even_share_upper95", share.upper())
                      .and("even_share", share.estimate()));
            });
  }

  /** Digits that are even with the registered share. */
  private int[] draw(WorldSizes sizes, RandomGenerator random) {
    return Arrays.stream(digits)
        .map(digit -> random.nextDouble() < sizes.of("even_share") ? 0 : 1)
        .toArray();
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        Examination.of(
            proposition,
            List.of(
                Trial.of(
                    proposition,
                    "decimals",
                    digits,
                    YearMonth.of(2026, 11),
                    this::estimate,
                    this::draw))));
  }
}
