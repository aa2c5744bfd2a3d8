package speedbump.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.analysis.Board;
import speedbump.analysis.Verdicts;
import speedbump.analysis.WhatIf;
import speedbump.analysis.synthesis.EvidenceMap;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.EvidenceWeight;
import speedbump.claim.Fit;
import speedbump.claim.GroupResult;
import speedbump.claim.Leaning;
import speedbump.claim.Power;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.claim.Strip;
import speedbump.claim.World;
import speedbump.claim.WorldDraws;
import speedbump.data.Catalog;
import speedbump.data.Resource;

/** What a cell shows of the registered rules, of the verdicts and of the sources. */
public final class Claims {
  private Claims() {}

  /**
   * The verdict on a claim, as computed with all its specifications and simulated worlds.
   *
   * @param claim number of the claim
   * @return a box with the claim's word, the reason, and one line a proposition with its question
   */
  public static Object verdict(int claim) {
    return verdict(Verdicts.of(claim));
  }

  /**
   * The verdict on a claim, before and after changes that a reader makes. The registered verdict
   * stays what it is.
   *
   * @param claim number of the claim
   * @param changes at least one change: {@link #without(String, String)} or {@link #bound}
   * @return a table of the claim's word and those of its propositions, before and after
   * @throws IllegalArgumentException if a change names what the claim does not have
   * @throws IllegalStateException if bounds are moved past each other
   */
  public static Object verdict(int claim, WhatIf.Change... changes) {
    WhatIf whatIf = WhatIf.of(claim, List.of(changes));
    List<List<String>> rows = new ArrayList<>();
    for (WhatIf.Row row : whatIf.rows()) {
      boolean same = row.before().equals(row.after());
      rows.add(
          List.of(
              row.name(),
              row.question(),
              row.before(),
              same ? "the same" : row.after(),
              same ? "" : row.reason()));
    }
    return Show.table(
        "What if: %s (not the registered rule)".formatted(whatIf.words()),
        List.of("", "question", "registered", "with the change", "why"),
        rows);
  }

  /**
   * Ways of counting left out, for {@link #verdict(int, WhatIf.Change...)}.
   *
   * @param choice name of the choice, or what the claim's groups are called: "ruler", "series"
   * @param option the option, or the name of the group, to leave out wherever the claim has it
   * @return the change
   */
  public static WhatIf.Change without(String choice, String option) {
    return new WhatIf.Without("", choice, option);
  }

  /**
   * A bound moved, for {@link #verdict(int, WhatIf.Change...)}.
   *
   * @param proposition id of the proposition, for instance "6a"
   * @param side "holds" or "fails"
   * @param quantity name of the quantity, as {@code claims/conditions} has it
   * @param value the bound in place of the registered one
   * @return the change
   * @throws IllegalArgumentException if the side is neither
   */
  public static WhatIf.Change bound(
      String proposition, String side, String quantity, double value) {
    if (!side.equals("holds") && !side.equals("fails")) {
      throw new IllegalArgumentException("a side is \"holds\" or \"fails\", not " + side);
    }
    return new WhatIf.Bound(
        proposition, side.equals("holds") ? Standing.HOLDS : Standing.FAILS, quantity, value);
  }

  static Object verdict(ClaimResult result) {
    Registry registry = Registry.of(Catalog.shared());
    Claim registered = registry.claim(result.claim());
    List<VerdictBox.Row> rows = new ArrayList<>();
    for (PropositionResult one : result.propositions()) {
      Proposition proposition = registry.proposition(one.proposition());
      rows.add(
          new VerdictBox.Row(
              one.proposition(),
              proposition.question(),
              one.word().words(),
              one.reason(),
              Strip.of(registry, one)));
    }
    return Show.verdict(
        new VerdictBox(
            "Claim %d: %s".formatted(result.claim(), registered.statement()),
            result.word().words() + Leaning.of(result, registry.machinery()).words(),
            result.finding(),
            result.reason(),
            result.confidence().words(),
            rows));
  }

