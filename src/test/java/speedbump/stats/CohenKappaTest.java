package speedbump.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedbump.Agreement.agree;
import static speedbump.Refusal.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import speedbump.PublishedCase;

class CohenKappaTest {
  /** Fleiss, Cohen and Everitt 1969, table 1; statsmodels 0.15.0, cohens_kappa. */
  private static final double[][] DIAGNOSES = {{53, 5, 2}, {11, 14, 5}, {1, 6, 3}};

  @PublishedCase
  @Test
  void agreesWithThePublishedExample() {
    CohenKappa kappa = CohenKappa.of(DIAGNOSES);
    agree(0.4285714285714285, kappa.kappa(), 1e-14);
    agree(0.0759588315346638, kappa.standardError(), 1e-14);
    agree(0.70, kappa.agreement(), 1e-12);
    agree(0.475, kappa.byHabit(), 1e-12);
    assertEquals(100, kappa.items());
  }

  /** statsmodels 0.15.0, cohens_kappa, with its interval. */
  @PublishedCase
  @Test
  void agreesWithStatsmodels() {
    Interval interval =
        CohenKappa.of(new double[][] {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}}).interval(0.95);
    agree(0.48416289592760187, interval.estimate(), 1e-14);
    agree(0.21366125307070666, interval.lower(), 1e-7);
    agree(0.754664538784497, interval.upper(), 1e-7);
  }

  @Test
  void codesOrTheirTableGiveTheSame() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    String[] names = {"x", "y", "z"};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < DIAGNOSES[i][j]; k++) {
          first.add(names[i]);
          second.add(names[j]);
        }
      }
    }
    assertEquals(CohenKappa.of(DIAGNOSES).kappa(), CohenKappa.of(first, second).kappa(), 1e-12);
    assertEquals(
        CohenKappa.of(DIAGNOSES).standardError(),
        CohenKappa.of(second, first).standardError(),
        1e-12);
    assertEquals(1, CohenKappa.of(first, first).kappa(), 1e-12);
    assertEquals(0, CohenKappa.of(first, first).standardError(), 1e-7);
  }

  /** The large-sample interval covers the truth of made-up codings in about 95 of 100. */
  @Test
  void theIntervalCoversTheTruth() {
    double[][] truth = {{0.5, 0.1}, {0.05, 0.35}};
    double habit = 0.6 * 0.55 + 0.4 * 0.45;
    double kappa = (0.85 - habit) / (1 - habit);
    SplittableRandom random = new SplittableRandom(4);
    int covered = 0;
    for (int draw = 0; draw < 1000; draw++) {
      double[][] table = new double[2][2];
      for (int item = 0; item < 150; item++) {
        double u = random.nextDouble();
        int cell = 0;
        for (double sum = truth[0][0]; u > sum && cell < 3; sum += truth[cell / 2][cell % 2]) {
          cell++;
        }
        table[cell / 2][cell % 2]++;
      }
      Interval interval = CohenKappa.of(table).interval(0.95);
      covered += interval.lower() <= kappa && kappa <= interval.upper() ? 1 : 0;
    }
    assertTrue(covered > 930 && covered < 970, covered + " of 1000");
  }

  @Test
  void refusesOneCodeThroughout() {
    assertThrows(IllegalArgumentException.class, () -> CohenKappa.of(List.of(1, 1), List.of(1, 1)));
    assertThrows(IllegalArgumentException.class, () -> CohenKappa.of(List.of(1, 2), List.of(1)));
    assertThrows(IllegalArgumentException.class, () -> CohenKappa.of(new double[][] {{1, 2}, {3}}));
  }

  /** Two items are enough, and a code that neither gives changes nothing. */
  @Test
  void limitsAreNamed() {
    refused("first has 1 codes", () -> CohenKappa.of(List.of(1), List.of(1)));
    refused(
        "first has 2 codes and second has 3", () -> CohenKappa.of(List.of(1, 2), List.of(1, 2, 3)));
    assertEquals(1, CohenKappa.of(List.of(1, 2), List.of(1, 2)).kappa(), 1e-12);
    refused("a count of -1.0", () -> CohenKappa.of(new double[][] {{5, -1}, {1, 5}}));
    refused("a count of NaN", () -> CohenKappa.of(new double[][] {{5, Double.NaN}, {1, 5}}));
    refused("2 to 1000000000 items", () -> CohenKappa.of(new double[][] {{1, 0}, {0, 0.5}}));
    refused("2 to 1000000000 items", () -> CohenKappa.of(new double[][] {{1e9, 0}, {0, 1}}));
    assertEquals(1, CohenKappa.of(new double[][] {{1, 0}, {0, 1}}).kappa(), 1e-12);
    assertEquals(1, CohenKappa.of(new double[][] {{5e8, 0}, {0, 5e8}}).kappa(), 1e-12);
    refused("one code only", () -> CohenKappa.of(new double[][] {{7, 0}, {0, 0}}));
    double[][] wider = {{53, 5, 2, 0}, {11, 14, 5, 0}, {1, 6, 3, 0}, {0, 0, 0, 0}};
    assertEquals(CohenKappa.of(DIAGNOSES).kappa(), CohenKappa.of(wider).kappa(), 1e-14);
  }
}
