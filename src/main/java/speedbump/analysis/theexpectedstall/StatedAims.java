package speedbump.analysis.theexpectedstall;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Machinery;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.stats.CohenKappa;
import speedbump.stats.Interval;
import speedbump.stats.Proportion;

/**
 * Proposition 4a: of the official documents that state an aim, most name stopping or stalling
 * growth first.
 */
public final class StatedAims {
  /** The code of an aim to stop or stall. */
  public static final String STOP = "a";

  private static final String SLOW = "b";
  private static final String NONE = "f";
  private static final String GROUP = "coder ";

  private final Proposition proposition;
  private final double coverage;
  private final Option<Boolean> meansAsStop;
  private final List<Passage> passages;
  private final List<Coding> codings;

  StatedAims(Proposition proposition, Machinery machinery, Catalog catalog) {
    this.proposition = proposition;
    this.coverage = machinery.intervalCoverage();
    this.meansAsStop =
        Option.of(
            proposition,
            "passages that state only means",
            Map.of("none", false, "all as stop", true));
    this.passages = catalog.rows("controls/official_aims", Passage.class);
    this.codings = catalog.rows("controls/aim_codings", Coding.class);
  }

  /**
   * A passage of an official text.
   *
   * @param id its id
   * @param date its day; the first of the month where no more is known
   * @param speakerOrDocument who said it, or where it stands
   * @param issuer the office
   * @param type kind of text
   * @param document the text; passages of one text share it
   * @param passage the words
   * @param grade grade of the page
   * @param sourceUrl address of the page
   */
  public record Passage(
      String id,
      LocalDate date,
      String speakerOrDocument,
      String issuer,
      String type,
      String document,
      String passage,
      String grade,
      String sourceUrl) {}

  /**
   * How a coder read a passage.
   *
   * @param id id of the passage
   * @param coder A or B
   * @param primaryAim the aim it names first, a to f
   * @param allAims every aim, with semicolons between
   * @param deniedAims aims that it denies, likewise
   * @param meansOnly whether it says only what the control does
   */
  public record Coding(
      String id,
      String coder,
      String primaryAim,
      String allAims,
      String deniedAims,
      boolean meansOnly) {
    private String aim(boolean meansAsStop) {
      return meansOnly && meansAsStop ? STOP : primaryAim;
    }
  }

  /**
   * The documents that state an aim.
   *
   * @param documents their number
   * @param byAim how many put each aim first; of a tie every aim has its part
   */
  public record Stated(int documents, Map<String, Double> byAim) {
    /**
     * The documents that put one of some aims first.
     *
     * @param aims codes of aims
     * @return their number, a tie in parts
     */
    public double first(String... aims) {
      return Stream.of(aims).mapToDouble(aim -> byAim.getOrDefault(aim, 0.0)).sum();
    }
  }

  /**
   * The passages.
   *
   * @return all of them, in the order of their ids
   */
  public List<Passage> passages() {
    return passages;
  }

  /**
   * The codings.
   *
   * @param coder A or B
   * @return one coding a passage
   */
  public List<Coding> codings(String coder) {
    return codings.stream().filter(coding -> coding.coder().equals(coder)).toList();
  }

  /**
   * How far the coders agree on the aim that a passage puts first.
   *
   * @return their agreement beyond habit, over all passages
   */
  public CohenKappa agreement() {
    return CohenKappa.of(
        codings("A").stream().map(Coding::primaryAim).toList(),
        codings("B").stream().map(Coding::primaryAim).toList());
  }

  /**
   * The documents of grade P and M that state an aim, as a coder has them.
   *
   * @param coder A or B
   * @param meansAsStop whether a passage that says only what the control does counts as one that
   *     names stopping; else it states no aim
   * @return the documents by the aim that they put first
   */
  public Stated stated(String coder, boolean meansAsStop) {
    return stated(codings(coder), meansAsStop, passage -> !passage.grade().equals("S"));
  }

