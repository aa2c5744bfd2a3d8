package speedbump.claim;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes words of evidence, by the registered machinery alone.
 *
 * <p>Where the rules leave something open it reads them so:
 *
 * <ul>
 *   <li>A test with P(holds given T) below its bound cannot tell, whichever side its specifications
 *       meet.
 *   <li>The share of usable specifications is taken of all specifications of the group; a group
 *       with too few does not vote, whatever its simulated worlds say.
 *   <li>No eligible group at all is <i>cannot tell (coverage)</i>; groups of which none votes are
 *       <i>cannot tell</i>.
 *   <li>A gate caps what it guards where it fails, is split, cannot tell or is not applicable:
 *       holds, fails and split become open. An open gate does not cap.
 *   <li>A heart that is illustrated only or not applicable makes the claim <i>cannot tell</i>.
 *   <li>A claim of which a counted row, or the gate or parent of one, has no result is not yet
 *       examined. Supporting rows and rows that are not testable never count and may be absent.
 *   <li>A heart beside which no other row counts decides alone: supported or refuted.
 * </ul>
 */
public final class Examiner {
  private final Machinery machinery;
  private final Simulations simulations;

  /**
   * An examiner that follows the registered constants.
   *
   * @param machinery the constants
   */
  public Examiner(Machinery machinery) {
    this(machinery, new Simulations());
  }

  /**
   * An examiner that follows the registered constants and keeps what it simulates.
   *
   * @param machinery the constants
   * @param simulations where the draws of examined trials are kept
   */
  public Examiner(Machinery machinery, Simulations simulations) {
    this.machinery = machinery;
    this.simulations = simulations;
  }

  /**
   * Judges a proposition by its own evidence; gates and parents come in with {@link #conclude}.
   *
   * @param examination the proposition and its trials
   * @return its word, with all figures
   * @throws IllegalArgumentException if evidence lacks a quantity that a condition or the statistic
   *     of the proposition names, or the newest deciding data are too old and the proposition is
   *     not registered as one that stands on their year
   * @throws IllegalStateException if evidence meets both sides at once, which is an error of the
   *     rule
   */
  public PropositionResult examine(Examination examination) {
    Proposition proposition = examination.proposition();
    if (proposition.illustratedOnly()) {
      return illustrated(proposition);
    }
    if (examination.missing().isPresent()) {
      return result(
          proposition,
          PropositionWord.CANNOT_TELL_COVERAGE,
          "Missing: " + examination.missing().get() + ".",
          List.of());
    }
    List<GroupResult> groups = examination.trials().stream().map(this::examine).toList();
    if (groups.stream().anyMatch(GroupResult::decides)) {
      refuseOld(examination);
    }
    return joined(proposition, groups);
  }

  /**
   * Judges once more what was examined before, with some ways of counting left out: they are shown
   * and do not count. What the test can tell and the weight of the evidence rest on the registered
   * default, whether it is left out or not.
   *
   * @param proposition the proposition
   * @param before what was made of it
   * @param counted the ways of counting that stay
   * @return its word, gate and parent not considered
   */
  public PropositionResult counting(
      Proposition proposition, PropositionResult before, Predicate<Specification> counted) {
    return again(
        proposition,
        before,
        group ->
            judged(
                group.name(),
                group.decides(),
                group.specifications().stream()
                    .map(one -> one.counted(counted.test(one.specification())))
                    .toList(),
                group.power()));
  }

  /**
   * Judges once more what was examined before, under other bounds. What the test can tell is taken
   * anew from the same draws.
   *
   * @param moved the proposition {@linkplain Proposition#withBounds with other bounds}
   * @param before what an examiner that keeps its draws where this one does made of it
   * @return its word, gate and parent not considered
   * @throws IllegalArgumentException if its draws were not kept
   * @throws IllegalStateException if evidence or a draw meets both sides at once, as it can where
   *     bounds are moved past each other
   */
  public PropositionResult bounded(Proposition moved, PropositionResult before) {
    return again(moved, before, group -> bounded(moved, group));
  }

