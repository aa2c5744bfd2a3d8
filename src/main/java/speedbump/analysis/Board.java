package speedbump.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.ClaimWord;
import speedbump.claim.Comparison;
import speedbump.claim.Confidence;
import speedbump.claim.Leaning;
import speedbump.claim.Machinery;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/**
 * Everything that pages, terminal and README show of the verdicts, in words.
 *
 * @param claims one row a claim, in the order of their numbers
 * @param shared which propositions share data, in the words of the rules
 * @param changes the change log of the rules, the newest first
 */
public record Board(List<Row> claims, List<String> shared, List<Change> changes) {

  /**
   * A claim.
   *
   * @param claim its number
   * @param notebook name of its notebook
   * @param question title of the notebook
   * @param shortTitle what a list calls it
   * @param statement the claim in our words
   * @param heartOfTheTest what the test rests on
   * @param examined whether it has been examined
   * @param word its word, with its leaning where it has one
   * @param place where it stands between against and for, as {@link Place} has it
   * @param finding what was found, in at most two sentences; empty where it has not been examined
   * @param why a sentence that names the parts; empty where it has not been examined
   * @param confidence how firmly the word stands; empty where it has not been examined
   * @param propositions its propositions
   * @param flips what would flip the verdict
   */
  public record Row(
      int claim,
      String notebook,
      String question,
      String shortTitle,
      String statement,
      String heartOfTheTest,
      boolean examined,
      String word,
      Place place,
      String finding,
      String why,
      String confidence,
      List<Part> propositions,
      List<Flip> flips) {
    /**
     * The first sentence of the finding, for a list of all.
     *
     * @return the sentence with its full stop; the whole where there is one
     */
    @JsonProperty
    public String firstFinding() {
      // a full stop that ends a sentence has a space and a capital or a number behind it
      return finding.split("(?<=\\.)\\s+(?=[A-Z0-9])")[0];
    }
  }

  /** Where a claim stands on the map of the evidence. */
  public enum Place {
    /** Refuted. */
    AGAINST,
    /** Not supported, or not decided and leaning away from the claim. */
    AWAY,
    /** Not decided: open, contested or cannot tell. */
    UNDECIDED,
    /** Partly supported, or not decided and leaning towards the claim. */
    TOWARDS,
    /** Supported. */
    FOR,
    /** Registered, and not yet examined. */
    NOT_EXAMINED;

    static Place of(ClaimWord word, Leaning leaning) {
      return switch (word) {
        case SUPPORTED -> FOR;
        case PARTLY_SUPPORTED -> TOWARDS;
        case NOT_SUPPORTED -> AWAY;
        case REFUTED -> AGAINST;
        case NOT_YET_EXAMINED -> NOT_EXAMINED;
        case OPEN, CANNOT_TELL, CONTESTED ->
            switch (leaning) {
              case TOWARDS -> Place.TOWARDS;
              case AWAY -> Place.AWAY;
              case NONE -> UNDECIDED;
            };
      };
    }
  }

  /**
   * A proposition.
   *
   * @param proposition its id
   * @param statement what it says
   * @param question the same as a newspaper would ask it
   */
  public record Part(String proposition, String statement, String question) {}

  /**
   * An observation that would flip a verdict.
   *
   * @param claim number of the claim
   * @param direction up, towards the claim, or down
   * @param observation what would be observed
   * @param seenBy the day by which it could be seen; empty where none is named
   * @param soFar whether the tables show it: already so or not yet, with the figures it was looked
   *     for in, or no table tells
   */
  public record Flip(
      int claim, String direction, String observation, String seenBy, String soFar) {}

  /**
   * A change of the rules.
   *
   * @param change its number
   * @param date day of the change
   * @param proposition the proposition; empty where it concerns several or the machinery
   * @param what what was changed
   * @param thresholdMoved whether a threshold, an estimand or the size of a world moved
   * @param reason why
   * @param knewResults whether whoever proposed it knew results: yes, partly, no, or empty
   */
  public record Change(
      int change,
      String date,
      String proposition,
      String what,
      boolean thresholdMoved,
      String reason,
      String knewResults) {}

  private record FlipRow(
      int claim,
      String direction,
      String observation,
      Optional<LocalDate> seenBy,
      String proposition,
      String quantity,
      String comparison,
      OptionalDouble bound) {
    Flip in(Catalog catalog, ClaimResult result) {
      Optional<Sighting.Condition> condition =
          quantity.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Sighting.Condition(
                      proposition, quantity, Comparison.of(comparison), bound.orElseThrow()));
      return new Flip(
          claim,
          direction,
          observation,
          seenBy.map(Object::toString).orElse(""),
          Sighting.words(condition, catalog, result));
    }
  }

  /**
   * The board as the verdicts stand.
   *
   * @param catalog the collection's tables
   * @param results one result a claim, in the order of their numbers
   * @return the board
   */
  public static Board of(Catalog catalog, List<ClaimResult> results) {
    Registry registry = Registry.of(catalog);
    return new Board(
        results.stream()
            .map(
                result ->
                    row(
                        registry.claim(result.claim()),
                        result,
                        flips(catalog, result),
                        registry.machinery()))
            .toList(),
        registry.sharedEvidence().stream().map(Registry.SharedEvidence::text).distinct().toList(),
        newestFirst(registry.changes().stream().map(Board::change).toList()));
  }

  /**
   * The registered observations that would flip the verdict on a claim.
   *
   * @param catalog the collection's tables
   * @param result the result of the claim
   * @return the observations, in registered order
   */
  public static List<Flip> flips(Catalog catalog, ClaimResult result) {
    return catalog.rows("claims/flips", FlipRow.class).stream()
        .filter(row -> row.claim() == result.claim())
        .map(row -> row.in(catalog, result))
        .toList();
  }

  private static <T> List<T> newestFirst(List<T> oldestFirst) {
    List<T> reversed = new ArrayList<>(oldestFirst);
    Collections.reverse(reversed);
    return List.copyOf(reversed);
  }

  private static Change change(Registry.Change change) {
    return new Change(
        change.change(),
        change.date().toString(),
        change.proposition(),
        change.what(),
        change.thresholdMoved(),
        change.reason(),
        change.proposerKnewResults());
  }

  private static Row row(Claim claim, ClaimResult result, List<Flip> flips, Machinery machinery) {
    boolean examined = result.word() != ClaimWord.NOT_YET_EXAMINED;
    return new Row(
        claim.number(),
        claim.notebook(),
        claim.question(),
        claim.shortTitle(),
        claim.statement(),
        claim.heartOfTheTest(),
        examined,
        result.word().words() + Leaning.of(result, machinery).words(),
        Place.of(result.word(), Leaning.of(result, machinery)),
        result.finding(),
        examined ? result.reason() : "",
        examined ? words(result.confidence()) : "",
        claim.propositions().stream().map(Board::part).toList(),
        flips);
  }

  private static Part part(Proposition proposition) {
    return new Part(proposition.id(), proposition.statement(), proposition.question());
  }

  /** How the deciding specifications fall, and what their tests can tell. */
  private static String words(Confidence confidence) {
    if (confidence.usable() == 0) {
      return "no way of counting could be run";
    }
    String said =
        "%d of %d ways of counting hold, %d fail"
            .formatted(confidence.meetHolds(), confidence.usable(), confidence.meetFails());
    return said + "; " + (confidence.tests().isEmpty() ? "no sampling error" : confidence.power());
  }
}
