package speedbump.analysis.ninefields;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import speedbump.analysis.ninefields.Reading.Measure;
import speedbump.data.Catalog;

/**
 * China's share of the world as others publish it, beside ours of the same field and year. Two
 * counters are never one series: levels stand side by side, growth is taken within each.
 */
public final class OtherCounters {
  private static final double PERCENT = 100;

  private final List<Published> rows;
  private final Fields fields;

  OtherCounters(Catalog catalog, Fields fields) {
    this.rows = catalog.rows("published/field_shares", Published.class);
    this.fields = fields;
  }

  /**
   * A published share.
   *
   * @param field id of the field
   * @param measure our measure that it can stand beside
   * @param year calendar year
   * @param value China's share of the world, in percent
   * @param valueCode above where the value is a lower bound, else empty
   * @param counts what the publisher counts
   * @param concept near or other
   * @param publisher who counts
   */
  public record Published(
      String field,
      String measure,
      int year,
      double value,
      String valueCode,
      String counts,
      String concept,
      String publisher) {
    /**
     * Whether the same thing is counted, more widely or more narrowly.
     *
     * @return false for another thing of the field
     */
    public boolean near() {
      return concept.equals("near");
    }

    /**
     * Whether the value is a lower bound.
     *
     * @return false for a figure
     */
    public boolean bound() {
      return !valueCode.isEmpty();
    }

    /**
     * The published share.
     *
     * @return a fraction of one
     */
    public double share() {
      return value / PERCENT;
    }
  }

  /**
   * A published share beside ours.
   *
   * @param published theirs
   * @param name the field, for a reader
   * @param ours our share of the same year, a fraction of one
   */
  public record Level(Published published, String name, double ours) {}

  /**
   * Growth of one counter's share beside that of ours between the same two years.
   *
   * @param first theirs in the first year
   * @param last theirs in the last year
   * @param name the field, for a reader
   * @param published growth of theirs, log points a year
   * @param ours growth of ours, log points a year
   */
  public record Growth(
      Published first, Published last, String name, double published, double ours) {}

  /**
   * Every published share beside ours.
   *
   * @return one entry a row, in the order of fields and years
   * @throws IllegalArgumentException if we hold no share of that measure and year
   */
  public List<Level> levels() {
    return rows.stream().map(one -> new Level(one, series(one).field().name(), ours(one))).toList();
  }

  /**
   * The counters that publish two years.
   *
   * @return one entry a field, counter and thing counted
   */
  public List<Growth> growths() {
    Map<List<String>, List<Published>> counters = new LinkedHashMap<>();
    for (Published one : rows) {
      counters
          .computeIfAbsent(
              List.of(one.field(), one.publisher(), one.counts()), key -> new ArrayList<>())
          .add(one);
    }
    return counters.values().stream()
        .filter(own -> own.size() > 1)
        .map(
            own -> {
              List<Published> ordered =
                  own.stream().sorted(Comparator.comparingInt(Published::year)).toList();
              Published first = ordered.get(0);
              Published last = ordered.get(ordered.size() - 1);
              double years = last.year() - first.year();
              return new Growth(
                  first,
                  last,
                  series(first).field().name(),
                  Math.log(last.value() / first.value()) / years,
                  Math.log(ours(last) / ours(first)) / years);
            })
        .toList();
  }

  private Fields.Series series(Published one) {
    return Stream.of(Measure.FIRST, Measure.SECOND)
        .flatMap(measure -> fields.series(measure).stream())
        .filter(own -> own.field().field().equals(one.field()))
        .filter(own -> own.field().measure().equals(one.measure()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no series '%s' of the field %s".formatted(one.measure(), one.field())));
  }

  private double ours(Published one) {
    Double share = series(one).shares().get(one.year());
    if (share == null) {
      throw new IllegalArgumentException(
          "no share of %s, %s, in %d".formatted(one.field(), one.measure(), one.year()));
    }
    return share;
  }
}