  private Stated stated(List<Coding> of, boolean meansAsStop, Predicate<Passage> wanted) {
    Map<String, Coding> byId =
        of.stream().collect(Collectors.toMap(Coding::id, Function.identity()));
    Map<String, List<String>> aims = new LinkedHashMap<>();
    for (Passage passage : passages) {
      String aim = byId.get(passage.id()).aim(meansAsStop);
      if (wanted.test(passage) && !aim.equals(NONE)) {
        aims.computeIfAbsent(passage.document(), text -> new ArrayList<>()).add(aim);
      }
    }
    Map<String, Double> byAim = new LinkedHashMap<>();
    for (List<String> named : aims.values()) {
      List<String> first = modes(named);
      first.forEach(aim -> byAim.merge(aim, 1.0 / first.size(), Double::sum));
    }
    return new Stated(aims.size(), byAim);
  }

  /** The aims that most passages of a document put first. */
  private static List<String> modes(Collection<String> aims) {
    Map<String, Long> counts =
        aims.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    return counts.keySet().stream().filter(aim -> counts.get(aim) == most).sorted().toList();
  }

  /**
   * The documents of all grades that state an aim, by kind of text.
   *
   * @param coder A or B
   * @return the documents by kind, in the order of the passages
   */
  public Map<String, Stated> byType(String coder) {
    return by(coder, Passage::type);
  }

  /**
   * The documents of all grades that state an aim, by year.
   *
   * @param coder A or B
   * @return the documents by year, in the order of the passages
   */
  public Map<String, Stated> byYear(String coder) {
    return by(coder, passage -> "" + passage.date().getYear());
  }

  private Map<String, Stated> by(String coder, Function<Passage, String> key) {
    Map<String, Stated> by = new LinkedHashMap<>();
    for (Passage passage : passages) {
      by.computeIfAbsent(
          key.apply(passage),
          of -> stated(codings(coder), false, other -> key.apply(other).equals(of)));
    }
    return by;
  }

  /**
   * The passages in which a coder reads an aim.
   *
   * @param coder A or B
   * @param aim its code
   * @return those that name it at all, first or beside another
   */
  public List<Passage> naming(String coder, String aim) {
    return chosen(coder, coding -> List.of(coding.allAims().split(";")).contains(aim));
  }

  /**
   * The passages that deny an aim.
   *
   * @param coder A or B
   * @param aim its code
   * @return the passages
   */
  public List<Passage> denying(String coder, String aim) {
    return chosen(coder, coding -> List.of(coding.deniedAims().split(";")).contains(aim));
  }

  private List<Passage> chosen(String coder, Predicate<Coding> wanted) {
    List<String> ids = codings(coder).stream().filter(wanted).map(Coding::id).toList();
    return passages.stream().filter(passage -> ids.contains(passage.id())).toList();
  }

  /**
   * The share of documents with an aim that put some aims first.
   *
   * @param stated the documents
   * @param aims codes of aims
   * @return the share with Wilson's interval
   */
  public Interval share(Stated stated, String... aims) {
    return Proportion.wilson(stated.first(aims), stated.documents(), coverage);
  }

  private Outcome estimate(List<Coding> of, Specification specification) {
    Stated stated =
        stated(of, meansAsStop.in(specification), passage -> !passage.grade().equals("S"));
    if (stated.documents() == 0) {
      return Outcome.unusable("no document states an aim");
    }
    Interval stop = share(stated, STOP);
    return Outcome.of(
        Evidence.of("stop_share_lower95", stop.lower())
            .and("stop_share_upper95", stop.upper())
            .and("stop_share", stop.estimate())
            .and("stop_or_slow_share", share(stated, STOP, SLOW).estimate()));
  }

  Examination examination() {
    YearMonth newest =
        passages.stream()
            .map(passage -> YearMonth.from(passage.date()))
            .max(YearMonth::compareTo)
            .orElseThrow();
    return Examination.of(
        proposition,
        Stream.of("A", "B")
            .map(
                coder ->
                    Trial.of(proposition, GROUP + coder, codings(coder), newest, this::estimate))
            .toList());
  }
}
