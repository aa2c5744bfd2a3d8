package speedbump.analysis.fromtargetedtobroad;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import speedbump.analysis.fromtargetedtobroad.Document.Coder;
import speedbump.analysis.fromtargetedtobroad.Document.Coding;
import speedbump.claim.Machinery;
import speedbump.stats.CohenKappa;
import speedbump.stats.Interval;

/**
 * How far the two coders agree, by Cohen's kappa. Both are language models of one family and share
 * their errors: the figures measure how far the code book decides the text.
 */
public final class Agreement {
  private final Rulebook rulebook;
  private final double coverage;

  Agreement(Rulebook rulebook, Machinery machinery) {
    this.rulebook = rulebook;
    this.coverage = machinery.intervalCoverage();
  }

  /**
   * The agreement on one column.
   *
   * @param column what was coded
   * @param alike share of the documents coded alike
   * @param kappa Cohen's kappa
   * @param lower lower end of its 95% interval
   * @param upper upper end of it
   * @param documents the documents
   */
  public record OnColumn(
      String column, double alike, double kappa, double lower, double upper, int documents) {}

  /**
   * The agreement on what the claim reads.
   *
   * @return one row a column
   */
  public List<OnColumn> columns() {
    List<OnColumn> rows = new ArrayList<>();
    rows.add(on("relevance to China", Coding::relevance));
    rows.add(on("direction", Coding::direction));
    rows.add(on("scope", Coding::scope));
    rows.add(on("technology-wide or not", Coding::reach));
    rows.add(on("names a field", coding -> !coding.named().isEmpty()));
    rows.add(on("names chips", coding -> coding.named().contains("chips")));
    return List.copyOf(rows);
  }

  private <C> OnColumn on(String column, Function<Coding, C> code) {
    CohenKappa kappa = CohenKappa.of(codes(Coder.A, code), codes(Coder.B, code));
    Interval interval = kappa.interval(coverage);
    return new OnColumn(
        column,
        kappa.agreement(),
        kappa.kappa(),
        interval.lower(),
        interval.upper(),
        kappa.items());
  }

  private <C> List<C> codes(Coder coder, Function<Coding, C> code) {
    return rulebook.documents().stream()
        .map(document -> code.apply(document.codings().get(coder)))
        .toList();
  }

  /**
   * Documents on whose relevance, direction or reach the coders differ, and how each would count.
   *
   * @param document its id
   * @param title its title
   * @param first relevance, direction and scope by the first coder
   * @param second by the second
   */
  public record Dispute(String document, String title, String first, String second) {}

  /**
   * The documents that one coder counts as tightening on China and the other does not, or that they
   * count differently.
   *
   * @return the disputes in order of time
   */
  public List<Dispute> disputes() {
    Reading first = Reading.DEFAULT;
    Reading second = first.by(Reading.By.B);
    return rulebook.documents().stream()
        .filter(one -> !first.reachOfTightening(one).equals(second.reachOfTightening(one)))
        .map(one -> new Dispute(one.id(), one.title(), said(one, Coder.A), said(one, Coder.B)))
        .toList();
  }

  private static String said(Document document, Coder coder) {
    Coding coding = document.codings().get(coder);
    return coding.relevance() + ", " + coding.direction() + ", " + coding.scope();
  }
}
