package speedbump.claim;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.claim.Proposition.Condition;
import speedbump.claim.Proposition.Minimum;
import speedbump.claim.Proposition.WorldSizes;

/**
 * Made-up rules and evidence: a proposition holds where x is above 1 and fails where it is below 0.
 */
final class Made {
  static final int DRAWS = 400;
  static final int DEAR_DRAWS = 100;
  static final Machinery.Weights WEIGHTS = new Machinery.Weights(0.95, 3, 20, 150, 3, 0.5);
  static final Machinery MACHINERY =
      new Machinery(
          0.8,
          0.5,
          0.5,
          0.5,
          0.2,
          0.2,
          2,
          DRAWS,
          DEAR_DRAWS,
          0.95,
          0.01,
          10,
          YearMonth.of(2018, 4),
          WEIGHTS);
  static final Examiner EXAMINER = new Examiner(MACHINERY);
  static final Outcome HOLD = x(2);
  static final Outcome FAIL = x(-1);
  static final Outcome NEITHER = x(0.5);
  static final List<Condition> CONDITIONS =
      List.of(
          condition(Standing.HOLDS, "x", Comparison.ABOVE, 1),
          condition(Standing.FAILS, "x", Comparison.BELOW, 0));

  /** Groups of one, two, three and six specifications; with and without one that is shown. */
  private static final List<Proposition.Group> GROUPS =
      List.of(
          new Proposition.Group("1", true, "series", List.of()),
          new Proposition.Group("2", true, "series", List.of(choice("window", "all", "12 months"))),
          new Proposition.Group(
              "3", true, "series", List.of(choice("window", "all", "12 months", "18 months"))),
          new Proposition.Group(
              "6",
              true,
              "series",
              List.of(
                  choice("window", "all", "12 months", "18 months"),
                  choice("scale", "level", "log"))),
          new Proposition.Group(
              "shown option",
              true,
              "",
              List.of(
                  new Choice(
                      "ruler",
                      List.of(
                          new Choice.Option("ours", 1, true),
                          new Choice.Option("theirs", 2, false))))),
          new Proposition.Group(
              "without option", true, "", List.of(new Choice("length", List.of()))),
          new Proposition.Group("aside", false, "", List.of()));

  private Made() {}

  static Choice choice(String name, String... options) {
    return new Choice(
        name, Stream.of(options).map(each -> new Choice.Option(each, Double.NaN, true)).toList());
  }

  static Condition condition(Standing side, String quantity, Comparison comparison, double bound) {
    return new Condition(side, 1, quantity, comparison, bound);
  }

  static Outcome x(double value) {
    return Outcome.of(Evidence.of("x", value));
  }

  /** What the tests vary of a proposition. */
  static final class Row implements Cloneable {
    private String id;
    private PropositionClass kind;
    private Quantifier quantifier = Quantifier.EVERY;
    private List<Condition> conditions = CONDITIONS;
    private String parent = "";
    private String gate = "";
    private int minimumCases;
    private boolean illustratedOnly;
    private int standsOnYear;
    private boolean noise;
    private Set<World> worlds = Set.of();
    private String statistic = "";

    static Row of(String id, PropositionClass kind) {
      Row row = new Row();
      row.id = id;
      row.kind = kind;
      return row;
    }

    private Row with(Consumer<Row> change) {
      try {
        Row changed = (Row) clone();
        change.accept(changed);
        return changed;
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }

    Row joined(Quantifier other) {
      return with(row -> row.quantifier = other);
    }

    Row judgedBy(List<Condition> other) {
      return with(row -> row.conditions = other);
    }

    Row under(String otherParent, String otherGate) {
      return with(
          row -> {
            row.parent = otherParent;
            row.gate = otherGate;
          });
    }

    Row needing(int cases) {
      return with(row -> row.minimumCases = cases);
    }

    Row illustrated() {
      return with(
          row -> {
            row.conditions = List.of();
            row.illustratedOnly = true;
            row.noise = false;
            row.worlds = Set.of();
          });
    }

    Row standingOn(int year) {
      return with(row -> row.standsOnYear = year);
    }

    Row noisy() {
      return with(row -> row.noise = true).simulating(World.values());
    }

    Row simulating(World... other) {
      return with(row -> row.worlds = Set.of(other));
    }

    Row showing(String other) {
      return with(row -> row.statistic = other);
    }

    Proposition made() {
      return new Proposition(
          id,
          9,
          kind,
          false,
          "A made-up statement",
          "Is x above 1?",
          new Proposition.Texts(
              illustratedOnly ? "illustrated only: nothing may ship" : "x above 1",
              "x below 0",
              "one group a series; window",
              noise ? "x at 2; x at 0" : "-"),
          quantifier,
          conditions,
          illustratedOnly ? GROUPS.subList(6, 7) : GROUPS,
          Stream.of(
                  new WorldSizes(World.T, 1, Map.of("size", 2.0), "x at 2"),
                  new WorldSizes(World.T, 2, Map.of("size", 3.0), "and at 3"),
                  new WorldSizes(World.F, 1, Map.of("size", 0.0), "x at 0"))
              .filter(one -> worlds.contains(one.world()))
              .toList(),
          Map.of("tolerance", 0.03),
          minimumCases > 0
              ? List.of(
                  new Minimum("elements", minimumCases, Minimum.Level.EXAMINATION),
                  new Minimum("points", 12, Minimum.Level.SPECIFICATION))
              : List.of(new Minimum("points", 12, Minimum.Level.SPECIFICATION)),
          parent,
          gate,
          illustratedOnly,
          standsOnYear == 0 ? OptionalInt.empty() : OptionalInt.of(standsOnYear),
          noise,
          statistic,
          "units");
    }
  }