  /**
   * Propositions of several claims, each on its strip, with what its simulated worlds say of it and
   * the propositions that rest on the same data.
   *
   * @param title what they are readings of
   * @param rows the propositions
   * @return what the cell shows
   */
  public static Object strips(String title, List<EvidenceMap.Row> rows) {
    Registry registry = Registry.of(Catalog.shared());
    StringBuilder html = new StringBuilder("<p><b>" + Html.text(title) + "</b></p>\n");
    html.append("<div style=\"").append(VerdictBox.COLUMNS).append("\">\n");
    StringBuilder text = new StringBuilder(title);
    for (EvidenceMap.Row row : rows) {
      Optional<Strip> strip =
          row.word().isEmpty()
              ? Optional.empty()
              : Strip.of(
                  registry,
                  Verdicts.of(registry.proposition(row.proposition()).claim())
                      .proposition(row.proposition()));
      String word = row.word().isEmpty() ? "not yet examined" : row.word();
      String seen = seen(row);
      html.append(
          VerdictBox.html(
              new VerdictBox.Row(row.proposition(), row.question(), word, "", strip),
              seen.isEmpty()
                  ? ""
                  : "<div style=\"font-size: 0.9em\">" + Html.text(seen) + "</div>\n"));
      text.append('\n').append(row.proposition()).append("  ").append(word).append(": ");
      text.append(row.question());
      Stream.of(strip.map(Strip::words).orElse(""), seen)
          .filter(sentence -> !sentence.isEmpty())
          .forEach(sentence -> text.append("\n    ").append(sentence));
    }
    return Kernel.display(Output.of(html.append("</div>").toString(), text.toString()));
  }

  private static String kinds(String looksLike) {
    return Arrays.stream(looksLike.split("; "))
        .map(kind -> kind.endsWith("either") ? "of " + kind + " kind" : kind)
        .collect(Collectors.joining(" or "));
  }

