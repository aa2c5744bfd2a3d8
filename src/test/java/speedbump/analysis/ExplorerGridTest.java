package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;
import speedbump.claim.Comparison;
import speedbump.claim.Evidence;
import speedbump.claim.Examiner;
import speedbump.claim.GroupResult;
import speedbump.claim.Machinery;
import speedbump.claim.Power;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Quantifier;
import speedbump.claim.Quantity;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.data.Catalog;

/**
 * The bounds that a reader can choose, where figures lie among them, and what a choice explains.
 */
class ExplorerGridTest {
  static final Path RULES = Path.of("src/main/jupyter/site/_static/explorer-rules.js");

  /** Figures a hair beside a bound, and zeros of both signs, compare as before. */
  @Test
  void aPlaceOnTheGridComparesAsTheFigureDoes() {
    double[] grid = {-1, -0.5, 0, 0.05, 0.1, 6};
    List<Double> values = new ArrayList<>(List.of(-0.0, -7.0, 0.07, 8.0));
    for (double bound : grid) {
      values.addAll(List.of(bound, Math.nextUp(bound), Math.nextDown(bound)));
    }
    for (double value : values) {
      for (int i = 0; i < grid.length; i++) {
        for (Comparison comparison : Comparison.values()) {
          assertEquals(
              comparison.test(value, grid[i]),
              comparison.test(Explorer.place(grid, value), 2 * i + 1),
              "%s %s %s".formatted(value, comparison.symbol(), grid[i]));
        }
      }
    }
  }

  @Test
  void aGridHoldsItsBoundsInRoundSteps() {
    Quantity plain = new Quantity("p", "chance", "", 2, false);
    List<Double> grid = grid(plain, new double[] {0.1, 0.5}, 0.03, 0.2, 0.2, 0.3, 0.3, 0.82);
    assertEquals(List.of(0.0, 0.01, 0.02), grid.subList(0, 3));
    assertTrue(grid.containsAll(List.of(0.1, 0.5, 0.59)) && !grid.contains(0.7), grid::toString);
    List<Double> same = grid(plain, new double[] {0}, -0.0, 0, 0);
    assertEquals(List.of(0.0, 1.0), List.of(same.get(0), same.get(same.size() - 1)));
    assertTrue(
        grid(plain, new double[] {0.25}, 7, 11, 11).contains(0.25), "a bound beside the steps");
    Quantity months = new Quantity("m", "months", "months", 0, false);
    assertEquals(List.of(0.0, 1.0, 2.0, 3.0), grid(months, new double[] {0, 2}, 0, 1, 1));
    assertEquals(-5.0, grid(months, new double[] {0, 2}, -3, -1, 1).get(0));
  }

  private static List<Double> grid(Quantity quantity, double[] bounds, double... values) {
    return Explorer.grid(bounds, values, quantity);
  }

  /** Two options with means 1 and 3, and a spread of 2 within each: half of the variance. */
  @Test
  void aChoiceExplainsTheVarianceBetweenItsOptions() throws IOException {
    String made =
        """
        (function () {
          var part = {choices: [{votes: [true, true]}, {votes: [true, true, false]}], groups: [
            {decides: true, options: [[0, 0, 1], [1, 0, 1, 2]], unusable: [-1, -1, -1, -1, -1, -1],
             values: [[0, 2, 50, 2, 4, 60]]},
            {decides: true, options: [], unusable: [-1], values: [[1000]]},
            {decides: false, options: [[0, 0, 1]], unusable: [-1, -1], values: [[5, 500]]}]};
          return [explorerRules.explained(part, 0, 0), explorerRules.explained(part, 1, 0)];
        })()
        """;
    try (Context context = Context.enter()) {
      Scriptable scope = context.initStandardObjects();
      context.evaluateString(scope, Files.readString(RULES), "rules", 1, null);
      Scriptable both = (Scriptable) context.evaluateString(scope, made, "made", 1, null);
      assertArrayEquals(
          new double[] {0.5, 0.5},
          new double[] {Context.toNumber(both.get(0, both)), Context.toNumber(both.get(1, both))},
          1e-12);
    }
  }

