package speedbump.analysis;

import java.util.ArrayList;
import java.util.List;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.EvidenceWeight;
import speedbump.claim.Fit;
import speedbump.claim.GroupResult;
import speedbump.claim.Power;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.claim.Standing;
import speedbump.data.Catalog;

/**
 * What a reviewer is shown of every proposition: its rule, what was run, what the test could have
 * told, and the word.
 *
 * @param propositions one row a proposition, by claim
 * @param groups one row a group of specifications, in the order of the propositions
 */
public record Review(List<Row> propositions, List<Group> groups) {

  /**
   * A proposition.
   *
   * @param proposition its id
   * @param claim number of its claim
   * @param role what it is to its claim
   * @param question what it asks
   * @param holds when it holds, as it is judged
   * @param fails when it fails
   * @param counts what was run, over all groups that decide
   * @param word its word; empty where it has not been examined
   * @param reason why
   */
  public record Row(
      String proposition,
      int claim,
      String role,
      String question,
      String holds,
      String fails,
      Counts counts,
      String word,
      String reason) {}

  /**
   * A group of specifications.
   *
   * @param proposition id of its proposition
   * @param group its name
   * @param decides whether it votes by the rules; else it is shown
   * @param counts what was run
   * @param looksLike which simulated world the data look like; empty without worlds
   * @param weight the weight of the evidence; empty without worlds
   * @param vote what the group says
   */
  public record Group(
      String proposition,
      String group,
      boolean decides,
      Counts counts,
      String looksLike,
      String weight,
      String vote) {}

  /**
   * What was run of some groups of specifications, and what their tests could have told.
   *
   * @param ways ways of counting that vote
   * @param run how many of them can be run
   * @param answers different answers among those that can be run, group by group
   * @param hold how many say that the proposition holds
   * @param fail how many say that it fails
   * @param worlds draws of each simulated world; 0 where no world was run
   * @param holdsGivenTrue share of draws in which the default says "holds" where the claim is true,
   *     of several tests the least
   * @param holdsGivenFalse the same where it is false, of several tests the greatest
   * @param failsGivenTrue share of draws in which it says "fails" where the claim is true, of
   *     several tests the greatest
   * @param failsGivenFalse the same where it is false, of several tests the least
   */
  public record Counts(
      int ways,
      int run,
      int answers,
      int hold,
      int fail,
      int worlds,
      double holdsGivenTrue,
      double holdsGivenFalse,
      double failsGivenTrue,
      double failsGivenFalse) {
    static Counts of(List<GroupResult> groups) {
      Power power = Power.worst(groups.stream().map(GroupResult::power).toList());
      return new Counts(
          groups.stream().mapToInt(group -> group.voting().size()).sum(),
          groups.stream().mapToInt(GroupResult::usable).sum(),
          groups.stream().mapToInt(GroupResult::distinctAnswers).sum(),
          groups.stream().mapToInt(GroupResult::meetHolds).sum(),
          groups.stream().mapToInt(GroupResult::meetFails).sum(),
          power.draws(),
          power.holdsGivenTrue(),
          power.holdsGivenFalse(),
          power.failsGivenTrue(),
          power.failsGivenFalse());
    }
  }

  /** Keeps its own copies. */
  public Review {
    propositions = List.copyOf(propositions);
    groups = List.copyOf(groups);
  }

  /**
   * The review as the verdicts stand.
   *
   * @param catalog the collection's tables
   * @param results one result a claim
   * @return the review
   */
  public static Review of(Catalog catalog, List<ClaimResult> results) {
    Registry registry = Registry.of(catalog);
    double coverage = registry.machinery().weights().fitCoverage();
    List<Row> rows = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (ClaimResult result : results) {
      Claim claim = registry.claim(result.claim());
      for (Proposition one : claim.propositions()) {
        PropositionResult judged =
            result.propositions().stream()
                .filter(part -> part.proposition().equals(one.id()))
                .findFirst()
                .orElse(null);
        List<GroupResult> all = judged == null ? List.of() : judged.groups();
        rows.add(row(registry, one, judged, all.stream().filter(GroupResult::decides).toList()));
        all.forEach(group -> groups.add(group(one, group, coverage)));
      }
    }
    return new Review(rows, groups);
  }

  private static Row row(
      Registry registry, Proposition one, PropositionResult judged, List<GroupResult> deciding) {
    return new Row(
        one.id(),
        one.claim(),
        one.propositionClass().words(),
        one.question(),
        registry.rule(one, Standing.HOLDS),
        registry.rule(one, Standing.FAILS),
        Counts.of(deciding),
        judged == null ? "" : judged.word().words(),
        judged == null ? "" : judged.reason());
  }

  private static Group group(Proposition one, GroupResult group, double coverage) {
    return new Group(
        one.id(),
        group.name().replace('_', ' '),
        group.decides(),
        Counts.of(List.of(group)),
        group.fit(one.statistic(), coverage).map(Fit::cell).orElse(""),
        group.weight().map(EvidenceWeight::cell).orElse(""),
        group.vote().words());
  }
}
