package speedbump.analysis.delayorstop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import speedbump.analysis.delayorstop.ComputeRecords.Model;
import speedbump.analysis.shared.ControlledSeries.Point;
import speedbump.data.Catalog;

class ComputeRecordsTest {
  private static final Catalog CATALOG = Catalog.shared();
  private static final ComputeRecords MODELS = ComputeRecords.of(CATALOG);
  private static final LocalDate DAY = LocalDate.of(2024, 1, 31);

  private static Model model(String name, int daysLater, double flop) {
    return new Model(name, DAY.plusDays(daysLater), flop, "Likely");
  }

  private static List<String> names(List<Model> models) {
    return models.stream().map(Model::name).toList();
  }

  /** Of one day the larger one is the record; an equal one later is none. */
  @Test
  void aRecordIsLargerThanAllUntilThen() {
    List<Model> models =
        List.of(
            model("a", 0, 1),
            model("b", 10, 2),
            model("c", 10, 3),
            model("d", 20, 3),
            model("e", 30, 2),
            model("f", 40, 4),
            model("g", 50, 1));
    assertEquals(List.of("a", "c", "f"), names(ComputeRecords.records(models)));
    assertEquals("f", ComputeRecords.record(models).name());
    assertEquals(List.of("g"), names(ComputeRecords.since(models)));
    ComputeRecords made = new ComputeRecords(models, models, DAY.plusDays(40 + 61));
    assertEquals(2, made.monthsUnbroken(models), 0.01);
  }

  /** Epoch AI, notable models, copy of 19 July 2026. */
  @Test
  void theRecordsAreThoseOfTheTable() {
    Model china = ComputeRecords.record(MODELS.china());
    assertEquals("Doubao-pro", china.name());
    assertEquals(LocalDate.of(2024, 10, 28), china.day());
    assertEquals(2.505e25, china.flop(), 1e21);
    assertEquals("Grok 4", ComputeRecords.record(MODELS.unitedStates()).name());
    assertEquals(LocalDate.of(2026, 7, 15), MODELS.lastDay());
    assertEquals(28, ComputeRecords.since(MODELS.china()).size());
    assertTrue(
        MODELS.china().stream().allMatch(model -> model.flop() > 0), "a model without compute");
  }

  /** Every point of the series of the largest models has its model, and no other day has one. */
  @Test
  void aPointHasItsModel() {
    for (Point point : DelayOrStop.of(CATALOG).series("training_compute_models").points()) {
      Model model = MODELS.at(point.middle(), point.value());
      assertEquals(point.value(), model.flop());
    }
    assertEquals(
        "no model of 2024-01-31 has 1.0 FLOP",
        assertThrows(IllegalArgumentException.class, () -> MODELS.at(DAY, 1)).getMessage());
  }
}
