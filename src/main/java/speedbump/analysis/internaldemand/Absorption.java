package speedbump.analysis.internaldemand;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import speedbump.analysis.shared.IoTables.Held;
import speedbump.analysis.shared.IoTables.Industry;

/**
 * Who finally buys what China makes: the output that final demand at home calls for, and that which
 * exports call for, looked through the chain, {@code x = L f + L e}.
 */
public final class Absorption {
  private final List<Held> tables;
  private final Held latest;

  Absorption(List<Held> tables, Held latest) {
    this.tables = List.copyOf(tables);
    this.latest = latest;
  }

  /**
   * Who buys what an industry makes.
   *
   * @param code code of the industry
   * @param label what it makes
   * @param manufacturing whether it is one of manufacturing
   * @param output its output, million dollars of the year
   * @param soldAbroad the part of it that is exported as it is
   * @param endsAbroad the part of it that exports call for, of this industry or of those it
   *     supplies
   * @param imported of all that is used at home of its product, the part that is imported
   */
  public record Buyer(
      String code,
      String label,
      boolean manufacturing,
      double output,
      double soldAbroad,
      double endsAbroad,
      double imported) {}

  /**
   * The part of output that exports call for.
   *
   * @param year the year
   * @param all of all industries
   * @param manufacturing of manufacturing
   * @param valueAdded of value added
   */
  public record Abroad(int year, double all, double manufacturing, double valueAdded) {}

  /**
   * The OECD's tables of 1995 to 2018.
   *
   * @return one row a year
   */
  public List<Abroad> through() {
    return tables.stream().map(Absorption::abroad).toList();
  }

  /**
   * The table of 2022, of another edition.
   *
   * @return the parts
   */
  public Abroad latest() {
    return abroad(latest);
  }

  private static Abroad abroad(Held held) {
    double[] abroad = held.table().domestic().outputFor(held.exports());
    double[] added = held.table().valueAddedPerOutput();
    double[] output = held.table().domestic().output();
    return new Abroad(
        held.year(),
        part(held, abroad, industry -> true),
        part(held, abroad, Industry::manufacturing),
        product(added, abroad) / product(added, output));
  }

  private static double product(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
  }

  private static double part(Held held, double[] abroad, Predicate<Industry> wanted) {
    double[] output = held.table().domestic().output();
    int[] chosen =
        IntStream.range(0, output.length)
            .filter(i -> wanted.test(held.industries().get(i)))
            .toArray();
    return IntStream.of(chosen).mapToDouble(i -> abroad[i]).sum()
        / IntStream.of(chosen).mapToDouble(i -> output[i]).sum();
  }

  /**
   * The industries of 2022.
   *
   * @return those that make something, the largest first
   */
  public List<Buyer> industries() {
    double[] abroad = latest.table().domestic().outputFor(latest.exports());
    double[] output = latest.table().domestic().output();
    return IntStream.range(0, output.length)
        .filter(i -> output[i] > 0)
        .mapToObj(
            i ->
                new Buyer(
                    latest.industries().get(i).code(),
                    latest.industries().get(i).label(),
                    latest.industries().get(i).manufacturing(),
                    output[i],
                    latest.exports()[i] / output[i],
                    abroad[i] / output[i],
                    latest.importedPart()[i]))
        .sorted(Comparator.comparingDouble(Buyer::output).reversed())
        .toList();
  }

  /**
   * An economy of two industries, for a reader who inverts by hand.
   *
   * @param flows what the second index buys of the first: manufacturing, then all others
   * @param output what they make, million dollars of 2022
   * @param exports what they export
   */
  public record TwoIndustries(double[][] flows, double[] output, double[] exports) {}

  /**
   * The table of 2022 with manufacturing as one industry and all others as another.
   *
   * @return domestic flows, output and exports
   */
  public TwoIndustries twoIndustries() {
    double[][] flows = new double[2][2];
    double[] output = new double[2];
    double[] exports = new double[2];
    double[] made = latest.table().domestic().output();
    for (int i = 0; i < made.length; i++) {
      int row = latest.industries().get(i).manufacturing() ? 0 : 1;
      output[row] += made[i];
      exports[row] += latest.exports()[i];
      for (int j = 0; j < made.length; j++) {
        flows[row][latest.industries().get(j).manufacturing() ? 0 : 1] +=
            latest.domesticFlows()[i][j];
      }
    }
    return new TwoIndustries(flows, output, exports);
  }
}
