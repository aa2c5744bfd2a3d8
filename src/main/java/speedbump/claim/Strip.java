package speedbump.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A proposition on one axis: the registered zones in which the rule says "holds" or "fails", every
 * distinct answer of the groups that decide, and the registered way of counting with its interval.
 *
 * <p>The axis is that of the registered statistic where the rule bounds it or an interval of it;
 * else that of the first quantity that both sides bound; else that of the statistic, without zones.
 * Where the rule bounds an interval, a zone is where the whole interval must lie.
 *
 * @param proposition id of the proposition
 * @param quantity what the axis shows
 * @param zones the zones, those of "holds" first
 * @param answers the distinct answers in the unit of the quantity, from low to high
 * @param elsewhere how many distinct answers are in another unit
 * @param ranges the intervals of the groups' registered ways of counting, where the rule bounds
 *     them
 * @param groups how many groups decide and have an answer
 * @param noun what the groups are, in the plural
 * @param asked what else the rule asks for, which the axis does not show
 */
public record Strip(
    String proposition,
    Quantity quantity,
    List<Zone> zones,
    List<Answer> answers,
    Elsewhere elsewhere,
    List<Range> ranges,
    int groups,
    String noun,
    List<Asked> asked) {
  private static final double CLIP = 1.0;
  private static final double ROOM = 0.06;

  /** As many answers, and the twentieth part at each end may lie beyond the axis. */
  private static final int MANY = 20;

  /** They do where the rest takes no more than this share of it. */
  private static final double SMALL = 0.25;

  /**
   * Where the rule says a side.
   *
   * @param side holds or fails
   * @param from its lower end; minus infinity where it has none
   * @param to its upper end; infinity where it has none
   * @param closed whether its end is of it
   */
  public record Zone(Standing side, double from, double to, boolean closed) {}

  /**
   * An answer.
   *
   * @param value the value, in the unit of the quantity
   * @param standing what the evidence amounts to, by all its conditions
   * @param registered whether it is that of a group's registered way of counting
   * @param ways how many ways of counting give it
   */
  public record Answer(double value, Standing standing, boolean registered, int ways) {}

  /**
   * A quantity that the rule bounds beside the one on the axis.
   *
   * @param quantity the quantity
   * @param zones where the rule says a side
   * @param found its least and its greatest value; not numbers where it has none
   */
  public record Asked(Quantity quantity, List<Zone> zones, Range found) {
    private String words() {
      String sides = sides(quantity, zones);
      return quantity.words()
          + " "
          + (Double.isFinite(found.lower())
              ? "(" + quantity.between(found.lower(), found.upper()) + "; it " + sides + ")"
              : "(not measured; it " + sides + ")");
    }
  }

  /**
   * Distinct answers that the axis cannot show.
   *
   * @param answers how many
   * @param units their units
   */
  public record Elsewhere(int answers, List<String> units) {}

  /**
   * An interval.
   *
   * @param lower its lower end
   * @param upper its upper end
   */
  public record Range(double lower, double upper) {
    private boolean holds(double value) {
      return lower <= value && value <= upper;
    }
  }

  /**
   * The strip of a proposition.
   *
   * @param registry the registered rules
   * @param result the proposition with its groups
   * @return the strip; empty where nothing was measured that the axis could show
   */
  public static Optional<Strip> of(Registry registry, PropositionResult result) {
    Proposition proposition = registry.proposition(result.proposition());
    Shown shown = Shown.of(proposition);
    String name = shown.quantity();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<GroupResult> deciding =
        result.groups().stream()
            .filter(GroupResult::decides)
            .filter(group -> group.voting().stream().anyMatch(one -> usable(one, name)))
            .toList();
    Predicate<SpecificationResult> own =
        one -> registry.otherUnits(one.specification(), name).isEmpty();
    List<Answer> answers = answers(deciding, name, own);
    return answers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Strip(
                proposition.id(),
                registry.quantity(name),
                zones(shown.conditions()),
                answers,
                new Elsewhere(
                    answers(deciding, name, own.negate()).size(),
                    deciding.stream()
                        .flatMap(group -> group.voting().stream())
                        .flatMap(one -> registry.otherUnits(one.specification(), name).stream())
                        .distinct()
                        .toList()),
                ranges(deciding, proposition),
                deciding.size(),
                proposition.groupNoun(),
                asked(registry, proposition, shown, deciding)));
  }

  private static List<Asked> asked(
      Registry registry, Proposition proposition, Shown shown, List<GroupResult> deciding) {
    return proposition.conditions().stream()
        .filter(one -> !shown.conditions().contains(one))
        .map(Proposition.Condition::quantity)
        .distinct()
        .map(
            name ->
                new Asked(
                    registry.quantity(name),
                    zones(
                        proposition.conditions().stream()
                            .filter(one -> one.quantity().equals(name))
                            .toList()),
                    found(registry, deciding, name)))
        .toList();
  }

  /** The least and the greatest value in the unit of the quantity. */
  private static Range found(Registry registry, List<GroupResult> deciding, String name) {
    double[] values =
        deciding.stream()
            .flatMap(group -> group.voting().stream())
            .filter(one -> usable(one, name))
            .filter(one -> registry.otherUnits(one.specification(), name).isEmpty())
            .mapToDouble(one -> one.evidence().value(name))
            .sorted()
            .toArray();
    return values.length == 0
        ? new Range(Double.NaN, Double.NaN)
        : new Range(values[0], values[values.length - 1]);
  }

  /**
   * The conditions of a proposition whose bounds its axis shows.
   *
   * @param proposition the proposition
   * @return the conditions that make the zones, in registered order
   */
  public static List<Proposition.Condition> shownConditions(Proposition proposition) {
    return Shown.of(proposition).conditions();
  }

  /** What the axis shows, and the conditions that make its zones. */
  private record Shown(String quantity, List<Proposition.Condition> conditions) {
    static Shown of(Proposition proposition) {
      List<Proposition.Condition> ends = onStatistic(proposition);
      String both = ends.isEmpty() ? onBothSides(proposition) : "";
      return both.isEmpty()
          ? new Shown(statistic(proposition), ends)
          : new Shown(both, direct(proposition, both));
    }
  }

  /** The registered statistic; where there is none, what the rule bounds an interval of. */
  private static String statistic(Proposition proposition) {
    return proposition.statistic().isEmpty()
        ? proposition.conditions().stream()
            .map(Proposition.Condition::quantity)
            .filter(name -> end(name).isPresent())
            .map(Strip::withoutEnd)
            .findFirst()
            .orElse("")
        : proposition.statistic();
  }

  /** The conditions on the statistic itself, or on where the interval of it must lie. */
  private static List<Proposition.Condition> onStatistic(Proposition proposition) {
    List<Proposition.Condition> found =
        new ArrayList<>(direct(proposition, statistic(proposition)));
    proposition.conditions().stream()
        .filter(one -> withoutEnd(one.quantity()).equals(statistic(proposition)))
        .filter(Strip::wholeInterval)
        .forEach(found::add);
    return found;
  }

  /** The lower end above a bound, or the upper end below one. */
  private static boolean wholeInterval(Proposition.Condition condition) {
    Optional<String> end = end(condition.quantity());
    return end.isPresent()
        && switch (condition.comparison()) {
          case ABOVE, AT_LEAST -> end.get().equals("lower");
          case BELOW, AT_MOST -> end.get().equals("upper");
          case EQUAL -> false;
        };
  }

  /** The conditions on a quantity that both sides bound; none where one does not. */
  private static List<Proposition.Condition> direct(Proposition proposition, String quantity) {
    List<Proposition.Condition> found =
        proposition.conditions().stream().filter(one -> one.quantity().equals(quantity)).toList();
    return found.stream().map(Proposition.Condition::side).distinct().count() == 2
        ? found
        : List.of();
  }

  private static String onBothSides(Proposition proposition) {
    return proposition.conditions(Standing.HOLDS).stream()
        .map(Proposition.Condition::quantity)
        .filter(
            name ->
                proposition.conditions(Standing.FAILS).stream()
                    .anyMatch(one -> one.quantity().equals(name)))
        .findFirst()
        .orElse("");
  }

  private static Optional<String> end(String quantity) {
    return Stream.of("lower", "upper")
        .filter(end -> quantity.matches(".*_" + end + "[0-9]+(_.*)?"))
        .findFirst();
  }

  private static String withoutEnd(String quantity) {
    return quantity.replaceFirst("_(lower|upper)[0-9]+", "");
  }

  /** The conditions of an alternative all must be met: its zone lies between them. */
  private static List<Zone> zones(List<Proposition.Condition> conditions) {
    List<Zone> zones = new ArrayList<>();
    for (Standing side : List.of(Standing.HOLDS, Standing.FAILS)) {
      conditions.stream()
          .filter(one -> one.side() == side)
          .collect(
              Collectors.groupingBy(
                  Proposition.Condition::alternative, TreeMap::new, Collectors.toList()))
          .values()
          .forEach(all -> zones.add(zone(side, all)));
    }
    return zones;
  }

  private static Zone zone(Standing side, List<Proposition.Condition> all) {
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    boolean closed = true;
    for (Proposition.Condition one : all) {
      closed &= one.comparison().test(one.bound(), one.bound());
      switch (one.comparison()) {
        case BELOW, AT_MOST -> to = Math.min(to, one.bound());
        case ABOVE, AT_LEAST -> from = Math.max(from, one.bound());
        case EQUAL -> {
          from = one.bound();
          to = one.bound();
        }
      }
    }
    return new Zone(side, from, to, closed);
  }

  private static boolean usable(SpecificationResult one, String quantity) {
    return one.standing() != Standing.UNUSABLE
        && one.evidence().has(quantity)
        && Double.isFinite(one.evidence().value(quantity));
  }

  private static List<Answer> answers(
      List<GroupResult> groups, String quantity, Predicate<SpecificationResult> which) {
    Map<String, Answer> found = new LinkedHashMap<>();
    for (GroupResult group : groups) {
      for (SpecificationResult one : group.voting()) {
        if (usable(one, quantity) && which.test(one)) {
          double value = one.evidence().value(quantity);
          boolean registered = one.specification().isDefault();
          String key = "%s %.8e %s".formatted(group.name(), value, one.standing());
          found.merge(
              key,
              new Answer(value, one.standing(), registered, 1),
              (a, b) ->
                  new Answer(
                      a.value(),
                      a.standing(),
                      a.registered() || b.registered(),
                      a.ways() + b.ways()));
        }
      }
    }
    return found.values().stream().sorted(Comparator.comparingDouble(Answer::value)).toList();
  }

  private static List<Range> ranges(List<GroupResult> groups, Proposition proposition) {
    List<String> names = intervalEnds(proposition);
    return groups.stream()
        .map(group -> group.specifications().get(0).evidence())
        .map(evidence -> range(evidence, names))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * The ends of the interval of the registered statistic that the rule bounds.
   *
   * @param proposition the proposition
   * @return names of quantities, in registered order; none where the rule bounds no interval
   */
  public static List<String> intervalEnds(Proposition proposition) {
    return proposition.conditions().stream()
        .map(Proposition.Condition::quantity)
        .filter(name -> end(name).isPresent())
        .filter(name -> withoutEnd(name).equals(statistic(proposition)))
        .distinct()
        .toList();
  }

  private static Range range(Evidence evidence, List<String> names) {
    OptionalDouble lower = value(evidence, names, "lower");
    OptionalDouble upper = value(evidence, names, "upper");
    return lower.isPresent() && upper.isPresent()
        ? new Range(lower.getAsDouble(), upper.getAsDouble())
        : null;
  }

  private static OptionalDouble value(Evidence evidence, List<String> names, String end) {
    return names.stream()
        .filter(name -> end(name).orElseThrow().equals(end) && evidence.has(name))
        .mapToDouble(evidence::value)
        .filter(Double::isFinite)
        .findFirst();
  }

  /**
   * Where the axis begins and ends: around all answers and bounds, and around the intervals as far
   * as they reach no further than the rest does. Where a few of many answers lie far from the rest,
   * it is around the rest.
   *
   * @return the ends of the axis
   */
  public Range axis() {
    Range middle = middle();
    List<Double> all =
        new ArrayList<>(
            answers.stream()
                .filter(one -> one.registered() || middle.holds(one.value()))
                .map(Answer::value)
                .toList());
    zones.stream()
        .flatMap(zone -> Stream.of(zone.from(), zone.to()))
        .filter(Double::isFinite)
        .forEach(all::add);
    double low = all.stream().mapToDouble(one -> one).min().orElseThrow();
    double high = all.stream().mapToDouble(one -> one).max().orElseThrow();
    double span = high > low ? high - low : Math.max(1, Math.abs(low));
    double from = low;
    double to = high;
    for (Range range : ranges) {
      from = Math.min(from, Math.max(range.lower(), low - CLIP * span));
      to = Math.max(to, Math.min(range.upper(), high + CLIP * span));
    }
    double room = ROOM * (to > from ? to - from : span);
    return new Range(from - room, to + room);
  }

  /** All answers; without a twentieth of them at each end where these lie far from the rest. */
  private Range middle() {
    int n = answers.size();
    int beyond = n / MANY;
    double low = answers.get(0).value();
    double high = answers.get(n - 1).value();
    double from = answers.get(beyond).value();
    double to = answers.get(n - 1 - beyond).value();
    return to - from <= SMALL * (high - low) ? new Range(from, to) : new Range(low, high);
  }

  /**
   * The strip in words.
   *
   * @return what the axis shows, the registered way of counting and how many values there are, for
   *     instance "P-value: 0.06 as registered; 13 distinct values, 0.03 to 0.31."
   */
  public String words() {
    List<Answer> registered = answers.stream().filter(Answer::registered).toList();
    StringBuilder said = new StringBuilder(capitalised(quantity.words())).append(": ");
    if (groups == 1 && registered.size() == 1) {
      said.append(quantity.figure(registered.get(0).value()));
      if (ranges.size() == 1) {
        said.append(" (")
            .append(quantity.between(ranges.get(0).lower(), ranges.get(0).upper()))
            .append(')');
      }
      said.append(" as registered");
    } else if (!registered.isEmpty()) {
      said.append(
          quantity.between(
              registered.get(0).value(), registered.get(registered.size() - 1).value()));
      said.append(" as registered, by ").append(groups).append(' ').append(noun);
    }
    if (answers.size() > 1 && answers.size() > registered.size()) {
      Range middle = middle();
      double low = answers.get(0).value();
      double high = answers.get(answers.size() - 1).value();
      boolean far = low < middle.lower() || high > middle.upper();
      said.append(registered.isEmpty() ? "" : "; ")
          .append(answers.size())
          .append(" distinct values, ")
          .append(far ? "nine in ten of them " : "")
          .append(quantity.between(middle.lower(), middle.upper()))
          .append(far ? ", the others as far as " + quantity.between(low, high) : "");
    }
    if (elsewhere.answers() > 0) {
      said.append("; ")
          .append(elsewhere.answers())
          .append(" more in other units (")
          .append(String.join("; ", elsewhere.units()))
          .append(")");
    }
    said.append('.');
    if (asked.size() > 1) {
      said.append(" The rule asks for ").append(asked.size()).append(" more figures, said below.");
    }
    return said + (asked.size() == 1 ? " " + alsoAsked() : "");
  }

  private String alsoAsked() {
    return "The rule also asks for "
        + asked.stream().map(Asked::words).collect(Collectors.joining("; for "))
        + ".";
  }

  /**
   * Where the rule turns on this axis, and on the figures beside it where they are several.
   *
   * @return for instance "Registered: holds below 0.1, fails above 0.5."; empty without zones
   */
  public String rule() {
    String sides = sides(quantity, zones);
    String axis =
        sides.isEmpty()
            ? ""
            : "Registered: it " + sides + (ranges.isEmpty() ? "." : ", with its whole interval.");
    return asked.size() > 1 ? (axis + " " + alsoAsked()).strip() : axis;
  }

  private static String sides(Quantity quantity, List<Zone> zones) {
    return zones.stream()
        .map(Zone::side)
        .distinct()
        .map(side -> side.words() + " " + where(quantity, zones, side))
        .collect(Collectors.joining(", "));
  }

  /**
   * A side with its zone, as it stands at the axis. Where the rule asks for more than the axis
   * shows, an answer in a zone <i>can</i> be of its side; where it bounds an interval, the whole of
   * it must lie there.
   *
   * @param side holds or fails
   * @return for instance "holds below 0.1" or "can hold below 90%"
   */
  public String label(Standing side) {
    String word = !asked.isEmpty() ? "can " + side.words().replaceFirst("s$", "") : side.words();
    return word + " " + where(side) + (ranges.isEmpty() ? "" : ", whole interval");
  }

  /**
   * Where the rule says a side.
   *
   * @param side holds or fails
   * @return for instance "below 0.1"; empty where the axis has no zone of the side
   */
  public String where(Standing side) {
    return where(quantity, zones, side);
  }

  private static String where(Quantity quantity, List<Zone> zones, Standing side) {
    return zones.stream()
        .filter(zone -> zone.side() == side)
        .map(zone -> where(quantity, zone))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static String where(Quantity quantity, Zone zone) {
    if (zone.from() == zone.to()) {
      return "at " + quantity.bound(zone.from());
    }
    if (Double.isInfinite(zone.from())) {
      return zone.closed()
          ? "at " + quantity.bound(zone.to()) + " or less"
          : "below " + quantity.bound(zone.to());
    }
    if (Double.isInfinite(zone.to())) {
      return zone.closed()
          ? "at " + quantity.bound(zone.from()) + " or more"
          : "above " + quantity.bound(zone.from());
    }
    return "between " + quantity.bound(zone.from()) + " and " + quantity.bound(zone.to());
  }

  private static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /**
   * The numbers of the axis, where its zones end.
   *
   * @return the finite ends of the zones, ascending
   */
  public List<Double> bounds() {
    return zones.stream()
        .flatMapToDouble(zone -> DoubleStream.of(zone.from(), zone.to()))
        .filter(Double::isFinite)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }
}
