package speedbump.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import speedbump.model.Complexity;

/** The index of complexity of 222 economies, and 4,726 products or 1,200 headings. */
@State(Scope.Benchmark)
public class ComplexityCase {
  private final boolean[][] products = Made.products(4726);
  private final boolean[][] headings = Made.products(1200);

  /** One call's work. */
  @Benchmark
  public Complexity.Index run() {
    return Complexity.of(products).index();
  }

  /** The same on fewer products, since the package takes minutes on as many. */
  @Benchmark
  public Complexity.Index headings() {
    return Complexity.of(headings).index();
  }

  static List<Figure> figures() {
    return figures(new ComplexityCase().run());
  }

  static List<Figure> figuresOfHeadings() {
    return figures(new ComplexityCase().headings());
  }

  private static List<Figure> figures(Complexity.Index index) {
    double[] economies = index.economies();
    double[] products = index.products();
    return List.of(
        new Figure("eigenvalue", index.eigenvalue(), Figure.ROUNDING),
        new Figure("first economy", economies[0], 1e-7),
        new Figure("middle economy", economies[economies.length / 2], 1e-7),
        new Figure("last economy", economies[economies.length - 1], 1e-7),
        new Figure("first product", products[0], 1e-7),
        new Figure("last product", products[products.length - 1], 1e-7));
  }
}
