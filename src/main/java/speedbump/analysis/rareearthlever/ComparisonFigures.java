package speedbump.analysis.rareearthlever;

import static speedbump.analysis.rareearthlever.MagnetFlows.CONTROL;
import static speedbump.chart.Columns.each;
import static speedbump.chart.Columns.names;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import speedbump.chart.Axis;
import speedbump.chart.Figure;
import speedbump.chart.Marker;
import speedbump.chart.Panel;
import speedbump.chart.Tone;
import speedbump.chart.XyPanel;
import speedbump.data.Catalog;

/**
 * The charts of claim 10 that set April 2025 beside other cuts: that of 2010, and those that models
 * assume. Titles and descriptions are computed from what is drawn.
 *
 * @param catalog the collection's tables
 * @param rareEarths the analysis
 */
public record ComparisonFigures(Catalog catalog, RareEarthLever rareEarths) {
  private static final String JAPAN = "minerals/japan_2010";
  private static final String PRICES = "minerals/prices";
  private static final String SHARES = "minerals/china_shares";
  private static final String MODELS = "minerals/model_results";
  private static final YearMonth CONTROL_OF_2010 = YearMonth.of(2010, 9);
  private static final int FIRST_YEAR_SHOWN = 2005;
  private static final int WIDTH = 760;
  private static final int HUNDRED = 100;

  private double published(String table, String series, String entity, String period) {
    return PublishedFigure.of(catalog, table, series, entity, period).number();
  }

  private static double months(YearMonth from, YearMonth to) {
    return 12.0 * (to.getYear() - from.getYear()) + to.getMonthValue() - from.getMonthValue();
  }

  private static double[] of(double... values) {
    return values;
  }

  /**
   * Prices and China's share of output after the controls of 2010, with what is known and predicted
   * of 2025 on the same clock.
   *
   * @return the figure
   */
  public Figure knownCase() {
    Map<Integer, Double> shares = rareEarths.knownCase().outputShareByYear();
    int start = CONTROL_OF_2010.getYear();
    int last = shares.keySet().stream().mapToInt(year -> year).max().orElseThrow();
    double kept = HUNDRED * shares.get(start + 4) / shares.get(start);
    double lost = HUNDRED * (1 - shares.get(last) / shares.get(start));
    Price price = price();
    return Figure.titled(
            "After 2010 China kept %.0f%% of its share of rare-earth output for four years and lost %.0f%% of it in %d"
                .formatted(kept, lost, last - start))
        .subtitle(
            "Two episodes on one clock: controls of September 2010 and of April 2025. Not drawn: a"
                + " basket of rare earths fell by %.0f%% from the third quarter of 2011 to the end of 2014"
                    .formatted(-price.basketFallPercent()))
        .footer(
            "Data: British Geological Survey (shares only; contributed by permission, copyright"
                + " NERC); prices (of 2010 two quotations: January 2009, August 2011) and predictions as"
                + " cited in the tables of this notebook.")
        .alt(
            "Dysprosium rose %.0f-fold from January 2009 to August 2011; in 2025 the European quotation rose %.1f-fold and the price from China went to %.2f of that before; China's share stood at %.0f%% of that of 2010 after four years and at %.0f%% after %d"
                .formatted(
                    price.peak(),
                    price.inEurope(),
                    price.fromChina(),
                    kept,
                    HUNDRED - lost,
                    last - start))
        .size(WIDTH, 420)
        .row(1, pricePanel(price), sharePanel(shares, start));
  }

  /** Prices of dysprosium as multiples of the one before the control. */
  private record Price(double peak, double basketFallPercent, double inEurope, double fromChina) {}

  private record PriceRow(String commodity, String statistic, int year, OptionalDouble value) {}

