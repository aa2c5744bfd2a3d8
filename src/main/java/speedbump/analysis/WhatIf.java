package speedbump.analysis;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examiner;
import speedbump.claim.Leaning;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Standing;
import speedbump.data.Catalog;

/**
 * A claim judged once more with ways of counting left out or bounds moved. Nothing registered
 * changes: it shows what the verdict rests on.
 *
 * @param before the registered verdict
 * @param after what the same evidence gives after the changes
 * @param changes the changes, at least one
 */
public record WhatIf(ClaimResult before, ClaimResult after, List<Change> changes) {
  private static final Pattern CLAIM = Pattern.compile("(\\d+)([a-z]?)");

  /** Words of a change are parted by blanks, those in a file by commas. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("(\\w+)[ ,]+without[ ,]+(\\S[^=,]*?)\\s*[=,]\\s*(\\S.*)");

  private static final Pattern BOUND =
      Pattern.compile("(\\w+)[ ,]+(holds|fails)[ ,]+(\\w+)[ ,]+(\\S+)");

  /** Something that a reader changes. */
  public sealed interface Change permits Without, Bound {
    /**
     * The change for a reader.
     *
     * @return a few words
     */
    String words();
  }

  /**
   * Ways of counting left out.
   *
   * @param proposition the proposition, or empty for all of the claim that have the choice
   * @param choice name of the choice, or what its groups are called: "ruler", "series"
   * @param option the option, or the name of the group, that is left out
   */
  public record Without(String proposition, String choice, String option) implements Change {
    @Override
    public String words() {
      return "%swithout %s = %s"
          .formatted(proposition.isEmpty() ? "" : proposition + " ", choice, option);
    }

    private boolean touches(Proposition one) {
      return proposition.isEmpty() || proposition.equals(one.id());
    }

    private boolean leavesOut(Proposition one, Specification way) {
      return way.selections().contains(new Specification.Selection(choice, option))
          || shown(option).equals(shown(way.group()))
              && one.groups().stream().anyMatch(group -> choice.equals(group.per()));
    }
  }

  /**
   * A bound moved.
   *
   * @param proposition the proposition
   * @param side {@link Standing#HOLDS} or {@link Standing#FAILS}
   * @param quantity name of the quantity
   * @param value the bound in place of the registered one, in the unit of the quantity
   */
  public record Bound(String proposition, Standing side, String quantity, double value)
      implements Change {
    @Override
    public String words() {
      return "%s %s %s %s".formatted(proposition, side.words(), quantity, value);
    }
  }

  public WhatIf {
    changes = List.copyOf(changes);
  }

  /**
   * Judges a claim with changes. Where a bound moves, what the test can tell is taken anew from the
   * same simulated worlds, which are drawn for it once.
   *
   * @param claim number of the claim
   * @param changes the changes, all of this claim
   * @return the verdict before and after
   * @throws IllegalArgumentException if there is no change, or one names a proposition, choice,
   *     option or condition that the claim does not have: the message says which it has
   * @throws IllegalStateException if bounds are moved past each other, so that evidence meets both
   *     sides at once
   */
  public static WhatIf of(int claim, List<Change> changes) {
    boolean bounds = changes.stream().anyMatch(Bound.class::isInstance);
    Verdicts.Drawn drawn =
        bounds ? Verdicts.drawn(claim) : new Verdicts.Drawn(Verdicts.of(claim), null);
    return of(Registry.of(Catalog.shared()), drawn, changes);
  }

