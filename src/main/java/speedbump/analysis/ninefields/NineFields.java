package speedbump.analysis.ninefields;

import java.util.List;
import java.util.Locale;
import speedbump.analysis.ninefields.Advance.Gain;
import speedbump.analysis.ninefields.Reading.Measure;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.stats.FreedmanLane;
import speedbump.stats.Interval;

/**
 * Claim 5: did the sanctions speed up the nine fields? Growth of China's world share before and
 * after by field, against how strongly US rules bore on it and against fields that they hardly
 * touched.
 *
 * @param fields the fields with shares and doses
 * @param response 5a
 * @param touched 5b
 * @param advance 5c
 * @param effects 5d
 * @param counters published world shares beside ours
 * @param standIns three fields beside their synthetic controls, an illustration
 */
public record NineFields(
    Fields fields,
    DoseResponse response,
    HardlyTouched touched,
    Advance advance,
    PublishedEffects effects,
    OtherCounters counters,
    List<StandIn> standIns)
    implements Analysis {
  private static final int CLAIM = 5;
  private static final double PERCENT = 100;

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 5
   */
  public static NineFields of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    Fields fields = Fields.of(catalog, registry.proposition("5a"));
    return new NineFields(
        fields,
        new DoseResponse(registry.proposition("5a"), fields),
        new HardlyTouched(registry.proposition("5b"), fields),
        new Advance(registry.proposition("5c"), fields),
        new PublishedEffects(registry.proposition("5d"), catalog),
        new OtherCounters(catalog, fields),
        StandIn.all(catalog, fields));
  }

  @Override
  public int claim() {
    return CLAIM;
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        response.examination(),
        touched.examination(),
        advance.examination(),
        effects.examination());
  }

  @Override
  public String finding(ClaimResult result) {
    FreedmanLane.Result slope = DoseResponse.test(response.panel(Reading.DEFAULT));
    Interval others = touched.mean(touched.panel(Reading.DEFAULT));
    List<Gain> gains = advance.gains(Measure.FIRST);
    return String.format(
        Locale.ROOT,
        "China gained world share in %d of the %d fields that can be measured, but with each step of"
            + " control the change of pace since %d is %.1f points %s (growth of the share, percent a"
            + " year); chance alone would do that in %.0f of 100 cases. The fields that controls hardly"
            + " touched changed pace themselves, by %+.1f points (90%% interval %+.1f to %+.1f).",
        gains.stream().filter(Gain::up).count(),
        gains.size(),
        fields.windows().hinge(),
        PERCENT * Math.abs(slope.slope()),
        slope.slope() < 0 ? "lower" : "higher",
        PERCENT * (slope.slope() < 0 ? slope.pLess() : slope.pGreater()),
        PERCENT * others.estimate(),
        PERCENT * others.lower(),
        PERCENT * others.upper());
  }
}
