package speedbump.analysis.ninefields;

import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.analysis.ninefields.Advance.Gain;
import speedbump.analysis.ninefields.Fields.Change;
import speedbump.analysis.ninefields.OtherCounters.Growth;
import speedbump.analysis.ninefields.OtherCounters.Level;
import speedbump.analysis.ninefields.PublishedEffects.Estimate;
import speedbump.analysis.ninefields.Reading.Measure;
import speedbump.chart.Axis;
import speedbump.chart.EvidencePanels;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.claim.GroupResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.stats.FreedmanLane;
import speedbump.stats.Interval;

/**
 * The charts of claim 5. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param analysis the analysis
 */
public record NineFieldsFigures(Catalog catalog, NineFields analysis) {
  private static final int WIDTH = 760;
  private static final double PERCENT = 100;

  /** Shares so near to each other say the same. */
  private static final double CLOSE = 0.05;

  private static final String GROWTH = "growth of China's world share a year";
  private static final String SPED_UP = "change in yearly growth, log points";
  private static final String SOURCES =
      "Data: NCSES (CC BY-SA 4.0), Growth Lab, Epoch AI and IEA (CC BY 4.0), IFR and others by the"
          + " row; doses: own coding, coder A.";

  /** Columns of the chart of published estimates. */
  private static final List<String> OUTCOMES =
      List.of("input", "output_count", "output_quality", "productivity", "performance");

  private static final Map<String, String> STUDIES =
      Map.of(
          "E1", "Liu and others 2024, 2025",
          "E3", "Cao and others 2024",
          "E4", "Hu and others 2024",
          "E5", "Anwar and others",
          "E6", "Study in CBS Review",
          "E7", "Han and others 2024");

  private List<Change> panel() {
    return analysis.response().panel(Reading.DEFAULT);
  }

  private static String points(double growth) {
    return String.format(Locale.ROOT, "%+.1f", PERCENT * growth).replace('-', '\u2212');
  }

  private boolean controlled(Change one) {
    return one.dose() >= analysis.touched().below();
  }

  private Tone tone(Change one) {
    return controlled(one) ? Tone.CHINA : one.field().ofTheNine() ? Tone.US : Tone.OTHERS;
  }

  /**
   * Growth of world share before and after the controls, by field.
   *
   * @return the figure
   */
  public Figure growth() {
    List<Change> panel =
        panel().stream()
            .sorted(
                Comparator.comparing((Change one) -> !controlled(one))
                    .thenComparing(one -> !one.field().ofTheNine())
                    .thenComparing(Comparator.comparingDouble(Change::growth).reversed()))
            .toList();
    List<Change> controlled = panel.stream().filter(this::controlled).toList();
    List<Change> others = panel.stream().filter(one -> !controlled(one)).toList();
    String title =
        "%d of %d controlled fields sped up after 2018, and so did %d of %d that controls hardly touched"
            .formatted(faster(controlled), controlled.size(), faster(others), others.size());
    XyPanel drawn =
        Panel.xy()
            .xAxis(Axis.share(-0.06, 0.3, GROWTH))
            .yAxis(
                Axis.categories(
                    names(
                        panel,
                        one ->
                            "%s, %d%s"
                                .formatted(
                                    one.field().name(),
                                    one.lastYear(analysis.fields().windows().hinge()),
                                    one.dose() > 0 ? " (%.1f)".formatted(one.dose()) : ""))));
    drawn = rows(drawn, panel, this::controlled, "controlled", Tone.CHINA);
    drawn =
        rows(
            drawn,
            panel,
            one -> !controlled(one) && one.field().ofTheNine(),
            "other fields of the claim",
            Tone.US);
    drawn =
        rows(
            drawn,
            panel,
            one -> !one.field().ofTheNine() && !controlled(one),
            "fields outside it",
            Tone.OTHERS);
    return Figure.titled(title)
        .subtitle(
            "Ring: the years before 2018, dot: as many years after it, to the year beside the name."
                + " In brackets: how strongly rules bore on the field, 0 to 3")
        .footer(SOURCES)
        .alt(
            title
                + ": "
                + panel.stream()
                    .map(
                        one ->
                            "%s %s to %s"
                                .formatted(
                                    one.field().name(),
                                    points(Math.expm1(one.before())),
                                    points(Math.expm1(one.after()))))
                    .collect(Collectors.joining(", ")))
        .size(WIDTH, 520)
        .panel(drawn.verticalLine(0, "share constant"));
  }

