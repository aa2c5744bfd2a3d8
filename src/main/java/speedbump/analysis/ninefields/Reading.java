package speedbump.analysis.ninefields;

import java.util.function.Function;
import speedbump.claim.Option;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;

/**
 * How the panel of fields is read: the registered choices of claim 5.
 *
 * @param dose the dose as a level, or as what was added since the base year
 * @param coder whose coding of the rules
 * @param items whether items count that stood on the list before
 * @param measure which measure stands for a field that has two
 */
public record Reading(Dose dose, Coder coder, Items items, Measure measure) {
  /** The registered default. */
  public static final Reading DEFAULT =
      new Reading(Dose.LEVEL, Coder.A, Items.COUNTED, Measure.FIRST);

  /** What a dose is. */
  public enum Dose {
    /** The mean step in force. */
    LEVEL("level"),
    /** The same less the step in force on 1 January 2018. */
    INCREASE("increase over 1 January 2018");

    private final String option;

    Dose(String option) {
      this.option = option;
    }
  }

  /** Whose coding. */
  public enum Coder {
    /** The first coder. */
    A,
    /** The second, who worked apart. */
    B
  }

  /** Whether items count that stood on the control list before 2018. */
  public enum Items {
    /** They do. */
    COUNTED("counted"),
    /** Only what was issued since. */
    NOT_COUNTED("not counted");

    private final String option;

    Items(String option) {
      this.option = option;
    }
  }

  /** Which measure of a field with two. */
  public enum Measure {
    /** The one that the registry names first. */
    FIRST("first named"),
    /** The second, for fields that have one. */
    SECOND("second where held");

    private final String option;

    Measure(String option) {
      this.option = option;
    }
  }

  /**
   * The reading that a specification of a proposition on doses asks for.
   *
   * @param proposition the proposition, which has the four choices
   * @return the reading by specification
   * @throws IllegalArgumentException if their options are not registered so
   */
  static Function<Specification, Reading> of(Proposition proposition) {
    Option<Dose> dose = Option.of(proposition, "dose", Dose.values(), value -> value.option);
    Option<Coder> coder = Option.of(proposition, "coder", Coder.values(), Coder::name);
    Option<Items> items =
        Option.of(
            proposition, "items on the list before 2018", Items.values(), value -> value.option);
    Option<Measure> measure = measure(proposition);
    return one -> new Reading(dose.in(one), coder.in(one), items.in(one), measure.in(one));
  }

  static Option<Measure> measure(Proposition proposition) {
    return Option.of(proposition, "measure", Measure.values(), value -> value.option);
  }

  /**
   * The reading with other doses.
   *
   * @param other what a dose is
   * @return the reading
   */
  public Reading with(Dose other) {
    return new Reading(other, coder, items, measure);
  }

  /**
   * The reading by another coder.
   *
   * @param other the coder
   * @return the reading
   */
  public Reading with(Coder other) {
    return new Reading(dose, other, items, measure);
  }

  /**
   * The reading with other items.
   *
   * @param other whether standing items count
   * @return the reading
   */
  public Reading with(Items other) {
    return new Reading(dose, coder, other, measure);
  }

  /**
   * The reading on other measures.
   *
   * @param other which measure
   * @return the reading
   */
  public Reading with(Measure other) {
    return new Reading(dose, coder, items, other);
  }
}
