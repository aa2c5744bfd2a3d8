package speedbump.claim;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Made-up rules and evidence: a proposition holds where x is above 1 and fails where it is below 0.
 */
final class Made {
  static final int DRAWS = 400;
  static final int DEAR_DRAWS = 100;
  static final Machinery MACHINERY =
      new Machinery(
          0.8, 0.5, 0.5, 0.5, 0.2, 0.2, 2, DRAWS, DEAR_DRAWS, 0.95, 0.01, YearMonth.of(2018, 4));
  static final Examiner EXAMINER = new Examiner(MACHINERY);
  static final Outcome HOLD = x(2);
  static final Outcome FAIL = x(-1);
  static final Outcome NEITHER = x(0.5);
  static final List<Condition> CONDITIONS =
      List.of(
          new Condition(Side.HOLDS, "x", Comparison.ABOVE, 1),
          new Condition(Side.FAILS, "x", Comparison.BELOW, 0));

  private Made() {}

  static Outcome x(double value) {
    return Outcome.of(Evidence.of("x", value));
  }

  /** What the tests vary of a proposition. */
  record Row(
      String id,
      PropositionClass kind,
      Quantifier quantifier,
      List<Condition> conditions,
      String parent,
      String gate,
      int minimumCases,
      boolean illustratedOnly,
      int standsOnYear,
      boolean noise) {

    static Row of(String id, PropositionClass kind) {
      return new Row(id, kind, Quantifier.EVERY, CONDITIONS, "", "", 0, false, 0, false);
    }

    Row joined(Quantifier other) {
      return new Row(
          id,
          kind,
          other,
          conditions,
          parent,
          gate,
          minimumCases,
          illustratedOnly,
          standsOnYear,
          noise);
    }

    Row judgedBy(List<Condition> other) {
      return new Row(
          id,
          kind,
          quantifier,
          other,
          parent,
          gate,
          minimumCases,
          illustratedOnly,
          standsOnYear,
          noise);
    }

    Row under(String otherParent, String otherGate) {
      return new Row(
          id,
          kind,
          quantifier,
          conditions,
          otherParent,
          otherGate,
          minimumCases,
          illustratedOnly,
          standsOnYear,
          noise);
    }

    Row needing(int cases) {
      return new Row(
          id,
          kind,
          quantifier,
          conditions,
          parent,
          gate,
          cases,
          illustratedOnly,
          standsOnYear,
          noise);
    }

    Row illustrated() {
      return new Row(
          id, kind, quantifier, List.of(), parent, gate, minimumCases, true, standsOnYear, false);
    }

    Row standingOn(int year) {
      return new Row(
          id,
          kind,
          quantifier,
          conditions,
          parent,
          gate,
          minimumCases,
          illustratedOnly,
          year,
          noise);
    }

    Row noisy() {
      return new Row(
          id,
          kind,
          quantifier,
          conditions,
          parent,
          gate,
          minimumCases,
          illustratedOnly,
          standsOnYear,
          true);
    }

    Proposition made() {
      return new Proposition(
          id,
          9,
          kind,
          false,
          "A made-up statement",
          illustratedOnly ? "illustrated only: nothing may ship" : "x above 1",
          "x below 0",
          "one group a series; window",
          noise ? "x at 2; x at 0" : "-",
          quantifier,
          conditions,
          List.of(
              new RegisteredGroup("each series", !illustratedOnly, "series", "one group a series"),
              new RegisteredGroup("aside", false, "", "shown")),
          List.of(
              new Choice("window", List.of("all", "12 months", "18 months")),
              new Choice("scale", List.of("level", "log")),
              new Choice("length", List.of())),
          noise
              ? List.of(
                  new WorldParameter(World.T, 1, "size", 2, "units", "x at 2"),
                  new WorldParameter(World.T, 2, "size", 3, "units", "and at 3"),
                  new WorldParameter(World.F, 1, "size", 0, "units", "x at 0"))
              : List.of(),
          List.of(new Definition("least_points", 12, "points", "at least 12 points")),
          parent,
          gate,
          minimumCases,
          minimumCases > 0 ? "elements" : "",
          illustratedOnly,
          standsOnYear,
          noise);
    }
  }

  static Proposition proposition(PropositionClass kind, Quantifier quantifier) {
    return Row.of("9a", kind).joined(quantifier).made();
  }

  /** A group whose specifications, one an outcome, came to these outcomes; up to six. */
  static Group group(String name, Optional<Worlds> worlds, Outcome... outcomes) {
    List<Choice> choices = new ArrayList<>();
    List<String> windows = List.of("all", "12 months", "18 months");
    List<String> scales = List.of("level", "log");
    if (outcomes.length == 6) {
      choices.add(new Choice("window", windows));
      choices.add(new Choice("scale", scales));
    } else if (outcomes.length > 1) {
      choices.add(new Choice("window", windows.subList(0, outcomes.length)));
    }
    return new Group(
        name,
        choices,
        specification -> {
          List<Specification> all = new Group(name, choices, s -> HOLD, worlds).specifications();
          return outcomes[
              IntStream.range(0, all.size())
                  .filter(i -> all.get(i).equals(specification))
                  .findFirst()
                  .orElseThrow()];
        },
        worlds);
  }

  static Group group(String name, Outcome... outcomes) {
    return group(name, Optional.empty(), outcomes);
  }

  /** Worlds in which the test says "holds" with these probabilities, and "fails" else. */
  static Optional<Worlds> worlds(double holdsGivenTrue, double holdsGivenFalse) {
    return Optional.of(
        new Worlds(DRAWS, coin(holdsGivenTrue, HOLD, FAIL), coin(holdsGivenFalse, HOLD, FAIL)));
  }

  static Simulation coin(double probability, Outcome heads, Outcome tails) {
    return random -> random.nextDouble() < probability ? heads : tails;
  }

  static PropositionResult result(String id, PropositionClass kind, PropositionWord word) {
    return new PropositionResult(id, kind, word, word, "Made up.", List.of());
  }
}
