package speedbump.analysis;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import speedbump.analysis.shared.CapabilityRulers;
import speedbump.analysis.shared.CapabilityRulers.Reading;
import speedbump.claim.ClaimResult;
import speedbump.claim.Comparison;
import speedbump.claim.GroupResult;
import speedbump.claim.Quantity;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/** Whether an observation that would flip a verdict stands in the tables that are held. */
public enum Sighting {
  /** The tables show it. */
  SEEN("already so"),
  /** The tables could show it, and do not. */
  NOT_YET("not yet"),
  /** No table tells. */
  NOT_HELD("no table tells");

  private static final int MONTHS = 12;

  /** The year that was over when the observations were written down. */
  private static final int WRITTEN_AFTER = 2025;

  private final String words;

  Sighting(String words) {
    this.words = words;
  }

  /**
   * The state for a reader.
   *
   * @return a few words
   */
  public String words() {
    return words;
  }

  /**
   * When an observation counts as seen.
   *
   * @param proposition the proposition whose deciding groups are all read by their registered
   *     default; empty where a table is read
   * @param quantity its quantity, or one of those below
   * @param comparison how it is held against the bound
   * @param bound the bound
   */
  record Condition(String proposition, String quantity, Comparison comparison, double bound) {
    Sighting in(Catalog catalog, ClaimResult result) {
      double[] values = read(catalog, result);
      return values.length > 0
              && DoubleStream.of(values).allMatch(value -> comparison.test(value, bound))
          ? SEEN
          : NOT_YET;
    }

    private double[] read(Catalog catalog, ClaimResult result) {
      return proposition.isEmpty() ? watched(catalog, quantity) : values(result);
    }

    /** Up to two figures as they stand, of more the least and the most. */
    private String figures(Catalog catalog, ClaimResult result) {
      double[] values = read(catalog, result);
      Quantity of = Registry.of(catalog).quantity(quantity);
      if (values.length > 2) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return " (" + of.between(sorted[0], sorted[sorted.length - 1]) + ")";
      }
      return values.length == 0
          ? ""
          : DoubleStream.of(values)
              .mapToObj(of::figure)
              .distinct()
              .collect(Collectors.joining(" and ", " (", ")"));
    }

    private double[] values(ClaimResult result) {
      return result.propositions().stream()
          .filter(part -> part.proposition().equals(proposition))
          .flatMap(part -> part.groups().stream())
          .filter(GroupResult::decides)
          .mapToDouble(group -> group.value(quantity))
          .toArray();
    }
  }

  private static double[] watched(Catalog catalog, String quantity) {
    return switch (quantity) {
      case "chinese_lag_months_of_a_year" -> lags(catalog, MONTHS);
      case "chinese_lag_months_on_last_day" -> lags(catalog, 1);
      case "export_share_of_growth_last_two_years" -> exportShares(catalog, 0);
      case "export_share_of_growth_two_more_years" -> exportShares(catalog, WRITTEN_AFTER);
      default -> throw new IllegalArgumentException("nobody watches '" + quantity + "'");
    };
  }

  /** The Chinese lag on the newest index, on its last day and the same day of earlier months. */
  private static double[] lags(Catalog catalog, int months) {
    CapabilityRulers rulers = CapabilityRulers.of(catalog);
    LocalDate last = rulers.lastDay(CapabilityRulers.INDEX, Reading.DEFAULT.vintage());
    return rulers
        .lag(CapabilityRulers.INDEX, Reading.DEFAULT)
        .on(IntStream.range(0, months).mapToObj(last::minusMonths).toList())
        .stream()
        .mapToDouble(lag -> lag.months())
        .toArray();
  }

  private record Spent(int year, OptionalDouble gdpBillionCny, OptionalDouble exportsBillionCny) {}

  /** Exports' part of growth in the last two years held; none where they are not over. */
  private static double[] exportShares(Catalog catalog, int after) {
    List<Spent> years =
        catalog.rows("industry/china_expenditure", Spent.class).stream()
            .filter(row -> row.gdpBillionCny().isPresent() && row.exportsBillionCny().isPresent())
            .sorted(Comparator.comparingInt(Spent::year))
            .toList();
    int first = years.size() - 2;
    if (years.get(first).year() <= after) {
      return new double[0];
    }
    return IntStream.range(first, years.size())
        .mapToDouble(i -> share(years.get(i - 1), years.get(i)))
        .toArray();
  }

  private static double share(Spent before, Spent after) {
    return (after.exportsBillionCny().getAsDouble() - before.exportsBillionCny().getAsDouble())
        / (after.gdpBillionCny().getAsDouble() - before.gdpBillionCny().getAsDouble());
  }

  /** Whether an observation is seen, and the figures it was looked for in. */
  static String words(Optional<Condition> condition, Catalog catalog, ClaimResult result) {
    return condition
        .map(one -> one.in(catalog, result).words() + one.figures(catalog, result))
        .orElse(NOT_HELD.words());
  }
}