  private GroupResult bounded(Proposition moved, GroupResult before) {
    List<SpecificationResult> given = before.specifications();
    List<Simulations.OfWorld> worlds = simulations.of(moved.id(), before.name());
    if (worlds.isEmpty() == before.power().measured()) {
      throw new IllegalArgumentException(
          "%s, %s: its draws were not kept".formatted(moved.id(), before.name()));
    }
    Power power = Power.of(moved, given.get(0).specification(), worlds);
    return judged(
        before.name(),
        before.decides(),
        given.stream()
            .map(
                one ->
                    SpecificationResult.of(
                        moved,
                        one.specification(),
                        one.evidence().figures().isEmpty()
                            ? Outcome.unusable(one.unusable())
                            : withPower(moved, one.evidence(), power)))
            .toList(),
        power);
  }

  /** What no group decides keeps the word that it has by itself. */
  private PropositionResult again(
      Proposition proposition, PropositionResult before, UnaryOperator<GroupResult> group) {
    return before.groups().stream().anyMatch(GroupResult::decides)
        ? joined(proposition, before.groups().stream().map(group).toList())
        : new PropositionResult(
            before.proposition(),
            before.propositionClass(),
            before.wordAlone(),
            before.wordAlone(),
            before.reason(),
            before.groups());
  }

  private PropositionResult joined(Proposition proposition, List<GroupResult> groups) {
    List<GroupResult> deciding = groups.stream().filter(GroupResult::decides).toList();
    if (deciding.isEmpty()) {
      return result(
          proposition,
          PropositionWord.CANNOT_TELL_COVERAGE,
          "Missing: there is nothing that may decide.",
          groups);
    }
    PropositionWord word =
        proposition
            .quantifier()
            .join(deciding.stream().map(GroupResult::vote).toList(), machinery.majorityShare());
    return result(proposition, word, reason(proposition, word, deciding), groups);
  }

  /** A row whose newest deciding data lie before the sanctions carries their year and is S. */
  private void refuseOld(Examination examination) {
    Proposition proposition = examination.proposition();
    YearMonth newest =
        examination.trials().stream()
            .filter(trial -> proposition.group(trial.group()).decides())
            .map(Trial::newest)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    boolean old = newest.isBefore(machinery.oldestDeciding());
    if (old != proposition.standsOnYear().isPresent()
        || old && proposition.standsOnYear().getAsInt() != newest.getYear()) {
      throw new IllegalArgumentException(
          "%s: its newest deciding data are of %s, and the registry says that it stands on %s"
              .formatted(
                  proposition.id(),
                  newest,
                  proposition.standsOnYear().isPresent()
                      ? proposition.standsOnYear().getAsInt()
                      : "data from " + machinery.oldestDeciding() + " on"));
    }
  }

  private static PropositionResult illustrated(Proposition proposition) {
    return result(
        proposition,
        PropositionWord.ILLUSTRATED_ONLY,
        proposition.texts().holds() + ".",
        List.of());
  }

  private static PropositionResult result(
      Proposition proposition, PropositionWord word, String reason, List<GroupResult> groups) {
    String dated =
        proposition.standsOnYear().isEmpty()
            ? reason
            : "%s It stands on %d.".formatted(reason, proposition.standsOnYear().getAsInt());
    return new PropositionResult(
        proposition.id(), proposition.propositionClass(), word, word, dated, groups);
  }

