package speedbump.claim;

import java.util.List;
import java.util.Optional;

/**
 * A proposition as it is registered: the words of its row and the parts that are computed with.
 *
 * @param id number of the claim and a letter
 * @param claim number of the claim
 * @param propositionClass what it is to its claim
 * @param dagger whether its amendment was proposed by somebody who had seen part of the outcome
 * @param statement the proposition
 * @param holdsText when it holds, in words
 * @param failsText when it fails, in words
 * @param groupsText groups, data and choices, in words
 * @param worldsText the simulated worlds, in words
 * @param quantifier how the votes of the groups are joined
 * @param conditions the conditions of both sides
 * @param groups the groups that the rules name
 * @param choices the analyst's choices
 * @param worlds the sizes of the simulated worlds
 * @param definitions numbers that the row fixes beside its bounds
 * @param parent id of the proposition that must hold before this one applies; empty for none
 * @param gate id of the gate that guards it; empty for none
 * @param minimumCases fewer cases are cannot tell (coverage); 0 where the row asks for none
 * @param minimumOf what is counted against {@code minimumCases}; empty for none
 * @param illustratedOnly whether no data that may decide are held
 * @param standsOnYear newest deciding year where it lies before the sanctions; 0 elsewhere
 * @param noise whether the evidence carries sampling error, so that simulated worlds are run
 */