  static Proposition proposition(PropositionClass kind, Quantifier quantifier) {
    return Row.of("9a", kind).joined(quantifier).made();
  }

  /** A trial that is still to be put to a proposition. */
  interface Group extends Function<Proposition, Trial<?>> {
    default Group dear() {
      return proposition -> apply(proposition).withDearDraws();
    }

    default Group of(YearMonth newest) {
      return proposition -> {
        Trial<?> trial = apply(proposition);
        return aged(trial, newest);
      };
    }

    private static <D> Trial<D> aged(Trial<D> trial, YearMonth newest) {
      return new Trial<>(
          trial.proposition(),
          trial.group(),
          trial.name(),
          trial.data(),
          newest,
          trial.estimator(),
          trial.world(),
          trial.dear(),
          trial.untouched());
    }
  }

  /** What a draw of each world comes to. */
  record Worlds(
      Function<RandomGenerator, Outcome> first,
      Function<RandomGenerator, Outcome> second,
      Function<RandomGenerator, Outcome> whenFalse) {
    Worlds(
        Function<RandomGenerator, Outcome> whenTrue, Function<RandomGenerator, Outcome> whenFalse) {
      this(whenTrue, whenTrue, whenFalse);
    }

    private Outcome draw(WorldSizes sizes, RandomGenerator random) {
      return (sizes.of("size") == 2 ? first : sizes.of("size") == 3 ? second : whenFalse)
          .apply(random);
    }
  }

  /** A group whose specifications, one an outcome, came to these outcomes: one, two, three, six. */
  static Group group(String name, Optional<Worlds> worlds, Outcome... outcomes) {
    return proposition ->
        trial(
            proposition,
            name.equals("aside") || name.equals("shown option")
                ? name
                : Integer.toString(outcomes.length),
            name,
            worlds,
            outcomes);
  }

  static Trial<List<Outcome>> trial(
      Proposition proposition,
      String group,
      String name,
      Optional<Worlds> worlds,
      Outcome... outcomes) {
    return new Trial<>(
        proposition,
        group,
        name,
        List.of(outcomes),
        YearMonth.of(2024, 12),
        (data, specification) ->
            data.get(place(proposition.choices(group), specification.selections())),
        worlds.map(
            all ->
                (sizes, random) -> Collections.nCopies(outcomes.length, all.draw(sizes, random))),
        false,
        Set.of());
  }

  /** The place of a specification among all: the last choice moves fastest. */
  private static int place(List<Choice> choices, List<Specification.Selection> selections) {
    int place = 0;
    for (int i = 0; i < choices.size(); i++) {
      List<String> options = choices.get(i).words();
      place = place * options.size() + options.indexOf(selections.get(i).option());
    }
    return place;
  }

  static Group group(String name, Outcome... outcomes) {
    return group(name, Optional.empty(), outcomes);
  }

  static Examination examination(Proposition proposition, Group... groups) {
    return Examination.of(proposition, trials(proposition, groups));
  }

  static List<Trial<?>> trials(Proposition proposition, Group... groups) {
    return Arrays.stream(groups)
        .<Trial<?>>map(group -> group.apply(proposition))
        .collect(Collectors.toList());
  }

  /** Worlds in which the test says "holds" with these probabilities, and "fails" else. */
  static Optional<Worlds> worlds(double holdsGivenTrue, double holdsGivenFalse) {
    return Optional.of(
        new Worlds(coin(holdsGivenTrue, HOLD, FAIL), coin(holdsGivenFalse, HOLD, FAIL)));
  }

  static Function<RandomGenerator, Outcome> coin(double probability, Outcome heads, Outcome tails) {
    return random -> random.nextDouble() < probability ? heads : tails;
  }

  static PropositionResult result(String id, PropositionClass kind, PropositionWord word) {
    return new PropositionResult(id, kind, word, word, "Made up.", List.of());
  }
}
