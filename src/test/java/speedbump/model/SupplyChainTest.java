package speedbump.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.PublishedCase;
import speedbump.model.SupplyChain.Holding;
import speedbump.model.SupplyChain.Input;
import speedbump.model.SupplyChain.Link;
import speedbump.model.SupplyChain.Loss;
import speedbump.model.SupplyChain.Removal;

class SupplyChainTest {
  private static final double EXACT = 1e-12;

  private static Holding has(String holder, double share) {
    return new Holding(holder, OptionalDouble.of(share));
  }

  private static Holding silent(String holder) {
    return new Holding(holder, OptionalDouble.empty());
  }

  private static SupplyChain of(Input... inputs) {
    return new SupplyChain(List.of(inputs), List.of());
  }

  /** The network of Florentine families as networkx 3.6.1 has it; Medici .522, Guadagni .255. */
  @PublishedCase
  @ParameterizedTest
  @CsvSource({
    "Acciaiuoli, 0.0",
    "Albizzi, 0.21245421245421245",
    "Barbadori, 0.09340659340659341",
    "Bischeri, 0.1043956043956044",
    "Castellani, 0.05494505494505495",
    "Ginori, 0.0",
    "Guadagni, 0.25457875457875456",
    "Lamberteschi, 0.0",
    "Medici, 0.521978021978022",
    "Pazzi, 0.0",
    "Peruzzi, 0.02197802197802198",
    "Ridolfi, 0.11355311355311355",
    "Salviati, 0.14285714285714288",
    "Strozzi, 0.10256410256410256",
    "Tornabuoni, 0.09157509157509157"
  })
  void betweennessOfFlorentineFamilies(String family, double expected) throws IOException {
    List<Link> ties =
        Files.readAllLines(Path.of("src/test/resources/validation/network/florentine.csv")).stream()
            .skip(1)
            .map(line -> line.split(","))
            .map(ends -> new Link(ends[0], ends[1], 1))
            .toList();
    Map<String, Double> scores = new SupplyChain(List.of(), ties).betweenness(false);
    assertEquals(15, scores.size());
    agree(expected, scores.get(family), 1e-9);
  }

  /** On a directed line of four the two inner nodes lie on 2 of the 6 ordered pairs of others. */
  @Test
  void betweennessFollowsTheLinks() {
    SupplyChain line =
        new SupplyChain(
            List.of(),
            List.of(new Link("a", "b", 1), new Link("b", "c", 9), new Link("c", "d", 2)));
    assertEquals(Map.of("a", 0.0, "b", 2 / 6.0, "c", 2 / 6.0, "d", 0.0), line.betweenness(true));
    assertEquals(2 / 3.0, line.betweenness(false).get("b"), EXACT);
    assertEquals(Map.of("a", 0.0, "b", 0.0), one("a", "b").betweenness(true));
  }

  private static SupplyChain one(String from, String to) {
    return new SupplyChain(List.of(), List.of(new Link(from, to, 1)));
  }

  private static final List<Link> FLOW =
      List.of(
          new Link("s", "v1", 16),
          new Link("s", "v2", 13),
          new Link("v1", "v2", 10),
          new Link("v2", "v1", 4),
          new Link("v1", "v3", 12),
          new Link("v3", "v2", 9),
          new Link("v2", "v4", 14),
          new Link("v4", "v3", 7),
          new Link("v3", "t", 20),
          new Link("v4", "t", 4));

  private static List<Link> times(double unit) {
    return FLOW.stream().map(one -> new Link(one.from(), one.to(), unit * one.capacity())).toList();
  }

