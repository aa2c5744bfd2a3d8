package speedbump.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import speedbump.stats.Argument;

/**
 * Sectors that buy from each other: what has to be made, here and along the chain, for what is
 * finally bought.
 *
 * <p>A is what a unit of output of sector j takes of sector i, {@code a_ij = z_ij / x_j}. Output
 * covers purchases by sectors and final demand, {@code x = A x + f}, so that {@code x = L f} with
 * the Leontief inverse {@code L = (I - A)^-1 = I + A + A^2 + ...}. Seen from the seller, {@code
 * b_ij = z_ij / x_i} is the part of its output that goes to sector j, and the Ghosh inverse {@code
 * G = (I - B)^-1} says where a unit of primary input ends up: {@code x' = w' G}.
 *
 * <p>The table must be productive, that is, make every final demand with outputs that are not
 * negative. Hawkins and Simon: it is so where every leading minor of I - A is positive, which is
 * where Gauss's elimination without exchange of rows meets positive pivots alone. So the
 * elimination that solves the system also tests it, and it is stable, since no pivot of a table
 * that keeps some output for final use is small.
 *
 * <p>Any unit serves, also another one for each sector; sums over sectors need one for all.
 *
 * @see <a href="https://doi.org/10.1017/CBO9780511626982">Miller and Blair 2009, Input-Output
 *     Analysis</a>
 * @see <a href="https://doi.org/10.2307/1905526">Hawkins and Simon 1949, Some Conditions of
 *     Macroeconomic Stability</a>
 */
public final class InputOutput {
  /** Rows that are taken from another at once. */
  private static final int FOUR = 4;

  /** Rows that are worked on together, a multiple of four. */
  private static final int BAND = 8;

  private final List<String> sectors;
  private final double[] output;

  /** A, by row. */
  private final double[][] coefficients;

  /** The triangles of I - A, the lower one with ones on its diagonal, by row. */
  private final double[][] triangles;

  private InputOutput(List<String> sectors, double[] output, double[][] coefficients) {
    this.sectors = sectors;
    this.output = output;
    this.coefficients = coefficients;
    this.triangles = triangles();
  }