  private static long faster(List<Change> some) {
    return some.stream().filter(one -> one.growth() > 0).count();
  }

  private static XyPanel rows(
      XyPanel panel, List<Change> all, Predicate<Change> which, String name, Tone tone) {
    List<Integer> places =
        IntStream.range(0, all.size()).filter(i -> which.test(all.get(i))).boxed().toList();
    List<Change> some = places.stream().map(all::get).toList();
    double[] at = each(places, Integer::doubleValue);
    return panel
        .ranges(
            at,
            each(some, one -> Math.expm1(Math.min(one.before(), one.after()))),
            each(some, one -> Math.expm1(Math.max(one.before(), one.after()))),
            tone)
        .marks("", each(some, one -> Math.expm1(one.before())), at, Marker.RING, tone)
        .points(name, each(some, one -> Math.expm1(one.after())), at, tone);
  }

  /**
   * World shares in 2018 and in the last year held, by field.
   *
   * @return the figure
   */
  public Figure advance() {
    List<Gain> nine = analysis.advance().gains(Measure.FIRST);
    List<Gain> placebo = analysis.advance().placeboGains();
    List<Gain> all = Stream.concat(nine.stream(), placebo.stream()).toList();
    String title =
        "China's share rose in %d of the %d fields that can be measured, and in %d of %d outside the claim"
            .formatted(
                nine.stream().filter(Gain::up).count(),
                nine.size(),
                placebo.stream().filter(Gain::up).count(),
                placebo.size());
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.share(0, 0.9, "China's share of the world"))
            .yAxis(
                Axis.categories(
                    names(all, one -> "%s, %d".formatted(one.field().name(), one.lastYear()))));
    panel = gains(panel, all, true, Tone.CHINA, "fields of the claim");
    panel = gains(panel, all, false, Tone.OTHERS, "fields outside it");
    return Figure.titled(title)
        .subtitle(
            "Ring 2018, dot the last year held. Shares of papers, patents, robots, vehicles, capacity,"
                + " value added or exports: not one scale")
        .footer(
            SOURCES.replace("; doses: own coding, coder A", "")
                + " Drones: no yearly world share is held.")
        .alt(
            title
                + ": "
                + all.stream()
                    .map(
                        one ->
                            String.format(
                                Locale.ROOT,
                                "%s %.0f%% to %.0f%%",
                                one.field().name(),
                                PERCENT * one.reference(),
                                PERCENT * one.last()))
                    .collect(Collectors.joining(", ")))
        .size(WIDTH, 480)
        .panel(panel);
  }

  private static XyPanel gains(
      XyPanel panel, List<Gain> all, boolean ofTheNine, Tone tone, String name) {
    List<Integer> places =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).field().ofTheNine() == ofTheNine)
            .boxed()
            .toList();
    List<Gain> some = places.stream().map(all::get).toList();
    double[] at = each(places, Integer::doubleValue);
    return panel
        .ranges(
            at,
            each(some, one -> Math.min(one.reference(), one.last())),
            each(some, one -> Math.max(one.reference(), one.last())),
            tone)
        .marks("", each(some, Gain::reference), at, Marker.RING, tone)
        .points(name, each(some, Gain::last), at, tone);
  }

  /**
   * Three fields beside their stand-ins.
   *
   * @return the figure
   */
  public Figure standIns() {
    List<StandIn> all = analysis.standIns();
    boolean ahead = all.stream().allMatch(one -> one.line().aheadAfter() > 0);
    String title =
        (ahead
                    ? "After %d each field stood above its stand-in, on average: "
                    : "Share less that of the stand-in, on average after %d: ")
                .formatted(analysis.fields().windows().hinge())
            + all.stream()
                .map(
                    one ->
                        String.format(
                            Locale.ROOT,
                            ahead ? "%s by %.0f points" : "%s %+.0f points",
                            one.field().name(),
                            one.line().aheadAfter()))
                .collect(Collectors.joining(", "));
    return Figure.titled(title)
        .subtitle(
            "China's share of the world, and a mix of other fields that followed it until 2018")
        .footer(
            "Semiconductors: patent families granted at any office. Batteries, solar cells and"
                + " diodes: exports. Data: NCSES (CC BY-SA 4.0), Growth Lab.")
        .alt(
            title
                + "; "
                + all.stream()
                    .map(StandIn::line)
                    .map(
                        line ->
                            "%s, %s, from %s"
                                .formatted(line.field(), line.years(), line.mixedFrom()))
                    .collect(Collectors.joining("; ")))
        .size(WIDTH, 340)
        .row(1, all.stream().map(NineFieldsFigures::besideStandIn).toArray(Panel[]::new));
  }

  private static Panel besideStandIn(StandIn one) {
    List<Integer> years = one.years();
    double[] at = each(years, Integer::doubleValue);
    return Panel.xy()
        .titled(one.field().name())
        .xAxis(Axis.years(years.get(0), years.get(years.size() - 1)))
        .yAxis(Axis.share(0, 0.5, ""))
        .line("stand-in", at, one.mixed(), Tone.NEUTRAL)
        .line("China's share", at, one.share(), Tone.CHINA)
        .verticalLine(one.hinge(), "");
  }

  /**
   * Change in growth against dose, at the controls and at the placebo date.
   *
   * @return the figure
   */
  public Figure doseResponse() {
    List<Change> real = panel();
    List<Change> placebo = analysis.response().placebo(Reading.DEFAULT);
    FreedmanLane.Result slope = DoseResponse.test(real);
    FreedmanLane.Result before = DoseResponse.test(placebo);
    String title =
        String.format(
            Locale.ROOT,
            "A step more of control went with %.1f points %s growth; chance does that in %.0f of 100 cases",
            PERCENT * Math.abs(slope.slope()),
            slope.slope() < 0 ? "less" : "more",
            PERCENT * (slope.slope() < 0 ? slope.pLess() : slope.pGreater()));
    return Figure.titled(title)
        .subtitle(
            "Each dot a field; the line is the fit at the mean starting share. Red: controlled, blue:"
                + " other fields of the claim, grey: fields outside it")
        .footer(SOURCES)
        .alt(
            title
                + "; at the placebo date %d the slope is %s points a step, p %.2f, over %d fields"
                    .formatted(
                        analysis.response().placeboYear(),
                        points(before.slope()),
                        before.pGreater(),
                        placebo.size()))
        .size(WIDTH, 420)
        .row(
            1,
            scatter("After 2018", real, slope, Axis.linear(-22, 22, SPED_UP)),
            scatter(
                "Placebo date " + analysis.response().placeboYear(),
                placebo,
                before,
                Axis.linear(-22, 22, SPED_UP)));
  }

  private XyPanel scatter(String title, List<Change> panel, FreedmanLane.Result fit, Axis growth) {
    double start = panel.stream().mapToDouble(Change::startLogShare).average().orElseThrow();
    double[] ends = {0, 2.4};
    double[] line = new double[ends.length];
    for (int i = 0; i < ends.length; i++) {
      line[i] = PERCENT * (fit.intercept() + fit.covariateSlope() * start + fit.slope() * ends[i]);
    }
    XyPanel drawn =
        Panel.xy()
            .titled(title)
            .xAxis(Axis.linear(-0.1, 3, "mean step of control, 0 to 3"))
            .yAxis(growth)
            .horizontalLine(0, "")
            .trend("", ends, line, Tone.NEUTRAL);
    for (Tone tone : List.of(Tone.OTHERS, Tone.US, Tone.CHINA)) {
      List<Change> some = panel.stream().filter(one -> tone(one) == tone).toList();
      drawn =
          tone == Tone.CHINA
              ? drawn.points(
                  "",
                  each(some, Change::dose),
                  each(some, one -> PERCENT * one.growth()),
                  names(some, one -> one.field().name()),
                  tone)
              : drawn.points(
                  "", each(some, Change::dose), each(some, one -> PERCENT * one.growth()), tone);
    }
    return drawn;
  }

  /**
   * Breaks of the fields that controls hardly touched, and where the mean lies in both worlds.
   *
   * @param gate the group of 5b
   * @return the figure
   */
  public Figure hardlyTouched(GroupResult gate) {
    List<Change> panel =
        analysis.touched().panel(Reading.DEFAULT).stream()
            .sorted(Comparator.comparingDouble(Change::growth).reversed())
            .toList();
    Interval mean = analysis.touched().mean(panel);
    Interval outside = analysis.touched().mean(analysis.touched().panel(Reading.DEFAULT, false));
    List<String> labels = new ArrayList<>(names(panel, one -> one.field().name()));
    labels.add("mean of " + panel.size());
    double[] last = {panel.size()};
    String title =
        String.format(
            Locale.ROOT,
            "Fields that controls hardly touched sped up by %.1f points a year (%.1f to %.1f); those outside the claim by %.1f (%s to %.1f)",
            PERCENT * mean.estimate(),
            PERCENT * mean.lower(),
            PERCENT * mean.upper(),
            PERCENT * outside.estimate(),
            points(outside.lower()),
            PERCENT * outside.upper());
    double bound = 2;
    XyPanel drawn = Panel.xy().xAxis(Axis.linear(-8, 16, SPED_UP)).yAxis(Axis.categories(labels));
    for (Tone tone : List.of(Tone.US, Tone.OTHERS)) {
      List<Integer> places =
          IntStream.range(0, panel.size()).filter(i -> tone(panel.get(i)) == tone).boxed().toList();
      drawn =
          drawn.points(
              tone == Tone.US ? "fields of the claim" : "fields outside it",
              each(places, i -> PERCENT * panel.get(i).growth()),
              each(places, Integer::doubleValue),
              tone);
    }
    return Figure.titled(title)
        .subtitle(
            "Change in growth after 2018. The rule asks that the whole interval of the mean lie within"
                + " two points of zero")
        .footer(SOURCES)
        .alt(
            title
                + ": "
                + panel.stream()
                    .map(one -> "%s %s".formatted(one.field().name(), points(one.growth())))
                    .collect(Collectors.joining(", ")))
        .size(WIDTH, 800)
        .row(
            1.2,
            drawn
                .ranges(
                    last,
                    new double[] {PERCENT * mean.lower()},
                    new double[] {PERCENT * mean.upper()},
                    Tone.HIGHLIGHT)
                .points("", new double[] {PERCENT * mean.estimate()}, last, Tone.HIGHLIGHT)
                .verticalLine(-bound, "\u22122", Tone.FAILS)
                .verticalLine(bound, "+2", Tone.FAILS))
        .row(
            0.8,
            EvidencePanels.worlds(Registry.of(catalog), "5b", gate)
                .titled("The same test where the truth is known"));
  }

  /**
   * Published estimates by study and outcome.
   *
   * @return the figure
   */
  public Figure published() {
    List<Estimate> rows =
        analysis.effects().estimates().stream()
            .filter(one -> one.side().equals("sanctioned") && OUTCOMES.contains(one.outcome()))
            .toList();
    List<String> studies = rows.stream().map(Estimate::studyId).distinct().sorted().toList();
    Map<String, Integer> spending = analysis.effects().signs(Set.of("input"));
    Map<String, Integer> better = analysis.effects().signs(PublishedEffects.BETTER);
    String title =
        "For sanctioned firms %d of %d studies find more research, %d of %d better innovation; the rule asks for %d studies and counts %d"
            .formatted(
                spending.values().stream().filter(sign -> sign > 0).count(),
                spending.size(),
                better.values().stream().filter(sign -> sign > 0).count(),
                better.size(),
                analysis.effects().leastStudies(),
                analysis.effects().votes(false).size());
    XyPanel panel =
        Panel.xy()
            .xAxis(Axis.categories("research", "patents", "quality", "productivity", "performance"))
            .yAxis(Axis.categories(names(studies, id -> STUDIES.getOrDefault(id, id))));
    panel = signs(panel, rows, studies, 1, "positive", Marker.TRIANGLE, Tone.HOLDS);
    panel = signs(panel, rows, studies, 0, "none, or none to negative", Marker.RING, Tone.OPEN);
    panel = signs(panel, rows, studies, -1, "negative", Marker.DIAMOND, Tone.FAILS);
    return Figure.titled(title)
        .subtitle(
            "Sign of the effect of US rules on sanctioned Chinese firms, one mark an estimate")
        .footer(
            "Data: published/effect_estimates, mostly from abstracts; Cao, Hayakawa, and two marks of Han (on"
                + " decoupling, no rule) from secondary pages. Suppliers upstream are not drawn.")
        .alt(
            title
                + ": "
                + rows.stream()
                    .map(
                        one ->
                            "%s %s %s"
                                .formatted(
                                    STUDIES.getOrDefault(one.studyId(), one.studyId()),
                                    one.outcome().replace('_', ' '),
                                    one.sign().replace('_', ' ')))
                    .collect(Collectors.joining(", ")))
        .size(WIDTH, 380)
        .panel(panel);
  }

  private static XyPanel signs(
      XyPanel panel,
      List<Estimate> rows,
      List<String> studies,
      int direction,
      String name,
      Marker marker,
      Tone tone) {
    List<double[]> at = new ArrayList<>();
    for (String study : studies) {
      for (String outcome : OUTCOMES) {
        List<Estimate> cell =
            rows.stream()
                .filter(one -> one.studyId().equals(study) && one.outcome().equals(outcome))
                .toList();
        for (int i = 0; i < cell.size(); i++) {
          if (cell.get(i).direction() == direction) {
            at.add(
                new double[] {
                  OUTCOMES.indexOf(outcome) + 0.12 * (i - (cell.size() - 1) / 2.0),
                  studies.indexOf(study)
                });
          }
        }
      }
    }
    return panel.marks(
        name, each(at, place -> place[0]), each(at, place -> place[1]), marker, tone);
  }

  /**
   * Shares of the world as others publish them, and their growth, beside ours.
   *
   * @return the figure
   */
  public Figure counters() {
    List<Level> near =
        analysis.counters().levels().stream().filter(one -> one.published().near()).toList();
    List<Level> other =
        analysis.counters().levels().stream().filter(one -> !one.published().near()).toList();
    List<Growth> growths = analysis.counters().growths();
    String title =
        "Published shares lie within %.0f points of ours in %d of %d cases where nearly the same is counted, in %d of %d where it is another thing"
            .formatted(PERCENT * CLOSE, close(near), near.size(), close(other), other.size());
    return Figure.titled(title)
        .subtitle(
            "China's share of the world. Ring: the published figure, by what it counts; dot: our"
                + " series of the same field and year")
        .footer(
            "Data: SEMI, WTO, IEA, BloombergNEF, CAAM, IQVIA and others, single cited figures; ours"
                + " as in the table of fields.")
        .alt(
            title
                + ". Published and ours: "
                + Stream.concat(near.stream(), other.stream())
                    .map(
                        one ->
                            "%s %.0f%% and %.0f%%"
                                .formatted(
                                    words(one), one.published().value(), PERCENT * one.ours()))
                    .collect(Collectors.joining("; "))
                + ". Growth a year: "
                + growths.stream()
                    .map(
                        one ->
                            "%s %s and %s"
                                .formatted(words(one), points(one.published()), points(one.ours())))
                    .collect(Collectors.joining("; ")))
        .size(WIDTH, 760)
        .row(0.32, shares("Nearly the same counted", near))
        .row(0.43, shares("Another thing of the field counted", other))
        .row(
            0.25,
            beside(
                Panel.xy()
                    .titled("Growth of the share a year, in points of its logarithm")
                    .xAxis(Axis.linear(-10, 70, ""))
                    .yAxis(Axis.categories(names(growths, NineFieldsFigures::words))),
                each(growths, one -> PERCENT * one.published()),
                each(growths, one -> PERCENT * one.ours())));
  }

  private static long close(List<Level> levels) {
    return levels.stream()
        .filter(one -> Math.abs(one.published().share() - one.ours()) < CLOSE)
        .count();
  }

  private static String words(Level one) {
    return "%s %d: %s%s"
        .formatted(
            one.name(),
            one.published().year(),
            one.published().counts(),
            one.published().bound() ? ", at least" : "");
  }

  private static String words(Growth one) {
    return "%s %d to %d: %s"
        .formatted(one.name(), one.first().year(), one.last().year(), one.first().counts());
  }

  private static XyPanel shares(String title, List<Level> levels) {
    return beside(
        Panel.xy()
            .titled(title)
            .xAxis(Axis.share(0, 1, ""))
            .yAxis(Axis.categories(names(levels, NineFieldsFigures::words))),
        each(levels, one -> one.published().share()),
        each(levels, Level::ours));
  }

  private static XyPanel beside(XyPanel panel, double[] published, double[] ours) {
    double[] rows = IntStream.range(0, ours.length).asDoubleStream().toArray();
    double[] low = new double[ours.length];
    double[] high = new double[ours.length];
    for (int i = 0; i < ours.length; i++) {
      low[i] = Math.min(published[i], ours[i]);
      high[i] = Math.max(published[i], ours[i]);
    }
    return panel
        .ranges(rows, low, high, Tone.FAINT)
        .points("ours", ours, rows, Tone.CHINA)
        .marks("published", published, rows, Marker.RING, Tone.NEUTRAL);
  }

  /**
   * What moves the slope: each field left out, simulated worlds, all ways of counting.
   *
   * @param response the group of 5a
   * @return the figure
   */
  public Figure couldItBeWrong(GroupResult response) {
    List<Change> panel = panel();
    List<FreedmanLane.Result> without = analysis.response().withoutEach(Reading.DEFAULT);
    double[] places = IntStream.range(0, panel.size()).asDoubleStream().toArray();
    int least = extreme(without, false);
    int most = extreme(without, true);
    String title =
        String.format(
            Locale.ROOT,
            "Without %s the slope is %s points a step, without %s %s; a true +2 would be seen in %.0f%% of cases",
            panel.get(least).field().name(),
            points(without.get(least).slope()),
            panel.get(most).field().name(),
            points(without.get(most).slope()),
            PERCENT * response.power().holdsGivenTrue());
    return Figure.titled(title)
        .subtitle("Proposition 5a: each field left out, simulated worlds, all ways of counting")
        .footer(SOURCES)
        .alt(
            title
                + ". Of %d ways of counting %d meet the claim and %d its opposite"
                    .formatted(response.usable(), response.meetHolds(), response.meetFails()))
        .size(WIDTH, 1180)
        .row(
            0.85,
            Panel.xy()
                .titled("Growth per step of control without one field")
                .xAxis(Axis.linear(-9, 4, "extra growth a year for a step of control, log points"))
                .yAxis(Axis.categories(names(panel, one -> "no " + one.field().name())))
                .points("", each(without, one -> PERCENT * one.slope()), places, Tone.NEUTRAL)
                .verticalLine(0, "none")
                .verticalLine(2, "claim", Tone.HOLDS))
        .row(
            0.6,
            EvidencePanels.worlds(Registry.of(catalog), "5a", response)
                .titled("The same test where the truth is known"))
        .row(
            0.9,
            EvidencePanels.curve(response, "intensity_slope_per_step")
                .yAxis(Axis.share(-0.09, 0.05, "extra growth a step"))
                .titled("All ways of counting: extra growth for a step of control"));
  }

  /** The place of the field without which the slope is least, or most. */
  private static int extreme(List<FreedmanLane.Result> without, boolean most) {
    return IntStream.range(0, without.size())
        .boxed()
        .max(Comparator.comparingDouble(i -> (most ? 1 : -1) * without.get(i).slope()))
        .orElseThrow();
  }
}
