package speedbump.claim;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import speedbump.data.Catalog;
import tech.tablesaw.api.Row;

/**
 * The registered decision rules, read from the tables {@code claims/...}: no threshold is written
 * in code.
 */
public final class Registry {
  private static final String FLAG_SEPARATOR = "[; ]+";
  private static final String NO_FLAG = "NONE";

  private final List<Claim> claims;
  private final Machinery machinery;
  private final List<GradeRule> grades;
  private final List<SharedEvidence> sharedEvidence;
  private final List<Change> changes;

  private Registry(
      List<Claim> claims,
      Machinery machinery,
      List<GradeRule> grades,
      List<SharedEvidence> sharedEvidence,
      List<Change> changes) {
    this.claims = List.copyOf(claims);
    this.machinery = machinery;
    this.grades = List.copyOf(grades);
    this.sharedEvidence = List.copyOf(sharedEvidence);
    this.changes = List.copyOf(changes);
  }

  /**
   * Reads the registry.
   *
   * @param catalog the catalog with the tables {@code claims/...}
   * @return the registry
   * @throws speedbump.data.DataException if a table is missing or not as declared
   * @throws IllegalArgumentException if a row names a proposition or claim that is not registered,
   *     a constant of the machinery is missing, or a claim or proposition is not well formed
   */
  public static Registry of(Catalog catalog) {
    Map<String, List<Condition>> conditions =
        byProposition(
            catalog,
            "claims/conditions",
            row ->
                new Condition(
                    Side.of(row.getString("side")),
                    row.getString("quantity"),
                    Comparison.of(row.getString("comparison")),
                    row.getDouble("bound")));
    Map<String, List<RegisteredGroup>> groups =
        byProposition(
            catalog,
            "claims/groups",
            row ->
                new RegisteredGroup(
                    row.getString("group"),
                    row.getBoolean("decides"),
                    row.getString("per"),
                    row.getString("text")));
    Map<String, List<Definition>> definitions =
        byProposition(
            catalog,
            "claims/definitions",
            row ->
                new Definition(
                    row.getString("definition"),
                    row.getDouble("value"),
                    row.getString("unit"),
                    row.getString("text")));
    Map<String, List<WorldParameter>> worlds =
        byProposition(
            catalog,
            "claims/worlds",
            row ->
                new WorldParameter(
                    World.valueOf(row.getString("world")),
                    row.getInt("variant"),
                    row.getString("parameter"),
                    row.getDouble("value"),
                    row.getString("unit"),
                    row.getString("text")));
    Map<String, List<Specification.Selection>> options =
        byProposition(
            catalog,
            "claims/choices",
            row -> new Specification.Selection(row.getString("choice"), row.getString("option")));
    List<Proposition> propositions =
        rows(catalog, "claims/propositions")
            .map(
                row -> {
                  String id = row.getString("proposition");
                  return new Proposition(
                      id,
                      row.getInt("claim"),
                      PropositionClass.of(row.getString("class")),
                      row.getBoolean("dagger"),
                      row.getString("statement"),
                      row.getString("holds_text"),
                      row.getString("fails_text"),
                      row.getString("groups_text"),
                      row.getString("worlds_text"),
                      Quantifier.of(row.getString("quantifier")),
                      conditions.getOrDefault(id, List.of()),
                      groups.getOrDefault(id, List.of()),
                      choices(options.getOrDefault(id, List.of())),
                      worlds.getOrDefault(id, List.of()),
                      definitions.getOrDefault(id, List.of()),
                      row.getString("parent"),
                      row.getString("gate"),
                      whole(row, "minimum_cases"),
                      row.getString("minimum_of"),
                      row.getBoolean("illustrated_only"),
                      whole(row, "stands_on_year"),
                      row.getBoolean("noise"));
                })
            .toList();
    List<Claim> claims =
        rows(catalog, "claims/claims")
            .map(
                row ->
                    new Claim(
                        row.getInt("claim"),
                        row.getString("notebook"),
                        row.getString("question"),
                        row.getString("short_title"),
                        row.getString("statement"),
                        row.getString("heart_of_the_test"),
                        propositions.stream()
                            .filter(p -> p.claim() == row.getInt("claim"))
                            .toList()))
            .toList();
    Map<Integer, List<SharedEvidence>> shared =
        rows(catalog, "claims/shared_evidence")
            .collect(
                Collectors.groupingBy(
                    row -> row.getInt("shared"),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        row ->
                            new SharedEvidence(
                                List.of(row.getString("proposition")), row.getString("text")),
                        Collectors.toList())));
    List<SharedEvidence> sharedEvidence =
        shared.values().stream()
            .map(
                set ->
                    new SharedEvidence(
                        set.stream().flatMap(one -> one.propositions().stream()).toList(),
                        set.get(0).text()))
            .toList();
    List<Change> changes =
        rows(catalog, "claims/changes")
            .map(
                row ->
                    new Change(
                        row.getInt("change"),
                        row.getDate("date"),
                        row.getString("proposition"),
                        row.getString("what"),
                        row.getBoolean("threshold_moved"),
                        row.getString("reason"),
                        row.getString("proposer_knew_results"),
                        row.getString("text")))
            .toList();
    List<GradeRule> grades =
        rows(catalog, "claims/grades")
            .map(
                row ->
                    new GradeRule(
                        row.getString("flag"),
                        Grade.valueOf(row.getString("grade")),
                        row.getInt("precedence"),
                        row.getBoolean("decides"),
                        row.getString("text")))
            .toList();