  /** Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, the figure of the flow. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-12, 1e12})
  void minimumCutOfTheTextbook(double unit) {
    SupplyChain.Cut cut = new SupplyChain(List.of(), times(unit)).minimumCut("s", "t");
    assertEquals(23 * unit, cut.capacity(), 1e-9 * unit);
    assertEquals(Set.of("s", "v1", "v2", "v4"), cut.sourceSide());
  }

  /** The least capacity over all ways to part the two ends, tried one by one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void minimumCutIsTheLeastOfAllCuts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int nodes = 7;
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < nodes; j++) {
        if (i != j && (random.nextDouble() < 0.45 || j == i + 1)) {
          links.add(new Link("n" + i, "n" + j, 1 + random.nextInt(20)));
        }
      }
    }
    double least = Double.POSITIVE_INFINITY;
    for (int side = 0; side < 1 << nodes; side++) {
      if ((side & 1) == 1 && (side >> (nodes - 1) & 1) == 0) {
        int chosen = side;
        least =
            Math.min(
                least,
                links.stream()
                    .filter(one -> in(chosen, one.from()) && !in(chosen, one.to()))
                    .mapToDouble(Link::capacity)
                    .sum());
      }
    }
    SupplyChain.Cut cut = new SupplyChain(List.of(), links).minimumCut("n0", "n" + (nodes - 1));
    assertEquals(least, cut.capacity(), 1e-9);
    assertEquals(
        least,
        links.stream()
            .filter(
                one ->
                    cut.sourceSide().contains(one.from()) && !cut.sourceSide().contains(one.to()))
            .mapToDouble(Link::capacity)
            .sum(),
        1e-9);
  }

  private static boolean in(int side, String node) {
    return (side >> Integer.parseInt(node.substring(1)) & 1) == 1;
  }

  @Test
  void aBlocTakesItsStatedShareOfStatedSupply() {
    Input half = new Input("half", List.of(has("a", 0.5), has("b", 0.3), has("c", 0.2)));
    Input partly = new Input("partly", List.of(has("a", 0.3), has("b", 0.2)));
    Input over = new Input("over", List.of(has("a", 0.52), has("b", 0.52)));
    Input listed = new Input("listed", List.of(silent("a"), silent("b")));
    Removal removal = of(half, partly, over, listed).without(Set.of("a"), 0.5);
    assertEquals(4, removal.inputs() + removal.silent());
    assertEquals(1, removal.silent());
    assertEquals(
        List.of(OptionalDouble.of(0.5), OptionalDouble.of(0.6), OptionalDouble.of(0.5)),
        removal.losses().stream().map(Loss::stated).toList());
    assertEquals(3, removal.cut());
    assertEquals(1, removal.share(), EXACT);
    assertEquals(1, of(half, partly, over, listed).without(Set.of("a"), 0.6).cut());
    assertEquals(0, of(half, partly, over, listed).without(Set.of(), 0.6).cut());
  }

  /** Ten times a tenth is less than one in binary. */
  @Test
  void aShareThatReachesTheThresholdButForRoundingCounts() {
    List<Holding> tenths = IntStream.range(0, 10).mapToObj(i -> has("h" + i, 0.1)).toList();
    Set<String> five = Set.of("h0", "h1", "h2", "h3", "h4");
    Set<String> three = Set.of("h0", "h1", "h2");
    assertEquals(1, of(new Input("i", tenths)).without(five, 0.5).cut());
    assertEquals(1, of(new Input("i", tenths)).without(three, 0.3).cut());
    assertEquals(0, of(new Input("i", tenths)).without(three, 0.31).cut());
  }

  @Test
  void boundsGiveTheRestToOneSideOrTheOther() {
    Set<String> bloc = Set.of("a");
    // nobody is listed without a share: anybody may have the rest
    assertLoss(0.3, 0.8, new Input("i", List.of(has("a", 0.3), has("b", 0.2))).without(bloc));
    // the rest is that of b, or of a, or of both
    assertLoss(0.3, 0.3, new Input("i", List.of(has("a", 0.3), silent("b"))).without(bloc));
    assertLoss(0.7, 0.7, new Input("i", List.of(has("b", 0.3), silent("a"))).without(bloc));
    assertLoss(
        0, 0.7, new Input("i", List.of(has("b", 0.3), silent("a"), silent("c"))).without(bloc));
    assertLoss(0, 1, new Input("i", List.of()).without(bloc));
    // full stated supply leaves nothing open, also where it adds up to more than one
    assertLoss(0.5, 0.5, new Input("i", List.of(has("a", 0.52), has("b", 0.52))).without(bloc));
  }

  private static void assertLoss(double least, double most, Loss loss) {
    assertEquals(least, loss.least(), EXACT);
    assertEquals(most, loss.most(), EXACT);
  }

  /**
   * Made-up chains whose true shares are known: of every input the truth lies within the bounds,
   * whichever shares are hidden, and so does the number of inputs that are cut.
   */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void boundsHoldTheTruth(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> bloc = Set.of("h0", "h3");
    List<Input> hidden = new ArrayList<>();
    int cut = 0;
    int open = 0;
    for (int i = 0; i < 200; i++) {
      double[] shares = random.doubles(5).map(u -> u * u * u).toArray();
      double sum = IntStream.range(0, 5).mapToDouble(k -> shares[k]).sum();
      List<Holding> told = new ArrayList<>();
      double truth = 0;
      for (int k = 0; k < 5; k++) {
        truth += bloc.contains("h" + k) ? shares[k] / sum : 0;
        boolean tells = random.nextDouble() < 0.6;
        told.add(tells ? has("h" + k, shares[k] / sum) : silent("h" + k));
      }
      Input input = new Input("i" + i, told);
      Loss loss = input.without(bloc);
      assertTrue(loss.least() <= truth + 1e-9 && truth <= loss.most() + 1e-9, loss.toString());
      cut += truth >= 0.5 ? 1 : 0;
      open += loss.most() > loss.least() ? 1 : 0;
      hidden.add(input);
    }
    Removal removal = new SupplyChain(hidden, List.of()).without(bloc, 0.5);
    assertTrue(removal.leastCut() <= cut && cut <= removal.mostCut());
    assertTrue(removal.leastCut() < removal.mostCut() && open > 20);
  }

