package speedbump.stats;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A regression of yes and no on one regressor in a two-way layout, with an effect of every row and
 * every column,
 *
 * <pre>P(y_rc = 1) = 1 / (1 + exp(-(a_r + b_c + beta x_rc))),</pre>
 *
 * <p>fitted by greatest likelihood. Cells of the layout may be missing. A row or column whose cells
 * all answer alike has an effect without bound and says nothing of beta: it leaves, and so on until
 * none is left. Errors allow for dependence within rows and within columns: with the scores of beta
 * added up by row, by column and by cell, the variance is that by row plus that by column less that
 * by cell, each times G/(G - 1) for its G sums; where that is not above zero, the greater of the
 * first two.
 *
 * <p>An object is a design, which nothing changes: it can be fitted to many sets of answers at
 * once.
 *
 * @see <a href="https://doi.org/10.1198/jbes.2010.07136">Cameron, Gelbach and Miller 2011, Robust
 *     Inference With Multiway Clustering</a>
 */
public final class TwoEffectLogit {
  /** A step that moves no predictor by more ends the search; the next would move its square. */
  private static final double SETTLED = 1e-6;

  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 40;

  /** No predictor moves by more in one step. */
  private static final double LONGEST_STEP = 4;

  /** Up to here a whole step of Newton's brings the likelihood up, and it need not be asked. */
  private static final double SAFE_STEP = 0.5;

  /** A pivot below this share of its diagonal is rounding: its effect is bound to others. */
  private static final double LEAST_PIVOT = 1e-10;

  /** Rounds of a search nearby; where they do not end it the answers are no near ones. */
  private static final int MOST_ROUNDS = 100;

  /** A step by which answers are no near ones. */
  private static final double FARTHEST = 20;

  private static final double LARGEST_SLOPE = 100;
  private static final double EIGHTH = 0.125;

  /** The series of the exponential, 1 over k!. */
  private static final double C3 = 1.0 / 6;

  private static final double C4 = 1.0 / 24;
  private static final double C5 = 1.0 / 120;
  private static final double C6 = 1.0 / 720;
  private static final double C7 = 1.0 / 5040;
  private static final double HALF = 0.5;
  private static final int MOST_CELLS = 10_000_000;

  /** The regressor, column by column, 0 where there is no cell. */
  private final double[] x;

  private final boolean[] cell;

  /** Where each observation lies in the layout. */
  private final int[] place;

  private final int rows;
  private final int columns;

  private TwoEffectLogit(double[] x, boolean[] cell, int[] place, int rows, int columns) {
    this.x = x;
    this.cell = cell;
    this.place = place;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * A design.
   *
   * @param x the regressor, one value an observation
   * @param rows the row of each observation, any numbers
   * @param columns the column of each observation, any numbers; no row and column together twice
   * @return the design
   * @throws IllegalArgumentException if lengths differ, a value is not finite or too large to be
   *     squared, a cell stands twice, there are fewer than two rows or columns, or the layout has
   *     more than ten million places
   */
  public static TwoEffectLogit of(double[] x, int[] rows, int[] columns) {
    double[] values = Argument.sample("x", x, 1);
    int[] row = Argument.given("rows", rows).clone();
    int[] column = Argument.given("columns", columns).clone();
    Argument.require(
        row.length == values.length && column.length == values.length,
        "there are %d values, %d rows and %d columns",
        values.length,
        row.length,
        column.length);
    int numberOfRows = LogisticRegression.numbered(row);
    int numberOfColumns = LogisticRegression.numbered(column);
    Argument.require(
        numberOfRows > 1 && numberOfColumns > 1,
        "there are %d rows and %d columns: at least 2 of each are needed",
        numberOfRows,
        numberOfColumns);
    Argument.require(
        (long) numberOfRows * numberOfColumns <= MOST_CELLS,
        "the layout of %d rows and %d columns is too large",
        numberOfRows,
        numberOfColumns);
    double[] dense = new double[numberOfRows * numberOfColumns];
    boolean[] cell = new boolean[dense.length];
    int[] place = new int[values.length];
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < values.length; i++) {
      place[i] = column[i] * numberOfRows + row[i];
      Argument.require(seen.add(place[i]), "the cell of observation %d stands twice", i);
      dense[place[i]] = values[i];
      cell[place[i]] = true;
    }
    return new TwoEffectLogit(dense, cell, place, numberOfRows, numberOfColumns);
  }