  private static String seen(EvidenceMap.Row row) {
    return Stream.of(
            row.looksLike().isEmpty() ? "" : "Looks like worlds " + kinds(row.looksLike()) + ".",
            row.weight().isEmpty() ? "" : "Weight: " + row.weight() + ".",
            row.shares().isEmpty() ? "" : "Same data as " + String.join(", ", row.shares()) + ".")
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /**
   * The board: every claim with its word and what was found.
   *
   * @return a table of one row a claim
   */
  public static Object board() {
    List<List<String>> rows = new ArrayList<>();
    for (Board.Row row : Verdicts.board().claims()) {
      rows.add(
          List.of(Integer.toString(row.claim()), row.question(), row.word(), row.firstFinding()));
    }
    return Show.table(
        "The verdict board", List.of("claim", "question", "verdict", "what was found"), rows);
  }

  /**
   * The registered rule of some propositions.
   *
   * @param propositions their ids, for instance "6a"
   * @return a table of one row a proposition: class, question, when it holds, when it fails
   */
  public static Object rule(String... propositions) {
    Registry registry = Registry.of(Catalog.shared());
    List<List<String>> rows = new ArrayList<>();
    for (String id : propositions) {
      Proposition proposition = registry.proposition(id);
      rows.add(
          List.of(
              id,
              proposition.propositionClass().words(),
              proposition.question(),
              registry.rule(proposition, Standing.HOLDS),
              registry.rule(proposition, Standing.FAILS)));
    }
    return Show.table(
        "The registered rule", List.of("", "class", "question", "holds if", "fails if"), rows);
  }

  /**
   * The evidence behind a verdict: one row a group, with its specifications and its power.
   *
   * @param claim number of the claim
   * @return a table: specifications and their distinct answers, what the test says in simulated
   *     worlds, which world the data look like and the weight of the evidence; what rests on worlds
   *     is empty where the evidence has no sampling error
   */
  public static Object evidence(int claim) {
    return evidence(Verdicts.of(claim));
  }

  static Object evidence(ClaimResult result) {
    Registry registry = Registry.of(Catalog.shared());
    double coverage = registry.machinery().weights().fitCoverage();
    List<List<String>> rows = new ArrayList<>();
    for (PropositionResult proposition : result.propositions()) {
      for (GroupResult group : proposition.groups()) {
        Power power = group.power();
        boolean measured = power.measured() && power.unusableGivenTrue() < power.draws();
        rows.add(
            List.of(
                proposition.proposition(),
                group.name().replace('_', ' '),
                "%d of %d".formatted(group.usable(), group.voting().size()),
                Integer.toString(group.distinctAnswers()),
                Integer.toString(group.meetHolds()),
                Integer.toString(group.meetFails()),
                measured ? both(power.holdsGivenTrue(), power.holdsGivenFalse()) : "",
                measured ? both(power.failsGivenTrue(), power.failsGivenFalse()) : "",
                group
                    .fit(registry.proposition(proposition.proposition()).statistic(), coverage)
                    .map(Fit::cell)
                    .orElse(""),
                group.weight().map(EvidenceWeight::cell).orElse(""),
                group.vote().words()));
      }
    }
    return Show.table(
        "Groups, specifications and power",
        List.of(
            "",
            "group",
            "can be run",
            "answers",
            "hold",
            "fail",
            "says holds, where true / false",
            "says fails, where true / false",
            "looks like",
            "weight",
            "vote"),
        rows);
  }

  /**
   * What the registered default of a test says in each simulated world.
   *
   * @param proposition id of the proposition, for instance "2a"
   * @param groups names of groups, or none for all that have worlds
   * @return a table of one row a group and world: how often it says "holds" and "fails"
   */
  public static Object worlds(String proposition, String... groups) {
    Proposition registered = Registry.of(Catalog.shared()).proposition(proposition);
    PropositionResult result = Verdicts.of(registered.claim()).proposition(proposition);
    List<GroupResult> shown =
        groups.length == 0
            ? result.groups().stream().filter(group -> group.power().measured()).toList()
            : Arrays.stream(groups).map(result::group).toList();
    List<List<String>> rows = new ArrayList<>();
    for (GroupResult group : shown) {
      for (WorldDraws draws : group.power().worlds()) {
        rows.add(
            List.of(
                group.name().replace('_', ' '),
                registered.worlds(draws.world()).get(draws.variant() - 1).reads(),
                draws.world() == World.T ? "yes" : "no",
                percent(draws.holds()),
                percent(draws.fails())));
      }
    }
    return Show.table(
        "What the test says in simulated worlds",
        List.of("group", "in this world", "is the claim true?", "says holds", "says fails"),
        rows);
  }

  private static String both(double whenTrue, double whenFalse) {
    return percent(whenTrue) + " / " + percent(whenFalse);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /**
   * What would flip the verdict on a claim.
   *
   * @param claim number of the claim
   * @return a table of one row an observation, with the day by which it could be seen where one is
   *     named, and whether the tables show it
   */
  public static Object flips(int claim) {
    return Show.table(
        "What would flip it",
        List.of("direction", "observation", "by", "so far"),
        Board.flips(Catalog.shared(), Verdicts.of(claim)).stream()
            .map(flip -> List.of(flip.direction(), flip.observation(), flip.seenBy(), flip.soFar()))
            .toList());
  }

  /**
   * Where tables come from.
   *
   * @param names names of resources of the data package
   * @return a table of one row a resource: what it holds, rows, licence, snapshot
   */
  public static Object sources(String... names) {
    List<List<Object>> rows = new ArrayList<>();
    for (String name : names) {
      Resource resource = Catalog.shared().resource(name);
      rows.add(
          List.of(
              name,
              resource.title(),
              resource.rows(),
              resource.licences().get(0).name(),
              resource.snapshot().toString()));
    }
    return Show.table(
        "Where the tables come from",
        List.of("table", "what it holds", "rows", "licence", "as of"),
        rows);
  }
}
