package speedbump.analysis;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.ClaimWord;
import speedbump.claim.Evidence;
import speedbump.claim.GroupResult;
import speedbump.claim.Leaning;
import speedbump.claim.Machinery;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.Quantity;
import speedbump.claim.Registry;
import speedbump.claim.Simulations;
import speedbump.claim.Specification;
import speedbump.claim.SpecificationResult;
import speedbump.claim.Standing;
import speedbump.claim.Strip;

/**
 * What the page of a claim needs to apply the registered rules by itself, when a reader switches
 * options off or moves bounds: every way of counting with its figures, and of every simulated draw
 * where each figure lies among the bounds that can be chosen.
 *
 * <p>A bound moves on a grid of at most {@value #POINTS} values, of which the registered bounds are
 * some. A figure of a draw is kept as its place on that grid, a character each, so that whichever
 * bound is chosen every comparison comes out as with the figure itself.
 *
 * @param claim number of the claim
 * @param word its word as registered, with its leaning
 * @param machinery the registered constants that a page needs
 * @param propositions its propositions with a result, in registered order
 */
public record Explorer(int claim, String word, Constants machinery, List<Part> propositions) {
  /** Most values that a bound can take: the places among them fit one byte. */
  static final int POINTS = 127;

  /** The place of what is not finite, or not there. */
  static final int NOWHERE = 2 * POINTS + 1;

  /** Places are written as characters from this one on, none of which has a meaning to JSON. */
  static final char FIRST = '\u0100';

  private static final double STEPS = 100;
  private static final double OUTER = 0.25;
  private static final double ROOM = 0.25;

  /**
   * The registered constants that a page needs, as {@link Machinery} names them.
   *
   * @param agreementShare share of the ways of counting that can be run that must agree
   * @param usableShare share of the ways of counting that must be such
   * @param majorityShare share of the groups that must be exceeded
   * @param leastHoldsGivenTrue least P(holds given T)
   * @param greatestHoldsGivenFalse greatest P(holds given F) of a "holds"
   * @param greatestFailsGivenTrue greatest P(fails given T) of a "fails"
   * @param leaningLeast least weight of a group that leans
   * @param leaningGroupsShare share of the groups that must be exceeded by those that lean
   */
  public record Constants(
      double agreementShare,
      double usableShare,
      double majorityShare,
      double leastHoldsGivenTrue,
      double greatestHoldsGivenFalse,
      double greatestFailsGivenTrue,
      double leaningLeast,
      double leaningGroupsShare) {
    static Constants of(Machinery machinery) {
      return new Constants(
          machinery.agreementShare(),
          machinery.usableShare(),
          machinery.majorityShare(),
          machinery.leastHoldsGivenTrue(),
          machinery.greatestHoldsGivenFalse(),
          machinery.greatestFailsGivenTrue(),
          machinery.weights().leaningLeast(),
          machinery.weights().leaningGroupsShare());
    }
  }

  /**
   * A proposition.
   *
   * @param id its id
   * @param question its question
   * @param propositionClass letter of its class
   * @param quantifier how its groups are joined
   * @param parent id of its parent; empty for none
   * @param gate id of its gate; empty for none
   * @param word its word as registered
   * @param wordAlone its word as registered, gate and parent not considered
   * @param quantities the figures of its ways of counting that conditions or the strip name
   * @param conditions its conditions
   * @param axis the axis of its strip; null where it has none
   * @param choices its choices, those of all groups together
   * @param groups its groups
   */
  public record Part(
      String id,
      String question,
      String propositionClass,
      String quantifier,
      String parent,
      String gate,
      String word,
      String wordAlone,
      List<Figure> quantities,
      List<Condition> conditions,
      Axis axis,
      List<Switch> choices,
      List<Group> groups) {}

  /**
   * A quantity.
   *
   * @param quantity its words, unit and digits
   * @param grid the bounds that can be chosen, ascending; empty of a quantity that is not bounded
   */
  public record Figure(Quantity quantity, List<Double> grid) {}

