package speedbump.analysis.internaldemand;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import speedbump.analysis.internaldemand.Depth.Source;
import speedbump.analysis.internaldemand.NewFields.Sales;
import speedbump.analysis.shared.Analysis;
import speedbump.analysis.shared.IoTables;
import speedbump.analysis.shared.IoTables.Held;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.GroupResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/**
 * Claim 11: has China's demand turned inward, and has its industry grown deeper? What new fields
 * sell at home, what exports add to growth, how much of the value of exports is made in China, and
 * who finally buys the output.
 *
 * @param fields 11a
 * @param growth 11b
 * @param depth 11c
 * @param absorption who buys
 */
public record InternalDemand(
    NewFields fields, GrowthShare growth, Depth depth, Absorption absorption) implements Analysis {
  private static final int CLAIM = 11;
  private static final double PERCENT = 100;
  private static final int CENTURY = 100;

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 11
   */
  public static InternalDemand of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    List<Held> oecd = IoTables.oecd(catalog);
    return new InternalDemand(
        new NewFields(registry.proposition("11a"), catalog),
        new GrowthShare(registry.proposition("11b"), registry.machinery(), catalog),
        new Depth(
            registry.proposition("11c"),
            registry.machinery(),
            catalog,
            oecd,
            IoTables.wiod(catalog, "CHN")),
        new Absorption(oecd, IoTables.oecdLatest(catalog, "CHN")));
  }

  @Override
  public int claim() {
    return CLAIM;
  }

  @Override
  public List<Examination> examinations() {
    return List.of(fields.examination(), growth.examination(), depth.examination());
  }

  @Override
  public String finding(ClaimResult result) {
    GroupResult sums = result.proposition("11b").groups().get(0);
    double lower = sums.value("export_share_of_growth_difference_lower95");
    double upper = sums.value("export_share_of_growth_difference_upper95");
    boolean tells = lower > 0 || upper < 0;
    List<Sales> held = fields.latest(true);
    long home = held.stream().filter(one -> one.above(fields.least()).orElse(false)).count();
    return String.format(
        Locale.ROOT,
        "Net exports made up %.1f%% of China's growth in %s and %.1f%% in %s; by the registered"
            + " regression %s; gross exports made up %.1f%% and %.1f%%. %d of %d new"
            + " fields sell most of their output at home, and the Chinese part of the value of"
            + " exports changed by %s.",
        PERCENT * growth.share(growth.earlierFrom(), growth.laterFrom() - 1, true),
        span(growth.earlierFrom(), growth.laterFrom() - 1),
        PERCENT * growth.share(growth.laterFrom(), growth.last(), true),
        span(growth.laterFrom(), growth.last()),
        tells
            ? "that is a change of %+.1f points (%+.1f to %+.1f)"
                .formatted(
                    PERCENT * sums.value("export_share_of_growth_difference"),
                    PERCENT * lower,
                    PERCENT * upper)
            : "the change could be anything from %.0f points down to %.0f points up"
                .formatted(-PERCENT * lower, PERCENT * upper),
        PERCENT * growth.share(growth.earlierFrom(), growth.laterFrom() - 1, false),
        PERCENT * growth.share(growth.laterFrom(), growth.last(), false),
        home,
        held.size(),
        result.proposition("11c").groups().stream()
            .map(this::slope)
            .collect(Collectors.joining(" and ")));
  }

  private static String span(int first, int last) {
    return "%d-%02d".formatted(first, last % CENTURY);
  }

  private String slope(GroupResult group) {
    double[] years =
        depth.shares(group.name().equals(Depth.SHORT) ? Source.ADB : Source.OECD).years();
    return String.format(
        Locale.ROOT,
        "%+.1f points a year (%+.1f to %+.1f) in %.0f to %.0f",
        PERCENT * group.value("domestic_value_added_slope_per_year"),
        PERCENT * group.value("domestic_value_added_slope_per_year_lower95"),
        PERCENT * group.value("domestic_value_added_slope_per_year_upper95"),
        years[0],
        years[years.length - 1]);
  }
}