public record Proposition(
    String id,
    int claim,
    PropositionClass propositionClass,
    boolean dagger,
    String statement,
    String holdsText,
    String failsText,
    String groupsText,
    String worldsText,
    Quantifier quantifier,
    List<Condition> conditions,
    List<RegisteredGroup> groups,
    List<Choice> choices,
    List<WorldParameter> worlds,
    List<Definition> definitions,
    String parent,
    String gate,
    int minimumCases,
    String minimumOf,
    boolean illustratedOnly,
    int standsOnYear,
    boolean noise) {

  /**
   * Checks that the row can be judged.
   *
   * @throws IllegalArgumentException if a proposition that is to be judged lacks conditions of a
   *     side or a group that decides, one with noise a simulated world, one that stands on an old
   *     year is not supporting, or one that is illustrated only has conditions
   */
  void check() {
    for (Side side : Side.values()) {
      if (conditions.stream().anyMatch(c -> c.side() == side) == illustratedOnly) {
        throw new IllegalArgumentException(
            "%s: expected %s condition of the side %s"
                .formatted(id, illustratedOnly ? "no" : "a", side.words()));
      }
    }
    if (groups.stream().noneMatch(RegisteredGroup::decides) && !illustratedOnly) {
      throw new IllegalArgumentException(id + ": expected a group that decides, found none");
    }
    for (World world : World.values()) {
      if (worlds.stream().anyMatch(parameter -> parameter.world() == world) != noise) {
        throw new IllegalArgumentException(
            "%s: expected %s simulated world %s".formatted(id, noise ? "a" : "no", world));
      }
    }
    if (standsOnYear > 0 && propositionClass != PropositionClass.SUPPORTING) {
      throw new IllegalArgumentException(
          "%s stands on %d: expected the class S, found %s"
              .formatted(id, standsOnYear, propositionClass.letter()));
    }
  }

  /**
   * Whether the proposition counts for the claim's word.
   *
   * @return true of the heart and of core propositions
   */
  public boolean counted() {
    return propositionClass == PropositionClass.HEART || propositionClass == PropositionClass.CORE;
  }

  /**
   * The conditions of one side.
   *
   * @param side the side
   * @return its conditions, in registered order
   */
  public List<Condition> conditions(Side side) {
    return conditions.stream().filter(condition -> condition.side() == side).toList();
  }

  /**
   * The bound of the one condition on a quantity on one side, for charts and texts.
   *
   * @param side the side
   * @param quantity name of the quantity
   * @return the bound, in the unit of the quantity
   * @throws IllegalArgumentException if the side has no such condition
   */
  public double bound(Side side, String quantity) {
    return conditions(side).stream()
        .filter(condition -> condition.quantity().equals(quantity))
        .mapToDouble(Condition::bound)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: the side %s has no condition on %s"
                        .formatted(id, side.words(), quantity)));
  }

  /**
   * The side whose conditions the evidence meets, all of them. A condition on the figure {@value
   * Power#QUANTITY} is judged where the evidence carries it: a simulated draw, of which that figure
   * is made, does not.
   *
   * @param evidence the evidence
   * @return the side; empty where neither is met
   * @throws IllegalArgumentException if the evidence lacks a quantity that a condition names
   * @throws IllegalStateException if both sides are met at once, which is an error of the rule
   */
  public Optional<Side> side(Evidence evidence) {
    boolean holds = meets(Side.HOLDS, evidence);
    boolean fails = meets(Side.FAILS, evidence);
    if (holds && fails) {
      throw new IllegalStateException(
          "%s: the rule is in error, since %s meets both holds and fails"
              .formatted(id, evidence.figures()));
    }
    return holds ? Optional.of(Side.HOLDS) : fails ? Optional.of(Side.FAILS) : Optional.empty();
  }

  private boolean meets(Side side, Evidence evidence) {
    boolean met = true;
    for (Condition condition : conditions) {
      if (condition.side() == side
          && (!condition.quantity().equals(Power.QUANTITY) || evidence.has(Power.QUANTITY))) {
        met &= condition.test(evidence); // each is tested, so that a missing quantity is an error
      }
    }
    return met;
  }

  /**
   * A size of the first variant of a simulated world.
   *
   * @param world the world
   * @param name name of the parameter
   * @return its value
   * @throws IllegalArgumentException if there is no such parameter
   */
  public double worldParameter(World world, String name) {
    return worldParameter(world, 1, name);
  }

  /**
   * A size of a simulated world.
   *
   * @param world the world
   * @param variant number of the variant, from 1
   * @param name name of the parameter
   * @return its value; not a number where the world is a draw from the data
   * @throws IllegalArgumentException if there is no such parameter
   */
  public double worldParameter(World world, int variant, String name) {
    return worlds.stream()
        .filter(p -> p.world() == world && p.variant() == variant && p.name().equals(name))
        .mapToDouble(WorldParameter::value)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: the world %s, variant %d, has no parameter %s; registered are %s"
                        .formatted(id, world, variant, name, worlds)));
  }

  /**
   * A number that the row fixes beside its bounds.
   *
   * @param name name of the number
   * @return its value
   * @throws IllegalArgumentException if there is no such number
   */
  public double definition(String name) {
    return definitions.stream()
        .filter(definition -> definition.name().equals(name))
        .mapToDouble(Definition::value)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no definition %s; it has %s"
                        .formatted(id, name, definitions.stream().map(Definition::name).toList())));
  }

  /**
   * A choice of the analyst.
   *
   * @param name its name
   * @return the choice
   * @throws IllegalArgumentException if the proposition has no such choice
   */
  public Choice choice(String name) {
    return choices.stream()
        .filter(choice -> choice.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no choice %s; it has %s"
                        .formatted(id, name, choices.stream().map(Choice::name).toList())));
  }

  /**
   * The registered group that a group of specifications is. A name that the rules do not spell out
   * is one of those that only the data know (one a series, ruler or source).
   *
   * @param name name of the group
   * @return the group of that name; else the deciding group of which there is one a series, ruler
   *     or source; else the shown one
   * @throws IllegalArgumentException if the rules know no such group
   */
  public RegisteredGroup group(String name) {
    return groups.stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .or(() -> open(true))
        .or(() -> open(false))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no group %s; it has %s"
                        .formatted(id, name, groups.stream().map(RegisteredGroup::name).toList())));
  }

  private Optional<RegisteredGroup> open(boolean decides) {
    return groups.stream()
        .filter(group -> !group.per().isEmpty() && group.decides() == decides)
        .findFirst();
  }
}
