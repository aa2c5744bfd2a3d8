package speedbump.analysis.fromtargetedtobroad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One document of the Federal Register, with what two coders made of its title and abstract.
 *
 * @param id its number, else day and citation
 * @param date its publication
 * @param issuer the office
 * @param kind what it is, by the collector
 * @param title its title; empty where no copy shows it
 * @param hasText whether the coders saw a title or an abstract
 * @param chineseEntries entries under China in the Entity List of July 2026 that cite it first
 * @param coverage how far the documents of its month are held
 * @param codings what each coder made of it
 */
public record Document(
    String id,
    LocalDate date,
    String issuer,
    String kind,
    String title,
    boolean hasText,
    int chineseEntries,
    Coverage coverage,
    Map<Coder, Coding> codings) {
  private static final Set<String> CHINA_AND_SEVERAL = Set.of("china", "several");
  private static final String NONE = "none";
  private static final String TIGHTEN = "tighten";
  private static final String LOOSEN = "loosen";
  private static final Set<String> TECHNOLOGY = Set.of("technology", "both");
  private static final String ENTITY = "entity";

  /** Codes of fields that name none. */
  private static final Set<String> NO_FIELDS = Set.of("military", "trafficking", "none_stated");

  /** One of the two coders. */
  public enum Coder {
    /** The first. */
    A,
    /** The second. */
    B
  }

  /** How far the documents of a month are held. */
  public enum Coverage {
    /** All of them. */
    COMPLETE(false),
    /** All rules of the export regulations. */
    COMPLETE_FOR_EXPORT_REGULATIONS(false),
    /** Nearly all. */
    NEAR_COMPLETE(true),
    /** Those of a part of the month. */
    PART_OF_MONTH(true),
    /** Rules that add to the Entity List, and others by chance. */
    ENTITY_LIST_ONLY(true),
    /** None. */
    NONE(true);

    private final boolean partial;

    Coverage(boolean partial) {
      this.partial = partial;
    }

    /**
     * Whether rules other than additions to the Entity List may be missing.
     *
     * @return whether the month is covered in part
     */
    public boolean partial() {
      return partial;
    }
  }

  /**
   * What a coder made of a document.
   *
   * @param relevance to China
   * @param direction for China
   * @param scope parties or technologies
   * @param fields all codes of fields
   */
  public record Coding(String relevance, String direction, String scope, Set<String> fields) {
    /** Copies the fields. */
    public Coding {
      fields = Set.copyOf(fields);
    }

    boolean in(Reading.Relevance relevant) {
      return relevant == Reading.Relevance.CHINA_AND_SEVERAL
          ? CHINA_AND_SEVERAL.contains(relevance)
          : !relevance.equals(NONE);
    }

    /**
     * Which way it goes for China.
     *
     * @return the direction; mixed, neutral and unclear are none
     */
    public Direction toward() {
      return switch (direction) {
        case TIGHTEN -> Direction.TIGHTENING;
        case LOOSEN -> Direction.EASING;
        default -> Direction.NEITHER;
      };
    }

    /**
     * What it reaches.
     *
     * @return the reach; procedure and unclear are neither
     */
    public Reach reach() {
      return TECHNOLOGY.contains(scope)
          ? Reach.TECHNOLOGY
          : scope.equals(ENTITY) ? Reach.ENTITY : Reach.NEITHER;
    }

    /**
     * The fields that it names; military use without a technology and trafficking are none.
     *
     * @return the codes
     */
    public Set<String> named() {
      return fields.stream()
          .filter(field -> !NO_FIELDS.contains(field))
          .collect(Collectors.toSet());
    }

    Coding tightensChina() {
      return new Coding("china", TIGHTEN, scope, fields);
    }
  }

  /** Which way a rule goes for China. */
  public enum Direction {
    /** It restricts more. */
    TIGHTENING,
    /** It restricts less. */
    EASING,
    /** Both, nothing of the two, or the text does not say. */
    NEITHER
  }

  /** What a rule reaches. */
  public enum Reach {
    /** Named parties. */
    ENTITY,
    /** Technologies, with or without named parties. */
    TECHNOLOGY,
    /** Procedure, or the text does not say. */
    NEITHER
  }

  /** Copies the codings. */
  public Document {
    codings = Map.copyOf(codings);
  }

  /**
   * The month of its publication.
   *
   * @return the month
   */
  public YearMonth month() {
    return YearMonth.from(date);
  }

  /** The coding by one coder, as a reading takes it. */
  Coding coding(Coder coder, boolean untextedTightens) {
    Coding coding = codings.get(coder);
    return untextedTightens && !hasText && chineseEntries > 0 ? coding.tightensChina() : coding;
  }
}
