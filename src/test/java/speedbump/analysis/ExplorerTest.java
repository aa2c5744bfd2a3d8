package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import speedbump.claim.ClaimResult;
import speedbump.claim.ClaimWord;
import speedbump.claim.Examiner;
import speedbump.claim.GroupResult;
import speedbump.claim.Leaning;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/** The rules of a claim's page say what Java's say, whatever is switched off and moved. */
class ExplorerTest {
  private static final Registry REGISTRY = Registry.of(Catalog.shared());
  private static final Examiner EXAMINER = new Examiner(REGISTRY.machinery(), Computed.SIMULATIONS);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 400_000;
  private static final int SELECTIONS = 1000;
  private static final int MOVES = 25;

  /** Where Java refuses a rule because both its sides are met at once. */
  private static final String OVERLAP = "both sides";

  private static Stream<ClaimResult> examined() {
    return Computed.CLAIMS.stream().filter(result -> result.word() != ClaimWord.NOT_YET_EXAMINED);
  }

  /**
   * What a reader changes.
   *
   * @param off for each proposition and choice the places of the options switched off
   * @param bounds for each proposition the place of the bound of each condition on its grid
   */
  record State(Map<String, List<List<Integer>>> off, Map<String, List<Integer>> bounds) {}

  /** The page's rules, run by Rhino on the data that the page of a claim gets. */
  private static final class Page implements AutoCloseable {
    final Explorer data;
    private final ClaimResult result;
    private final Context context = Context.enter();
    private final Scriptable scope;
    private final Function said;

    Page(ClaimResult result) throws IOException {
      this.result = result;
      data = Explorer.of(REGISTRY, result, Computed.SIMULATIONS);
      context.setLanguageVersion(Context.VERSION_ES6);
      scope = context.initStandardObjects();
      context.evaluateString(scope, Files.readString(ExplorerGridTest.RULES), "rules", 1, null);
      scope.put("json", scope, JSON.writeValueAsString(data));
      said =
          context.compileFunction(
              scope,
              """
              function (state) {
                if (typeof data === "undefined") { data = JSON.parse(json); }
                var judged = explorerRules.judge(data, JSON.parse(state));
                return judged.both ? "both sides" : judged.word + data.propositions.map(
                    function (part) {
                      var mine = judged.parts[part.id];
                      return "\\n" + part.id + " " + mine.word + ", alone " + mine.wordAlone
                          + mine.groups.map(function (group) {
                            return "; " + group.name + " " + group.vote + " " + group.count.holds
                                + "/" + group.count.fails + "/" + group.count.usable;
                          }).join("");
                    }).join("");
              }
              """,
              "said",
              1,
              null);
    }

    String said(State state) throws JsonProcessingException {
      Object[] given = {JSON.writeValueAsString(state)};
      return Context.toString(said.call(context, scope, scope, given));
    }

    String byJava(State state) {
      List<PropositionResult> moved = new ArrayList<>();
      for (Explorer.Part part : data.propositions()) {
        Proposition proposition = REGISTRY.proposition(part.id());
        PropositionResult one = result.proposition(part.id());
        try {
          if (state.bounds().containsKey(part.id())) {
            proposition = proposition.withBounds(bounds(part, state.bounds().get(part.id())));
            one = EXAMINER.bounded(proposition, one);
          }
        } catch (IllegalStateException e) {
          return OVERLAP;
        }
        Set<String> off = off(part, state.off().getOrDefault(part.id(), List.of()));
        moved.add(
            EXAMINER.counting(
                proposition,
                one,
                way ->
                    way.selections().stream()
                        .noneMatch(each -> off.contains(each.choice() + "=" + each.option()))));
      }
      ClaimResult claim = EXAMINER.conclude(REGISTRY.claim(result.claim()), moved);
      return claim.word().words()
          + Leaning.of(claim, REGISTRY.machinery()).words()
          + claim.propositions().stream()
              .map(
                  one ->
                      "\n%s %s, alone %s"
                              .formatted(
                                  one.proposition(), one.word().words(), one.wordAlone().words())
                          + one.groups().stream()
                              .map(ExplorerTest::words)
                              .collect(Collectors.joining()))
              .collect(Collectors.joining());
    }

    private static List<Double> bounds(Explorer.Part part, List<Integer> places) {
      return IntStream.range(0, places.size())
          .mapToObj(
              i ->
                  part.quantities()
                      .get(part.conditions().get(i).quantity())
                      .grid()
                      .get(places.get(i)))
          .toList();
    }