  private static String reason(
      Proposition proposition, PropositionWord word, List<GroupResult> groups) {
    if (groups.size() == 1) {
      return groups.get(0).reason();
    }
    List<Standing> votes = groups.stream().map(GroupResult::vote).toList();
    String closeCalls =
        groups.stream()
            .flatMap(
                group ->
                    group.closeCalls().stream()
                        .map(call -> " %s: c%s".formatted(group.name(), call.substring(1))))
            .collect(Collectors.joining());
    return "Of %d %s %s: %s. %s%s"
        .formatted(
            groups.size(),
            proposition.groupNoun(),
            Stream.of(
                    said(votes, Standing.HOLDS, "says \"holds\"", "say \"holds\""),
                    said(votes, Standing.FAILS, "says \"fails\"", "say \"fails\""),
                    said(votes, Standing.NEITHER, "is open", "are open"),
                    said(votes, Standing.UNUSABLE, "cannot tell", "cannot tell"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ")),
            word.words(),
            proposition.quantifier().rule(),
            closeCalls);
  }

  private static Optional<String> said(
      List<Standing> votes, Standing vote, String one, String more) {
    int count = Collections.frequency(votes, vote);
    return count == 0 ? Optional.empty() : Optional.of(count + " " + (count == 1 ? one : more));
  }

  private GroupResult examine(Trial<?> trial) {
    Proposition proposition = trial.proposition();
    List<Simulations.OfWorld> worlds =
        Power.simulate(trial, trial.dear() ? machinery.dearDraws() : machinery.draws());
    simulations.keep(proposition.id(), trial.name(), worlds);
    Power power = Power.of(proposition, trial.defaultSpecification(), worlds);
    return judged(
        trial.name(), proposition.group(trial.group()).decides(), run(trial, power), power);
  }

  private GroupResult judged(
      String name, boolean decides, List<SpecificationResult> results, Power power) {
    List<SpecificationResult> voting = GroupResult.voting(results);
    int holds = count(voting, Standing.HOLDS);
    int fails = count(voting, Standing.FAILS);
    int usable = voting.size() - count(voting, Standing.UNUSABLE);
    double shareHolds = usable == 0 ? 0 : holds / (double) usable;
    double shareFails = usable == 0 ? 0 : fails / (double) usable;

    List<String> sentences = new ArrayList<>();
    List<String> closeCalls = new ArrayList<>();
    sentences.add(counts(voting, usable, holds, fails));
    Standing vote;
    if (usable == 0 || usable < machinery.usableShare() * voting.size()) {
      vote = Standing.UNUSABLE;
      sentences.add(
          "Fewer than %s of the ways of counting can be run, so it cannot tell."
              .formatted(percent(machinery.usableShare())));
    } else {
      vote =
          shareHolds >= machinery.agreementShare()
              ? Standing.HOLDS
              : shareFails >= machinery.agreementShare() ? Standing.FAILS : Standing.NEITHER;
      List<Bound> broken = new ArrayList<>();
      for (Bound bound : power.measured() ? bounds(vote) : List.<Bound>of()) {
        if (bound.broken(power)) {
          broken.add(bound);
        }
        if (bound.close(power)) {
          closeCalls.add(bound.closeCall(power));
        }
      }
      sentences.add(verdict(vote));
      for (Bound bound : broken) {
        vote = Standing.UNUSABLE;
        sentences.add(bound.breach(power));
      }
    }
    sentences.addAll(closeCalls);
    return new GroupResult(
        name,
        decides,
        results,
        usable,
        holds,
        fails,
        shareHolds,
        shareFails,
        power,
        vote,
        String.join(" ", sentences),
        closeCalls);
  }

  /** Every specification, in their order. */
  private static List<SpecificationResult> run(Trial<?> trial, Power power) {
    Proposition proposition = trial.proposition();
    return trial.specifications().stream()
        .parallel()
        .map(
            specification -> {
              Outcome outcome = trial.run(specification);
              if (outcome instanceof Outcome.Usable usable) {
                if (!proposition.statistic().isEmpty()) {
                  usable.evidence().value(proposition.statistic()); // refused where it is not there
                }
                outcome = withPower(proposition, usable.evidence(), power);
              }
              return SpecificationResult.of(proposition, specification, outcome);
            })
        .toList();
  }

  /** The power joins the evidence where a condition names it. */
  private static Outcome withPower(Proposition proposition, Evidence evidence, Power power) {
    boolean asked =
        proposition.conditions().stream().anyMatch(c -> c.quantity().equals(Power.QUANTITY));
    return Outcome.of(
        asked
            ? evidence.without(Power.QUANTITY).and(Power.QUANTITY, power.holdsGivenTrue())
            : evidence);
  }

  private static int count(List<SpecificationResult> results, Standing standing) {
    return (int) results.stream().filter(result -> result.standing() == standing).count();
  }

  private static String counts(List<SpecificationResult> voting, int usable, int holds, int fails) {
    int all = voting.size();
    String counts =
        usable == 0
            ? "No way of counting can be run"
            : "%d of %d way%s of counting (%s) %s \"holds\", %d \"fails\""
                .formatted(
                    holds,
                    usable,
                    usable == 1 ? "" : "s",
                    answers(GroupResult.distinctAnswers(voting)),
                    holds == 1 ? "says" : "say",
                    fails);
    if (usable == all) {
      return counts + ".";
    }
    Map<String, Long> reasons =
        voting.stream()
            .filter(result -> result.standing() == Standing.UNUSABLE)
            .collect(
                Collectors.groupingBy(
                    SpecificationResult::unusable, LinkedHashMap::new, Collectors.counting()));
    return "%s; %d of all %d cannot be run (%s)."
        .formatted(
            counts,
            all - usable,
            all,
            reasons.entrySet().stream()
                .map(entry -> "%d: %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining("; ")));
  }

  private static String answers(int distinct) {
    return distinct == 1 ? "one answer" : distinct + " distinct answers";
  }

  private String verdict(Standing vote) {
    String share = percent(machinery.agreementShare());
    return switch (vote) {
      case HOLDS -> "At least %s agree: holds.".formatted(share);
      case FAILS -> "At least %s agree: fails.".formatted(share);
      case NEITHER -> "Fewer than %s agree on a side: open.".formatted(share);
      case UNUSABLE -> "";
    };
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  /** The bounds on the power of a test that says this. */
  private List<Bound> bounds(Standing vote) {
    List<Bound> bounds = new ArrayList<>();
    bounds.add(
        new Bound(
            "Where the claim is true the test says so",
            Power::holdsGivenTrue,
            true,
            machinery.leastHoldsGivenTrue()));
    if (vote == Standing.HOLDS) {
      bounds.add(
          new Bound(
              "Where the claim is false the test says \"holds\"",
              Power::holdsGivenFalse,
              false,
              machinery.greatestHoldsGivenFalse()));
    }
    if (vote == Standing.FAILS) {
      bounds.add(
          new Bound(
              "Where the claim is true the test says \"fails\"",
              Power::failsGivenTrue,
              false,
              machinery.greatestFailsGivenTrue()));
    }
    return bounds;
  }

  private final class Bound {
    private final String name;
    private final ToDoubleFunction<Power> figure;
    private final boolean least;
    private final double bound;

    Bound(String name, ToDoubleFunction<Power> figure, boolean least, double bound) {
      this.name = name;
      this.figure = figure;
      this.least = least;
      this.bound = bound;
    }

    boolean broken(Power power) {
      double value = figure.applyAsDouble(power);
      return least ? value < bound : value > bound;
    }

    boolean close(Power power) {
      return Math.abs(figure.applyAsDouble(power) - bound)
          <= machinery.closeCallStandardErrors() * power.standardError(figure);
    }

    String breach(Power power) {
      return String.format(
          Locale.ROOT,
          "%s in %.1f%% of simulated worlds, %s the registered %.0f%%, so it cannot tell.",
          name,
          100 * figure.applyAsDouble(power),
          least ? "below" : "above",
          100 * bound);
    }

    String closeCall(Power power) {
      return String.format(
          Locale.ROOT,
          "Close call: %s in %.1f%% of simulated worlds (standard error %.1f points), beside the"
              + " registered %.0f%%.",
          name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
          100 * figure.applyAsDouble(power),
          100 * power.standardError(figure),
          100 * bound);
    }
  }

  /**
   * Joins the propositions of a claim to its word: gates first, then parents, then the heart and
   * the other counted rows. Rows that the registry says are illustrated only need no result.
   *
   * @param claim the claim
   * @param results the results of its propositions, in any order
   * @return the word with its reasons
   * @throws IllegalArgumentException if a result belongs to no proposition of the claim or stands
   *     twice
   */
  public ClaimResult conclude(Claim claim, List<PropositionResult> results) {
    Map<String, PropositionResult> alone = new HashMap<>();
    for (PropositionResult result : results) {
      claim.proposition(result.proposition());
      if (alone.put(result.proposition(), result) != null) {
        throw new IllegalArgumentException(
            "claim %d: two results for %s".formatted(claim.number(), result.proposition()));
      }
    }
    for (Proposition each : claim.propositions()) {
      if (each.illustratedOnly()) {
        alone.computeIfAbsent(each.id(), id -> illustrated(each));
      }
    }
    Map<String, PropositionResult> words = new LinkedHashMap<>();
    for (Proposition each : claim.propositions()) {
      if (alone.containsKey(each.id())) {
        words.put(each.id(), considered(each, alone, words));
      }
    }
    List<PropositionResult> propositions = List.copyOf(words.values());
    List<String> absent = absent(claim, words);
    if (!absent.isEmpty()) {
      return new ClaimResult(
          claim.number(),
          ClaimWord.NOT_YET_EXAMINED,
          results.isEmpty()
              ? "No proposition has been examined."
              : "Not examined: " + String.join(", ", absent) + ".",
          Optional.ofNullable(words.get(claim.heart().id()))
              .map(one -> Confidence.of(one, machinery))
              .orElse(Confidence.none()),
          propositions);
    }
    PropositionResult heart = words.get(claim.heart().id());
    List<PropositionResult> others =
        propositions.stream()
            .filter(result -> result.propositionClass() == PropositionClass.CORE)
            .filter(result -> result.word() != PropositionWord.NOT_APPLICABLE)
            .toList();
    return new ClaimResult(
        claim.number(),
        word(heart.word(), others.stream().map(PropositionResult::word).toList()),
        reason(heart, others, propositions),
        Confidence.of(heart, machinery),
        propositions);
  }

  /** The result with its gate and its parent considered. */
  private static PropositionResult considered(
      Proposition proposition,
      Map<String, PropositionResult> alone,
      Map<String, PropositionResult> words) {
    PropositionResult result = alone.get(proposition.id());
    PropositionResult gate = alone.get(proposition.gate());
    if (gate != null && caps(gate.word()) && decided(result.word())) {
      result =
          result.become(
              PropositionWord.OPEN,
              "At most open, since the gate %s %s; taken alone it %s."
                  .formatted(
                      gate.proposition(), gate.word().predicate(), result.word().predicate()));
    }
    if (!proposition.parent().isEmpty()) {
      PropositionResult parent = words.get(proposition.parent());
      if (parent == null || parent.word() != PropositionWord.HOLDS) {
        result =
            result.become(
                PropositionWord.NOT_APPLICABLE,
                "Not applicable, since %s %s; taken alone it %s."
                    .formatted(
                        proposition.parent(),
                        parent == null ? "has not been examined" : parent.word().predicate(),
                        result.wordAlone().predicate()));
      }
    }
    return result;
  }

  private static boolean caps(PropositionWord gate) {
    return gate != PropositionWord.HOLDS && gate != PropositionWord.OPEN;
  }

  private static boolean decided(PropositionWord word) {
    return word == PropositionWord.HOLDS
        || word == PropositionWord.FAILS
        || word == PropositionWord.SPLIT;
  }

  /** Counted rows, and gates and parents of counted rows, without a result. */
  private static List<String> absent(Claim claim, Map<String, PropositionResult> words) {
    return claim.propositions().stream()
        .filter(
            p ->
                p.counted()
                    || claim.propositions().stream()
                        .filter(Proposition::counted)
                        .anyMatch(c -> c.gate().equals(p.id()) || c.parent().equals(p.id())))
        .map(Proposition::id)
        .filter(id -> !words.containsKey(id))
        .toList();
  }

  private static ClaimWord word(PropositionWord heart, List<PropositionWord> others) {
    boolean allHold = others.stream().allMatch(word -> word == PropositionWord.HOLDS);
    boolean allFail = others.stream().allMatch(word -> word == PropositionWord.FAILS);
    boolean anyHolds = others.contains(PropositionWord.HOLDS);
    boolean anyFails = others.contains(PropositionWord.FAILS);
    boolean anySplit = others.contains(PropositionWord.SPLIT);
    return switch (heart) {
      case HOLDS ->
          allHold
              ? ClaimWord.SUPPORTED
              : anyFails || anySplit ? ClaimWord.CONTESTED : ClaimWord.PARTLY_SUPPORTED;
      case FAILS ->
          allFail
              ? ClaimWord.REFUTED
              : anyHolds || anySplit ? ClaimWord.CONTESTED : ClaimWord.NOT_SUPPORTED;
      case SPLIT -> ClaimWord.CONTESTED;
      case OPEN -> ClaimWord.OPEN;
      case CANNOT_TELL, CANNOT_TELL_COVERAGE, ILLUSTRATED_ONLY, NOT_APPLICABLE ->
          ClaimWord.CANNOT_TELL;
    };
  }

  private static String reason(
      PropositionResult heart, List<PropositionResult> others, List<PropositionResult> all) {
    List<PropositionResult> rest =
        all.stream().filter(result -> result != heart && !others.contains(result)).toList();
    return "The deciding question, %s, %s; %s.%s"
        .formatted(
            heart.proposition(),
            heart.word().predicate(),
            others.isEmpty()
                ? "no other question counts"
                : "of the others that count " + list(others),
            rest.isEmpty() ? "" : " Not counted: " + list(rest) + ".");
  }

  private static String list(List<PropositionResult> results) {
    return results.stream()
        .map(result -> result.proposition() + " " + result.word().predicate())
        .collect(Collectors.joining(", "));
  }
}
