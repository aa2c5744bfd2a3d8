package speedbump.analysis.synthesis;

import static speedbump.chart.Columns.each;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import speedbump.analysis.Verdicts;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.claim.ClaimResult;
import speedbump.claim.EvidenceWeight;
import speedbump.claim.Fit;
import speedbump.claim.GroupResult;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionClass;
import speedbump.claim.PropositionResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/** Every proposition with its word, by the question that its claim is a reading of. */
public final class EvidenceMap {
  private static final int WIDTH = 760;

  /** A question that several claims are readings of, as {@code 00_start_here} groups them. */
  public enum Question {
    /** What did the controls do to the path? */
    CAUSAL("What did the controls do?", 2, 4, 5, 9),
    /** What is industrial breadth worth? */
    STRUCTURAL("What is breadth worth?", 1, 7, 8, 11, 12),
    /** How did the pressure grow, was DeepSeek a break, and what is China's own lever? */
    OTHERS("Chronology, case, mirror", 3, 6, 10);

    private final String words;
    private final List<Integer> claims;

    Question(String words, Integer... claims) {
      this.words = words;
      this.claims = List.of(claims);
    }

    /**
     * The question for a reader.
     *
     * @return a few words
     */
    public String words() {
      return words;
    }

    /**
     * The claims that are readings of it.
     *
     * @return their numbers
     */
    public List<Integer> claims() {
      return claims;
    }
  }

  /** Where a word stands on the map, from left to right. */
  public enum Place {
    /** The proposition fails. */
    FAILS("fails", Tone.FAILS),
    /** The data could have told and do not agree, or point both ways. */
    OPEN("open", Tone.OPEN),
    /** The proposition holds. */
    HOLDS("holds", Tone.HOLDS),
    /** The data could not have told, or are missing. */
    BLIND("cannot tell", Tone.FAINT),
    /** Illustrated only, barred by its parent, or not yet examined. */
    NOT_ASKED("not asked", Tone.FAINT);

    private final String words;
    private final Tone tone;

    Place(String words, Tone tone) {
      this.words = words;
      this.tone = tone;
    }

    static Place of(PropositionWord word) {
      return switch (word) {
        case FAILS -> FAILS;
        case OPEN, SPLIT -> OPEN;
        case HOLDS -> HOLDS;
        case CANNOT_TELL, CANNOT_TELL_COVERAGE -> BLIND;
        case NOT_APPLICABLE, ILLUSTRATED_ONLY -> NOT_ASKED;
      };
    }
  }

  /**
   * A proposition on the map.
   *
   * @param proposition its id
   * @param question what it asks
   * @param role deciding question, core, supporting, gate or not testable
   * @param place where it stands
   * @param word its word; empty where it has not been examined
   * @param looksLike which simulated world the data look like, a test each; empty without worlds
   * @param weight the weight of the evidence, a test each; empty without worlds
   * @param shares the other propositions that share its data
   */
  public record Row(
      String proposition,
      String question,
      PropositionClass role,
      Place place,
      String word,
      String looksLike,
      String weight,
      List<String> shares) {}

  private final List<Row> rows;

