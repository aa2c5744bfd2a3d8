package speedbump.analysis.chokepointsorintegration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static speedbump.chart.Drawn.draws;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import speedbump.analysis.Verdicts;
import speedbump.analysis.chokepointsorintegration.Removals.Bloc;
import speedbump.analysis.shared.ChipChain;
import speedbump.analysis.shared.ChipChain.Input;
import speedbump.analysis.shared.ChipChain.Kind;
import speedbump.claim.ClaimResult;
import speedbump.data.Catalog;

/** Each figure draws, wide and narrow, and its description says what the drawing shows. */
class ChokepointFiguresTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final ChokepointsOrIntegration CLAIM = ChokepointsOrIntegration.of(CATALOG);
  private static final ChokepointFigures FIGURES = new ChokepointFigures(CATALOG, CLAIM);

  @Test
  void whatIsForeign() {
    draws(
        FIGURES.foreignInputs(),
        "16% against 10%",
        "18% against 12%",
        "all inputs, looked through: US 23.9%, China 23.4%");
  }

  @Test
  void theChain() {
    draws(
        FIGURES.chipChain(),
        "38% of the market",
        "95% without Japan and the Netherlands too",
        "0.4% without China",
        "lithography: 33 billion USD, US 1%");
  }

  /** Every leaf with a share and a market stands in one stage, but the designs. */
  @Test
  void theChainIsWhole() {
    List<String> drawn =
        FIGURES.chain().values().stream()
            .flatMap(Collection::stream)
            .map(Input::id)
            .sorted()
            .toList();
    List<String> held =
        CLAIM.removals().chips().leaves().stream()
            .filter(one -> one.kind() != Kind.DESIGN)
            .filter(one -> one.byCountry().stated() > 0 && one.marketMillionUsd().isPresent())
            .map(Input::id)
            .sorted()
            .toList();
    assertEquals(held, drawn);
    assertEquals(
        1,
        FIGURES.marketCut(Bloc.US_JAPAN_NETHERLANDS)
            + FIGURES.chain().values().stream()
                    .flatMap(Collection::stream)
                    .filter(
                        one ->
                            one.byCountry()
                                    .without(Bloc.US_JAPAN_NETHERLANDS.members())
                                    .stated()
                                    .orElse(0)
                                < 0.5)
                    .collect(Collectors.summingDouble(one -> one.marketMillionUsd().orElse(0)))
                / FIGURES.chain().values().stream()
                    .flatMap(Collection::stream)
                    .collect(Collectors.summingDouble(one -> one.marketMillionUsd().orElse(0))),
        1e-12);
  }

  /** Counted by another program: designs are two leaves and two thirds of the market. */
  @Test
  void designsWeighMostByMarket() {
    assertEquals(0.130, FIGURES.marketCutWithDesigns(Bloc.US_ALONE), 0.0005);
    assertEquals(0.712, FIGURES.marketCutWithDesigns(Bloc.US_JAPAN_NETHERLANDS), 0.0005);
    assertEquals(0.001, FIGURES.marketCutWithDesigns(Bloc.CHINA_ALONE), 0.0005);
  }

  @Test
  void whatIsCut() {
    draws(
        FIGURES.removals(),
        "26 of 76",
        "without China 15 of 41 mineral products",
        "chips without China: 2 of 76, 0 at nine tenths, bounds 2 to 18 of 92",
        "critical minerals without the US: 1 of 41, 0 at nine tenths, bounds 1 to 10 of 41");
  }

  @Test
  void whoLeansOnWhom() {
    draws(FIGURES.exposures(), "3.0 times", "US on China 15.1%, China on the US 2.4%");
  }

  @Test
  void whatMovesTheAnswer() {
    ClaimResult result = Verdicts.of(12);
    draws(
        FIGURES.couldItBeWrong(
            result.proposition("12c").group("US alone"),
            result.proposition("12d").group("chip tools")),
        "6 of 6 ways of counting at half of supply, in 3 of 6 at nine tenths",
        "4 fewer kinds of tool");
  }

  @Test
  void publishedBesideOurs() {
    draws(FIGURES.published(), "all inputs (84%)", "(76%)", "published 3 (2020), ours 3.0 (2011)");
  }

  @Test
  void firmsAndSteps() {
    ChipChain chips = CLAIM.removals().chips();
    assertEquals(new ChipChain.Firm("Applied Materials", 10), chips.firms(0.5).get(0));
    assertEquals("Etch and clean", chips.between().get(0).name());
    assertEquals(1, chips.graph().minimumCut("N20", "N99").capacity());
    assertEquals(
        List.of("as registered", "by more than 1.0 points"),
        CLAIM.toolShares().slices(List.of(0.01), 2000).stream()
            .map(ToolShares.Votes::which)
            .limit(2)
            .toList());
  }
}
