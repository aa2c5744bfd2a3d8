package speedbump.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import speedbump.chart.SpecificationCurve.Estimate;
import speedbump.chart.WorldsPanel.World;
import speedbump.claim.Standing;

/** The kinds of pictures that notebooks draw, with invented numbers of realistic size. */
final class Demo {

  private static final String INVENTED = "Invented numbers, to test the drawing; no data.";

  private Demo() {}

  static Map<String, Figure> all(int width) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("lag", lag(width));
    figures.put("frontiers", frontiers(width));
    figures.put("rulers", rulers(width));
    figures.put("compute", compute(width));
    figures.put("attack", attack(width));
    figures.put("published", published(width));
    figures.put("columns", columns(width));
    return figures;
  }

  static Figure lag(int width) {
    double[] at = {
      2023.45, 2023.62, 2023.87, 2024.08, 2024.33, 2024.46, 2024.72, 2024.98, 2025.05, 2025.33,
      2025.55, 2025.9
    };
    double[] lag = {14.1, 13.2, 16.9, 15.8, 11.7, 12.4, 9.6, 7.3, 4.8, 6.2, 6.9, 7.4};
    List<String> names =
        List.of(
            "Alpha 7B",
            "Alpha 14B",
            "Yonder 34B",
            "Beta-1.5 72B",
            "Beta-2 72B",
            "Gamma V2",
            "Beta-2.5 72B",
            "Gamma V3",
            "",
            "Beta 3 235B",
            "Kilo K2",
            "Kilo K2 Thinking");
    return Figure.titled(
            "Invented model R stood 4.8 months behind the frontier, the shortest lag until then,"
                + " and the lag has widened since")
        .subtitle("Lag of the best Chinese model at its release, months of 30.4 days")
        .footer(INVENTED + " Snapshot of 19 April 2026.")
        .size(width, 460)
        .panel(
            Panel.xy()
                .xAxis(Axis.years(2023.2, 2026.3))
                .yAxis(Axis.linear(0, 20, "months"))
                .line("", at, lag, Tone.FAINT)
                .points("", at, lag, names, Tone.CHINA)
                .highlight(2025.05, 4.8, "Model R")
                .horizontalLine(11.4, "mean before: 11.4 months")
                .verticalLine(2023.79, "rules of October 2023")
                .verticalLine(2024.92, "memory rules, December 2024")
                .verticalLine(2025.03, "diffusion rule, January 2025")
                .verticalLine(2025.29, "licence for H20, April 2025"));
  }

  static Figure frontiers(int width) {
    double[] us = {2023.2, 2023.87, 2024.36, 2024.71, 2024.95, 2025.3, 2025.6, 2025.9, 2026.3};
    double[] usScore = {126, 127, 129, 136, 141, 145, 150, 152, 152};
    double[] china = {2023.6, 2024.1, 2024.45, 2024.98, 2025.06, 2025.55, 2025.92, 2026.3};
    double[] chinaScore = {108, 117, 124, 133, 140, 143, 147, 147};
    return Figure.titled("A lag is read sideways: when had the US frontier reached that score?")
        .subtitle("Best score so far, index points")
        .footer(INVENTED)
        .size(width, 430)
        .panel(
            Panel.xy()
                .xAxis(Axis.years(2023, 2026.5))
                .yAxis(Axis.linear(100, 160, "score"))
                .steps("United States", us, usScore, Tone.US)
                .steps("China", china, chinaScore, Tone.CHINA)
                .highlight(2025.06, 140, "Model R")
                .arrow(2025.06, 136, 2024.71, 136, "4 months")
                .arrow(2024.45, 124, 2023.2, 124, "15 months"));
  }

  static Figure rulers(int width) {
    String[] names = {
      "Index, April 2026",
      "Index, December 2025",
      "GPQA diamond",
      "MATH level 5",
      "Mock AIME",
      "Time horizons of software tasks"
    };
    double[] rows = {0, 1, 2, 3, 4, 5};
    double[] before = {12.1, 11.5, 13.8, 9.9, 10.4, 15.2};
    double[] atEvent = {4.6, 4.9, 6.7, 2.8, 4.4, 10.9};
    double[] after = {7, 6.6, 8.1, 3.9, 6.2, 12.7};
    double[] low = {4.6, 4.9, 6.7, 2.8, 4.4, 10.9};
    return Figure.titled("On five of six rulers the lag halved at the event and grew afterwards")
        .subtitle("Lag before, at and after the event, months")
        .footer(INVENTED)
        .size(width, 360)
        .panel(
            Panel.xy()
                .yAxis(Axis.categories(names))
                .xAxis(Axis.linear(0, 18, "months behind the frontier"))
                .ranges(rows, low, before, Tone.FAINT)
                .marks("mean before", before, rows, Marker.RING, Tone.NEUTRAL)
                .marks("mean after", after, rows, Marker.DIAMOND, Tone.NEUTRAL)
                .marks(
                    "at the event",
                    atEvent,
                    rows,
                    Arrays.stream(atEvent).mapToObj(v -> v + "").toList(),
                    Marker.DOT,
                    Tone.CHINA));
  }

  static Figure compute(int width) {
    Random random = new Random(6);
    int n = 110;
    double[] flop = new double[n];
    double[] score = new double[n];
    double[] flopChina = new double[30];
    double[] scoreChina = new double[30];
    for (int i = 0; i < n; i++) {
      flop[i] = Math.pow(10, 22.5 + 3.6 * random.nextDouble());
      score[i] = 60 + 20 * (Math.log10(flop[i]) - 22) + 7 * random.nextGaussian();
    }
    for (int i = 0; i < 30; i++) {
      flopChina[i] = Math.pow(10, 22.5 + 2.6 * random.nextDouble());
      scoreChina[i] = 60 + 20 * (Math.log10(flopChina[i]) - 22) + 7 * random.nextGaussian();
    }
    double[] ends = {3e22, 1e23, 3e23, 1e24, 3e24, 1e25, 3e25, 1e26};
    double[] fit = Arrays.stream(ends).map(f -> 60 + 20 * (Math.log10(f) - 22)).toArray();
    double[] lower = Arrays.stream(fit).map(v -> v - 12).toArray();
    double[] upper = Arrays.stream(fit).map(v -> v + 12).toArray();
    double[] residuals = random.doubles(200, -1, 1).map(v -> 1.4 * v * Math.abs(v) * 1.6).toArray();
    double[] edges = new double[19];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = -2.25 + 0.25 * i;
    }
    return Figure.titled("Model R used a third of the compute that the trend of its date foretold")
        .subtitle("Score against training compute; residuals in prediction standard deviations")
        .footer(INVENTED)
        .size(width, 440)
        .panels(
            2,
            Panel.xy()
                .titled("Compute against score")
                .xAxis(Axis.log(2e22, 3e26, "training compute, FLOP"))
                .yAxis(Axis.linear(50, 160, "score"))
                .band("95 % of models", ends, lower, upper, Tone.NEUTRAL)
                .trend("trend at that date", ends, fit, Tone.NEUTRAL)
                .points("US", flop, score, Tone.US)
                .points("China", flopChina, scoreChina, Tone.CHINA)
                .highlight(4.1e24, 136, "Model R"),
            Panel.xy()
                .titled("Where its residual stands")
                .xAxis(Axis.linear(-2.5, 2.5, "residual, standard deviations"))
                .yAxis(Axis.linear(0, 60, "models"))
                .histogram("", residuals, edges, Tone.FAINT)
                .verticalLine(-1.3, "Model R: −1.3", Tone.CHINA)
                .verticalLine(-1, "holds below −1", Tone.HOLDS)
                .verticalLine(-0.5, "fails above −0.5", Tone.FAILS));
  }

  static Figure attack(int width) {
    Random random = new Random(12);
    double[] placebo = random.doubles(24, -6, 8).toArray();
    double[] edges = {-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8};
    return Figure.titled("Could it be wrong? The event stands out, and most choices agree")
        .subtitle("Placebo events; two simulated worlds; 300 specifications")
        .footer(INVENTED)
        .size(width, width > 600 ? 840 : 900)
        .row(
            1,
            Panel.xy()
                .titled("Other moments instead")
                .xAxis(Axis.linear(-8, 8, "lag minus the mean before, months"))
                .yAxis(Axis.linear(0, 6, "placebo events"))
                .histogram("", placebo, edges, Tone.FAINT)
                .verticalLine(-6.8, "the event", Tone.CHINA),
            Panel.worlds(
                    Axis.linear(-8, 8, "lag minus the mean before, months"),
                    List.of(
                        new World(
                            "If it is true: the lag is a third of that before",
                            random.doubles(40, -7, -2).boxed().toList(),
                            "says \"holds\" in 71%"),
                        new World(
                            "If it is false: a draw from the lags before",
                            random.doubles(40, -6, 7).boxed().toList(),
                            "says \"holds\" in 9%")))
                .observed(-6.8, "the event")
                .titled("Can the test tell?"))
        .row(1.75, specifications(300).titled("Every choice of the analyst"));
  }

  static SpecificationCurve specifications(int n) {
    Random random = new Random(300);
    String[][] options = {
      {"Index, April 2026", "Index, December 2025", "Open benchmarks"},
      {"US only", "all but China"},
      {"record models", "developers' best", "all models"},
      {"Epoch's rule", "headquarters"},
      {"model names", "versions"}
    };
    List<Estimate> list = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<String> taken = new ArrayList<>();
      double p = 0.05;
      for (String[] choice : options) {
        int k = random.nextInt(choice.length);
        taken.add(choice[k]);
        p += 0.02 * k;
      }
      p = Math.min(0.9, Math.max(0.001, p * Math.exp(0.9 * random.nextGaussian())));
      double estimate = i % 25 == 0 ? Double.NaN : p;
      Standing standing = p < 0.1 ? Standing.HOLDS : p > 0.5 ? Standing.FAILS : Standing.NEITHER;
      list.add(new Estimate(estimate, standing, taken));
    }
    return Panel.specificationCurve(
            List.of("Ruler", "Frontier", "Reference set", "Country", "One row a"), list)
        .yAxis(Axis.linear(0, 1, "permutation p"))
        .threshold(0.1, "holds below 0.10")
        .threshold(0.5, "fails above 0.50")
        .highlight(3);
  }

  static Figure published(int width) {
    String[] names = {
      "Ours, mean at records",
      "Ours, Kaplan–Meier median",
      "Institute A (2026), average",
      "Institute B (2025), evaluation of four models",
      "Self-report (2026)"
    };
    double[] rows = {0, 1, 2, 3, 4};
    double[] value = {7.4, 7.1, 7, 8, 2};
    return Figure.titled("Published lags lie beside ours once the definition is the same")
        .subtitle(
            "Lag of Chinese models behind the frontier, months; lines are 95 % intervals or ranges")
        .footer(INVENTED + " Each published figure with its address in the table below.")
        .size(width, 330)
        .panel(
            Panel.xy()
                .yAxis(Axis.categories(names))
                .xAxis(Axis.linear(0, 15, "months"))
                .ranges(
                    new double[] {0, 1, 2},
                    new double[] {5.2, 4.6, 4},
                    new double[] {9.9, 17, 14},
                    Tone.NEUTRAL)
                .marks(
                    "ours",
                    new double[] {7.4, 7.1},
                    new double[] {0, 1},
                    Marker.DOT,
                    Tone.HIGHLIGHT)
                .marks(
                    "published",
                    new double[] {7, 8, 2},
                    new double[] {2, 3, 4},
                    Marker.DIAMOND,
                    Tone.NEUTRAL));
  }

  static Figure columns(int width) {
    return Figure.titled("Shares, short spans and logarithmic axes within a decade carry ticks")
        .subtitle("Four small panels")
        .footer(INVENTED)
        .size(width, 520)
        .panels(
            2,
            Panel.xy()
                .titled("Within a decade")
                .xAxis(Axis.years(2024.9, 2026.2))
                .yAxis(Axis.log(20, 150, "USD a kilogram"))
                .line(
                    "", new double[] {2025, 2025.5, 2026}, new double[] {30, 45, 130}, Tone.CHINA),
            Panel.xy()
                .titled("Shares")
                .xAxis(Axis.categories("2018", "2020", "2022", "2024"))
                .yAxis(Axis.share(-0.2, 0.6, ""))
                .intervals(
                    new double[] {0, 1, 2, 3},
                    new double[] {-0.1, 0, 0.1, 0.3},
                    new double[] {0.2, 0.3, 0.4, 0.9},
                    Tone.US)
                .points("", new double[] {0, 1, 2, 3}, new double[] {0.05, 0.1, 0.2, 0.5}, Tone.US),
            Panel.xy()
                .titled("Many decades")
                .xAxis(Axis.log(1, 1e7, "units"))
                .yAxis(Axis.log(1e-6, 1, "cost"))
                .line("learning", new double[] {1, 1e7}, new double[] {0.8, 2e-6}, Tone.HOLDS),
            Panel.xy()
                .titled("Axes that fit themselves")
                .points("", new double[] {3, 4, 5}, new double[] {-1200, 800, 2500}, Tone.OTHERS)
                .label(4, 800, "a label", Tone.NEUTRAL));
  }
}
