package speedbump.analysis.wholeindustrialsystem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.GroupResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/**
 * Claim 8: is the whole industrial system China's advantage? Opens the steps that the notebook
 * walks through, that the tests check and that the examiner varies.
 *
 * @param trade the tables of exports
 * @param breadth 8a
 * @param scale 8b
 * @param hardest 8c
 * @param entry 8d
 * @param atlas our index beside the published one
 */
public record WholeIndustrialSystem(
    Trade trade,
    Breadth breadth,
    Size scale,
    HardestProducts hardest,
    LaterEntry entry,
    AgainstAtlas atlas)
    implements Analysis {
  private static final int CLAIM = 8;
  private static final double PERCENT = 100;

  /**
   * Loads what the claim needs.
   *
   * @param catalog the collection's tables
   * @return the analysis of claim 8
   */
  public static WholeIndustrialSystem of(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    Trade trade = new Trade(registry.proposition("8a"), catalog);
    return new WholeIndustrialSystem(
        trade,
        new Breadth(registry.proposition("8a"), trade),
        new Size(registry.proposition("8b"), catalog),
        new HardestProducts(registry.proposition("8c"), trade, catalog),
        new LaterEntry(registry.proposition("8d"), registry.machinery(), trade),
        new AgainstAtlas(trade, catalog));
  }

  @Override
  public int claim() {
    return CLAIM;
  }

  @Override
  public List<Examination> examinations() {
    return List.of(
        breadth.examination(), scale.examination(), hardest.examination(), entry.examination());
  }

  @Override
  public String finding(ClaimResult result) {
    List<Size.Measure> sizes = scale.measures();
    List<GroupResult> hard = result.proposition("8c").groups();
    HardestProducts.Pair carried = hardest.sixDigits(HardestProducts.Ranking.CARRIED_OVER);
    double chinaAlone = odds(result, LaterEntry.CHINA_ALONE);
    return String.format(
        Locale.ROOT,
        "China has an export edge in more products than any other economy by %d of %d sources"
            + " (%,d of six-digit products, the next %,d), and ranks %s by the others; among the"
            + " most complex tenth it has %s of the number of the US by our ranking of six-digit"
            + " products, %.0f%% by the Atlas' ranking of the same, %s by headings and %s by chapters."
            + " It makes %.0f%% of the world's manufacturing value added (first of the %d economies"
            + " held) and %.0f%% of its electricity (first of those held), and installs %.0f%% of its"
            + " robots; new products come where related ones are for all exporters together (odds"
            + " times %.1f)%s for China since 1980 (times %.1f).",
        ranks(result).stream().filter(rank -> rank == 1).count(),
        ranks(result).size(),
        (int) result.proposition("8a").groups().get(0).value("china_products"),
        (int) result.proposition("8a").groups().get(0).value("most_products_elsewhere"),
        ranks(result).stream()
            .filter(rank -> rank > 1)
            .sorted()
            .map(rank -> "" + rank)
            .collect(Collectors.joining(" and ")),
        overUs(hard, "six digits"),
        PERCENT * carried.china() / carried.us(),
        overUs(hard, "headings"),
        overUs(hard, "chapters"),
        PERCENT * sizes.get(0).chinaShare(),
        sizes.get(0).economies().size(),
        PERCENT * sizes.get(1).chinaShare(),
        PERCENT * sizes.get(2).chinaShare(),
        odds(result, LaterEntry.EVERY),
        chinaAlone > 1 ? ", as" : ", but not",
        chinaAlone);
  }

  /** China's number of the most complex products over that of the US, by a depth of sorting. */
  private static String overUs(List<GroupResult> groups, String depth) {
    return groups.stream()
        .filter(group -> group.name().contains(depth))
        .map(group -> "%.0f%%".formatted(PERCENT * group.value("count_ratio_to_us")))
        .collect(Collectors.joining(" and "));
  }

  /** What a standard deviation of related products multiplies the odds of entry by. */
  private static double odds(ClaimResult result, String group) {
    return Math.exp(result.proposition("8d").group(group).value("density_effect"));
  }

  /** China's rank by each deciding source. */
  private static List<Integer> ranks(ClaimResult result) {
    return result.proposition("8a").groups().stream()
        .filter(GroupResult::decides)
        .map(group -> (int) group.value("rank_of_china"))
        .toList();
  }
}
