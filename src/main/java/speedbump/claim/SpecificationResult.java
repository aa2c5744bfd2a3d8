package speedbump.claim;

/**
 * A specification with what it found.
 *
 * @param specification the specification
 * @param standing what its evidence amounts to
 * @param evidence the evidence; without figures where none was identified
 * @param unusable why it is unusable; empty where it is usable
 */
public record SpecificationResult(
    Specification specification, Standing standing, Evidence evidence, String unusable) {

  /** The same result, which votes only where it did and still counts. */
  SpecificationResult counted(boolean still) {
    return new SpecificationResult(
        new Specification(
            specification.group(),
            specification.selections(),
            specification.isDefault(),
            specification.votes() && still),
        standing,
        evidence,
        unusable);
  }

  /**
   * Judges an outcome. A quantity that a condition names and that is not finite makes it unusable.
   *
   * @param proposition the proposition
   * @param specification the specification
   * @param outcome what it came to
   * @return the specification with its standing
   * @throws IllegalArgumentException if the evidence lacks a quantity that a condition names
   * @throws IllegalStateException if both sides are met at once
   */
  static SpecificationResult of(
      Proposition proposition, Specification specification, Outcome outcome) {
    if (outcome instanceof Outcome.Unusable none) {
      return new SpecificationResult(
          specification, Standing.UNUSABLE, Evidence.none(), none.reason());
    }
    Evidence evidence = ((Outcome.Usable) outcome).evidence();
    try {
      return new SpecificationResult(
          specification,
          proposition.standing(evidence),
          evidence,
          proposition.notFinite(evidence).map(name -> name + " is not finite").orElse(""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, %s: %s".formatted(proposition.id(), specification.words(), e.getMessage()), e);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "%s (%s)".formatted(e.getMessage(), specification.words()), e);
    }
  }
}
