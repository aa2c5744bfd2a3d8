package speedbump.analysis.twoinnovationsystems;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import speedbump.data.Catalog;

/** How much economies spend on research and development, at purchasing power. */
final class RdSpending {
  private final List<Spent> all;

  RdSpending(Catalog catalog) {
    this.all =
        catalog.rows("industry/rd_expenditure", Spent.class).stream()
            .filter(one -> one.gerdBillionCurrentPppUsd().isPresent())
            .toList();
  }

  /** Expenditure of an economy in a year, as an edition has it. */
  record Spent(int edition, String economy, int year, OptionalDouble gerdBillionCurrentPppUsd) {}

  /**
   * Expenditure of a year, or of the nearest earlier one that has it, the newer edition first.
   *
   * @throws java.util.NoSuchElementException if no such year has it
   */
  double billionPppUsd(String economy, int year) {
    return all.stream()
        .filter(one -> one.economy().equals(economy) && one.year() <= year)
        .max(Comparator.comparingInt(Spent::year).thenComparingInt(Spent::edition))
        .orElseThrow()
        .gerdBillionCurrentPppUsd()
        .orElseThrow();
  }

  /** The economies above a share of what all of them spend. */
  Set<String> large(Set<String> economies, ToIntFunction<String> year, double leastShare) {
    Map<String, Double> spent = new TreeMap<>();
    economies.forEach(
        economy -> spent.put(economy, billionPppUsd(economy, year.applyAsInt(economy))));
    return large(spent, leastShare);
  }

  static Set<String> large(Map<String, Double> spent, double leastShare) {
    double sum = spent.values().stream().mapToDouble(one -> one).sum();
    return spent.keySet().stream()
        .filter(economy -> spent.get(economy) > leastShare * sum)
        .collect(Collectors.toUnmodifiableSet());
  }
}
