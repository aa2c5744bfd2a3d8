package speedbump.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much more often an outcome comes where the claim is true than where it is false: the share of
 * the draws of world T that give the outcome of the default specification over the share of those
 * of F. Where T has several variants it is the range over them. Where one of the two shares is
 * nothing, 1 / draws stands in its place and the ratio is a bound.
 *
 * @param least the least ratio over the variants of T, no unit
 * @param most the greatest
 * @param bounded whether a share was nothing
 * @see <a href="https://doi.org/10.1080/01621459.1995.10476572">Kass and Raftery 1995, Bayes
 *     Factors</a>
 */
public record EvidenceWeight(double least, double most, boolean bounded) {

  /**
   * The weight of an outcome.
   *
   * @param power what the test made of its worlds
   * @param outcome what the default specification came to on the data
   * @return the weight; empty where no world was run, or the outcome comes in neither world
   */
  public static Optional<EvidenceWeight> of(Power power, Standing outcome) {
    List<WorldDraws> whenTrue = power.worlds(World.T);
    List<WorldDraws> whenFalse = power.worlds(World.F);
    if (whenTrue.isEmpty() || whenFalse.isEmpty()) {
      return Optional.empty();
    }
    double one = 1.0 / power.draws();
    double f = whenFalse.get(0).share(outcome);
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    boolean bounded = false;
    for (WorldDraws variant : whenTrue) {
      double t = variant.share(outcome);
      if (t < one / 2 && f < one / 2) {
        return Optional.empty();
      }
      bounded |= t < one / 2 || f < one / 2;
      double ratio = Math.max(t, one) / Math.max(f, one);
      least = Math.min(least, ratio);
      most = Math.max(most, ratio);
    }
    return Optional.of(new EvidenceWeight(least, most, bounded));
  }

  /**
   * The end of the range that lies nearest to 1, on which a leaning rests.
   *
   * @return the ratio; 1 where the range holds 1
   */
  public double nearestToOne() {
    return least > 1 ? least : most < 1 ? most : 1;
  }

  /**
   * The weight for a reader, in the words of Kass and Raftery.
   *
   * @param bounds the registered bounds of the words
   * @return for instance "positive evidence for the claim: such an outcome comes 4.2 times as often
   *     where it is true as where it is false"
   */
  public String words(Machinery.Weights bounds) {
    double nearest = nearestToOne();
    if (nearest == 1) {
      return "no evidence either way: such an outcome comes about as often where the claim is true"
          + " as where it is false";
    }
    boolean towards = nearest > 1;
    double strength = towards ? nearest : 1 / nearest;
    double greatest = towards ? most : 1 / least;
    String grade =
        strength <= bounds.hardlyUpTo()
            ? "hardly worth a mention"
            : strength <= bounds.positiveUpTo()
                ? "positive"
                : strength <= bounds.strongUpTo() ? "strong" : "very strong";
    return "%s %s the claim: such an outcome comes %s times as often where it is %s as where it is %s"
        .formatted(
            grade.startsWith("hardly") ? "evidence hardly worth a mention" : grade + " evidence",
            towards ? "for" : "against",
            (bounded ? "at least " : "")
                + figure(strength)
                + (figure(strength).equals(figure(greatest)) ? "" : " to " + figure(greatest)),
            towards ? "true" : "false",
            towards ? "false" : "true");
  }

  /**
   * The weight in a cell of a table.
   *
   * @return for instance "4.2 for", "at least 600 against" or "none"
   */
  public String cell() {
    double nearest = nearestToOne();
    return nearest == 1
        ? "none"
        : (bounded ? "at least " : "")
            + figure(nearest > 1 ? nearest : 1 / nearest)
            + (nearest > 1 ? " for" : " against");
  }

  private static String figure(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.1f" : "%,.0f", ratio);
  }
}
