package speedbump.analysis.rareearthlever;

import java.util.List;
import java.util.OptionalDouble;
import speedbump.data.Catalog;

/** A figure that somebody published, as the charts draw it: one row of a table of cited figures. */
record PublishedFigure(
    String series,
    String entity,
    String period,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high) {

  /**
   * The one row with these names.
   *
   * @throws IllegalArgumentException if no row has them, or several have
   */
  static PublishedFigure of(
      Catalog catalog, String table, String series, String entity, String period) {
    List<PublishedFigure> found =
        catalog.rows(table, PublishedFigure.class).stream()
            .filter(row -> row.series().equals(series))
            .filter(row -> row.entity().equals(entity) && row.period().equals(period))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "%d rows of %s are called %s, %s, %s; expected one"
              .formatted(found.size(), table, series, entity, period));
    }
    return found.get(0);
  }

  double number() {
    return value.orElseThrow();
  }
}
