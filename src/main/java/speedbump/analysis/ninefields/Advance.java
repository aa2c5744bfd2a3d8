package speedbump.analysis.ninefields;

import java.time.YearMonth;
import java.util.List;
import speedbump.analysis.ninefields.Fields.Series;
import speedbump.analysis.ninefields.Reading.Measure;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Trial;

/**
 * Proposition 5c: each of the nine fields advanced at all. China's share of the world in the last
 * year held is set beside that of 2018; what caused an advance is not asked.
 */
public final class Advance {
  private static final String HELD = "fields with figures that are not weak";

  private final Proposition proposition;
  private final Fields fields;

  Advance(Proposition proposition, Fields fields) {
    this.proposition = proposition;
    this.fields = fields;
  }

  /**
   * A field's share in two years.
   *
   * @param field the field and its measure
   * @param reference the share in the reference year, a fraction of one
   * @param last the share in the last year
   * @param lastYear the last year
   */
  public record Gain(Fields.Field field, double reference, double last, int lastYear) {
    /**
     * Whether the share rose.
     *
     * @return whether the last share is above the first
     */
    public boolean up() {
      return last > reference;
    }
  }

  /**
   * The shares of the nine fields then and last.
   *
   * @param measure which measure stands for a field that has two
   * @return one row a field with a figure for the reference year
   */
  public List<Gain> gains(Measure measure) {
    return gains(fields.series(measure), true);
  }

  /**
   * The same of the placebo fields.
   *
   * @return one row a placebo field
   */
  public List<Gain> placeboGains() {
    return gains(fields.series(Measure.FIRST), false);
  }

  private List<Gain> gains(List<Series> series, boolean ofTheNine) {
    int reference = (int) proposition.definition("reference_year");
    return series.stream()
        .filter(one -> one.field().ofTheNine() == ofTheNine && one.shares().containsKey(reference))
        .map(
            one -> {
              int last = one.shares().keySet().stream().max(Integer::compare).orElseThrow();
              return new Gain(
                  one.field(), one.shares().get(reference), one.shares().get(last), last);
            })
        .toList();
  }

  private static Outcome estimate(List<Gain> gains) {
    long up = gains.stream().filter(Gain::up).count();
    return Outcome.of(
        Evidence.of("fields_not_up", gains.size() - up)
            .and("fields_up_share", (double) up / gains.size()));
  }

  Examination examination() {
    Option<Measure> measure = Reading.measure(proposition);
    List<Gain> gains = gains(Measure.FIRST);
    return Examination.covering(
        proposition,
        HELD,
        gains.size(),
        List.of(
            Trial.<Advance>of(
                proposition,
                "nine fields",
                this,
                YearMonth.of(gains.stream().mapToInt(Gain::lastYear).max().orElseThrow(), 12),
                (data, specification) -> estimate(data.gains(measure.in(specification))))));
  }
}