  private double dysprosium(int year) {
    return catalog.rows("minerals/us_statistics", PriceRow.class).stream()
        .filter(row -> row.commodity().equals("Dysprosium") && row.statistic().equals("Price"))
        .filter(row -> row.year() == year)
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  private Price price() {
    String fob = "dysprosium_oxide_fob_china";
    String oxide = "dysprosium_oxide_price";
    return new Price(
        published(JAPAN, fob, "China FOB", "2011-08")
            / published(JAPAN, fob, "China FOB", "2009-01"),
        published(JAPAN, "rare_earth_price_fall", "basket", "2011-Q3..2014-Q4"),
        published(PRICES, oxide, "Europe", "2025-05")
            / published(PRICES, oxide, "Europe", "2025-04 early"),
        dysprosium(2025) / dysprosium(2024));
  }

  private static XyPanel pricePanel(Price price) {
    double before = months(CONTROL_OF_2010, YearMonth.of(2009, 1));
    double peak = months(CONTROL_OF_2010, YearMonth.of(2011, 8));
    return Panel.xy()
        .titled("Dysprosium, multiple of the price before")
        .xAxis(Axis.linear(-24, 24, "months since control"))
        .yAxis(Axis.log(0.5, 50, "times"))
        .trend("", of(before, peak), of(1, price.peak()), Tone.CHINA)
        .points("2010: from China", of(before, peak), of(1, price.peak()), Tone.CHINA)
        .marks(
            "2025: in Europe",
            of(months(CONTROL, YearMonth.of(2025, 5))),
            of(price.inEurope()),
            Marker.DIAMOND,
            Tone.HIGHLIGHT)
        .marks(
            "2025: from China",
            of(months(CONTROL, YearMonth.of(2025, 7))), // a mean of the year, at its middle
            of(price.fromChina()),
            Marker.RING,
            Tone.CHINA)
        .verticalLine(0, "control");
  }

  private XyPanel sharePanel(Map<Integer, Double> shares, int start) {
    List<Integer> years =
        shares.keySet().stream().filter(year -> year >= FIRST_YEAR_SHOWN).toList();
    String dysprosium = "china_share_dysprosium_processing";
    String magnets = "china_share_ree_refining";
    double dysprosium2028 =
        published(SHARES, dysprosium, "China", "2028")
            / published(SHARES, dysprosium, "China", "2024");
    double magnets2030 =
        published(SHARES, magnets, "China", "2030 projection")
            / published(SHARES, magnets, "China", "2023");
    return Panel.xy()
        .titled("China's share, as a part of the one at control")
        .xAxis(Axis.linear(-5, 15, "years since the year of control"))
        .yAxis(Axis.share(0.6, 1.1, ""))
        .line(
            "all rare earths after 2010",
            each(years, year -> year - start),
            each(years, year -> shares.get(year) / shares.get(start)),
            Tone.CHINA)
        .verticalLine(0, "control")
        .marks(
            "published forecasts",
            of(2028 - CONTROL.getYear(), 2030 - CONTROL.getYear()),
            of(dysprosium2028, magnets2030),
            Marker.DIAMOND,
            Tone.HIGHLIGHT)
        .label(3.4, dysprosium2028 + 0.03, "dysprosium, 2028", Tone.HIGHLIGHT)
        .label(0.3, magnets2030 - 0.04, "magnet metals, 2030", Tone.HIGHLIGHT);
  }

  /** A number in a row of its own. */
  private record Row(String label, double number) {}

  private Row loss(String label, String series, String entity, String period) {
    return new Row(label, published(MODELS, series, entity, period));
  }

  /**
   * The cuts that published models assume beside those seen, and what the models say that a cut
   * would cost.
   *
   * @return the figure
   */
  public Figure cutsAndCosts() {
    YearMonth year = CONTROL.plusMonths(11);
    MagnetFlows us = rareEarths.unitedStates();
    Row all = new Row("Geological Survey: gallium, germanium", 1);
    Row most = new Row("IMF: rare earths", 0.8);
    Row quarter =
        new Row(
            "Seen: magnets to US, first three months",
            1 - us.overForecast(CONTROL, CONTROL.plusMonths(2)));
    Row toUs = new Row("Seen: magnets to US, twelve months", 1 - us.overForecast(CONTROL, year));
    Row toWorld =
        new Row(
            "Seen: magnets to the world, twelve months",
            1 - rareEarths.world().overForecast(CONTROL, year));
    String title =
        "Models assume cuts of %.0f to %.0f%%; exports to the US were %.0f%% short for three months and %.0f%% over a year"
            .formatted(
                HUNDRED * most.number(),
                HUNDRED * all.number(),
                HUNDRED * quarter.number(),
                HUNDRED * toUs.number());
    List<Row> losses = losses();
    return Figure.titled(title)
        .subtitle(
            "Cuts assumed by published models beside those seen from April 2025 (above); what the"
                + " models say that a cut would cost (below)")
        .footer(
            "Models: the table above, grade S. Seen: China's customs as reported, against the mean"
                + " of the months before April 2025.")
        .alt(
            "%s, and %.0f%% to the world; the models put the cost between %.1f and %.1f%% of output"
                .formatted(
                    title,
                    HUNDRED * toWorld.number(),
                    losses.stream().mapToDouble(Row::number).min().orElseThrow(),
                    losses.stream().mapToDouble(Row::number).max().orElseThrow()))
        .size(WIDTH, 520)
        .row(1, cuts(List.of(all, most), List.of(quarter, toUs, toWorld)))
        .row(1, costs(losses));
  }

  private static XyPanel cuts(List<Row> assumed, List<Row> seen) {
    return Panel.xy()
        .titled("The cut, against what was usual")
        .xAxis(Axis.share(0, 1.05, ""))
        .yAxis(
            Axis.categories(
                names(Stream.of(assumed, seen).flatMap(Collection::stream).toList(), Row::label)))
        .marks(
            "assumed", each(assumed, Row::number), places(0, assumed), Marker.DIAMOND, Tone.OTHERS)
        .marks(
            "seen", each(seen, Row::number), places(assumed.size(), seen), Marker.DOT, Tone.CHINA);
  }

  private static double[] places(int first, List<Row> rows) {
    return IntStream.range(first, first + rows.size()).asDoubleStream().toArray();
  }

  private List<Row> losses() {
    String imf = "gdp_loss_80pct_cut";
    String year = "IMF WP 2026/073 (<1 year)";
    String nearTotal = "rare earths, near-total ban, very low substitution";
    return List.of(
        loss("IMF, 80% cut: Japan", imf, "Japan", year),
        loss("IMF: United States", imf, "USA", year),
        loss("IMF: Germany", imf, "Germany", year),
        loss("IMF, longer horizon", imf, "all", "IMF WP 2026/073 (longer)"),
        loss("ECB, near-total: US", "us_output_loss", nearTotal, "ECB 2026"),
        loss("Oxford, two years: US", "gdp_growth_loss_2y", "USA", "Oxford Economics Oct 2025"));
  }

  private XyPanel costs(List<Row> losses) {
    PublishedFigure partial =
        PublishedFigure.of(
            catalog,
            MODELS,
            "us_output_loss",
            "rare earths, partial restriction 18 months",
            "ECB 2026");
    String range = "ECB, partial, 18 months: US";
    return Panel.xy()
        .titled("The cost by the models")
        .xAxis(Axis.linear(-0.2, 2.4, "% of output (Oxford: points of growth)"))
        .yAxis(
            Axis.categories(
                Stream.concat(losses.stream().map(Row::label), Stream.of(range)).toList()))
        .ranges(
            of(losses.size()),
            of(partial.low().orElseThrow()),
            of(partial.high().orElseThrow()),
            Tone.OTHERS)
        .marks("", each(losses, Row::number), places(0, losses), Marker.DIAMOND, Tone.OTHERS);
  }
}
