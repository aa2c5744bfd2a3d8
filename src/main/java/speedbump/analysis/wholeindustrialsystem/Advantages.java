package speedbump.analysis.wholeindustrialsystem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import speedbump.model.Complexity;

/** Who exports what, and with how much of an edge: indices of comparative advantage. */
public final class Advantages {
  private final List<String> exporters;
  private final List<String> products;
  private final double[][] index;

  Advantages(List<String> exporters, List<String> products, double[][] index) {
    this.exporters = List.copyOf(exporters);
    this.products = List.copyOf(products);
    this.index = index;
  }

  /** The cells of a table, one number each, as a matrix with zeros elsewhere. */
  static <T> Advantages matrix(
      List<T> cells,
      Function<T, String> exporter,
      Function<T, String> product,
      ToDoubleFunction<T> value) {
    List<String> exporters = new ArrayList<>(new TreeSet<>(cells.stream().map(exporter).toList()));
    List<String> products = new ArrayList<>(new TreeSet<>(cells.stream().map(product).toList()));
    Map<String, Integer> rows = places(exporters);
    Map<String, Integer> columns = places(products);
    double[][] matrix = new double[exporters.size()][products.size()];
    for (T cell : cells) {
      matrix[rows.get(exporter.apply(cell))][columns.get(product.apply(cell))] +=
          value.applyAsDouble(cell);
    }
    return new Advantages(exporters, products, matrix);
  }

  static Map<String, Integer> places(List<String> names) {
    Map<String, Integer> places = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
    return places;
  }

  /**
   * From values to indices, among exporters above a value.
   *
   * @param least an exporter stays where its exports are above it; below zero for all
   */
  Advantages ofValues(double least) {
    int[] kept =
        java.util.stream.IntStream.range(0, index.length)
            .filter(row -> Arrays.stream(index[row]).sum() > least)
            .toArray();
    return new Advantages(
        Arrays.stream(kept).mapToObj(exporters::get).toList(),
        products,
        Complexity.advantage(
            Arrays.stream(kept).mapToObj(row -> index[row]).toArray(double[][]::new)));
  }

  /**
   * The exporters.
   *
   * @return their codes, in order
   */
  public List<String> exporters() {
    return exporters;
  }

  /**
   * The products.
   *
   * @return their codes, in order
   */
  public List<String> products() {
    return products;
  }

  /**
   * The index of an exporter in a product.
   *
   * @param exporter code of the exporter
   * @param product code of the product
   * @return the index, 0 where the table has none
   * @throws IllegalArgumentException if the table has no such exporter or product
   */
  public double of(String exporter, String product) {
    int column = products.indexOf(product);
    if (column < 0) {
      throw new IllegalArgumentException("no product '%s'".formatted(product));
    }
    return row(exporter)[column];
  }

  /** The indices of an exporter, in the order of the products. */
  double[] row(String exporter) {
    int row = exporters.indexOf(exporter);
    if (row < 0) {
      throw new IllegalArgumentException("no exporter '%s'".formatted(exporter));
    }
    return index[row];
  }

  /**
   * How many products each exporter has an edge in.
   *
   * @param cut the least index that counts as an edge
   * @return the counts by exporter
   */
  public Map<String, Integer> counts(double cut) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int row = 0; row < index.length; row++) {
      counts.put(
          exporters.get(row), (int) Arrays.stream(index[row]).filter(one -> one >= cut).count());
    }
    return counts;
  }

  /**
   * The pattern of edges.
   *
   * @param cut the least index that counts as an edge
   * @return the pattern, economies and products in this table's order
   */
  public Complexity complexity(double cut) {
    return Complexity.of(index, cut);
  }
}
