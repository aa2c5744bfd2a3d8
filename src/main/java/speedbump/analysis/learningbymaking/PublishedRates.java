package speedbump.analysis.learningbymaking;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import speedbump.data.Catalog;
import speedbump.model.CostSeries;
import speedbump.model.LearningCurve;
import speedbump.model.LearningCurve.Driver;
import speedbump.model.LearningCurve.Form;

/**
 * Published learning rates beside those of the series held here, as their sources print them. Ours
 * are by least squares, as the published ones are; the intervals of the other steps are by Prais
 * and Winsten, whose estimate can differ.
 */
public final class PublishedRates {
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

  private record Published(
      String technology,
      String entity,
      String period,
      String compareWith,
      OptionalInt firstYear,
      OptionalInt lastYear,
      String form,
      double percentPerDoubling,
      String grade,
      String whyDifferent) {

    Rate beside(Technologies technologies) {
      return new Rate(
          technology,
          entity,
          period,
          form,
          percentPerDoubling / PERCENT,
          compareWith.isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(ours(technologies.asHeld(compareWith))),
          grade,
          whyDifferent);
    }

    private double ours(CostSeries series) {
      double[] years = series.years();
      int before = (int) Arrays.stream(years).filter(year -> year < first()).count();
      int until = (int) Arrays.stream(years).filter(year -> year <= last()).count();
      return LearningCurve.fit(series.between(before, until), Driver.EXPERIENCE, fitted())
          .learningRate();
    }

    private double first() {
      return firstYear.isPresent() ? firstYear.getAsInt() : Double.NEGATIVE_INFINITY;
    }

    private double last() {
      return lastYear.isPresent() ? lastYear.getAsInt() : Double.POSITIVE_INFINITY;
    }

    private Form fitted() {
      return switch (form) {
        case "levels" -> Form.LEVELS;
        case "first differences" -> Form.FIRST_DIFFERENCES;
        default -> throw new IllegalArgumentException("no form '%s'".formatted(form));
      };
    }
  }

  /**
   * All published rates, in the order of their table.
   *
   * @param catalog the collection's tables
   * @param technologies the series of all technologies
   * @return one row a published rate
   */
  public static List<Rate> of(Catalog catalog, Technologies technologies) {
    return catalog.rows("published/learning_rates", Published.class).stream()
        .map(row -> row.beside(technologies))
        .toList();
  }
}
