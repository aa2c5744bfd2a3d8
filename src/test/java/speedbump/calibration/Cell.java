package speedbump.calibration;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * One share to measure.
 *
 * @param what interval or test
 * @param method the estimator or test
 * @param design the regressors or the kind of data
 * @param n observations; clusters of a pooled slope
 * @param rho autocorrelation of the made-up noise
 * @param nominal what the share is said to be
 * @param draws made-up series
 * @param goal the least share of an interval, the greatest of a test
 * @param note what else must be known
 * @param hit makes a series and says whether the interval covers or the test rejects
 */
record Cell(
    String what,
    String method,
    String design,
    int n,
    double rho,
    double nominal,
    int draws,
    OptionalDouble goal,
    String note,
    Predicate<SplittableRandom> hit) {
  /** Any fixed number serves; methods of one design see the same series. */
  private static final long SEED = 20_261_128;

  Measured measure() {
    SplittableRandom random = new SplittableRandom(SEED + 31L * n + Math.round(1000 * rho));
    int hits = 0;
    for (int draw = 0; draw < draws; draw++) {
      // a generator a series, so that no method's appetite moves the next one's
      hits += hit.test(random.split()) ? 1 : 0;
    }
    return Measured.of(this, hits);
  }
}
