package speedbump.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A proposition as it is registered: the words of its row and the parts that are computed with.
 *
 * @param id number of the claim and a letter
 * @param claim number of the claim
 * @param propositionClass what it is to its claim
 * @param dagger whether its amendment was proposed by somebody who had seen part of the outcome
 * @param statement the proposition
 * @param question the proposition as a newspaper would ask it: yes where it holds, no where it
 *     fails
 * @param texts what the row says of its sides, groups and worlds, in words
 * @param quantifier how the votes of the groups are joined
 * @param conditions the conditions of both sides
 * @param groups the groups that the rules name
 * @param worlds the simulated worlds, T before F
 * @param definitions numbers that the row fixes beside its bounds
 * @param minimums least numbers of cases
 * @param parent id of the proposition that must hold before this one applies; empty for none
 * @param gate id of the gate that guards it; empty for none
 * @param illustratedOnly whether no data that may decide are held
 * @param standsOnYear newest deciding year where it lies before the sanctions; empty elsewhere
 * @param noise whether the evidence carries sampling error, so that simulated worlds are run
 * @param statistic the quantity that the two worlds show; empty where there is none
 * @param statisticUnit its unit
 */
public record Proposition(
    String id,
    int claim,
    PropositionClass propositionClass,
    boolean dagger,
    String statement,
    String question,
    Texts texts,
    Quantifier quantifier,
    List<Condition> conditions,
    List<Group> groups,
    List<WorldSizes> worlds,
    Map<String, Double> definitions,
    List<Minimum> minimums,
    String parent,
    String gate,
    boolean illustratedOnly,
    OptionalInt standsOnYear,
    boolean noise,
    String statistic,
    String statisticUnit) {

  /**
   * What a row says in words.
   *
   * @param holds when it holds
   * @param fails when it fails
   * @param groups groups, data and choices
   * @param worlds the simulated worlds
   */
  public record Texts(String holds, String fails, String groups, String worlds) {}

  /**
   * One row of a decision rule: quantity, comparison, bound. A side is met where all conditions of
   * one of its alternatives are.
   *
   * @param side {@link Standing#HOLDS} or {@link Standing#FAILS}
   * @param alternative number of the alternative within the side, from 1
   * @param quantity name of the quantity in the evidence, snake_case with its unit
   * @param comparison how the quantity is held against the bound
   * @param bound the threshold, in the unit of the quantity
   */
  public record Condition(
      Standing side, int alternative, String quantity, Comparison comparison, double bound) {

    boolean test(Evidence evidence) {
      return comparison.test(evidence.value(quantity), bound);
    }

    /**
     * The condition as it is registered, for example {@code permutation_p < 0.1}; a reader is shown
     * the words of {@link Quantity}.
     *
     * @return quantity, comparison and bound
     */
    public String words() {
      boolean whole = bound == Math.rint(bound);
      return "%s %s %s"
          .formatted(
              quantity,
              comparison.symbol(),
              whole ? String.format(Locale.ROOT, "%.0f", bound) : Double.toString(bound));
    }
  }

  /**
   * A group that the rules name.
   *
   * @param name name of the group
   * @param decides true: it votes; false: it is shown
   * @param per what there is one group of (series, ruler, source) where the data say how many;
   *     empty where the rules name the group itself
   * @param choices the analyst's choices in it, in registered order
   */
  public record Group(String name, boolean decides, String per, List<Choice> choices) {}

  /**
   * The registered sizes of one simulated world.
   *
   * @param world the world
   * @param variant number of the variant of the world, from 1; where T has several, all must pass
   * @param sizes its sizes by name; not a number where the world is a draw from the data
   * @param reads the world as a reader is told of it, behind "if it is true" or "if it is false"
   */
  public record WorldSizes(World world, int variant, Map<String, Double> sizes, String reads) {
    /**
     * A size.
     *
     * @param name its name
     * @return its value, in the registered unit
     * @throws IllegalArgumentException if there is none of the name; the message names what is
     *     there
     */
    public double of(String name) {
      if (!has(name)) {
        throw new IllegalArgumentException(
            "the world %s, variant %d, has no size %s; registered are %s"
                .formatted(world, variant, name, sizes.keySet()));
      }
      return sizes.get(name);
    }

    /**
     * Whether the world has a size of the name: worlds of one proposition may differ in kind.
     *
     * @param name the name
     * @return true if it is registered
     */
    public boolean has(String name) {
      return sizes.containsKey(name);
    }

    /** The name of the world: T1, T2, ..., or F. */
    String label() {
      return world == World.T ? world.name() + variant : world.name();
    }
  }

  /**
   * A least number of cases.
   *
   * @param of what is counted
   * @param least the least number
   * @param level what cannot be judged with fewer
   */
  public record Minimum(String of, int least, Level level) {
    /** What a least number is asked of. */
    public enum Level {
      /** With fewer the proposition is cannot tell (coverage). */
      EXAMINATION,
      /** With fewer the specification is unusable. */
      SPECIFICATION
    }

    /**
     * Why so many cases do not suffice.
     *
     * @param cases the cases that are held
     * @return the reason, for a reader; empty where they suffice
     */
    public Optional<String> unmet(int cases) {
      return cases >= least
          ? Optional.empty()
          : Optional.of("at least %d %s are needed, %d held".formatted(least, of, cases));
    }
  }

  /**
   * Checks that the row can be judged.
   *
   * @throws IllegalArgumentException if a proposition that is to be judged lacks conditions of a
   *     side or a group that decides, one with noise a simulated world, one that stands on an old
   *     year is not supporting, or one that is illustrated only has conditions
   */
  void check() {
    for (Standing side : List.of(Standing.HOLDS, Standing.FAILS)) {
      if (conditions(side).isEmpty() != illustratedOnly) {
        throw wrong(
            "expected %s condition of the side %s", illustratedOnly ? "no" : "a", side.words());
      }
    }
    if (groups.stream().noneMatch(Group::decides) && !illustratedOnly) {
      throw wrong("expected a group that decides, found none");
    }
    for (World world : World.values()) {
      if (worlds.stream().anyMatch(sizes -> sizes.world() == world) != noise) {
        throw wrong("expected %s simulated world %s", noise ? "a" : "no", world);
      }
    }
    if (standsOnYear.isPresent() && propositionClass != PropositionClass.SUPPORTING) {
      throw wrong(
          "stands on %d: expected the class S, found %s",
          standsOnYear.getAsInt(), propositionClass.letter());
    }
  }

  private IllegalArgumentException wrong(String what, Object... values) {
    return new IllegalArgumentException(id + ": " + what.formatted(values));
  }

  private <T> T find(List<T> all, String kind, Function<T, String> nameOf, String name) {
    return all.stream()
        .filter(one -> nameOf.apply(one).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "there is no %s '%s'; registered are %s",
                    kind, name, all.stream().map(nameOf).distinct().toList()));
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
   * @param side {@link Standing#HOLDS} or {@link Standing#FAILS}
   * @return its conditions, in registered order
   */
  public List<Condition> conditions(Standing side) {
    return conditions.stream().filter(condition -> condition.side() == side).toList();
  }

  /**
   * The bound of the first condition on a quantity on one side, for charts and texts.
   *
   * @param side {@link Standing#HOLDS} or {@link Standing#FAILS}
   * @param quantity name of the quantity
   * @return the bound, in the unit of the quantity
   * @throws IllegalArgumentException if the side has no such condition
   */
  public double bound(Standing side, String quantity) {
    return find(
            conditions(side), "condition of " + side.words() + " on", Condition::quantity, quantity)
        .bound();
  }

  /**
   * This proposition under another bound, to see what rests on the registered one.
   *
   * @param side {@link Standing#HOLDS} or {@link Standing#FAILS}
   * @param quantity name of the quantity
   * @param bound the bound, in the unit of the quantity
   * @return the proposition with the same conditions on the same quantities
   * @throws IllegalArgumentException if the side has no condition on the quantity, or several, or
   *     the bound is not a number
   */
  public Proposition withBound(Standing side, String quantity, double bound) {
    bound(side, quantity); // refused where there is none
    List<Double> bounds = new ArrayList<>();
    int met = 0;
    for (Condition one : conditions) {
      boolean meant = one.side() == side && one.quantity().equals(quantity);
      met += meant ? 1 : 0;
      bounds.add(meant ? bound : one.bound());
    }
    if (met > 1 || Double.isNaN(bound)) {
      throw wrong(
          "%s",
          met > 1
              ? "%s %s has %d bounds: which is meant is not clear"
                  .formatted(side.words(), quantity, met)
              : "a bound must be a number");
    }
    return withBounds(bounds);
  }

  /**
   * This proposition under other bounds, to see what rests on the registered ones.
   *
   * @param bounds one a condition, in registered order
   * @return the proposition with the same conditions on the same quantities
   * @throws IllegalArgumentException if there are more or fewer bounds than conditions
   */
  public Proposition withBounds(List<Double> bounds) {
    if (bounds.size() != conditions.size()) {
      throw wrong("expected %d bounds, found %d", conditions.size(), bounds.size());
    }
    List<Condition> moved = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i++) {
      Condition one = conditions.get(i);
      moved.add(
          new Condition(
              one.side(), one.alternative(), one.quantity(), one.comparison(), bounds.get(i)));
    }
    return new Proposition(
        id,
        claim,
        propositionClass,
        dagger,
        statement,
        question,
        texts,
        quantifier,
        moved,
        groups,
        worlds,
        definitions,
        minimums,
        parent,
        gate,
        illustratedOnly,
        standsOnYear,
        noise,
        statistic,
        statisticUnit);
  }

  /**
   * Where evidence stands: on the side of which it meets all conditions of an alternative, or
   * neither. A quantity that a condition names and that is not finite makes it unusable. A
   * condition on the figure {@value Power#QUANTITY} is judged where the evidence carries it: a
   * simulated draw, of which that figure is made, does not.
   *
   * @param evidence the evidence
   * @return holds, fails, neither or unusable
   * @throws IllegalArgumentException if the evidence lacks a quantity that a condition names
   * @throws IllegalStateException if both sides are met at once, which is an error of the rule
   */
  public Standing standing(Evidence evidence) {
    if (notFinite(evidence).isPresent()) {
      return Standing.UNUSABLE;
    }
    boolean holds = meets(Standing.HOLDS, evidence);
    boolean fails = meets(Standing.FAILS, evidence);
    if (holds && fails) {
      throw new IllegalStateException(
          "%s: the rule is in error, since %s meets both holds and fails"
              .formatted(id, evidence.figures()));
    }
    return holds ? Standing.HOLDS : fails ? Standing.FAILS : Standing.NEITHER;
  }

  /** The first quantity that a condition names and that is not finite. */
  Optional<String> notFinite(Evidence evidence) {
    return conditions.stream()
        .filter(judged(evidence))
        .map(Condition::quantity)
        .filter(quantity -> !Double.isFinite(evidence.value(quantity)))
        .findFirst();
  }

  private static Predicate<Condition> judged(Evidence evidence) {
    return condition ->
        !condition.quantity().equals(Power.QUANTITY) || evidence.has(Power.QUANTITY);
  }

  private boolean meets(Standing side, Evidence evidence) {
    List<Condition> judged =
        conditions.stream().filter(one -> one.side() == side).filter(judged(evidence)).toList();
    return judged.stream()
        .anyMatch(
            one ->
                judged.stream()
                    .filter(other -> other.alternative() == one.alternative())
                    .allMatch(condition -> condition.test(evidence)));
  }

  /**
   * The variants of a simulated world.
   *
   * @param world the world
   * @return its registered sizes, variant by variant
   */
  public List<WorldSizes> worlds(World world) {
    return worlds.stream().filter(sizes -> sizes.world() == world).toList();
  }

  /**
   * A number that the row fixes beside its bounds.
   *
   * @param name name of the number
   * @return its value
   * @throws IllegalArgumentException if there is no such number
   */
  public double definition(String name) {
    return definitions.get(find(List.copyOf(definitions.keySet()), "definition", one -> one, name));
  }

  /**
   * A least number of cases.
   *
   * @param of what is counted
   * @return the least number
   * @throws IllegalArgumentException if none is registered of such cases
   */
  public Minimum minimum(String of) {
    return find(minimums, "least number of", Minimum::of, of);
  }

  /**
   * A registered group.
   *
   * @param name its name
   * @return the group
   * @throws IllegalArgumentException if the rules know no such group
   */
  public Group group(String name) {
    return find(groups, "group", Group::name, name);
  }

  /**
   * What a reader is told the deciding groups are: series, rulers, sources; tests where the rules
   * name each by itself.
   *
   * @return a noun in the plural
   */
  public String groupNoun() {
    return groups.stream()
        .filter(group -> group.decides() && !group.per().isEmpty())
        .map(Group::per)
        .findFirst()
        .map(per -> per.endsWith("s") ? per : per + "s")
        .orElse("tests");
  }

  /**
   * The analyst's choices in a group.
   *
   * @param group name of the registered group
   * @return the choices with the options that the group has, in registered order
   * @throws IllegalArgumentException if the rules know no such group
   */
  public List<Choice> choices(String group) {
    return group(group).choices();
  }

  /**
   * A choice with the options of all groups.
   *
   * @param name its name
   * @return the choice
   * @throws IllegalArgumentException if the proposition has no such choice
   */
  public Choice choice(String name) {
    List<Choice> all =
        groups.stream().flatMap(group -> group.choices().stream()).distinct().toList();
    find(all, "choice", Choice::name, name);
    List<Choice.Option> options = new ArrayList<>();
    all.stream()
        .filter(choice -> choice.name().equals(name))
        .flatMap(choice -> choice.options().stream())
        .filter(option -> !options.contains(option))
        .forEach(options::add);
    return new Choice(name, options);
  }
}
