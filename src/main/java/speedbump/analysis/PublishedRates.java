package speedbump.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;
import tech.tablesaw.api.Row;

/** Published learning rates beside those of the series held here. */
public final class PublishedRates {
  private static final String TABLE = "published/learning_rates";
  private static final double PERCENT = 100;

  private PublishedRates() {}

  /**
   * One published rate and ours.
   *
   * @param technology what the rate is of
   * @param entity country or world
   * @param period the years as the source words them
   * @param form levels or first differences
   * @param published the published rate, a fraction of one for each doubling
   * @param ours ours on the years named in the table; empty where no series is held
   * @param grade P, M or S
   * @param whyDifferent what differs between the two
   */
  public record Rate(
      String technology,
      String entity,
      String period,
      String form,
      double published,
      OptionalDouble ours,
      String grade,
      String whyDifferent) {}

  /**
   * All published rates, in the order of their table.
   *
   * @param catalog the collection's tables
   * @param learning the series of all technologies
   * @return one row a published rate
   */
  public static List<Rate> of(Catalog catalog, LearningByMaking learning) {
    List<Rate> rates = new ArrayList<>();
    for (Row row : catalog.table(TABLE)) {
      rates.add(
          new Rate(
              row.getString("technology"),
              row.getString("entity"),
              row.getString("period"),
              row.getString("form"),
              row.getDouble("percent_per_doubling") / PERCENT,
              row.isMissing("compare_with")
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(ours(row, learning.series(row.getString("compare_with")))),
              row.getString("grade"),
              row.getString("why_different")));
    }
    return List.copyOf(rates);
  }

  private static double ours(Row row, CostSeries series) {
    double[] years = series.years();
    double from = row.isMissing("first_year") ? years[0] : row.getInt("first_year");
    double to = row.isMissing("last_year") ? Double.POSITIVE_INFINITY : row.getInt("last_year");
    Form form = row.getString("form").equals("levels") ? Form.LEVELS : Form.FIRST_DIFFERENCES;
    CostSeries part =
        series.between(
            (int) Arrays.stream(years).filter(year -> year < from).count(),
            (int) Arrays.stream(years).filter(year -> year <= to).count());
    return LearningCurve.fit(part, Driver.EXPERIENCE, form).learningRate();
  }
}
