package speedbump.analysis.rareearthlever;

import speedbump.claim.Grade;

/**
 * A published time after which Chinese supply can be done without, in months from the cut of April
 * 2025. As nothing else is counted on before, it is also the stock, in months of use, that would
 * just last until then.
 *
 * @param ids the rows of {@code minerals/stocks_use_substitution} that it is read from
 * @param label who, and what comes
 * @param lowMonths the earliest month that the printed date or range allows
 * @param highMonths the latest
 * @param kind whether it was seen, is a plan, or is an estimate of a length of time
 * @param grade the grade of its source
 * @param source who says so
 */
public record TimeToSubstitute(
    String ids,
    String label,
    double lowMonths,
    double highMonths,
    Kind kind,
    Grade grade,
    String source) {
  /** What stands behind a time. */
  public enum Kind {
    /** It has happened. */
    SEEN,
    /** A date that somebody aims at. Such dates slip. */
    PLAN,
    /** A length of time that somebody thinks it takes. */
    ESTIMATE
  }
}
