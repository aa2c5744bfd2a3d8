package speedbump.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import speedbump.stats.Argument;

/**
 * The running best of a group of models: {@code F(t) = max(score of releases up to t)}.
 *
 * <p>A <em>record</em> is a release that lifts the running best. Of several releases on one day
 * only the best counts (the first by name where scores tie); a score that merely equals the running
 * best is no record.
 */
public final class Frontier {
  private static final Comparator<Release> BY_DATE_THEN_BEST =
      Comparator.comparing(Release::date)
          .thenComparing(Comparator.comparingDouble(Release::score).reversed())
          .thenComparing(Release::name);

  private final List<Release> records;
  private final long[] day;
  private final double[] score;

  private Frontier(List<Release> records) {
    this.records = List.copyOf(records);
    this.day = records.stream().mapToLong(release -> release.date().toEpochDay()).toArray();
    this.score = records.stream().mapToDouble(Release::score).toArray();
  }

  /**
   * The frontier of some releases, in any order.
   *
   * @param releases at least one release
   * @return their running best
   * @throws IllegalArgumentException if there is no release, or one is null
   */
  public static Frontier of(Collection<Release> releases) {
    Argument.givenAll("releases", releases);
    Argument.require(!releases.isEmpty(), "a frontier needs at least one release");
    List<Release> sorted = new ArrayList<>(releases);
    sorted.sort(BY_DATE_THEN_BEST);
    List<Release> records = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (Release release : sorted) {
      if (release.score() > best) {
        records.add(release);
        best = release.score();
      }
    }
    return new Frontier(records);
  }

  /**
   * One release a model name: its first day, with the best of that day's variants. Later variants
   * under the same name are the same model, and no new release.
   *
   * @param variants releases, several of which may carry one name
   * @return one release a name, in order of date
   * @throws IllegalArgumentException if one is null
   */
  public static List<Release> onePerName(Collection<Release> variants) {
    Argument.givenAll("variants", variants);
    List<Release> sorted = new ArrayList<>(variants);
    sorted.sort(BY_DATE_THEN_BEST);
    Map<String, Release> first = new LinkedHashMap<>();
    sorted.forEach(release -> first.putIfAbsent(release.name(), release));
    return List.copyOf(first.values());
  }

  /**
   * The releases that lifted the running best, in order of date; both dates and scores rise
   * strictly.
   *
   * @return the records
   */
  public List<Release> records() {
    return records;
  }

  /**
   * The record in force on a day.
   *
   * @param date any day
   * @return the last record released on or before it; empty before the first
   * @throws IllegalArgumentException if the date is null
   */
  public Optional<Release> recordOn(LocalDate date) {
    Argument.given("date", date);
    int i = indexOn(date.toEpochDay());
    return i < 0 ? Optional.empty() : Optional.of(records.get(i));
  }

  /**
   * The release by which this frontier first stood at or above a score.
   *
   * @param value score in the ruler's unit; reaching it exactly counts
   * @return the record that reached it; empty if none has
   * @throws IllegalArgumentException if the score is not a number
   */
  public Optional<Release> firstAtOrAbove(double value) {
    Argument.require(!Double.isNaN(value), "value is not a number");
    int i = indexReaching(value);
    return i == score.length ? Optional.empty() : Optional.of(records.get(i));
  }

  /** Index of the last record on or before a day, -1 if none. */
  int indexOn(long epochDay) {
    int low = 0;
    int high = day.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day[middle] <= epochDay) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Index of the first record at or above a score, the number of records if none. */
  int indexReaching(double value) {
    int low = 0;
    int high = score.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (score[middle] >= value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  long dayOf(int index) {
    return day[index];
  }

  double scoreOf(int index) {
    return score[index];
  }
}
