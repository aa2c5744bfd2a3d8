package speedbump.model;

import java.time.LocalDate;
import java.util.Objects;
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
   * @throws NullPointerException if name, developer or date is null
   * @throws IllegalArgumentException if the score is not finite
   */
  public Release {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(developer, "developer of " + name);
    Objects.requireNonNull(date, "release date of " + name);
    Argument.require(Double.isFinite(score), "score of %s is not finite: %s", name, score);
  }
}
