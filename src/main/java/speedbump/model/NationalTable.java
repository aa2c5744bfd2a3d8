package speedbump.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import speedbump.stats.Argument;

/**
 * The input-output table of one economy: what its sectors buy of each other, and what of abroad.
 *
 * <p>Value added is taken as one minus all inputs, domestic and imported, {@code v_j = 1 - sum_i
 * (d_ij + m_ij) / x_j}; taxes on products and the margins of transport are in it. So every yuan of
 * final demand is value added at home or an imported input: {@code (v + m)' L = 1'}. Where imports
 * are brought in through inputs that the economy exported before, their domestic part counts as
 * foreign.
 */
public final class NationalTable {
  private final InputOutput domestic;
  private final double[][] domesticFlows;
  private final double[][] importedFlows;

  private NationalTable(InputOutput domestic, double[][] domesticFlows, double[][] importedFlows) {
    this.domestic = domestic;
    this.domesticFlows = domesticFlows;
    this.importedFlows = importedFlows;
  }

  /**
   * A table that holds domestic and imported products apart.
   *
   * @param sectors names of the sectors, no name twice
   * @param domestic what sector j (column) buys of the domestic sector i (row), not negative
   * @param imported what it buys of the same product from abroad, not negative
   * @param output what each sector makes
   * @return the table, all in one unit
   * @throws IllegalArgumentException as {@link InputOutput#of}, also for what is imported
   */
  public static NationalTable apart(
      List<String> sectors, double[][] domestic, double[][] imported, double[] output) {
    InputOutput home = InputOutput.of(sectors, domestic, output);
    List<String> names = home.sectors();
    double[][] foreign = InputOutput.square("imported", imported, names);
    double[] x = home.output();
    for (int i = 0; i < foreign.length; i++) {
      for (int j = 0; j < foreign.length; j++) {
        if (!(foreign[i][j] >= 0)) {
          throw Argument.wrong(
              "imported %s of %s is negative: %s", names.get(i), names.get(j), foreign[i][j]);
        }
        if (foreign[i][j] > 0 && !(foreign[i][j] / x[j] <= Argument.LARGEST)) {
          throw Argument.wrong(
              "%s imports %s of %s and has an output of %s",
              names.get(j), foreign[i][j], names.get(i), x[j]);
        }
      }
    }
    return new NationalTable(home, InputOutput.square("domestic", domestic, names), foreign);
  }

  /**
   * A table of total flows, its imports in proportion: of every product, each use at home has the
   * same imported part, {@code imports / (output + imports - exports)}, and exports have none.
   *
   * @param sectors names of the sectors, no name twice
   * @param flows what sector j (column) buys of product i (row), from home and abroad, not negative
   * @param output what each sector makes
   * @param exports what of each product is exported
   * @param imports what of each product is imported, not negative
   * @return the table, all in one unit
   * @throws IllegalArgumentException as {@link InputOutput#of}, or if more of a product is exported
   *     than made: then it is sent on, and the proportion is none
   */
  public static NationalTable inProportion(
      List<String> sectors, double[][] flows, double[] output, double[] exports, double[] imports) {
    List<String> names = Argument.givenAll("sectors", sectors);
    double[][] total = InputOutput.square("flows", flows, names);
    double[] x = InputOutput.perSector("output", output, names);
    double[] e = InputOutput.perSector("exports", exports, names);
    double[] m = InputOutput.perSector("imports", imports, names);
    double[][] home = new double[total.length][total.length];
    double[][] foreign = new double[total.length][total.length];
    for (int i = 0; i < total.length; i++) {
      double part = m[i] == 0 ? 0 : m[i] / (x[i] + m[i] - e[i]);
      Argument.require(
          part >= 0 && part <= 1,
          "%s: imports of %s, exports of %s and an output of %s give no proportion",
          names.get(i),
          m[i],
          e[i],
          x[i]);
      for (int j = 0; j < total.length; j++) {
        foreign[i][j] = part * total[i][j];
        home[i][j] = total[i][j] - foreign[i][j];
      }
    }
    return apart(names, home, foreign, x);
  }

  /**
   * The sectors at home.
   *
   * @return their table, without imports
   */
  public InputOutput domestic() {
    return domestic;
  }

  /**
   * Value added, one minus all inputs.
   *
   * @return one a sector, a fraction of its output; 0 where it makes nothing
   */
  public double[] valueAddedPerOutput() {
    double[] x = domestic.output();
    double[] v = new double[x.length];
    for (int j = 0; j < v.length; j++) {
      double inputs = 0;
      for (int i = 0; i < v.length; i++) {
        inputs += domesticFlows[i][j] + importedFlows[i][j];
      }
      v[j] = x[j] == 0 ? 0 : 1 - inputs / x[j];
    }
    return v;
  }

  /**
   * What of a final demand is value added at home, {@code v' L e / sum e}: of exports, the domestic
   * value added in them.
   *
   * @param finalDemand domestic products that are finally bought or exported, one a sector
   * @return a share of the demand
   * @throws IllegalArgumentException as {@link InputOutput#share}
   */
  public double domesticShare(double[] finalDemand) {
    return domestic.share(valueAddedPerOutput(), finalDemand);
  }

  /**
   * What is finally bought of domestic products at home: output less what sectors buy and what is
   * exported, {@code f_i = x_i - sum_j d_ij - e_i}.
   *
   * @param exports what of each domestic product is exported
   * @return one a sector; consumption, investment and changes in stocks, which may be negative
   * @throws IllegalArgumentException if there is not one finite number a sector
   */
  public double[] homeDemand(double[] exports) {
    double[] e = InputOutput.perSector("exports", exports, domestic.sectors());
    double[] demand = domestic.output();
    for (int i = 0; i < demand.length; i++) {
      demand[i] -= e[i];
      for (double flow : domesticFlows[i]) {
        demand[i] -= flow;
      }
    }
    return demand;
  }

  /**
   * The imported part of what sectors buy, at face value: the suppliers' own imports are not
   * counted.
   *
   * @param products names of the products that count as inputs
   * @param buyers names of the sectors that buy
   * @return a share of their inputs
   * @throws IllegalArgumentException if a name is missing or no sector, or they buy nothing
   */
  public double importedShareOfInputs(Collection<String> products, Collection<String> buyers) {
    List<String> names = domestic.sectors();
    Set<String> bought = named("products", products);
    Set<String> buying = named("buyers", buyers);
    double foreign = 0;
    double all = 0;
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        if (bought.contains(names.get(i)) && buying.contains(names.get(j))) {
          foreign += importedFlows[i][j];
          all += domesticFlows[i][j] + importedFlows[i][j];
        }
      }
    }
    Argument.require(all > 0, "the buyers buy nothing of the products");
    return foreign / all;
  }

  private Set<String> named(String name, Collection<String> asked) {
    Set<String> known = new HashSet<>(Argument.givenAll(name, asked));
    for (String one : known) {
      Argument.require(domestic.sectors().contains(one), "%s: there is no sector %s", name, one);
    }
    return known;
  }
}
