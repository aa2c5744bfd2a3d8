package speedbump.analysis.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import speedbump.claim.Option;
import speedbump.claim.Proposition;
import speedbump.claim.Specification;
import speedbump.data.Catalog;

/**
 * A series of 2a with the samples that the registered choices "vintage" and "selection" make of it.
 * Only the largest models of China known by then come in several samples; the choices do not touch
 * any other series.
 */
public final class Samples {
  /** The series whose points are chosen among models. */
  private static final String CHOSEN = "training_compute_models";

  private static final String VINTAGE = "vintage";
  private static final String SELECTION = "selection";
  private static final int FIRST_POINTS = 10;

  private final Map<Sample, ControlledPath> paths;

  private Samples(Map<Sample, ControlledPath> paths) {
    this.paths = paths;
  }

  /** Which table of models. */
  public enum Vintage {
    /** The publisher's list of notable models of 19 July 2026. */
    JULY_NOTABLE("July 2026, notable models", "ai/models_with_compute_2026_07", ""),
    /** The same list half a year before. */
    JANUARY_NOTABLE(
        "January 2026, notable models", "ai/models_with_compute", ";source_table=notable"),
    /** With it the lists of large-scale and frontier models, which are not held of July. */
    JANUARY_ALL("January 2026, all lists", "ai/models_with_compute", "");

    private final String option;
    private final String table;
    private final String filter;

    Vintage(String option, String table, String filter) {
      this.option = option;
      this.table = table;
      this.filter = filter;
    }
  }

  /** Which models of the table. */
  public enum Selection {
    /** Those of which China is the first country. */
    AS_REGISTERED("as registered", "country=CHN;language=true"),
    /** Those of which China or Hong Kong is a country. */
    ANY_COUNTRY(
        "every model whose countries include China or Hong Kong",
        "countries~CHN|HKG;language=true"),
    /** The first ten enter whatever their size. */
    WITHOUT_FIRST("the first ten left out", "country=CHN;language=true");

    private final String option;
    private final String filter;

    Selection(String option, String filter) {
      this.option = option;
      this.filter = filter;
    }
  }

  /**
   * One sample.
   *
   * @param vintage which table of models
   * @param selection which models of it
   */
  public record Sample(Vintage vintage, Selection selection) {
    /** The registered default. */
    public static final Sample DEFAULT = new Sample(Vintage.JULY_NOTABLE, Selection.AS_REGISTERED);

    /**
     * The sample that a specification of a proposition asks for.
     *
     * @param proposition the proposition, which has the choices "vintage" and "selection"
     * @return the sample by specification
     * @throws IllegalArgumentException if their options are not registered so
     */
    public static Function<Specification, Sample> of(Proposition proposition) {
      Option<Vintage> vintage =
          Option.of(proposition, VINTAGE, Vintage.values(), value -> value.option);
      Option<Selection> selection =
          Option.of(proposition, SELECTION, Selection.values(), value -> value.option);
      return specification -> new Sample(vintage.in(specification), selection.in(specification));
    }
  }

  /**
   * The samples of a series.
   *
   * @param catalog the collection's tables
   * @param series a series of 2a
   * @return its samples; one alone where the choices do not touch it
   */
  public static Samples of(Catalog catalog, ControlledSeries series) {
    Map<Sample, ControlledPath> paths = new LinkedHashMap<>();
    paths.put(Sample.DEFAULT, ControlledPath.of(series));
    if (series.id().equals(CHOSEN)) {
      for (Vintage vintage : Vintage.values()) {
        for (Selection selection : Selection.values()) {
          paths.computeIfAbsent(
              new Sample(vintage, selection),
              sample -> ControlledPath.of(chosen(catalog, series, sample)));
        }
      }
    }
    return new Samples(paths);
  }

  /**
   * The choices of which the series has the default alone.
   *
   * @return their names; none where the series has several samples
   */
  public String[] untouched() {
    return paths.size() > 1 ? new String[0] : new String[] {VINTAGE, SELECTION};
  }

  private static ControlledSeries chosen(Catalog catalog, ControlledSeries series, Sample sample) {
    ControlledSeries all =
        series.read(
            catalog, sample.vintage().table, sample.selection().filter + sample.vintage().filter);
    return sample.selection() == Selection.WITHOUT_FIRST ? all.withoutFirst(FIRST_POINTS) : all;
  }

  /**
   * The path of a sample.
   *
   * @param sample the sample
   * @return the path; null where the series has not the sample
   */
  public ControlledPath path(Sample sample) {
    return paths.get(sample);
  }

  /**
   * The same of a draw of a simulated world, which stands for the default sample alone.
   *
   * @param path the drawn path
   * @return the sample
   */
  public static Samples drawn(ControlledPath path) {
    return new Samples(Map.of(Sample.DEFAULT, path));
  }
}
