package speedbump.analysis.learningbymaking;

import java.util.List;
import java.util.Locale;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.GroupResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.TwoFactors;

/**
 * Claim 7: are technology and industry inseparable? What can be measured of it is learning by
 * making: whether costs fall with what has been made, or only with time. Opens the steps that the
 * notebook walks through, that the tests check and that the examiner varies.
 *
 * @param technologies what each technology cost, and how much of it had been made
 * @param fallingCosts 7a
 * @param contest 7b
 * @param laws four laws in a hindcast, beyond what 7b counts
 * @param pooledExperience 7c
 * @param strangers 7a on pairs of technologies that have nothing to do with each other
 * @param registry the registered rules; of 7d no data are held
 */
public record LearningByMaking(
    Technologies technologies,
    FallingCosts fallingCosts,
    Contest contest,
    LawContest laws,
    PooledExperience pooledExperience,
    Strangers strangers,
    Registry registry)
    implements Analysis {
  private static final double PERCENT = 100;

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 7
   */
  public static LearningByMaking of(Catalog catalog) {
    return of(Technologies.of(catalog), Registry.of(catalog));
  }

  private static LearningByMaking of(Technologies technologies, Registry registry) {
    double coverage = registry.machinery().intervalCoverage();
    FallingCosts fallingCosts = new FallingCosts(registry.proposition("7a"), technologies);
    return new LearningByMaking(
        technologies,
        fallingCosts,
        new Contest(registry.proposition("7b"), technologies),
        LawContest.of(technologies.lasting(Technologies.LEAST_YEARS).all(), coverage),
        new PooledExperience(registry.proposition("7c"), technologies, coverage),
        new Strangers(technologies, fallingCosts),
        registry);
  }

  /**
   * The same analysis with another guess of what was made before each series begins.
   *
   * @param factor the new guess over the one that the series hold, positive
   * @return the analysis of the other series
   * @throws IllegalArgumentException if the factor is not positive and finite
   */
  public LearningByMaking withPriorOutput(double factor) {
    return of(technologies.withPriorOutput(factor), registry);
  }

  @Override
  public int claim() {
    return registry.proposition("7d").claim();
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        fallingCosts.examination(),
        contest.examination(),
        pooledExperience.examination(),
        Examination.missing(
            registry.proposition("7d"), "no table of costs by country that may ship is held"));
  }

  @Override
  public String finding(ClaimResult result) {
    GroupResult pooled = result.proposition("7c").groups().get(0);
    double without = pooled.value("uncontrolled_exponent");
    GroupResult levels = result.proposition("7a").groups().get(0);
    List<CostSeries> all = technologies.lasting(Technologies.LEAST_YEARS).all();
    long alone = all.stream().map(TwoFactors::fit).filter(this::learns).count();
    return String.format(
        Locale.ROOT,
        "Costs fell as output piled up, but also as time went by: over %d technologies, with time held"
            + " fixed, doubling output brings %s (learning exponent %.2f, %.2f to %.2f; %.2f without),"
            + " so that %s. Taken one by one, %.0f%% of them have a learning exponent above zero with"
            + " confidence, but %.0f%% with time held fixed.",
        all.size(),
        pooled.value("pooled_exponent_lower95") > 0 ? "savings" : "no saving that can be seen",
        pooled.value("pooled_exponent"),
        pooled.value("pooled_exponent_lower95"),
        without * pooled.value("pooled_exponent_upper95_over_uncontrolled"),
        without,
        switch (result.proposition("7c").word()) {
          case HOLDS -> "making still lowers costs";
          case FAILS -> "little is left for making";
          default -> "making and time cannot be told apart";
        },
        PERCENT * levels.value("significant_technologies_share"),
        PERCENT * alone / all.size());
  }

  private boolean learns(TwoFactors one) {
    return one.interval(registry.machinery().intervalCoverage()).lower() > 0;
  }
}