  /**
   * A condition.
   *
   * @param side holds or fails
   * @param alternative number of the alternative
   * @param quantity place of its quantity in the list
   * @param comparison the comparison's symbol
   * @param comparisonWords the comparison in words
   * @param bound place of the registered bound on the grid of the quantity
   * @param shown whether the strip shows it
   */
  public record Condition(
      String side,
      int alternative,
      int quantity,
      String comparison,
      String comparisonWords,
      int bound,
      boolean shown) {}

  /**
   * The axis of a strip.
   *
   * @param quantity place of its quantity in the list
   * @param lower its lower end
   * @param upper its upper end
   * @param interval places of the quantities that are ends of the registered interval
   */
  public record Axis(int quantity, double lower, double upper, List<Integer> interval) {}

  /**
   * A choice.
   *
   * @param name what is chosen
   * @param options the options, the registered default first
   * @param votes whether ways of counting with the option count
   */
  public record Switch(String name, List<String> options, List<Boolean> votes) {}

  /**
   * A group.
   *
   * @param name its name
   * @param decides whether it decides or is shown
   * @param options for each choice of the group its place in the list of choices, then the places
   *     of the options that the group has; every combination is a way of counting, the last choice
   *     moving fastest
   * @param values for each quantity the figure of each way of counting; null where it has none
   * @param reasons why ways of counting cannot be run
   * @param unusable for each way of counting the place of its reason; -1 where it can be run
   * @param otherUnit the ways of counting that give the figure of the axis in another unit
   * @param draws draws of each world
   * @param worlds its simulated worlds, F last; none where the evidence has no sampling error
   */
  public record Group(
      String name,
      boolean decides,
      List<List<Integer>> options,
      List<List<Double>> values,
      List<String> reasons,
      List<Integer> unusable,
      List<Integer> otherUnit,
      int draws,
      List<World> worlds) {}

  /**
   * A simulated world.
   *
   * @param world T or F
   * @param places for each quantity that is bounded the places of the draws; empty of the others
   */
  public record World(String world, List<String> places) {}

  /**
   * What the page of a claim needs.
   *
   * @param registry the registered rules
   * @param result the claim with its word
   * @param simulations the draws behind it
   * @return the tree
   */
  public static Explorer of(Registry registry, ClaimResult result, Simulations simulations) {
    Claim claim = registry.claim(result.claim());
    return new Explorer(
        claim.number(),
        result.word().words() + Leaning.of(result, registry.machinery()).words(),
        Constants.of(registry.machinery()),
        result.propositions().stream().map(one -> part(registry, one, simulations)).toList());
  }

  /** Whether a claim has something to change: it has been examined. */
  static boolean shows(ClaimResult result) {
    return result.word() != ClaimWord.NOT_YET_EXAMINED;
  }

  /**
   * Writes what the page of a claim needs, where it has been examined.
   *
   * @param file where to
   * @param registry the registered rules
   * @param result the claim with its word
   * @param simulations the draws behind it
   * @throws IOException if the file cannot be written
   */
  static void write(Path file, Registry registry, ClaimResult result, Simulations simulations)
      throws IOException {
    if (shows(result)) {
      VerdictStore.write(file, of(registry, result, simulations));
    }
  }