  static WhatIf of(Registry registry, Verdicts.Drawn drawn, List<Change> changes) {
    ClaimResult before = drawn.result();
    Claim claim = registry.claim(before.claim());
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("no change is named");
    }
    Map<String, Proposition> moved = new TreeMap<>();
    for (Change change : changes) {
      if (change instanceof Bound bound) {
        Proposition one = claim.proposition(bound.proposition());
        moved.put(
            one.id(),
            moved
                .getOrDefault(one.id(), one)
                .withBound(bound.side(), bound.quantity(), bound.value()));
      } else {
        refuseUnknown(claim, before, (Without) change);
      }
    }
    Examiner examiner =
        drawn.simulations() == null
            ? new Examiner(registry.machinery())
            : new Examiner(registry.machinery(), drawn.simulations());
    List<PropositionResult> judged = new ArrayList<>();
    for (PropositionResult result : before.propositions()) {
      Proposition one = claim.proposition(result.proposition());
      PropositionResult again = result;
      if (moved.containsKey(one.id())) {
        one = moved.get(one.id());
        try {
          again = examiner.bounded(one, again);
        } catch (IllegalStateException e) {
          throw new IllegalStateException(
              "the bounds are moved past each other: " + e.getMessage(), e);
        }
      }
      judged.add(examiner.counting(one, again, stays(one, changes)));
    }
    return new WhatIf(before, examiner.conclude(claim, judged), changes);
  }

  /** As pages show the name of a group. */
  private static String shown(String group) {
    return group.replace('_', ' ');
  }

  private static Predicate<Specification> stays(Proposition one, List<Change> changes) {
    List<Without> left =
        changes.stream()
            .filter(Without.class::isInstance)
            .map(Without.class::cast)
            .filter(change -> change.touches(one))
            .toList();
    return way -> left.stream().noneMatch(change -> change.leavesOut(one, way));
  }

  private static void refuseUnknown(Claim claim, ClaimResult result, Without change) {
    if (!change.proposition().isEmpty()) {
      claim.proposition(change.proposition());
    }
    TreeSet<String> known = new TreeSet<>();
    for (PropositionResult each : result.propositions()) {
      Proposition one = claim.proposition(each.proposition());
      List<Specification> ways =
          each.groups().stream()
              .flatMap(group -> group.specifications().stream())
              .map(way -> way.specification())
              .toList();
      if (!change.touches(one)) {
        continue;
      }
      if (ways.stream().anyMatch(way -> change.leavesOut(one, way))) {
        return;
      }
      for (Specification way : ways) {
        way.selections().forEach(s -> known.add(s.choice() + " = " + s.option()));
        one.groups().stream()
            .filter(group -> !group.per().isEmpty())
            .forEach(group -> known.add(group.per() + " = " + shown(way.group())));
      }
    }
    throw new IllegalArgumentException(
        "there is no %s = %s in claim %d%s; it has %s"
            .formatted(
                change.choice(),
                change.option(),
                claim.number(),
                change.proposition().isEmpty() ? "" : ", " + change.proposition(),
                known));
  }

  /**
   * A proposition or the claim, before and after.
   *
   * @param name "claim 6" or "6a"
   * @param question what it asks
   * @param before its registered word
   * @param after its word after the changes
   * @param reason why, after the changes
   */
  public record Row(String name, String question, String before, String after, String reason) {}

  /**
   * The claim and its propositions, each with its word before and after.
   *
   * @return one row for the claim, then one a proposition
   */
  public List<Row> rows() {
    Registry registry = Registry.of(Catalog.shared());
    Claim claim = registry.claim(before.claim());
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            "claim " + claim.number(),
            claim.question(),
            word(registry, before),
            word(registry, after),
            after.reason()));
    for (PropositionResult one : after.propositions()) {
      rows.add(
          new Row(
              one.proposition(),
              claim.proposition(one.proposition()).question(),
              before.proposition(one.proposition()).word().words(),
              one.word().words(),
              one.reason()));
    }
    return rows;
  }

  /**
   * The changes for a reader.
   *
   * @return a few words a change, parted by semicolons
   */
  public String words() {
    return changes.stream().map(Change::words).collect(Collectors.joining("; "));
  }

  private static String word(Registry registry, ClaimResult result) {
    return result.word().words() + Leaning.of(result, registry.machinery()).words();
  }

  /**
   * A change as it is written on a command line or in a row of a file.
   *
   * @param claim number of the claim that it touches
   * @param change the change
   */
  record Named(int claim, Change change) {}

  /**
   * Reads a change: "6a holds permutation_p 0.15", "6 without closeness = score", or the same four
   * words parted by commas.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Named parse(String text) {
    Matcher bound = BOUND.matcher(text.strip());
    Matcher without = LEFT_OUT.matcher(text.strip());
    Matcher id =
        CLAIM.matcher(bound.matches() ? bound.group(1) : without.matches() ? without.group(1) : "");
    try {
      if (id.matches() && bound.matches() && !id.group(2).isEmpty()) {
        return new Named(
            Integer.parseInt(id.group(1)),
            new Bound(
                id.group(),
                bound.group(2).equals("holds") ? Standing.HOLDS : Standing.FAILS,
                bound.group(3),
                Double.parseDouble(bound.group(4))));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s: is no number".formatted(bound.group(4)), e);
    }
    if (id.matches() && without.matches()) {
      return new Named(
          Integer.parseInt(id.group(1)),
          new Without(id.group(2).isEmpty() ? "" : id.group(), without.group(2), without.group(3)));
    }
    throw new IllegalArgumentException(
        "\"%s\" is no change; write for instance \"6a holds permutation_p 0.15\" or \"6 without"
                .formatted(text.strip())
            + " closeness = score\", several parted by a semicolon, or name a csv file with one"
            + " change a row");
  }

  private static List<Named> parseAll(String text) throws IOException {
    Stream<String> lines =
        text.endsWith(".csv")
            ? Files.readAllLines(Path.of(text)).stream()
            : Arrays.stream(text.split(";"));
    return lines.filter(line -> !line.isBlank()).map(WhatIf::parse).toList();
  }

  /**
   * Prints the verdicts of the claims that the changes touch, before and after.
   *
   * @param arguments the changes, parted by semicolons, or a csv file with one change a row
   */
  public static void main(String[] arguments) {
    try (PrintStream out =
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err =
            new PrintStream(
                new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
      try {
        Map<Integer, List<Change>> changes =
            parseAll(String.join(" ", arguments)).stream()
                .collect(
                    Collectors.groupingBy(
                        Named::claim,
                        TreeMap::new,
                        Collectors.mapping(Named::change, Collectors.toList())));
        if (changes.isEmpty()) {
          parse("");
        }
        changes.forEach((claim, all) -> print(out, of(claim, all)));
      } catch (IllegalArgumentException | IllegalStateException | IOException e) {
        err.println(e instanceof IOException ? "cannot read " + e.getMessage() : e.getMessage());
        System.exit(1);
      }
    }
  }

  private static void print(PrintStream out, WhatIf whatIf) {
    out.println("What if: " + whatIf.words() + " (this is not the registered rule)");
    for (Row row : whatIf.rows()) {
      boolean same = row.before().equals(row.after());
      out.printf(
          "  %-8s %s%s%n",
          row.name(), row.before(), same ? " (unchanged)" : "  ->  " + row.after());
      if (!same) {
        out.println("           " + row.reason());
      }
    }
  }
}