  private EvidenceMap(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * The map as the verdicts stand.
   *
   * @param catalog the collection's tables
   * @return the map
   */
  public static EvidenceMap of(Catalog catalog) {
    return of(Registry.of(catalog), Verdicts.all());
  }

  static EvidenceMap of(Registry registry, List<ClaimResult> results) {
    List<Row> rows = new ArrayList<>();
    for (ClaimResult result : results) {
      for (Proposition one : registry.claim(result.claim()).propositions()) {
        rows.add(
            row(
                registry,
                one,
                result.propositions().stream()
                    .filter(part -> part.proposition().equals(one.id()))
                    .findFirst()
                    .orElse(null)));
      }
    }
    return new EvidenceMap(rows);
  }

  private static Row row(Registry registry, Proposition one, PropositionResult result) {
    List<String> shares =
        registry.sharedEvidence().stream()
            .map(Registry.SharedEvidence::propositions)
            .filter(set -> set.contains(one.id()))
            .flatMap(List::stream)
            .filter(id -> !id.equals(one.id()))
            .toList();
    if (result == null) {
      return new Row(
          one.id(), one.question(), one.propositionClass(), Place.NOT_ASKED, "", "", "", shares);
    }
    double coverage = registry.machinery().weights().fitCoverage();
    List<GroupResult> deciding = result.groups().stream().filter(GroupResult::decides).toList();
    return new Row(
        one.id(),
        one.question(),
        one.propositionClass(),
        Place.of(result.word()),
        result.word().words(),
        deciding.stream()
            .flatMap(group -> group.fit(one.statistic(), coverage).stream())
            .map(Fit::cell)
            .distinct()
            .collect(Collectors.joining("; ")),
        deciding.stream()
            .flatMap(group -> group.weight().stream())
            .map(EvidenceWeight::cell)
            .distinct()
            .collect(Collectors.joining("; ")),
        shares);
  }

  /**
   * The rows.
   *
   * @return one a proposition, by claim
   */
  public List<Row> rows() {
    return rows;
  }

  /**
   * The rows of a question.
   *
   * @param question the question
   * @return one a proposition, in the order of the question's claims
   */
  public List<Row> rows(Question question) {
    return question.claims().stream()
        .flatMap(claim -> rows.stream().filter(row -> number(row) == claim))
        .toList();
  }

  /**
   * Where a proposition stands.
   *
   * @param proposition its id
   * @return its place
   * @throws IllegalArgumentException if there is no such proposition
   */
  public Place place(String proposition) {
    return rows.stream()
        .filter(row -> row.proposition().equals(proposition))
        .map(Row::place)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no proposition " + proposition));
  }

  /**
   * The ids of deciding questions at a place.
   *
   * @param place the place
   * @return their ids, joined by commas; "none" where there is none
   */
  public String deciding(Place place) {
    String ids =
        rows.stream()
            .filter(row -> row.role() == PropositionClass.HEART && row.place() == place)
            .map(Row::proposition)
            .collect(Collectors.joining(", "));
    return ids.isEmpty() ? "none" : ids;
  }

  private static int number(Row row) {
    return Integer.parseInt(row.proposition().replaceAll("\\D", ""));
  }

  /**
   * Every proposition at its word, in a panel for each question.
   *
   * @return the figure
   */
  public Figure figure() {
    String title =
        "Deciding questions that hold: %s; that fail: %s"
            .formatted(deciding(Place.HOLDS), deciding(Place.FAILS));
    return Figure.titled(title)
        .subtitle(
            "Diamonds: the deciding question of a claim. Filled: other parts that count. Rings:"
                + " parts that do not")
        .footer(
            "Open: the data could have told and do not agree. Cannot tell: they could not, or are"
                + " missing. Questions are never added up: some share their data.")
        .alt(
            "%s; open: %s; cannot tell: %s"
                .formatted(title, deciding(Place.OPEN), deciding(Place.BLIND)))
        .size(WIDTH, 620)
        .row(1, Arrays.stream(Question.values()).map(this::panel).toArray(Panel[]::new));
  }

  private Panel panel(Question question) {
    List<Row> shown = rows(question);
    XyPanel panel =
        Panel.xy()
            .titled(question.words())
            .xAxis(Axis.categories(Arrays.stream(Place.values()).map(one -> one.words).toList()))
            .yAxis(Axis.categories(shown.stream().map(Row::proposition).toList()));
    for (Place place : Place.values()) {
      panel = marked(panel, shown, place, Marker.DIAMOND, r -> r.role() == PropositionClass.HEART);
      panel = marked(panel, shown, place, Marker.DOT, r -> r.role() == PropositionClass.CORE);
      panel =
          marked(
              panel,
              shown,
              place,
              Marker.RING,
              r -> r.role() != PropositionClass.CORE && r.role() != PropositionClass.HEART);
    }
    return panel;
  }

  private static XyPanel marked(
      XyPanel panel, List<Row> shown, Place place, Marker marker, Predicate<Row> wanted) {
    List<Integer> at =
        IntStream.range(0, shown.size())
            .filter(i -> shown.get(i).place() == place && wanted.test(shown.get(i)))
            .boxed()
            .toList();
    return at.isEmpty()
        ? panel
        : panel.marks(
            "",
            each(at, i -> (double) place.ordinal()),
            each(at, i -> (double) i),
            marker,
            place.tone);
  }
}