  private static Part part(Registry registry, PropositionResult result, Simulations simulations) {
    Proposition proposition = registry.proposition(result.proposition());
    Strip strip = Strip.of(registry, result).orElse(null);
    Set<String> named = new LinkedHashSet<>();
    proposition.conditions().forEach(one -> named.add(one.quantity()));
    if (strip != null) {
      named.add(strip.quantity().quantity());
    }
    List<String> names = List.copyOf(named);
    List<Figure> figures =
        names.stream()
            .map(
                name ->
                    new Figure(registry.quantity(name), grid(registry, proposition, result, name)))
            .toList();
    List<Switch> choices =
        result.groups().stream()
            .flatMap(group -> group.specifications().get(0).specification().selections().stream())
            .map(Specification.Selection::choice)
            .distinct()
            .map(proposition::choice)
            .map(
                choice ->
                    new Switch(
                        choice.name(),
                        choice.words(),
                        choice.options().stream().map(option -> option.votes()).toList()))
            .toList();
    return new Part(
        proposition.id(),
        proposition.question(),
        proposition.propositionClass().letter(),
        proposition.quantifier().words(),
        proposition.parent(),
        proposition.gate(),
        result.word().words(),
        result.wordAlone().words(),
        figures,
        proposition.conditions().stream()
            .map(
                one -> {
                  int quantity = names.indexOf(one.quantity());
                  return new Condition(
                      one.side().words(),
                      one.alternative(),
                      quantity,
                      one.comparison().symbol(),
                      one.comparison().words(),
                      figures.get(quantity).grid().indexOf(one.bound()),
                      Strip.shownConditions(proposition).contains(one));
                })
            .toList(),
        strip == null
            ? null
            : new Axis(
                names.indexOf(strip.quantity().quantity()),
                strip.axis().lower(),
                strip.axis().upper(),
                Strip.intervalEnds(proposition).stream().map(names::indexOf).toList()),
        choices,
        result.groups().stream()
            .map(
                group ->
                    group(
                        proposition.id(),
                        group,
                        figures,
                        choices,
                        strip == null ? List.of() : otherUnit(registry, group, strip),
                        simulations))
            .toList());
  }

  private static Group group(
      String proposition,
      GroupResult group,
      List<Figure> figures,
      List<Switch> choices,
      List<Integer> otherUnit,
      Simulations simulations) {
    List<SpecificationResult> all = group.specifications();
    List<List<Integer>> options = new ArrayList<>();
    int combinations = 1;
    for (Specification.Selection selection : all.get(0).specification().selections()) {
      int place = choices.stream().map(Switch::name).toList().indexOf(selection.choice());
      List<Integer> own = new ArrayList<>(List.of(place));
      all.stream()
          .map(one -> one.specification().option(selection.choice()))
          .distinct()
          .map(choices.get(place).options()::indexOf)
          .forEach(own::add);
      combinations *= own.size() - 1;
      options.add(List.copyOf(own));
    }
    if (combinations != all.size()) {
      throw new IllegalStateException(
          "%s, %s: %d ways of counting, expected every combination of %s"
              .formatted(proposition, group.name(), all.size(), options));
    }
    List<String> reasons =
        all.stream()
            .filter(one -> one.standing() == Standing.UNUSABLE)
            .map(SpecificationResult::unusable)
            .distinct()
            .toList();
    return new Group(
        group.name(),
        group.decides(),
        options,
        figures.stream()
            .map(figure -> all.stream().map(one -> value(one.evidence(), figure)).toList())
            .toList(),
        reasons,
        all.stream()
            .map(one -> one.standing() == Standing.UNUSABLE ? reasons.indexOf(one.unusable()) : -1)
            .toList(),
        otherUnit,
        group.power().draws(),
        simulations.of(proposition, group.name()).stream()
            .map(
                world ->
                    new World(
                        world.sizes().world().name(),
                        figures.stream().map(figure -> places(world.outcomes(), figure)).toList()))
            .toList());
  }

  private static List<Integer> otherUnit(Registry registry, GroupResult group, Strip strip) {
    String quantity = strip.quantity().quantity();
    return IntStream.range(0, group.specifications().size())
        .filter(
            i ->
                !registry
                    .otherUnits(group.specifications().get(i).specification(), quantity)
                    .isEmpty())
        .boxed()
        .toList();
  }

  private static Double value(Evidence evidence, Figure figure) {
    String name = figure.quantity().quantity();
    return evidence.has(name) && Double.isFinite(evidence.value(name))
        ? Double.valueOf(evidence.value(name))
        : null;
  }

