package speedbump.analysis.synthesis;

import static speedbump.chart.Columns.each;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import speedbump.analysis.Verdicts;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.EvidenceWeight;
import speedbump.claim.Fit;
import speedbump.claim.GroupResult;
import speedbump.claim.Machinery;
import speedbump.claim.Proposition;
import speedbump.claim.PropositionClass;
import speedbump.claim.PropositionResult;
import speedbump.claim.PropositionWord;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/** Every proposition with its word, by the question that its claim is a reading of. */
public final class EvidenceMap {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 720;

  /** From the middle of a column to its marks, whose letters stand beside them. */
  private static final double ASIDE = 0.15;

  /** Between two marks of one claim and place, as a share of a row. */
  private static final double BELOW = 0.44;

  /** A question that several claims are readings of, as {@code 00_start_here} groups them. */
  public enum Question {
    /** What did the controls do to the path? */
    CAUSAL("What did the controls do?", 2, 4, 5, 9),
    /** Are the two sides different in kind? */
    SYSTEMS("Are the two systems different?", 1),
    /** What is industrial breadth worth? */
    STRUCTURAL("What is breadth worth?", 7, 8, 11, 12),
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

  /** Where a word stands on the map, from left to right: the answers, then where there is none. */
  public enum Place {
    /** The proposition fails. */
    FAILS("fails", Tone.FAILS),
    /** Tests that can tell say opposite things. */
    SPLIT("split", Tone.OPEN),
    /** The data could have told and do not agree. */
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

    /** The place above its column, where a phone has little room. */
    private String column() {
      return this == BLIND ? "can't tell" : words;
    }

    static Place of(PropositionWord word) {
      return switch (word) {
        case FAILS -> FAILS;
        case SPLIT -> SPLIT;
        case OPEN -> OPEN;
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
   * @param looksLike which simulated world the data look like; where tests differ each is named;
   *     empty without worlds
   * @param weight the weight of the evidence, likewise; "hardly any" where it is hardly worth a
   *     mention
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
  private final List<Claim> claims;

  private EvidenceMap(List<Row> rows, List<Claim> claims) {
    this.rows = List.copyOf(rows);
    this.claims = List.copyOf(claims);
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
    return new EvidenceMap(rows, registry.claims());
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
        named(deciding, ", ", group -> group.fit(one.statistic(), coverage).map(Fit::cell))
            .replaceAll("\\b(n?either) \\(", "of $1 kind ("),
        named(
            deciding,
            "; ",
            group -> group.weight().map(weight -> cell(weight, registry.machinery().weights()))),
        shares);
  }

  /** What tests say: once where they agree, else with the names of those that say so. */
  private static String named(
      List<GroupResult> groups, String between, Function<GroupResult, Optional<String>> said) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (GroupResult group : groups) {
      said.apply(group)
          .ifPresent(
              cell ->
                  names
                      .computeIfAbsent(cell, none -> new ArrayList<>())
                      .add(group.name().replace('_', ' ')));
    }
    return names.size() == 1
        ? names.keySet().iterator().next()
        : names.entrySet().stream()
            .map(one -> "%s (%s)".formatted(one.getKey(), String.join(", ", one.getValue())))
            .collect(Collectors.joining(between));
  }

  private static String cell(EvidenceWeight weight, Machinery.Weights bounds) {
    double ratio = weight.nearestToOne();
    boolean hardly = ratio != 1 && Math.max(ratio, 1 / ratio) <= bounds.hardlyUpTo();
    return (hardly ? "hardly any, " : "") + weight.cell();
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
    return deciding(place, Row::proposition, ", ");
  }

  private String deciding(Place place, Function<Row, String> what, String between) {
    String said =
        rows.stream()
            .filter(row -> row.role() == PropositionClass.HEART && row.place() == place)
            .map(what)
            .collect(Collectors.joining(between));
    return said.isEmpty() ? "none" : said;
  }

  private static int number(Row row) {
    return Integer.parseInt(row.proposition().replaceAll("\\D", ""));
  }

  /**
   * Every proposition at its word, in a row for each claim.
   *
   * @return the figure
   */
  public Figure figure() {
    String title =
        "Holds: %s Fails: %s"
            .formatted(
                deciding(Place.HOLDS, Row::question, " "),
                deciding(Place.FAILS, Row::question, " "));
    return Figure.titled(title)
        .subtitle(
            "The parts of each claim, by their letters. Diamonds: the deciding question, which the"
                + " title names where it holds or fails. Dots: other parts that count. Rings:"
                + " parts that do not")
        .footer(
            "Open: the data could have told and do not agree. Split: they point both ways. Beyond"
                + " the line there is no answer: data could not have told or are missing, or"
                + " nothing was asked of them. Claims are never added up: some share their data.")
        .alt(
            "Deciding questions. "
                + Arrays.stream(Place.values())
                    .map(place -> place.words + ": " + deciding(place))
                    .collect(Collectors.joining("; ")))
        .size(WIDTH, HEIGHT)
        .panel(panel());
  }

  private XyPanel panel() {
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.categories(Arrays.stream(Place.values()).map(Place::column).toList()))
            .yAxis(
                Axis.categories(
                    claims.stream().map(one -> one.number() + " " + one.shortTitle()).toList()))
            .verticalLine(Place.HOLDS.ordinal() + 0.5, "", Tone.NEUTRAL);
    for (Claim claim : claims) {
      for (Place place : Place.values()) {
        panel = marked(panel, claim.number(), place);
      }
    }
    return panel;
  }

  /** The parts of a claim at a place, one below the other. */
  private XyPanel marked(XyPanel panel, int claim, Place place) {
    List<Row> at =
        rows.stream().filter(row -> number(row) == claim && row.place() == place).toList();
    double apart = at.size() > 2 ? 1.0 / at.size() : BELOW;
    XyPanel more = panel;
    for (int i = 0; i < at.size(); i++) {
      double x = place.ordinal() - ASIDE;
      double y = claim - 1 + (i - (at.size() - 1) / 2.0) * apart;
      Row row = at.get(i);
      more =
          more.marks(
              "",
              each(List.of(x), one -> one),
              each(List.of(y), one -> one),
              List.of(row.proposition().replaceAll("\\d", "")),
              marker(row.role()),
              place.tone);
    }
    return more;
  }

  private static Marker marker(PropositionClass role) {
    return switch (role) {
      case HEART -> Marker.DIAMOND;
      case CORE -> Marker.DOT;
      default -> Marker.RING;
    };
  }
}
