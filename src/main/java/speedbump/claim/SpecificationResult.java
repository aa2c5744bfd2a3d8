package speedbump.claim;

import java.util.List;
import java.util.Optional;

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
          specification, Standing.UNUSABLE, new Evidence(List.of()), none.reason());
    }
    Evidence evidence = ((Outcome.Usable) outcome).evidence();
    try {
      for (Condition condition : proposition.conditions()) {
        String quantity = condition.quantity();
        if (!quantity.equals(Power.QUANTITY) && !Double.isFinite(evidence.value(quantity))) {
          return new SpecificationResult(
              specification, Standing.UNUSABLE, evidence, quantity + " is not finite");
        }
      }
      Standing standing =
          proposition
              .side(evidence)
              .map(side -> side == Side.HOLDS ? Standing.HOLDS : Standing.FAILS)
              .orElse(Standing.NEITHER);
      return new SpecificationResult(specification, standing, evidence, "");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, %s: %s".formatted(proposition.id(), specification.words(), e.getMessage()), e);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "%s (%s)".formatted(e.getMessage(), specification.words()), e);
    }
  }

  /**
   * The side that the evidence meets.
   *
   * @return the side; empty where it meets neither or is unusable
   */
  public Optional<Side> side() {
    return switch (standing) {
      case HOLDS -> Optional.of(Side.HOLDS);
      case FAILS -> Optional.of(Side.FAILS);
      case NEITHER, UNUSABLE -> Optional.empty();
    };
  }

  /**
   * What the specification came to.
   *
   * @return the evidence, or why there is none
   */
  public Outcome outcome() {
    return standing == Standing.UNUSABLE ? Outcome.unusable(unusable) : Outcome.of(evidence);
  }
}
