package speedbump.analysis.wholeindustrialsystem;

import java.util.List;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
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
 */
public record WholeIndustrialSystem(
    Trade trade, Breadth breadth, Scale scale, HardestProducts hardest, LaterEntry entry)
    implements Analysis {
  private static final int CLAIM = 8;

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
        new Scale(registry.proposition("8b"), catalog),
        new HardestProducts(registry.proposition("8c"), trade, catalog),
        new LaterEntry(registry.proposition("8d"), registry.machinery(), trade));
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
    return "";
  }
}