    Set<String> registered =
        claims.stream()
            .flatMap(claim -> claim.propositions().stream())
            .map(Proposition::id)
            .collect(Collectors.toSet());
    Stream.of(
            propositions.stream().map(Proposition::id),
            conditions.keySet().stream(),
            groups.keySet().stream(),
            definitions.keySet().stream(),
            worlds.keySet().stream(),
            options.keySet().stream(),
            sharedEvidence.stream().flatMap(set -> set.propositions().stream()),
            changes.stream().map(Change::proposition).filter(id -> !id.isEmpty()))
        .flatMap(Function.identity())
        .filter(id -> !registered.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException(
                  "the registry names the proposition %s, which no claim has".formatted(id));
            });
    return new Registry(claims, machinery(catalog), grades, sharedEvidence, changes);
  }

  private static Machinery machinery(Catalog catalog) {
    Map<String, Double> constants =
        rows(catalog, "claims/machinery")
            .collect(
                Collectors.toMap(row -> row.getString("constant"), row -> row.getDouble("value")));
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
        YearMonth.of(
            constant.apply("oldest_deciding_year").intValue(),
            constant.apply("oldest_deciding_month").intValue()));
  }

  private static List<Choice> choices(List<Specification.Selection> options) {
    Map<String, List<String>> byChoice = new LinkedHashMap<>();
    for (Specification.Selection each : options) {
      List<String> known = byChoice.computeIfAbsent(each.choice(), name -> new ArrayList<>());
      if (!each.option().isEmpty()) {
        known.add(each.option());
      }
    }
    return byChoice.entrySet().stream()
        .map(entry -> new Choice(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static <T> Map<String, List<T>> byProposition(
      Catalog catalog, String table, Function<Row, T> read) {
    return rows(catalog, table)
        .collect(
            Collectors.groupingBy(
                row -> row.getString("proposition"),
                LinkedHashMap::new,
                Collectors.mapping(read, Collectors.toList())));
  }

  /** One cursor over the rows of a table: each is read before the next is asked for. */
  private static Stream<Row> rows(Catalog catalog, String table) {
    return StreamSupport.stream(catalog.table(table).spliterator(), false);
  }

  private static int whole(Row row, String column) {
    return row.isMissing(column) ? 0 : row.getInt(column);
  }

  /**
   * All claims.
   *
   * @return the claims, by number
   */
  public List<Claim> claims() {
    return claims;
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
   * The constants by which evidence becomes a word.
   *
   * @return the machinery
   */
  public Machinery machinery() {
    return machinery;
  }

  /**
   * The grades that the flags of source tables give.
   *
   * @return the rules
   */
  public List<GradeRule> grades() {
    return grades;
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

  /**
   * Which propositions share data, across claims too: their words are never added up.
   *
   * @return the sets
   */
  public List<SharedEvidence> sharedEvidence() {
    return sharedEvidence;
  }

  /**
   * The change log of the rules.
   *
   * @return the changes, the first registration first
   */
  public List<Change> changes() {
    return changes;
  }
}