  /**
   * A table of flows.
   *
   * @param sectors names of the sectors, no name twice
   * @param flows what sector i (row) sells to sector j (column) in a year, not negative
   * @param output what each sector makes in the year, in the unit of its row; a sector that makes
   *     nothing buys nothing
   * @return the table
   * @throws IllegalArgumentException if there are no sectors or not one row, column and output for
   *     each, a name is missing or there twice, a number is not finite, a flow or an output is
   *     negative, a sector buys and makes nothing, or the table is singular or not productive; the
   *     message names the sector
   */
  public static InputOutput of(List<String> sectors, double[][] flows, double[] output) {
    List<String> names = Argument.givenAll("sectors", sectors);
    int n = names.size();
    Argument.require(n > 0, "there are no sectors");
    Argument.require(Set.copyOf(names).size() == n, "sectors has a name twice: %s", names);
    double[] x = perSector("output", output, names);
    double[][] a = square("flows", flows, names);
    for (int j = 0; j < n; j++) {
      Argument.require(x[j] >= 0, "the output of %s is negative: %s", names.get(j), x[j]);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double flow = a[i][j];
        if (!(flow >= 0)) {
          throw Argument.wrong(
              "the flow from %s to %s is negative: %s", names.get(i), names.get(j), flow);
        }
        a[i][j] = flow == 0 ? 0 : flow / x[j];
        if (!(a[i][j] <= Argument.LARGEST)) {
          throw Argument.wrong(
              "%s buys %s of %s and has an output of %s", names.get(j), flow, names.get(i), x[j]);
        }
      }
    }
    return new InputOutput(names, x, a);
  }

  static double[][] square(String name, double[][] values, List<String> sectors) {
    int n = sectors.size();
    Argument.given(name, values);
    Argument.require(values.length == n, "%s has %d rows for %d sectors", name, values.length, n);
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      copy[i] = perSector("row " + sectors.get(i) + " of " + name, values[i], sectors);
    }
    return copy;
  }

  static double[] perSector(String name, double[] values, List<String> sectors) {
    double[] copy = Argument.sample(name, values, 0);
    Argument.require(
        copy.length == sectors.size(),
        "%s has %d values for %d sectors",
        name,
        copy.length,
        sectors.size());
    return copy;
  }

  /**
   * Gauss's elimination of I - A, row by row, so that memory is read in its order. Rows of a band
   * go together as far as the rows above the band are concerned, which are then near at hand.
   */
  private double[][] triangles() {
    int n = sectors.size();
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = (i == j ? 1 : 0) - coefficients[i][j];
      }
    }
    for (int band = 0; band < n; band += BAND) {
      int end = Math.min(n, band + BAND);
      for (int k = 0; k < band; k += FOUR) {
        for (int i = band; i < end; i++) {
          eliminate(rows[i], rows, k);
        }
      }
      for (int i = band; i < end; i++) {
        finish(rows, i, band);
      }
    }
    return rows;
  }

  /** Takes from a row those above it, from one of them on. */
  private void finish(double[][] rows, int i, int from) {
    double[] row = rows[i];
    int k = from;
    for (; k + FOUR <= i; k += FOUR) {
      eliminate(row, rows, k);
    }
    for (; k < i; k++) {
      row[k] /= rows[k][k];
      subtract(row, row[k], rows[k], k + 1);
    }
    if (!(Math.abs(row[i]) > Argument.ROUNDING)) {
      throw Argument.wrong(
          "the table is singular at %s: with the sectors before it, it uses all that it makes",
          sectors.get(i));
    }
    if (row[i] < 0) {
      throw Argument.wrong(
          "the table is not productive at %s: with the sectors before it, it uses more than it"
              + " makes",
          sectors.get(i));
    }
  }

  /** Takes four rows from one, which is read and written once for all of them. */
  private static void eliminate(double[] row, double[][] rows, int k) {
    double[] first = rows[k];
    double[] second = rows[k + 1];
    double[] third = rows[k + 2];
    double[] fourth = rows[k + 3];
    double a = row[k] / first[k];
    double b = (row[k + 1] - a * first[k + 1]) / second[k + 1];
    double c = (row[k + 2] - a * first[k + 2] - b * second[k + 2]) / third[k + 2];
    double d =
        (row[k + 3] - a * first[k + 3] - b * second[k + 3] - c * third[k + 3]) / fourth[k + 3];
    row[k] = a;
    row[k + 1] = b;
    row[k + 2] = c;
    row[k + 3] = d;
    if (a == 0 && b == 0 && c == 0 && d == 0) {
      return;
    }
    for (int j = k + FOUR; j < row.length; j++) {
      row[j] = row[j] - a * first[j] - b * second[j] - c * third[j] - d * fourth[j];
    }
  }

  private static void subtract(double[] from, double times, double[] row, int first) {
    for (int j = first; j < from.length; j++) {
      from[j] -= times * row[j];
    }
  }

  /**
   * The sectors.
   *
   * @return their names, in the order of rows and columns
   */
  public List<String> sectors() {
    return sectors;
  }

  /**
   * What the sectors make by the table.
   *
   * @return a copy, one a sector
   */
  public double[] output() {
    return output.clone();
  }

  /**
   * What has to be made for a final demand, {@code x = L f}.
   *
   * @param finalDemand what is finally bought of each sector; parts of it may be negative, as stock
   *     that is run down
   * @return output, one a sector, in the unit of the demand
   * @throws IllegalArgumentException if there is not one finite number a sector
   */
  public double[] outputFor(double[] finalDemand) {
    double[] x = perSector("finalDemand", finalDemand, sectors);
    int n = x.length;
    for (int i = 1; i < n; i++) {
      x[i] -= product(triangles[i], x, 0, i);
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] = (x[i] - product(triangles[i], x, i + 1, n)) / triangles[i][i];
    }
    return x;
  }

  private static double product(double[] row, double[] x, int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      sum += row[j] * x[j];
    }
    return sum;
  }

  /**
   * What lies in a unit of final demand for each sector, looked through the chain: {@code p' = v'
   * L}.
   *
   * @param perOutput what a unit of output of each sector holds by itself, for example value added
   * @return one a sector, in the unit of v
   * @throws IllegalArgumentException if there is not one finite number a sector
   */
  public double[] embodied(double[] perOutput) {
    double[] p = perSector("perOutput", perOutput, sectors);
    int n = p.length;
    for (int k = 0; k < n; k++) {
      p[k] /= triangles[k][k];
      subtract(p, p[k], triangles[k], k + 1);
    }
    for (int k = n - 1; k > 0; k--) {
      for (int j = 0; j < k; j++) {
        p[j] -= p[k] * triangles[k][j];
      }
    }
    return p;
  }

  /**
   * What of all that is finally bought was there from the start, {@code v' L f / sum f}: with value
   * added and exports, domestic value added in exports.
   *
   * @param perOutput what a unit of output holds by itself, a fraction of one
   * @param finalDemand what is finally bought of each sector, one unit for all
   * @return a share of the demand
   * @throws IllegalArgumentException as {@link #embodied} and {@link #outputFor}, or if the demand
   *     adds up to nothing
   */
  public double share(double[] perOutput, double[] finalDemand) {
    double[] held = perSector("perOutput", perOutput, sectors);
    double[] demand = perSector("finalDemand", finalDemand, sectors);
    double total = Arrays.stream(demand).sum();
    Argument.require(
        total > Argument.ROUNDING * Arrays.stream(demand).map(Math::abs).sum(),
        "finalDemand adds up to %s: there is nothing to share",
        total);
    return product(held, outputFor(finalDemand), 0, held.length) / total;
  }

  /**
   * The inputs behind what is made, direct and indirect: {@code (L - I) w}, all that suppliers and
   * their suppliers have to make.
   *
   * @param made what is made of each sector, for example the output of one buyer
   * @return one a supplying sector, in the unit of what is made
   * @throws IllegalArgumentException if there is not one finite number a sector
   */
  public double[] inputsBehind(double[] made) {
    double[] inputs = outputFor(made);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] -= made[i];
    }
    return inputs;
  }

  /**
   * The Leontief inverse L.
   *
   * @return a new matrix: what sector i (row) makes for a unit of final demand for sector j
   */
  public double[][] leontief() {
    int n = sectors.size();
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      inverse[i][i] = 1;
      for (int k = 0; k < i; k++) {
        subtract(inverse[i], triangles[i][k], inverse[k], 0);
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        subtract(inverse[i], triangles[i][k], inverse[k], 0);
      }
      for (int j = 0; j < n; j++) {
        inverse[i][j] /= triangles[i][i];
      }
    }
    return inverse;
  }

  /**
   * The Ghosh inverse, {@code g_ij = l_ij x_j / x_i}.
   *
   * @return a new matrix: what sector j (column) makes of a unit of primary input into sector i;
   *     the row of a sector without output is that of one which sells nothing
   */
  public double[][] ghosh() {
    double[][] inverse = leontief();
    for (int i = 0; i < inverse.length; i++) {
      for (int j = 0; j < inverse.length; j++) {
        inverse[i][j] = output[i] == 0 ? i == j ? 1 : 0 : inverse[i][j] * output[j] / output[i];
      }
    }
    return inverse;
  }

  /**
   * What is made of primary inputs where every sector goes on to sell in fixed proportions, {@code
   * x' = w' G}: a shortfall run forward.
   *
   * @param primaryInputs what each sector takes in beside the sectors' own products: value added
   *     and imports, or a loss of them
   * @return output, one a sector, in the unit of the inputs
   * @throws IllegalArgumentException if there is not one finite number a sector, or a sector
   *     without output has primary inputs
   */
  public double[] pushed(double[] primaryInputs) {
    double[] perOutput = perSector("primaryInputs", primaryInputs, sectors);
    for (int i = 0; i < perOutput.length; i++) {
      Argument.require(
          output[i] > 0 || perOutput[i] == 0,
          "primaryInputs of %s are %s, and it makes nothing",
          sectors.get(i),
          perOutput[i]);
      perOutput[i] = perOutput[i] == 0 ? 0 : perOutput[i] / output[i];
    }
    double[] x = embodied(perOutput);
    for (int i = 0; i < x.length; i++) {
      x[i] *= output[i];
    }
    return x;
  }

  /**
   * Hypothetical extraction: what is still made where some sectors neither sell, buy nor meet final
   * demand. What is lost is {@link #outputFor} less this.
   *
   * @param extracted names of the sectors that are taken out
   * @param finalDemand what is finally bought of each sector; that of the extracted ones falls away
   * @return output, one a sector, 0 for the extracted
   * @throws IllegalArgumentException if one of the names is missing or no sector, or there is not
   *     one finite number a sector
   */
  public double[] outputWithout(Collection<String> extracted, double[] finalDemand) {
    Set<String> out = new HashSet<>(Argument.givenAll("extracted", extracted));
    for (String name : out) {
      Argument.require(sectors.contains(name), "extracted: there is no sector %s", name);
    }
    double[] demand = perSector("finalDemand", finalDemand, sectors);
    double[][] left = new double[demand.length][demand.length];
    for (int i = 0; i < left.length; i++) {
      if (out.contains(sectors.get(i))) {
        demand[i] = 0;
        continue;
      }
      for (int j = 0; j < left.length; j++) {
        left[i][j] = out.contains(sectors.get(j)) ? 0 : coefficients[i][j];
      }
    }
    return new InputOutput(sectors, output, left).outputFor(demand);
  }
}