    private static Set<String> off(Explorer.Part part, List<List<Integer>> places) {
      Set<String> off = new HashSet<>();
      for (int choice = 0; choice < places.size(); choice++) {
        Explorer.Switch one = part.choices().get(choice);
        places.get(choice).forEach(place -> off.add(one.name() + "=" + one.options().get(place)));
      }
      return off;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  private static String words(GroupResult group) {
    return "; %s %s %d/%d/%d"
        .formatted(
            group.name(),
            group.vote().words(),
            group.meetHolds(),
            group.meetFails(),
            group.usable());
  }

  private static String assertSame(Page page, State state) throws JsonProcessingException {
    String said = page.said(state);
    assertEquals(page.byJava(state), said, state::toString);
    return said;
  }

  @ParameterizedTest
  @MethodSource("examined")
  void asRegisteredThePageSaysWhatTheVerdictSays(ClaimResult result) throws IOException {
    try (Page page = new Page(result)) {
      State nothing = new State(Map.of(), Map.of());
      String said = assertSame(page, nothing);
      assertTrue(said.startsWith(page.data.word() + "\n"), said);
      for (PropositionResult one : result.propositions()) {
        assertTrue(said.contains("\n" + one.proposition() + " " + one.word().words() + ", "), said);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examined")
  void everySingleOptionSwitchedOff(ClaimResult result) throws IOException {
    try (Page page = new Page(result)) {
      for (Explorer.Part part : page.data.propositions()) {
        for (int choice = 0; choice < part.choices().size(); choice++) {
          for (int option = 0; option < part.choices().get(choice).options().size(); option++) {
            List<List<Integer>> off = new ArrayList<>();
            for (int i = 0; i < part.choices().size(); i++) {
              off.add(i == choice ? List.of(option) : List.of());
            }
            assertSame(page, new State(Map.of(part.id(), off), Map.of()));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examined")
  void anySelectionOfOptions(ClaimResult result) throws IOException {
    SplittableRandom random = new SplittableRandom(result.claim());
    Set<String> seen = new HashSet<>();
    try (Page page = new Page(result)) {
      for (int i = 0; i < SELECTIONS; i++) {
        State state = new State(off(page.data, random), Map.of());
        seen.add(assertSame(page, state));
      }
    }
    assertTrue(seen.size() > 20, "the selections make " + seen.size() + " different answers");
  }

  @ParameterizedTest
  @MethodSource("examined")
  void anyBoundsAndAnySelection(ClaimResult result) throws IOException {
    SplittableRandom random = new SplittableRandom(100 + result.claim());
    int words = 0;
    try (Page page = new Page(result)) {
      for (int i = 0; i < MOVES; i++) {
        State state =
            new State(
                i % 2 == 0 ? Map.of() : off(page.data, random), bounds(page.data, random, i % 3));
        words += assertSame(page, state).equals(OVERLAP) ? 0 : 1;
      }
    }
    assertTrue(words > 2, "of %d moves %d have a word".formatted(MOVES, words));
  }

  private static Map<String, List<List<Integer>>> off(Explorer data, SplittableRandom random) {
    Map<String, List<List<Integer>>> off = new HashMap<>();
    for (Explorer.Part part : data.propositions()) {
      double share = random.nextDouble(0.6);
      List<List<Integer>> own = new ArrayList<>();
      for (Explorer.Switch choice : part.choices()) {
        own.add(
            IntStream.range(0, choice.options().size())
                .filter(option -> random.nextDouble() < share)
                .boxed()
                .toList());
      }
      off.put(part.id(), own);
    }
    return off;
  }

  /** All bounds anywhere, near where they stand, or all of a quantity moved to one place. */
  private static Map<String, List<Integer>> bounds(
      Explorer data, SplittableRandom random, int how) {
    Map<String, List<Integer>> bounds = new HashMap<>();
    for (Explorer.Part part : data.propositions()) {
      int[] same = random.ints(part.quantities().size(), 0, Explorer.POINTS).toArray();
      List<Integer> own = new ArrayList<>();
      for (Explorer.Condition condition : part.conditions()) {
        int points = part.quantities().get(condition.quantity()).grid().size();
        int near = condition.bound() + random.nextInt(-4, 5);
        int place =
            switch (how) {
              case 0 -> Math.max(0, Math.min(points - 1, near));
              case 1 -> same[condition.quantity()] % points;
              default -> random.nextInt(points);
            };
        own.add(place);
      }
      bounds.put(part.id(), own);
    }
    return bounds;
  }

  @ParameterizedTest
  @MethodSource("examined")
  void aPageStaysSmallAndItsBoundsAreTheRegisteredOnes(ClaimResult result)
      throws JsonProcessingException {
    Explorer data = Explorer.of(REGISTRY, result, Computed.SIMULATIONS);
    int bytes = JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
    for (Explorer.Part part : data.propositions()) {
      List<Proposition.Condition> registered = REGISTRY.proposition(part.id()).conditions();
      for (int i = 0; i < registered.size(); i++) {
        Explorer.Condition condition = part.conditions().get(i);
        List<Double> grid = part.quantities().get(condition.quantity()).grid();
        assertEquals(registered.get(i).bound(), grid.get(condition.bound()));
        assertTrue(grid.size() <= Explorer.POINTS, part.id());
      }
    }
  }
}