  private static String places(List<Outcome> outcomes, Figure figure) {
    if (figure.grid().isEmpty()) {
      return "";
    }
    double[] grid = figure.grid().stream().mapToDouble(Double::doubleValue).toArray();
    StringBuilder places = new StringBuilder();
    for (Outcome outcome : outcomes) {
      Double value =
          outcome instanceof Outcome.Usable usable ? value(usable.evidence(), figure) : null;
      places.append((char) (FIRST + (value == null ? NOWHERE : place(grid, value))));
    }
    return places.toString();
  }

  /** Odd on a point of the grid, even between two: 0 below the first. */
  static int place(double[] grid, double value) {
    // a negative zero is a zero, as it is to every comparison
    int found = Arrays.binarySearch(grid, value + 0.0);
    return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
  }

  /** The bounds of a quantity that can be chosen: where half of the answers and all bounds lie. */
  private static List<Double> grid(
      Registry registry, Proposition proposition, PropositionResult result, String quantity) {
    double[] bounds =
        proposition.conditions().stream()
            .filter(one -> one.quantity().equals(quantity))
            .mapToDouble(Proposition.Condition::bound)
            .toArray();
    if (bounds.length == 0) {
      return List.of();
    }
    double[] values =
        result.groups().stream()
            .flatMap(group -> group.specifications().stream())
            .map(SpecificationResult::evidence)
            .filter(evidence -> evidence.has(quantity))
            .mapToDouble(evidence -> evidence.value(quantity))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return grid(bounds, values, registry.quantity(quantity));
  }

  /**
   * Multiples of a round step around the bounds and the middle half of the answers, and the bounds:
   * not below 0 where no answer and no bound is, and not above 1 where all lie between 0 and 1.
   *
   * @param bounds the registered bounds
   * @param values the answers, ascending
   * @param quantity the quantity; one that is printed without decimals moves by whole numbers
   * @return at most {@value #POINTS} values, ascending
   */
  static List<Double> grid(double[] bounds, double[] values, Quantity quantity) {
    DoubleStream middle =
        values.length == 0
            ? DoubleStream.empty()
            : DoubleStream.of(
                values[(int) (OUTER * (values.length - 1))],
                values[(int) Math.ceil((1 - OUTER) * (values.length - 1))]);
    DoubleSummaryStatistics span =
        DoubleStream.concat(Arrays.stream(bounds), middle).summaryStatistics();
    DoubleSummaryStatistics all =
        DoubleStream.concat(Arrays.stream(bounds), Arrays.stream(values)).summaryStatistics();
    double wide = span.getMax() - span.getMin();
    boolean whole = quantity.digits() == 0 && !quantity.percent();
    double room =
        wide > 0 ? Math.max(ROOM * wide, whole ? 1 : 0) : Math.max(1, Math.abs(span.getMin()));
    double least = all.getMin() < 0 ? Double.NEGATIVE_INFINITY : 0;
    double most = least == 0 && all.getMax() <= 1 ? 1 : Double.POSITIVE_INFINITY;
    double from = Math.max(least, span.getMin() - room);
    double to = Math.min(most, span.getMax() + room);
    BigDecimal step = roundStep((to - from) / STEPS);
    if (whole) {
      step = step.max(BigDecimal.ONE);
    }
    BigDecimal one = BigDecimal.valueOf(from).divide(step, 0, RoundingMode.FLOOR).multiply(step);
    Set<Double> grid = new TreeSet<>();
    for (; one.doubleValue() <= to; one = one.add(step)) {
      grid.add(one.doubleValue());
    }
    Arrays.stream(bounds).map(bound -> bound + 0.0).forEach(grid::add);
    if (grid.size() > POINTS) {
      throw new IllegalStateException(quantity.quantity() + ": " + grid.size() + " bounds");
    }
    return List.copyOf(grid);
  }

  /** The least of 1, 2 and 5 times a power of ten that is no smaller. */
  private static BigDecimal roundStep(double least) {
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(least)));
    return Stream.of(1, 2, 5, 10)
        .map(times -> power.multiply(BigDecimal.valueOf(times)))
        .filter(step -> step.doubleValue() >= least)
        .findFirst()
        .orElseThrow();
  }
}
