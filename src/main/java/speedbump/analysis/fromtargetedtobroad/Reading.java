package speedbump.analysis.fromtargetedtobroad;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import speedbump.analysis.fromtargetedtobroad.Document.Coder;
import speedbump.analysis.fromtargetedtobroad.Document.Coding;
import speedbump.analysis.fromtargetedtobroad.Document.Direction;
import speedbump.analysis.fromtargetedtobroad.Document.Reach;
import speedbump.claim.Option;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;

/**
 * How codings are read: by whom, what counts as on China, and what becomes of documents without a
 * text. Where both coders must agree, a document counts if both put it in the sample and say the
 * same of what is counted.
 *
 * @param by whose coding
 * @param relevance what counts as on China
 * @param untextedTightens whether a document without a text that adds Chinese entries tightens on
 *     China
 */
public record Reading(By by, Relevance relevance, boolean untextedTightens) {
  /** The registered default. */
  public static final Reading DEFAULT = new Reading(By.A, Relevance.CHINA_AND_SEVERAL, true);

  /** Whose coding counts. */
  public enum By {
    /** The first coder's. */
    A("A"),
    /** The second coder's. */
    B("B"),
    /** What both say alike. */
    BOTH_AGREE("both agree");

    private final String option;

    By(String option) {
      this.option = option;
    }
  }

  /** What counts as on China. */
  public enum Relevance {
    /** China or its parties are named, alone or among several. */
    CHINA_AND_SEVERAL("china and several"),
    /** All that is not on others alone. */
    ALL_BUT_NONE("all but none");

    private final String option;

    Relevance(String option) {
      this.option = option;
    }
  }

  /** The choices of a proposition that make a reading. */
  static Function<Specification, Reading> of(Proposition proposition, boolean asksForUntexted) {
    Option<By> by = Option.of(proposition, "coder", By.values(), one -> one.option);
    Option<Relevance> relevance =
        Option.of(proposition, "relevance", Relevance.values(), one -> one.option);
    if (!asksForUntexted) {
      return specification ->
          new Reading(
              by.in(specification), relevance.in(specification), DEFAULT.untextedTightens());
    }
    Option<Boolean> untexted =
        Option.of(
            proposition,
            "documents without a text",
            Map.of("china, tighten", true, "as coded", false));
    return specification ->
        new Reading(by.in(specification), relevance.in(specification), untexted.in(specification));
  }

  /**
   * This reading by another coder.
   *
   * @param other whose coding
   * @return the reading
   */
  public Reading by(By other) {
    return new Reading(other, relevance, untextedTightens);
  }

  /**
   * This reading with another sample.
   *
   * @param other what counts as on China
   * @return the reading
   */
  public Reading on(Relevance other) {
    return new Reading(by, other, untextedTightens);
  }

  private List<Coder> coders() {
    return switch (by) {
      case A -> List.of(Coder.A);
      case B -> List.of(Coder.B);
      case BOTH_AGREE -> List.of(Coder.values());
    };
  }

  /** What all coders of the reading say alike of a document in the sample of all. */
  private <T> Optional<T> alike(Document document, Function<Coding, T> what) {
    Set<T> said = new HashSet<>();
    for (Coder coder : coders()) {
      Coding coding = document.coding(coder, untextedTightens);
      if (!coding.in(relevance)) {
        return Optional.empty();
      }
      said.add(what.apply(coding));
    }
    return said.size() == 1 ? Optional.of(said.iterator().next()) : Optional.empty();
  }

  /**
   * Which way a document goes.
   *
   * @param document the document
   * @return the direction; empty if it is not in the sample or the coders differ
   */
  public Optional<Direction> direction(Document document) {
    return alike(document, Coding::toward);
  }

  /**
   * What a tightening document reaches.
   *
   * @param document the document
   * @return the reach; empty if it is not in the sample, does not tighten, reaches neither, or the
   *     coders differ
   */
  public Optional<Reach> reachOfTightening(Document document) {
    return direction(document)
        .filter(way -> way == Direction.TIGHTENING)
        .flatMap(way -> alike(document, Coding::reach))
        .filter(reach -> reach != Reach.NEITHER);
  }

  /**
   * The fields that a tightening document names.
   *
   * @param document the document
   * @return those that all coders of the reading name; none if it is not in the sample or does not
   *     tighten
   */
  public Set<String> fieldsOfTightening(Document document) {
    if (direction(document).filter(way -> way == Direction.TIGHTENING).isEmpty()) {
      return Set.of();
    }
    Set<String> named = null;
    for (Coder coder : coders()) {
      Set<String> own = document.coding(coder, untextedTightens).named();
      if (named == null) {
        named = new HashSet<>(own);
      } else {
        named.retainAll(own);
      }
    }
    return Set.copyOf(named);
  }
}
