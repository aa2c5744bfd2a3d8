package speedbump.model;

import java.time.LocalDate;
import speedbump.stats.Argument;

/**
 * One model's score on one ruler, on the day it was released.
 *
 * @param name the model, as its ruler names it
 * @param developer the organisation that made it
 * @param date day of release
 * @param score score in the ruler's own unit; a higher score is a more capable model
 */
public record Release(String name, String developer, LocalDate date, double score) {
  /**
   * @throws IllegalArgumentException if name, developer or date is null, the date lies outside the
   *     years 1 to 9999, or the score is not finite
   */
  public Release {
    Argument.given("name", name);
    Argument.given("developer of " + name, developer);
    Argument.day("release date of " + name, date);
    Argument.require(Double.isFinite(score), "score of %s is not finite: %s", name, score);
  }
}
