package speedbump.claim;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A test, written once: data, an estimator over data and specification, and the simulated worlds
 * that make other data of the same kind. The examiner runs every specification on the data, and the
 * registered default on each draw of a world, through the same estimator.
 *
 * @param <D> the data, which nothing changes: specifications and draws run in parallel
 * @param proposition the proposition
 * @param group the registered group that the trial is of
 * @param name name of the trial: of the registered group, or of the series, ruler or source that it
 *     stands for
 * @param data the data; designs that are dear are kept in them
 * @param newest the newest month that decides
 * @param estimator runs a specification
 * @param world makes data of the registered sizes; empty where the evidence has no sampling error
 * @param dear whether a draw is dear, so that the smaller registered number of draws is run
 * @param untouched names of the group's choices that do not touch the data of this trial, of which
 *     it takes the default alone
 */
public record Trial<D>(
    Proposition proposition,
    String group,
    String name,
    D data,
    YearMonth newest,
    Estimator<D> estimator,
    Optional<Simulator<D>> world,
    boolean dear,
    Set<String> untouched) {

  /**
   * What one specification makes of data.
   *
   * @param <D> the data
   */
  @FunctionalInterface
  public interface Estimator<D> {
    /**
     * Runs a specification.
     *
     * @param data real data, or a draw of a simulated world
     * @param specification the specification
     * @return the evidence, or why there is none
     */
    Outcome estimate(D data, Specification specification);
  }

  /**
   * Makes data as they would be in a simulated world: real lengths, gaps and noise, sizes as
   * registered.
   *
   * @param <D> the data
   */
  @FunctionalInterface
  public interface Simulator<D> {
    /**
     * One draw.
     *
     * @param sizes the registered sizes of the world
     * @param random the generator of this draw alone, from which all chance comes
     * @return the data
     */
    D draw(Proposition.WorldSizes sizes, RandomGenerator random);
  }

  /**
   * Holds the trial against the registry.
   *
   * @throws IllegalArgumentException if the group is not registered, one of its choices has no
   *     option or one that does not touch the data is none of its own, or the proposition has
   *     sampling error and the group votes without simulated worlds, or the other way round
   */
  public Trial {
    Proposition.Group registered = proposition.group(group);
    for (Choice choice : proposition.choices(group)) {
      if (choice.options().isEmpty()) {
        throw new IllegalArgumentException(
            "%s, %s: the options of the choice %s are not registered"
                .formatted(proposition.id(), name, choice.name()));
      }
    }
    untouched = Set.copyOf(untouched);
    List<String> choices = proposition.choices(group).stream().map(Choice::name).toList();
    for (String choice : untouched) {
      if (!choices.contains(choice)) {
        throw new IllegalArgumentException(
            "%s, %s: there is no choice '%s'; registered are %s"
                .formatted(proposition.id(), name, choice, choices));
      }
    }
    if (world.isPresent() && !proposition.noise()) {
      throw new IllegalArgumentException(
          "%s, %s: no simulated world is registered, and the trial has one"
              .formatted(proposition.id(), name));
    }
    if (world.isEmpty() && proposition.noise() && registered.decides()) {
      throw new IllegalArgumentException(
          "%s, %s: the evidence carries sampling error, and the trial has no simulated world"
              .formatted(proposition.id(), name));
    }
  }

  /**
   * A trial of a registered group, without simulated worlds.
   *
   * @param <D> the data
   * @param proposition the proposition
   * @param group the registered group, whose name it takes
   * @param data the data
   * @param newest the newest month that decides
   * @param estimator runs a specification
   * @return the trial
   */
  public static <D> Trial<D> of(
      Proposition proposition, String group, D data, YearMonth newest, Estimator<D> estimator) {
    return of(proposition, group, group, data, newest, estimator, Optional.empty());
  }

  /**
   * A trial of a registered group, with simulated worlds.
   *
   * @param <D> the data
   * @param proposition the proposition
   * @param group the registered group, whose name it takes
   * @param data the data
   * @param newest the newest month that decides
   * @param estimator runs a specification
   * @param world makes data of the registered sizes
   * @return the trial
   */
  public static <D> Trial<D> of(
      Proposition proposition,
      String group,
      D data,
      YearMonth newest,
      Estimator<D> estimator,
      Simulator<D> world) {
    return of(proposition, group, group, data, newest, estimator, Optional.of(world));
  }

  private static <D> Trial<D> of(
      Proposition proposition,
      String group,
      String name,
      D data,
      YearMonth newest,
      Estimator<D> estimator,
      Optional<Simulator<D>> world) {
    return new Trial<>(proposition, group, name, data, newest, estimator, world, false, Set.of());
  }

  /**
   * This trial as that of one series, ruler or source.
   *
   * @param one its name
   * @return the trial under another name
   */
  public Trial<D> named(String one) {
    return new Trial<>(proposition, group, one, data, newest, estimator, world, dear, untouched);
  }

  /**
   * This trial with the smaller registered number of draws.
   *
   * @return the trial of which a draw is dear
   */
  public Trial<D> withDearDraws() {
    return new Trial<>(proposition, group, name, data, newest, estimator, world, true, untouched);
  }

  /**
   * This trial without a choice that does not touch its data, as the vintage of one ruler does not
   * touch another: it takes the default alone, so that no answer is counted twice.
   *
   * @param choices names of such choices of the group
   * @return the trial with fewer specifications
   * @throws IllegalArgumentException if the group has no such choice
   */
  public Trial<D> without(String... choices) {
    return new Trial<>(
        proposition, group, name, data, newest, estimator, world, dear, Set.of(choices));
  }

  /**
   * Every specification: each option of each choice that touches the data with each of the others,
   * the default first, the last choice moving fastest.
   *
   * @return the specifications, at least one
   */
  public List<Specification> specifications() {
    List<Specification> all = List.of(new Specification(name, List.of(), true, true));
    for (Choice choice : proposition.choices(group)) {
      List<Specification> longer = new ArrayList<>();
      for (Specification shorter : all) {
        int options = untouched.contains(choice.name()) ? 1 : choice.options().size();
        for (Choice.Option option : choice.options().subList(0, options)) {
          longer.add(shorter.and(choice, option));
        }
      }
      all = longer;
    }
    return List.copyOf(all);
  }

  /**
   * The registered default on the data.
   *
   * @return the specification of which every option is the first of its choice
   */
  public Specification defaultSpecification() {
    return specifications().get(0);
  }

  /**
   * Runs a specification on the data.
   *
   * @param specification the specification
   * @return the evidence, or why there is none
   */
  public Outcome run(Specification specification) {
    return estimator.estimate(data, specification);
  }

  /**
   * Runs a specification on one draw of a simulated world.
   *
   * @param specification the specification
   * @param sizes the registered sizes of the world
   * @param random the generator of this draw alone
   * @return the evidence, or why there is none
   * @throws java.util.NoSuchElementException if the trial has no simulated world
   */
  public Outcome draw(
      Specification specification, Proposition.WorldSizes sizes, RandomGenerator random) {
    return estimator.estimate(world.orElseThrow().draw(sizes, random), specification);
  }
}