  /**
   * A slope with its error by row and column.
   *
   * @param slope beta: log odds (of the logit) or probability (of the linear model) a unit of x
   * @param standardError its error, clustered by row and by column
   * @param observations the cells that say something of it
   * @param yes how many of them answer yes
   * @param rows the rows that they lie in
   * @param columns the columns
   */
  public record Slope(
      double slope, double standardError, int observations, int yes, int rows, int columns) {
    /**
     * The interval of the slope, by Student's t with one degree less than the fewer of rows and
     * columns.
     *
     * @param level the coverage aimed at, a fraction of one
     * @return the interval
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public Interval interval(double level) {
      Argument.level(level);
      double reach =
          Student.quantile((1 + level) / 2, Math.min(rows, columns) - 1.0) * standardError;
      return new Interval(slope, slope - reach, slope + reach, level);
    }
  }

  /**
   * Fits answers.
   *
   * @param answers yes or no, in the order of the observations
   * @return the slope in log odds
   * @throws IllegalArgumentException if there is not one answer an observation, rows or columns
   *     with both answers are fewer than two, x is bound to rows and columns, or the likelihood has
   *     no finite maximum
   */
  public Slope fit(boolean[] answers) {
    Search search = new Search(active(answers));
    Argument.require(
        search.maximise(true), "the likelihood of the answers has no finite maximum: x parts them");
    return search.slope();
  }

  /**
   * Fits answers by least squares on the same cells: how much more often yes is said a unit of x,
   * with effects of row and column on the share itself.
   *
   * @param answers yes or no, in the order of the observations
   * @return the slope in probability
   * @throws IllegalArgumentException as for {@link #fit}, but for the last
   */
  public Slope linear(boolean[] answers) {
    Search search = new Search(active(answers));
    for (int i = 0; i < search.weight.length; i++) {
      search.weight[i] = search.in[i] ? 1 : 0;
      search.score[i] = search.in[i] && search.yes[i] ? 1 : 0;
    }
    search.project();
    search.residuals();
    return search.slope();
  }

  /**
   * The model at a given slope, with the effects so that every row and column is expected to say
   * yes as often as it did.
   *
   * @param answers yes or no, in the order of the observations
   * @param slope beta, log odds a unit of x
   * @return the model
   * @throws IllegalArgumentException as for {@link #fit} but for the last, if the slope is not
   *     finite or above a hundred in size, or if the search does not end, as with predictors in the
   *     hundreds
   */
  public At at(boolean[] answers, double slope) {
    Argument.require(
        Math.abs(slope) <= LARGEST_SLOPE,
        "the slope must be at most %s in size, not %s",
        LARGEST_SLOPE,
        slope);
    Search search = new Search(active(answers));
    search.beta = slope;
    Argument.require(
        search.maximise(false), "the search for the effects did not end at a slope of %s", slope);
    return new At(search);
  }

  /**
   * The effects of the columns as fitted, for cells outside the design.
   *
   * @param answers yes or no, in the order of the observations
   * @param columns numbers of columns as given to {@link #of}, in the order of the observations
   * @return by number of the column, its effect on the scale of log odds with all effects of rows
   *     adding up to nothing; columns that leave are not there
   * @throws IllegalArgumentException as for {@link #fit}
   */
  public Map<Integer, Double> columnEffects(boolean[] answers, int[] columns) {
    Search search = new Search(active(answers));
    Argument.require(
        search.maximise(true), "the likelihood of the answers has no finite maximum: x parts them");
    double mean = 0;
    for (int r = 0; r < rows; r++) {
      mean += search.rowIn[r] ? search.a[r] / search.rowsIn : 0;
    }
    Map<Integer, Double> effects = new TreeMap<>();
    for (int i = 0; i < place.length; i++) {
      int column = place[i] / rows;
      if (search.columnIn[column]) {
        effects.put(columns[i], search.b[column] + mean);
      }
    }
    return effects;
  }

  /** The answers in the layout, and which cells say something. */
  private record Active(
      boolean[] yes,
      boolean[] in,
      boolean[] rowIn,
      boolean[] columnIn,
      int[] yesOfRow,
      int[] yesOfColumn) {}

  private Active active(boolean[] answers) {
    Argument.given("answers", answers);
    Argument.require(
        answers.length == place.length,
        "there are %d answers and %d observations",
        answers.length,
        place.length);
    boolean[] yes = new boolean[x.length];
    for (int i = 0; i < place.length; i++) {
      yes[place[i]] = answers[i];
    }
    boolean[] in = cell.clone();
    int[] ofRow = new int[rows];
    int[] yesOfRow = new int[rows];
    int[] ofColumn = new int[columns];
    int[] yesOfColumn = new int[columns];
    for (int c = 0; c < columns; c++) {
      int cells = 0;
      int yesOfCells = 0;
      for (int r = 0, i = c * rows; r < rows; r++, i++) {
        int one = in[i] ? 1 : 0;
        int both = in[i] & yes[i] ? 1 : 0;
        ofRow[r] += one;
        yesOfRow[r] += both;
        cells += one;
        yesOfCells += both;
      }
      ofColumn[c] = cells;
      yesOfColumn[c] = yesOfCells;
    }
    boolean[] rowIn = new boolean[rows];
    boolean[] columnIn = new boolean[columns];
    Arrays.fill(rowIn, true);
    Arrays.fill(columnIn, true);
    int left = place.length;
    for (boolean stay = false; !stay; ) {
      stay = true;
      for (int r = 0; r < rows; r++) {
        if (rowIn[r] && (yesOfRow[r] == 0 || yesOfRow[r] == ofRow[r])) {
          rowIn[r] = false;
          stay = false;
          for (int c = 0, i = r; c < columns; c++, i += rows) {
            if (in[i]) {
              in[i] = false;
              ofColumn[c]--;
              yesOfColumn[c] -= yes[i] ? 1 : 0;
              left--;
            }
          }
        }
      }
      for (int c = 0; c < columns; c++) {
        if (columnIn[c] && (yesOfColumn[c] == 0 || yesOfColumn[c] == ofColumn[c])) {
          columnIn[c] = false;
          stay = false;
          for (int r = 0, i = c * rows; r < rows; r++, i++) {
            if (in[i]) {
              in[i] = false;
              ofRow[r]--;
              yesOfRow[r] -= yes[i] ? 1 : 0;
              left--;
            }
          }
        }
      }
    }
    Argument.require(left > 0, "no row and column has both answers");
    return new Active(yes, in, rowIn, columnIn, yesOfRow, yesOfColumn);
  }

  /** The search for the maximum, with all that it needs. */
  private final class Search {
    final Active active;
    final boolean[] yes;
    final boolean[] in;
    final boolean[] rowIn;
    final boolean[] columnIn;
    final int rowsIn;
    final int columnsIn;
    final double[] a = new double[rows];
    final double[] b = new double[columns];
    double beta;
    final double[] probability = new double[x.length];
    final double[] weight = new double[x.length];
    final double[] score = new double[x.length];

    /** What rows and columns explain of x and of the score, at the weights. */
    final double[] xOfRow = new double[rows];

    final double[] xOfColumn = new double[columns];
    final double[] stepOfRow = new double[rows];
    final double[] stepOfColumn = new double[columns];
    double information;
    double scoreOfBeta;

    private final double[] rowWeight = new double[rows];
    private final double[] columnWeight = new double[columns];
    private final double[][] triangle = new double[rows][rows];
    private final double[] scaled = new double[rows];

    Search(Active active) {
      this.active = active;
      yes = active.yes();
      in = active.in();
      rowIn = active.rowIn();
      columnIn = active.columnIn();
      rowsIn = count(rowIn);
      columnsIn = count(columnIn);
      Argument.require(
          rowsIn > 1 && columnsIn > 1,
          "%d rows and %d columns have both answers: at least 2 of each are needed",
          rowsIn,
          columnsIn);
    }

    boolean maximise(boolean withSlope) {
      double value = evaluate();
      for (int turn = 0; turn < MOST_STEPS; turn++) {
        project();
        double ofBeta = 0;
        if (withSlope) {
          Argument.require(
              information > LEAST_PIVOT * spread(), "x is bound to the rows and columns");
          ofBeta = scoreOfBeta / information;
        }
        double longest = 0;
        for (int c = 0, i = 0; c < columns; c++) {
          for (int r = 0; r < rows; r++, i++) {
            if (in[i]) {
              double moved =
                  stepOfRow[r] + stepOfColumn[c] + ofBeta * (x[i] - xOfRow[r] - xOfColumn[c]);
              longest = Math.max(longest, Math.abs(moved));
            }
          }
        }
        if (!Double.isFinite(longest)) {
          return false;
        }
        double length = Math.min(1, LONGEST_STEP / longest);
        move(length, ofBeta);
        double next = evaluate();
        for (int halving = 0; longest > SAFE_STEP && halving < MOST_HALVINGS; halving++) {
          if (next >= value - Math.abs(value) * Argument.ROUNDING) {
            break;
          }
          move(-length / 2, ofBeta);
          length /= 2;
          next = evaluate();
        }
        value = next;
        if (longest < SETTLED) {
          project();
          return true;
        }
      }
      return false;
    }

    private void move(double length, double ofBeta) {
      for (int r = 0; r < rows; r++) {
        a[r] += length * (stepOfRow[r] - ofBeta * xOfRow[r]);
      }
      for (int c = 0; c < columns; c++) {
        b[c] += length * (stepOfColumn[c] - ofBeta * xOfColumn[c]);
      }
      beta += length * ofBeta;
    }

    /** Probabilities, scores and weights at the effects; the likelihood. */
    private double evaluate() {
      double value = 0;
      for (int c = 0, i = 0; c < columns; c++) {
        for (int r = 0; r < rows; r++, i++) {
          if (in[i]) {
            double eta = a[r] + b[c] + beta * x[i];
            double rare = Math.exp(-Math.abs(eta));
            double p = rare / (1 + rare);
            weight[i] = p / (1 + rare);
            probability[i] = eta > 0 ? 1 - p : p;
            score[i] = yes[i] ? (eta > 0 ? p : 1 - p) : (eta > 0 ? p - 1 : -p);
            value -= (yes[i] ? Math.max(0, -eta) : Math.max(0, eta)) + Math.log1p(rare);
          }
        }
      }
      return value;
    }

    private double spread() {
      double squares = 0;
      for (int i = 0; i < x.length; i++) {
        squares += weight[i] * x[i] * x[i];
      }
      return squares;
    }

    /** What rows and columns explain at the weights: of x, and of the score over its weight. */
    void project() {
      Arrays.fill(rowWeight, 0);
      Arrays.fill(xOfRow, 0);
      Arrays.fill(stepOfRow, 0);
      double squares = 0;
      double along = 0;
      for (int c = 0, i = 0; c < columns; c++) {
        double sum = 0;
        double sumOfX = 0;
        double sumOfScore = 0;
        for (int r = 0; r < rows; r++, i++) {
          double w = weight[i];
          double wx = w * x[i];
          double s = score[i];
          rowWeight[r] += w;
          xOfRow[r] += wx;
          stepOfRow[r] += s;
          sum += w;
          sumOfX += wx;
          sumOfScore += s;
          squares += wx * x[i];
          along += s * x[i];
        }
        columnWeight[c] = sum;
        xOfColumn[c] = sumOfX;
        stepOfColumn[c] = sumOfScore;
      }
      double[] rightX = xOfRow.clone();
      double[] rightXOfColumn = xOfColumn.clone();
      double[] rightScore = stepOfRow.clone();
      double[] rightScoreOfColumn = stepOfColumn.clone();
      eliminate();
      solve(xOfRow, xOfColumn);
      solve(stepOfRow, stepOfColumn);
      information = squares - product(xOfRow, rightX) - product(xOfColumn, rightXOfColumn);
      scoreOfBeta = along - product(xOfRow, rightScore) - product(xOfColumn, rightScoreOfColumn);
    }

    /** The normal equations of the rows once the columns are eliminated, as Cholesky's triangle. */
    private void eliminate() {
      for (int r = 0; r < rows; r++) {
        Arrays.fill(triangle[r], 0, r + 1, 0);
        triangle[r][r] = rowWeight[r];
      }
      for (int c = 0; c < columns; c++) {
        if (columnWeight[c] > 0) {
          double root = 1 / Math.sqrt(columnWeight[c]);
          int first = c * rows;
          for (int r = 0; r < rows; r++) {
            scaled[r] = weight[first + r] * root;
          }
          for (int r = 0; r < rows; r++) {
            double factor = scaled[r];
            if (factor != 0) {
              double[] row = triangle[r];
              for (int q = 0; q <= r; q++) {
                row[q] -= factor * scaled[q];
              }
            }
          }
        }
      }
      for (int r = 0; r < rows; r++) {
        double[] row = triangle[r];
        for (int q = 0; q <= r; q++) {
          double[] before = triangle[q];
          double entry = row[q];
          for (int m = 0; m < q; m++) {
            entry -= row[m] * before[m];
          }
          if (q < r) {
            row[q] = before[q] == 0 ? 0 : entry / before[q];
          } else {
            // an effect that is bound to others, as one always is, stays nothing
            row[r] = entry > LEAST_PIVOT * rowWeight[r] ? Math.sqrt(entry) : 0;
          }
        }
      }
    }

    private void solve(double[] ofRow, double[] ofColumn) {
      for (int c = 0; c < columns; c++) {
        if (columnWeight[c] > 0) {
          double share = ofColumn[c] / columnWeight[c];
          int first = c * rows;
          for (int r = 0; r < rows; r++) {
            ofRow[r] -= weight[first + r] * share;
          }
        }
      }
      for (int r = 0; r < rows; r++) {
        double[] row = triangle[r];
        double entry = ofRow[r];
        for (int q = 0; q < r; q++) {
          entry -= row[q] * ofRow[q];
        }
        ofRow[r] = row[r] == 0 ? 0 : entry / row[r];
      }
      for (int r = rows - 1; r >= 0; r--) {
        double own = triangle[r][r] == 0 ? 0 : ofRow[r] / triangle[r][r];
        ofRow[r] = own;
        for (int q = 0; q < r; q++) {
          ofRow[q] -= triangle[r][q] * own;
        }
      }
      for (int c = 0; c < columns; c++) {
        if (columnWeight[c] > 0) {
          double entry = ofColumn[c];
          int first = c * rows;
          for (int r = 0; r < rows; r++) {
            entry -= weight[first + r] * ofRow[r];
          }
          ofColumn[c] = entry / columnWeight[c];
        } else {
          ofColumn[c] = 0;
        }
      }
    }

    /** Of the linear model: from answers to residuals, and the slope. */
    void residuals() {
      Argument.require(information > LEAST_PIVOT * spread(), "x is bound to the rows and columns");
      beta = scoreOfBeta / information;
      for (int c = 0, i = 0; c < columns; c++) {
        for (int r = 0; r < rows; r++, i++) {
          if (in[i]) {
            score[i] -= stepOfRow[r] + stepOfColumn[c] + beta * (x[i] - xOfRow[r] - xOfColumn[c]);
          }
        }
      }
    }

    Slope slope() {
      double[] ofSlope = new double[x.length];
      for (int c = 0, i = 0; c < columns; c++) {
        for (int r = 0; r < rows; r++, i++) {
          ofSlope[i] = in[i] ? score[i] * (x[i] - xOfRow[r] - xOfColumn[c]) : 0;
        }
      }
      return clustered(beta, information, ofSlope, active);
    }
  }

  /**
   * The model at one slope: the chances that it gives, and a place to start from for answers drawn
   * by them.
   */
  public final class At {
    private final Search from;
    private final double[] odds;

    /** The regressor less what rows and columns explain of it here. */
    private final double[] own;

    private final double largest;

    private At(Search from) {
      this.from = from;
      this.odds = new double[x.length];
      this.own = new double[x.length];
      double most = 0;
      for (int c = 0, i = 0; c < columns; c++) {
        for (int r = 0; r < rows; r++, i++) {
          if (from.in[i]) {
            odds[i] = from.probability[i] / (1 - from.probability[i]);
            own[i] = x[i] - from.xOfRow[r] - from.xOfColumn[c];
            most = Math.max(most, Math.abs(own[i]));
          }
        }
      }
      this.largest = most;
    }

    /**
     * The chances of yes.
     *
     * @return one an observation, in their order; 0 or 1 in rows and columns that leave
     */
    public double[] chances() {
      double[] chances = new double[place.length];
      for (int i = 0; i < chances.length; i++) {
        int at = place[i];
        chances[i] = from.in[at] ? from.probability[at] : from.yes[at] ? 1 : 0;
      }
      return chances;
    }

    /**
     * Fits other answers, searching from here: what {@link TwoEffectLogit#fit} finds to a
     * millionth, in a small part of the time where the answers are such as are expected here.
     *
     * @param answers yes or no, in the order of the observations
     * @return the slope in log odds
     * @throws IllegalArgumentException as for {@link TwoEffectLogit#fit}
     */
    public Slope fit(boolean[] answers) {
      return near(answers).orElseGet(() -> TwoEffectLogit.this.fit(answers));
    }

    /** The slope, where the answers are such that the search from here ends. */
    Optional<Slope> near(boolean[] answers) {
      Nearby nearby = new Nearby(this, active(answers));
      return nearby.maximise() ? Optional.of(nearby.slope()) : Optional.empty();
    }
  }

  /**
   * A search near a model by one effect after the other: since weights are nearly a product of row
   * and column, what rows and columns still owe each other falls to a small part with every round.
   */
  private final class Nearby {
    private final At at;
    private final Active active;
    private final double[] odds;
    private final double[] weight = new double[cell.length];
    private final double[] ofRow = new double[rows];
    private final double[] ofColumn = new double[columns];
    private final int[] rowYes;
    private final int[] columnYes;
    private final double[] rowWeight = new double[rows];
    private final double[] columnWeight = new double[columns];

    /** Of the column at hand: the regressor, its odds, its chances and their weights. */
    private final double[] x = new double[rows];

    private final double[] moved = new double[rows];
    private final double[] p = new double[rows];
    private final double[] w = new double[rows];
    private double alongYes;
    private double along;
    private double beta;

    Nearby(At at, Active active) {
      this.at = at;
      this.active = active;
      this.odds = at.odds.clone();
      this.beta = at.from.beta;
      this.rowYes = active.yesOfRow;
      this.columnYes = active.yesOfColumn;
      for (int i = 0; i < odds.length; i++) {
        if (active.in[i] && active.yes[i]) {
          alongYes += at.own[i];
        }
      }
    }

    /** False where the answers are too far from what is expected here. */
    boolean maximise() {
      for (int i = 0; i < odds.length; i++) {
        if (active.in[i] && !at.from.in[i]) {
          return false;
        }
        odds[i] = active.in[i] ? odds[i] : 0;
      }
      double[] row = new double[rows];
      double[] column = new double[columns];
      double ofBeta = 0;
      for (int round = 0; round < MOST_ROUNDS; round++) {
        evaluate(row, column, ofBeta);
        double longest = 0;
        ofBeta = (alongYes - along) / at.from.information;
        for (int r = 0; r < rows; r++) {
          double owed = active.rowIn[r] ? (rowYes[r] - ofRow[r]) / rowWeight[r] : 0;
          row[r] = bounded(owed);
          longest = Math.max(longest, Math.abs(owed));
        }
        for (int c = 0; c < columns; c++) {
          double owed = 0;
          if (active.columnIn[c]) {
            int first = c * rows;
            double taken = 0;
            for (int r = 0; r < rows; r++) {
              taken += weight[first + r] * row[r];
            }
            owed = (columnYes[c] - ofColumn[c] - taken) / columnWeight[c];
          }
          column[c] = bounded(owed);
          longest = Math.max(longest, Math.abs(owed));
        }
        longest = Math.max(longest, Math.abs(ofBeta) * at.largest);
        if (!(longest <= FARTHEST)) {
          return false;
        }
        beta += ofBeta;
        if (longest < SETTLED) {
          return true;
        }
      }
      return false;
    }

    private double bounded(double step) {
      return Math.max(-1, Math.min(1, step));
    }

    /** Moves the odds by steps of the effects and of the slope, and adds up chances and weights. */
    private void evaluate(double[] row, double[] column, double ofBeta) {
      double[] timesRow = new double[rows];
      for (int r = 0; r < rows; r++) {
        timesRow[r] = Math.exp(row[r]);
      }
      Arrays.fill(ofRow, 0);
      Arrays.fill(rowWeight, 0);
      along = 0;
      double[] own = at.own;
      for (int c = 0; c < columns; c++) {
        double times = Math.exp(column[c]);
        int first = c * rows;
        // loops of one task each, on arrays of a column: only such ones run on many at once
        System.arraycopy(odds, first, moved, 0, rows);
        System.arraycopy(own, first, x, 0, rows);
        for (int r = 0; r < rows; r++) {
          moved[r] = moved[r] * times * timesRow[r] * exponential(ofBeta * x[r]);
        }
        for (int r = 0; r < rows; r++) {
          p[r] = moved[r] / (1 + moved[r]);
        }
        for (int r = 0; r < rows; r++) {
          w[r] = p[r] - p[r] * p[r];
        }
        for (int r = 0; r < rows; r++) {
          ofRow[r] += p[r];
        }
        for (int r = 0; r < rows; r++) {
          rowWeight[r] += w[r];
        }
        double chances = 0;
        double weights = 0;
        double alongColumn = 0;
        for (int r = 0; r < rows; r++) {
          chances += p[r];
          weights += w[r];
          alongColumn += x[r] * p[r];
        }
        System.arraycopy(moved, 0, odds, first, rows);
        System.arraycopy(w, 0, weight, first, rows);
        ofColumn[c] = chances;
        columnWeight[c] = weights;
        along += alongColumn;
      }
    }

    /** What rows and columns explain of the regressor at the weights, then the slope's error. */
    Slope slope() {
      double[] own = at.own.clone();
      double[] row = new double[rows];
      double[] next = new double[rows];
      for (int round = 0; round < MOST_ROUNDS; round++) {
        double longest = 0;
        Arrays.fill(next, 0);
        for (int c = 0; c < columns; c++) {
          int first = c * rows;
          System.arraycopy(own, first, x, 0, rows);
          System.arraycopy(weight, first, w, 0, rows);
          // what the rows explained in the round before
          for (int r = 0; r < rows; r++) {
            x[r] -= row[r];
          }
          double sum = 0;
          for (int r = 0; r < rows; r++) {
            sum += w[r] * x[r];
          }
          double mean = columnWeight[c] > 0 ? sum / columnWeight[c] : 0;
          longest = Math.max(longest, Math.abs(mean));
          for (int r = 0; r < rows; r++) {
            x[r] -= mean;
          }
          for (int r = 0; r < rows; r++) {
            next[r] += w[r] * x[r];
          }
          System.arraycopy(x, 0, own, first, rows);
        }
        for (int r = 0; r < rows; r++) {
          row[r] = rowWeight[r] > 0 ? next[r] / rowWeight[r] : 0;
          longest = Math.max(longest, Math.abs(row[r]));
        }
        if (longest < SETTLED) {
          break;
        }
      }
      double information = 0;
      double[] score = new double[cell.length];
      for (int i = 0; i < own.length; i++) {
        information += weight[i] * own[i] * own[i];
        score[i] = active.in[i] ? ((active.yes[i] ? 1 : 0) - odds[i] / (1 + odds[i])) * own[i] : 0;
      }
      return clustered(beta, information, score, active);
    }
  }

  /** The exponential of a small number, by its series: a loop over it runs on many at once. */
  private static double exponential(double z) {
    double h = z * EIGHTH;
    double sum = C7;
    sum = sum * h + C6;
    sum = sum * h + C5;
    sum = sum * h + C4;
    sum = sum * h + C3;
    sum = sum * h + HALF;
    sum = sum * h + 1;
    sum = sum * h + 1;
    double squared = sum * sum;
    double fourth = squared * squared;
    return fourth * fourth;
  }

  /** The slope with its error, from the score of the slope by cell. */
  private Slope clustered(double beta, double information, double[] score, Active active) {
    double[] byRow = new double[rows];
    double byRows = 0;
    double byColumns = 0;
    double byCells = 0;
    int observations = 0;
    int answeredYes = 0;
    for (int c = 0, i = 0; c < columns; c++) {
      double byColumn = 0;
      for (int r = 0; r < rows; r++, i++) {
        if (active.in[i]) {
          byRow[r] += score[i];
          byColumn += score[i];
          byCells += score[i] * score[i];
          observations++;
          answeredYes += active.yes[i] ? 1 : 0;
        }
      }
      byColumns += byColumn * byColumn;
    }
    for (double own : byRow) {
      byRows += own * own;
    }
    int rowsIn = count(active.rowIn);
    int columnsIn = count(active.columnIn);
    byRows *= rowsIn / (rowsIn - 1.0);
    byColumns *= columnsIn / (columnsIn - 1.0);
    byCells *= observations / (observations - 1.0);
    double squares = byRows + byColumns - byCells;
    double variance = squares > 0 ? squares : Math.max(byRows, byColumns);
    return new Slope(
        beta, Math.sqrt(variance) / information, observations, answeredYes, rowsIn, columnsIn);
  }

  private static int count(boolean[] which) {
    int number = 0;
    for (boolean one : which) {
      number += one ? 1 : 0;
    }
    return number;
  }

  private static double product(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
