package speedbump.analysis;

import java.util.List;
import speedbump.claim.ClaimResult;
import speedbump.claim.Simulations;
import speedbump.data.Catalog;

/** All verdicts computed from the tables with the draws behind them, once for all tests. */
final class Computed {
  static final Simulations SIMULATIONS = new Simulations();
  static final List<ClaimResult> CLAIMS = Verdicts.compute(Catalog.shared(), SIMULATIONS);

  private Computed() {}
}
