package speedbump.claim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.data.Catalog;

/**
 * The registered decision rules, read from the tables {@code claims/...}: no threshold is written
 * in code. A row that awaits an analysis is registered and not in force, and is left out.
 *
 * @param claims the claims, by number
 * @param machinery the constants by which evidence becomes a word
 * @param quantities what a reader is shown for each quantity, in the order of the conditions
 * @param otherUnits options under which a quantity is in another unit
 * @param grades the grades that the flags of source tables give
 * @param sharedEvidence which propositions share data, across claims too: their words are never
 *     added up
 * @param changes the change log of the rules, the first registration first
 */
public record Registry(
    List<Claim> claims,
    Machinery machinery,
    List<Quantity> quantities,
    List<OtherUnit> otherUnits,
    List<GradeRule> grades,
    List<SharedEvidence> sharedEvidence,
    List<Change> changes) {
  private static final String FLAG_SEPARATOR = "[; ]+";
  private static final String NO_FLAG = "NONE";

  /**
   * The grade that a flag of a source table gives.
   *
   * @param flag the flag, in capitals
   * @param grade the grade
   * @param precedence of several flags that with the lowest number decides
   * @param decides whether a figure of that grade may decide a verdict
   * @param text what the flag says
   */
  public record GradeRule(String flag, Grade grade, int precedence, boolean decides, String text) {}

  /**
   * An option under which a quantity is in another unit than under the registered default.
   *
   * @param quantity the quantity
   * @param choice name of the choice
   * @param option the option
   * @param unit its unit there
   */
  public record OtherUnit(String quantity, String choice, String option, String unit) {}

  /**
   * Propositions that share data and are never counted as independent of each other.
   *
   * @param propositions their ids
   * @param text the words of the rule
   */
  public record SharedEvidence(List<String> propositions, String text) {}

  /**
   * A row of the change log of the rules.
   *
   * @param change number of the change, from 1
   * @param date day of the change
   * @param proposition id of the proposition; empty where it concerns the machinery or several rows
   * @param what what was changed
   * @param thresholdMoved whether a threshold, an estimand or the size of a world moved
   * @param reason why
   * @param proposerKnewResults yes, partly or no; empty where this is not stated
   * @param text the sentence of the rules that names it
   */
  public record Change(
      int change,
      LocalDate date,
      String proposition,
      String what,
      boolean thresholdMoved,
      String reason,
      String proposerKnewResults,
      String text) {}

  private static final class Shared {
    static final Registry REGISTRY = new Reading(Catalog.shared()).registry();
  }

  /**
   * The registry of a catalog; that of the shared catalog is read once a program.
   *
   * @param catalog the catalog with the tables {@code claims/...}
   * @return the registry
   * @throws speedbump.data.DataException if a table is missing or not as declared
   * @throws IllegalArgumentException if a row names a proposition or claim that is not registered,
   *     a constant of the machinery is missing, a quantity that a condition or statistic names has
   *     no words, a choice has not exactly one default, or a claim or proposition is not well
   *     formed
   */
  public static Registry of(Catalog catalog) {
    return catalog == Catalog.shared() ? Shared.REGISTRY : new Reading(catalog).registry();
  }

  /** The rows of the tables, as they stand. */
  private static final class Reading {
    private final Catalog catalog;
    private final List<PropositionRow> propositions;

    /** What belongs to a proposition and may await its analysis. */
    private interface Part {
      String proposition();

      OptionalInt awaits();
    }

    private record PropositionRow(
        String proposition,
        int claim,
        String propositionClass,
        boolean dagger,
        String statement,
        String question,
        String holdsText,
        String failsText,
        String groupsText,
        String worldsText,
        String quantifier,
        String parent,
        String gate,
        boolean illustratedOnly,
        OptionalInt standsOnYear,
        boolean noise,
        String statistic,
        String statisticUnit) {}

    private record ConditionRow(
        String proposition,
        String side,
        int alternative,
        String quantity,
        String comparison,
        double bound,
        OptionalInt awaits)
        implements Part {}

    private record GroupRow(
        String proposition, String group, boolean decides, String per, OptionalInt awaits)
        implements Part {}

    private record ChoiceRow(
        String proposition,
        String choice,
        String group,
        String option,
        OptionalDouble number,
        boolean isDefault,
        boolean votes,
        OptionalInt awaits)
        implements Part {}

    private record WorldRow(
        String proposition,
        World world,
        int variant,
        String parameter,
        OptionalDouble value,
        String reads,
        OptionalInt awaits)
        implements Part {}

    private record DefinitionRow(
        String proposition, String definition, double value, OptionalInt awaits) implements Part {}

    private record MinimumRow(
        String proposition,
        String of,
        int least,
        Proposition.Minimum.Level level,
        OptionalInt awaits)
        implements Part {}

    private record ClaimRow(
        int claim,
        String notebook,
        String question,
        String shortTitle,
        String statement,
        String heartOfTheTest) {}

    private record SharedRow(int shared, String proposition, String text) {}

    private record ConstantRow(String constant, double value, OptionalInt awaits) {}

    Reading(Catalog catalog) {
      this.catalog = catalog;
      this.propositions = catalog.rows("claims/propositions", PropositionRow.class);
    }

    Registry registry() {
      Map<Integer, List<SharedRow>> shared =
          grouped(catalog.rows("claims/shared_evidence", SharedRow.class), SharedRow::shared);
      List<SharedEvidence> sharedEvidence =
          shared.values().stream()
              .map(
                  set ->
                      new SharedEvidence(
                          set.stream().map(SharedRow::proposition).toList(), set.get(0).text()))
              .toList();
      List<Change> changes = catalog.rows("claims/changes", Change.class);
      List<Claim> claims = claims();
      Stream.concat(
              sharedEvidence.stream().flatMap(set -> set.propositions().stream()),
              changes.stream().map(Change::proposition).filter(id -> !id.isEmpty()))
          .forEach(id -> known(claims, id));
      Registry registry =
          new Registry(
              claims,
              machinery(),
              catalog.rows("claims/quantities", Quantity.class),
              catalog.rows("claims/other_units", OtherUnit.class),
              catalog.rows("claims/grades", GradeRule.class),
              sharedEvidence,
              changes);
      registry.named().forEach(registry::quantity);
      return registry;
    }

    private static void known(List<Claim> claims, String id) {
      if (claims.stream()
          .flatMap(claim -> claim.propositions().stream())
          .noneMatch(proposition -> proposition.id().equals(id))) {
        throw new IllegalArgumentException(
            "the registry names the proposition %s, which no claim has".formatted(id));
      }
    }

    private List<Claim> claims() {
      Map<String, List<ConditionRow>> conditions = parts("conditions", ConditionRow.class);
      Map<String, List<GroupRow>> groups = parts("groups", GroupRow.class);
      Map<String, List<ChoiceRow>> choices = parts("choices", ChoiceRow.class);
      Map<String, List<WorldRow>> worlds = parts("worlds", WorldRow.class);
      Map<String, List<DefinitionRow>> definitions = parts("definitions", DefinitionRow.class);
      Map<String, List<MinimumRow>> minimums = parts("minimums", MinimumRow.class);
      List<Proposition> all = new ArrayList<>();
      for (PropositionRow row : propositions) {
        String id = row.proposition();
        List<GroupRow> own = groups.getOrDefault(id, List.of());
        List<ChoiceRow> options = choices.getOrDefault(id, List.of());
        Set<String> names = own.stream().map(GroupRow::group).collect(Collectors.toSet());
        options.stream()
            .filter(option -> !option.group().isEmpty() && !names.contains(option.group()))
            .findFirst()
            .ifPresent(
                option -> {
                  throw new IllegalArgumentException(
                      "%s: the choice %s names the group %s, which is not registered"
                          .formatted(id, option.choice(), option.group()));
                });
        all.add(
            new Proposition(
                id,
                row.claim(),
                PropositionClass.of(row.propositionClass()),
                row.dagger(),
                row.statement(),
                row.question(),
                new Proposition.Texts(
                    row.holdsText(), row.failsText(), row.groupsText(), row.worldsText()),
                Quantifier.of(row.quantifier()),
                conditions.getOrDefault(id, List.of()).stream().map(Reading::condition).toList(),
                own.stream().map(group -> group(group, options)).toList(),
                worlds(worlds.getOrDefault(id, List.of())),
                definitions.getOrDefault(id, List.of()).stream()
                    .collect(Collectors.toMap(DefinitionRow::definition, DefinitionRow::value)),
                minimums.getOrDefault(id, List.of()).stream()
                    .map(one -> new Proposition.Minimum(one.of(), one.least(), one.level()))
                    .toList(),
                row.parent(),
                row.gate(),
                row.illustratedOnly(),
                row.standsOnYear(),
                row.noise(),
                row.statistic(),
                row.statisticUnit()));
      }
      List<Claim> claims =
          catalog.rows("claims/claims", ClaimRow.class).stream()
              .map(
                  row ->
                      new Claim(
                          row.claim(),
                          row.notebook(),
                          row.question(),
                          row.shortTitle(),
                          row.statement(),
                          row.heartOfTheTest(),
                          all.stream().filter(one -> one.claim() == row.claim()).toList()))
              .toList();
      Stream.of(
              all.stream().map(Proposition::id),
              conditions.keySet().stream(),
              groups.keySet().stream(),
              choices.keySet().stream(),
              worlds.keySet().stream(),
              definitions.keySet().stream(),
              minimums.keySet().stream())
          .flatMap(Function.identity())
          .forEach(id -> known(claims, id));
      return claims;
    }

    private static Proposition.Condition condition(ConditionRow row) {
      return new Proposition.Condition(
          Standing.valueOf(row.side().toUpperCase(Locale.ROOT)),
          row.alternative(),
          row.quantity(),
          Comparison.of(row.comparison()),
          row.bound());
    }

    /** A group with its choices: those of the proposition, with the options that it has. */
    private static Proposition.Group group(GroupRow row, List<ChoiceRow> options) {
      Map<String, List<ChoiceRow>> byChoice =
          grouped(
              options.stream()
                  .filter(one -> one.group().isEmpty() || one.group().equals(row.group()))
                  .toList(),
              ChoiceRow::choice);
      return new Proposition.Group(
          row.group(),
          row.decides(),
          row.per(),
          byChoice.values().stream().map(Reading::choice).toList());
    }

    /** A choice with its options, the default first. */
    private static Choice choice(List<ChoiceRow> rows) {
      List<ChoiceRow> options =
          rows.stream()
              .filter(one -> !one.option().isEmpty())
              .sorted(Comparator.comparing(ChoiceRow::isDefault).reversed())
              .toList();
      List<String> defaults =
          options.stream().filter(ChoiceRow::isDefault).map(ChoiceRow::option).toList();
      if (!options.isEmpty() && defaults.size() != 1) {
        throw new IllegalArgumentException(
            "%s: expected one default of the choice %s, found %s"
                .formatted(rows.get(0).proposition(), rows.get(0).choice(), defaults));
      }
      return new Choice(
          rows.get(0).choice(),
          options.stream()
              .map(
                  one ->
                      new Choice.Option(one.option(), one.number().orElse(Double.NaN), one.votes()))
              .toList());
    }

    private static List<Proposition.WorldSizes> worlds(List<WorldRow> rows) {
      List<Proposition.WorldSizes> worlds = new ArrayList<>();
      for (World world : World.values()) {
        grouped(rows.stream().filter(row -> row.world() == world).toList(), WorldRow::variant)
            .forEach(
                (variant, own) ->
                    worlds.add(
                        new Proposition.WorldSizes(
                            world,
                            variant,
                            own.stream()
                                .collect(
                                    Collectors.toMap(
                                        WorldRow::parameter,
                                        row -> row.value().orElse(Double.NaN))),
                            own.get(0).reads())));
      }
      return worlds;
    }

    private <T extends Record & Part> Map<String, List<T>> parts(String table, Class<T> type) {
      return grouped(
          catalog.rows("claims/" + table, type).stream()
              .filter(row -> row.awaits().isEmpty())
              .toList(),
          Part::proposition);
    }

    private static <K, T> Map<K, List<T>> grouped(List<T> rows, Function<? super T, K> key) {
      return rows.stream()
          .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private Machinery machinery() {
      Map<String, Double> constants =
          catalog.rows("claims/machinery", ConstantRow.class).stream()
              .filter(row -> row.awaits().isEmpty())
              .collect(Collectors.toMap(ConstantRow::constant, ConstantRow::value));
      Function<String, Double> constant =
          name -> {
            if (!constants.containsKey(name)) {
              throw new IllegalArgumentException("the machinery has no constant " + name);
            }
            return constants.get(name);
          };
      return new Machinery(
          constant.apply("agreement_share"),
          constant.apply("usable_share"),
          constant.apply("majority_share"),
          constant.apply("least_holds_given_true"),
          constant.apply("greatest_holds_given_false"),
          constant.apply("greatest_fails_given_true"),
          constant.apply("close_call_standard_errors"),
          constant.apply("draws").intValue(),
          constant.apply("dear_draws").intValue(),
          constant.apply("interval_coverage"),
          constant.apply("official_total_tolerance"),
          constant.apply("source_break_jump"),
          YearMonth.of(
              constant.apply("oldest_deciding_year").intValue(),
              constant.apply("oldest_deciding_month").intValue()),
          new Machinery.Weights(
              constant.apply("fit_coverage"),
              constant.apply("weight_hardly_worth_a_mention_up_to"),
              constant.apply("weight_positive_up_to"),
              constant.apply("weight_strong_up_to"),
              constant.apply("leaning_least_weight"),
              constant.apply("leaning_groups_share")));
    }
  }

  /**
   * A claim.
   *
   * @param number its number, from 1
   * @return the claim
   * @throws IllegalArgumentException if there is no such claim
   */
  public Claim claim(int number) {
    return claims.stream()
        .filter(claim -> claim.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no claim " + number));
  }

  /**
   * A proposition.
   *
   * @param id its id, for example 6a
   * @return the proposition
   * @throws IllegalArgumentException if there is no such proposition
   */
  public Proposition proposition(String id) {
    return claims.stream()
        .flatMap(claim -> claim.propositions().stream())
        .filter(proposition -> proposition.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no proposition " + id));
  }

  /**
   * What a reader is shown for a quantity.
   *
   * @param raw its name in conditions, statistics and evidence
   * @return its words, its unit and how its value is printed
   * @throws IllegalArgumentException if it has no words; the message names it
   */
  public Quantity quantity(String raw) {
    return quantities.stream()
        .filter(quantity -> quantity.quantity().equals(raw))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there are no words for the quantity " + raw));
  }

  /**
   * The units that a way of counting gives a quantity in, beside that of the registered default.
   *
   * @param specification the way of counting
   * @param quantity the quantity
   * @return the units, one an option that changes it; none where the quantity is in its own
   */
  public List<String> otherUnits(Specification specification, String quantity) {
    return otherUnits.stream()
        .filter(one -> one.quantity().equals(quantity))
        .filter(
            one ->
                specification
                    .selections()
                    .contains(new Specification.Selection(one.choice(), one.option())))
        .map(OtherUnit::unit)
        .toList();
  }

  /**
   * A side of a proposition's rule in words.
   *
   * @param proposition the proposition
   * @param side {@link Standing#HOLDS} or {@link Standing#FAILS}
   * @return its alternatives, each with all its conditions; a dash where the side has none
   */
  public String rule(Proposition proposition, Standing side) {
    return proposition.conditions(side).stream()
        .collect(
            Collectors.groupingBy(
                Proposition.Condition::alternative,
                TreeMap::new,
                Collectors.mapping(this::words, Collectors.joining(" and "))))
        .values()
        .stream()
        .reduce((a, b) -> a + ", or " + b)
        .orElse("-");
  }

  private String words(Proposition.Condition condition) {
    Quantity quantity = quantity(condition.quantity());
    return "%s %s %s"
        .formatted(
            quantity.words(), condition.comparison().words(), quantity.bound(condition.bound()));
  }

  /** The quantities that conditions name, and the statistics. */
  private Stream<String> named() {
    return claims.stream()
        .flatMap(claim -> claim.propositions().stream())
        .flatMap(
            proposition ->
                Stream.concat(
                    proposition.conditions().stream().map(Proposition.Condition::quantity),
                    Stream.of(proposition.statistic()).filter(name -> !name.isEmpty())));
  }

  /**
   * The grade of a figure. Whether an M row names agency and period is for its reader to see.
   *
   * @param flags the flags of its row, separated by semicolons or blanks; empty for none
   * @return the grade of the flag of the lowest precedence number
   * @throws IllegalArgumentException if a flag is not registered
   */
  public Grade grade(String flags) {
    String all = flags.isBlank() ? NO_FLAG : flags.strip().toUpperCase(Locale.ROOT);
    return Stream.of(all.split(FLAG_SEPARATOR))
        .map(
            flag ->
                grades.stream()
                    .filter(rule -> rule.flag().equals(flag))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException("there is no grade for the flag " + flag)))
        .min(Comparator.comparingInt(GradeRule::precedence))
        .map(GradeRule::grade)
        .orElseThrow();
  }
}