  /** Real claims seldom stand exactly at a bound: made-up counts, powers and votes do. */
  @Test
  void atEveryBoundThePageSaysWhatJavaSays() throws IOException {
    Machinery machinery = Registry.of(Catalog.shared()).machinery();
    Examiner examiner = new Examiner(machinery);
    Proposition proposition = Registry.of(Catalog.shared()).proposition("6a");
    try (Context context = Context.enter()) {
      Scriptable scope = context.initStandardObjects();
      context.evaluateString(scope, Files.readString(RULES), "rules", 1, null);
      String constants = new ObjectMapper().writeValueAsString(Explorer.Constants.of(machinery));
      for (int holds = 0; holds <= 5; holds++) {
        for (int fails = 0; holds + fails <= 5; fails++) {
          for (int lost = 0; lost <= 6; lost++) {
            GroupResult group = made(holds, fails, 5 - holds - fails, lost, Power.none());
            String script =
                "explorerRules.side({all: %d, usable: 5, holds: %d, fails: %d}, %s)"
                    .formatted(5 + lost, holds, fails, constants);
            assertEquals(
                vote(examiner, proposition, group),
                context.evaluateString(scope, script, "side", 1, null),
                script);
          }
        }
      }
      double[] shares = {0, 0.2, Math.nextUp(0.2), 0.5, Math.nextDown(0.5), 1};
      for (Standing side : List.of(Standing.HOLDS, Standing.FAILS, Standing.NEITHER)) {
        for (int i = 0; i < shares.length * shares.length * shares.length; i++) {
          double t = shares[i % 6];
          double wrong = shares[i / 6 % 6];
          double f = shares[i / 36];
          Power power = new Power(t, wrong, f, 0, 2000, 0, 0);
          GroupResult group =
              made(
                  side == Standing.HOLDS ? 1 : 0,
                  side == Standing.FAILS ? 1 : 0,
                  side == Standing.NEITHER ? 1 : 0,
                  0,
                  power);
          String script =
              ("explorerRules.broken('%s', {holdsGivenTrue: %s, failsGivenTrue: %s,"
                      + " holdsGivenFalse: %s}, %s).length ? 'no vote' : '%s'")
                  .formatted(side.words(), t, wrong, f, constants, side.words());
          assertEquals(
              vote(examiner, proposition, group),
              context.evaluateString(scope, script, "broken", 1, null),
              script);
        }
      }
      for (Quantifier quantifier : Quantifier.values()) {
        for (int i = 0; i < 256; i++) {
          Standing[] all = Standing.values();
          List<Standing> votes = List.of(all[i % 4], all[i / 4 % 4], all[i / 16 % 4], all[i / 64]);
          String script =
              "explorerRules.join('%s', ['%s'], 0.5)"
                  .formatted(
                      quantifier.words(),
                      String.join("', '", votes.stream().map(Standing::words).toList()));
          assertEquals(
              quantifier.join(votes, 0.5).words(),
              context.evaluateString(scope, script, "join", 1, null),
              script);
        }
      }
    }
  }

  private static String vote(Examiner examiner, Proposition proposition, GroupResult group) {
    PropositionResult given =
        new PropositionResult(
            proposition.id(),
            proposition.propositionClass(),
            PropositionWord.OPEN,
            PropositionWord.OPEN,
            "",
            List.of(group));
    return examiner.counting(proposition, given, way -> true).group().vote().words();
  }

  private static GroupResult made(int holds, int fails, int neither, int lost, Power power) {
    List<SpecificationResult> all = new ArrayList<>();
    all.addAll(Collections.nCopies(holds, made(Standing.HOLDS)));
    all.addAll(Collections.nCopies(fails, made(Standing.FAILS)));
    all.addAll(Collections.nCopies(neither, made(Standing.NEITHER)));
    all.addAll(Collections.nCopies(lost, made(Standing.UNUSABLE)));
    return new GroupResult(
        "made", true, all, 0, 0, 0, 0, 0, power, Standing.NEITHER, "", List.of());
  }

  private static SpecificationResult made(Standing standing) {
    return new SpecificationResult(
        new Specification("made", List.of(), true, true), standing, Evidence.of("x", 1), "");
  }
}