  /** What two blocs without a common member take adds up to what both take. */
  @Test
  void lossesOfBlocsAddUp() {
    Input input = new Input("i", List.of(has("a", 0.4), has("b", 0.35), has("c", 0.2)));
    double both = input.without(Set.of("a", "b")).stated().getAsDouble();
    double each =
        input.without(Set.of("a")).stated().getAsDouble()
            + input.without(Set.of("b")).stated().getAsDouble();
    assertEquals(both, each, EXACT);
    assertEquals(1, input.without(Set.of("a", "b", "c")).stated().getAsDouble(), EXACT);
    assertEquals(0, input.without(Set.of("x")).stated().getAsDouble(), EXACT);
  }

  @Test
  void wrongArgumentsAreNamed() {
    assertSays("outside|not 0 to 1", () -> has("a", 1.01));
    assertSays(
        "holder a of i stands twice", () -> new Input("i", List.of(has("a", 0.1), silent("a"))));
    assertSays("add up to more", () -> new Input("i", List.of(has("a", 0.6), has("b", 0.6))));
    assertSays("goes into itself", () -> new Link("a", "a", 1));
    assertSays("capacity", () -> new Link("a", "b", 0));
    Input input = new Input("i", List.of());
    assertSays("stands twice", () -> of(input, input));
    assertSays(
        "stands twice",
        () -> new SupplyChain(List.of(), List.of(new Link("a", "b", 1), new Link("a", "b", 2))));
    assertSays("threshold", () -> of(input).without(Set.of("a"), 0));
    assertSays("no link names z", () -> one("a", "b").minimumCut("a", "z"));
    assertSays("parted from itself", () -> one("a", "b").minimumCut("a", "a"));
  }

  @Test
  void whatStandsAtABoundIsAllowed() {
    Input whole = new Input("i", List.of(has("a", 1), has("b", 0)));
    assertEquals(1, of(whole).without(Set.of("a"), 1).cut());
    assertEquals(0, of(whole).without(Set.of("b"), 1).cut());
    assertEquals(1.1, new Input("i", List.of(has("a", 0.6), has("b", 0.5))).stated(), 0);
    assertEquals(1e150, new Link("a", "b", 1e150).capacity());
    assertSays("capacity", () -> new Link("a", "b", 1.1e150));
    assertTrue(new Loss("i", OptionalDouble.of(0.5), 0, 1).cut(0.5));
    assertFalse(new Loss("i", OptionalDouble.empty(), 0, 1).cut(0.5));
    assertSays("threshold", () -> of(whole).without(Set.of("a"), 1.01));
  }

  @Test
  void anInputKnowsItsHolders() {
    Input input = new Input("i", List.of(has("a", 0.4), silent("b")));
    assertEquals(OptionalDouble.of(0.4), input.share("a"));
    assertEquals(OptionalDouble.empty(), input.share("b"));
    assertEquals(OptionalDouble.empty(), input.share("c"));
    assertTrue(input.names("a") && input.names("b") && !input.names("c"));
  }

  /** Half of the first is lost for sure, of the second perhaps, of the third at most a fifth. */
  @Test
  void boundsOfWhatIsCutAreCounted() {
    Input sure = new Input("sure", List.of(has("a", 0.5), has("b", 0.5)));
    Input open = new Input("open", List.of(has("b", 0.4), silent("a"), silent("c")));
    Input safe = new Input("safe", List.of(has("a", 0.1), has("b", 0.8)));
    Removal removal = of(sure, open, safe).without(Set.of("a"), 0.5);
    assertEquals(1, removal.leastCut());
    assertEquals(2, removal.mostCut());
    assertEquals(1, removal.cut());
    assertEquals(1 / 3.0, removal.share(), EXACT);
  }

  private static void assertSays(String words, org.junit.jupiter.api.function.Executable wrong) {
    String message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
    assertTrue(message.matches(".*(" + words + ").*"), message);
  }
}
