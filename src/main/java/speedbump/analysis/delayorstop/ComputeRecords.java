package speedbump.analysis.delayorstop;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import speedbump.data.Catalog;
import speedbump.data.DataException;
import speedbump.model.FrontierLag;

/**
 * Language models whose training compute is published or estimated, by the country of their first
 * developer, in the newest vintage that is held: who holds the record, and for how long it has
 * stood. A model without a figure for its compute is not in the table, and notability is assigned
 * with delay, so that the newest months are thin.
 *
 * @param china models of China, in the order of their days
 * @param unitedStates models of the United States, in the order of their days
 * @param lastDay the newest day of any model of the table
 */
public record ComputeRecords(List<Model> china, List<Model> unitedStates, LocalDate lastDay) {
  private static final String TABLE = "ai/models_with_compute_2026_07";

  /** Keeps its own copies. */
  public ComputeRecords {
    china = List.copyOf(china);
    unitedStates = List.copyOf(unitedStates);
  }

  /**
   * A model.
   *
   * @param name its name
   * @param day day of publication
   * @param flop training compute in FLOP
   * @param confidence how sure the publisher is of the compute
   */
  public record Model(String name, LocalDate day, double flop, String confidence) {}

  private record Row(
      String model,
      String country,
      LocalDate publicationDate,
      OptionalDouble trainingComputeFlop,
      String confidence,
      boolean language) {
    Model asModel() {
      return new Model(model, publicationDate, trainingComputeFlop.orElseThrow(), confidence);
    }
  }

  /**
   * Reads the models.
   *
   * @param catalog the collection's tables
   * @return the models of both sides
   * @throws DataException if the table is missing or not as declared
   */
  public static ComputeRecords of(Catalog catalog) {
    List<Row> rows = catalog.rows(TABLE, Row.class);
    return new ComputeRecords(
        models(rows, "CHN"),
        models(rows, "USA"),
        rows.stream().map(Row::publicationDate).max(Comparator.naturalOrder()).orElseThrow());
  }

  private static List<Model> models(List<Row> rows, String country) {
    return rows.stream()
        .filter(row -> row.language() && row.country().equals(country))
        .filter(row -> row.trainingComputeFlop().isPresent())
        .map(Row::asModel)
        .sorted(Comparator.comparing(Model::day).thenComparing(Model::flop))
        .toList();
  }

  /**
   * The models that were larger than every one of their side until then, their own day included.
   *
   * @param models models of one side
   * @return the records, in the order of their days
   */
  public static List<Model> records(List<Model> models) {
    return models.stream()
        .filter(
            model ->
                models.stream()
                    .filter(other -> other != model && !other.day().isAfter(model.day()))
                    .allMatch(other -> other.flop() < model.flop()))
        .toList();
  }

  /**
   * The model that no other of its side has surpassed.
   *
   * @param models models of one side, at least one
   * @return the last of {@link #records}
   */
  public static Model record(List<Model> models) {
    List<Model> records = records(models);
    return records.get(records.size() - 1);
  }

  /**
   * The models that came after the record of their side.
   *
   * @param models models of one side
   * @return those of a later day
   */
  public static List<Model> since(List<Model> models) {
    LocalDate day = record(models).day();
    return models.stream().filter(model -> model.day().isAfter(day)).toList();
  }

  /**
   * How long a side's record has stood, to the newest day of the table.
   *
   * @param models models of one side
   * @return months
   */
  public double monthsUnbroken(List<Model> models) {
    return FrontierLag.months(record(models).day(), lastDay);
  }

  /**
   * The model behind a point of a series of training compute.
   *
   * @param day day of publication
   * @param flop training compute in FLOP
   * @return the model
   * @throws IllegalArgumentException if the table has none of that day and compute
   */
  public Model at(LocalDate day, double flop) {
    return Stream.concat(china.stream(), unitedStates.stream())
        .filter(model -> model.day().equals(day) && model.flop() == flop)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no model of %s has %s FLOP".formatted(day, flop)));
  }
}
