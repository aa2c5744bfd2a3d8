package speedbump.analysis.learningbymaking;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.analysis.learningbymaking.FallingCosts.Learner;
import speedbump.chart.Figure;
import speedbump.claim.GroupResult;
import speedbump.data.Catalog;
import speedbump.model.Hindcast.FutureOutput;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;

/** What the figures say of their data, and that they can be drawn. */
class LearningFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final LearningByMaking CLAIM = LearningByMaking.of(CATALOG);
  private static final LearningFigures FIGURES = new LearningFigures(CLAIM);
  private static final ForecastFigures FORECASTS = new ForecastFigures(CLAIM);
  private static final ChinasPart CHINA = ChinasPart.of(CATALOG, CLAIM.technologies());

  private static void assertDrawn(Figure figure, String... inAlt) {
    for (String text : inAlt) {
      assertTrue(figure.alt().contains(text), figure.alt());
    }
    assertTrue(figure.png().length > 1000);
  }

  @Test
  void sharesAreThoseOfTheTest() {
    var learners = CLAIM.fallingCosts().learners(Form.LEVELS, 10, 0);
    double own = learners.stream().filter(Learner::significant).count() / (double) learners.size();
    assertDrawn(
        FIGURES.shares(), "levels %.0f, a stranger's 41".formatted(100 * own), "time held fixed 7");
  }

  @Test
  void ratesLeaveOutWhatRose() {
    assertDrawn(FIGURES.rates(), "rates of 57 technologies");
  }

  @Test
  void theForecastOf1995CountsThePricesInside() {
    assertDrawn(
        FORECASTS.solarForecast(), "from 72 dollars in 1977", "holds 16 of 28 later points");
  }

  @Test
  void missesGrowWithTheHorizon() {
    double atTwenty =
        CLAIM.laws().horizons(FutureOutput.AS_IT_CAME, 20).stream()
            .filter(one -> one.steps() == 20)
            .mapToDouble(one -> Math.exp(one.rms()))
            .max()
            .orElseThrow();
    assertDrawn(FORECASTS.horizons(), "to %.1f at 20".formatted(atTwenty));
  }

  @Test
  void collinearityCountsTheTechnologiesBeyondTheLine() {
    assertDrawn(FIGURES.collinearity(), "37 of 58 technologies");
  }

  @Test
  void theDoubtsSayWhatTheWorldsAndTheGuessesSay() {
    GroupResult pooled = pooled();
    assertDrawn(
        FIGURES.couldItBeWrong(pooled, 0.1, 1, 10),
        "41 of 100 placebo pairs",
        "%.0f of 100 draws".formatted(100 * pooled.power().holdsGivenTrue()),
        "from 11 to 39 per cent");
  }

  private static GroupResult pooled() {
    return Verdicts.of(7).propositions().stream()
        .filter(one -> one.proposition().equals("7c"))
        .findFirst()
        .orElseThrow()
        .group("pooled technologies");
  }

  @Test
  void periodsNameTheBreak() {
    assertDrawn(
        new ChinaFigures(CHINA).periods(),
        "16% a doubling until 2008 and 35%",
        "cells -2% a doubling until 2017",
        "wind 6% a doubling until 2005");
  }

  @Test
  void theScenarioEndsAsTheModelSays() {
    var solar = CHINA.fields().get(0);
    var exponent =
        LearningCurve.fit(solar, Driver.EXPERIENCE, Form.FIRST_DIFFERENCES).interval(0.95);
    var years = ChinasPart.stoppedGrowth(solar, 2010, exponent);
    assertDrawn(
        new ChinaFigures(CHINA).scenario(2010),
        "%.2f in the scenario".formatted(years.get(years.size() - 1).underExperience().estimate()));
  }
}
