package speedbump.claim;

import java.util.List;
import java.util.Optional;

/**
 * What is needed to judge a proposition.
 *
 * @param proposition the proposition
 * @param trials one trial a group, those that decide and those that are shown
 * @param missing why coverage does not suffice: a required figure that is not held, or too few
 *     cases; empty where it suffices
 */
public record Examination(
    Proposition proposition, List<Trial<?>> trials, Optional<String> missing) {

  /**
   * Copies the trials.
   *
   * @throws IllegalArgumentException if a group stands twice, or a trial is of another proposition
   */
  public Examination {
    trials = List.copyOf(trials);
    List<String> names = trials.stream().map(Trial::name).toList();
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException(
          "%s: a group stands twice: %s".formatted(proposition.id(), names));
    }
    for (Trial<?> trial : trials) {
      if (!trial.proposition().equals(proposition)) {
        throw new IllegalArgumentException(
            "%s: the trial %s is of %s"
                .formatted(proposition.id(), trial.name(), trial.proposition().id()));
      }
    }
  }

  /**
   * An examination whose coverage suffices.
   *
   * @param proposition a proposition whose row asks for no number of cases
   * @param trials one trial a group
   * @return the examination
   * @throws IllegalArgumentException if the row asks for a number of cases: use {@link #covering}
   */
  public static Examination of(Proposition proposition, List<? extends Trial<?>> trials) {
    proposition.minimums().stream()
        .filter(minimum -> minimum.level() == Proposition.Minimum.Level.EXAMINATION)
        .findFirst()
        .ifPresent(
            minimum -> {
              throw new IllegalArgumentException(
                  "%s asks for at least %d %s: say how many there are"
                      .formatted(proposition.id(), minimum.least(), minimum.of()));
            });
    return new Examination(proposition, List.copyOf(trials), Optional.empty());
  }

  /**
   * An examination of a proposition whose row asks for a number of cases.
   *
   * @param proposition the proposition
   * @param of what is counted
   * @param cases the cases that are held
   * @param trials one trial a group
   * @return the examination, whose coverage does not suffice where there are too few cases
   * @throws IllegalArgumentException if the row asks for no number of such cases
   */
  public static Examination covering(
      Proposition proposition, String of, int cases, List<? extends Trial<?>> trials) {
    return new Examination(proposition, List.copyOf(trials), proposition.minimum(of).unmet(cases));
  }

  /**
   * An examination for which a required figure is not held.
   *
   * @param proposition the proposition
   * @param what what is not held, for a reader
   * @return the examination, without trials
   */
  public static Examination missing(Proposition proposition, String what) {
    return new Examination(proposition, List.of(), Optional.of(what));
  }
}
