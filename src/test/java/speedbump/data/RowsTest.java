package speedbump.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typed rows: {@link Catalog#rows}. */
class RowsTest {
  @TempDir Path folder;

  private enum Size {
    SMALL,
    TINY_INDEED
  }

  private enum Sign {
    PLUS,
    MINUS;

    private static Sign of(String symbol) {
      return switch (symbol) {
        case "+" -> PLUS;
        case "-" -> MINUS;
        default -> throw new IllegalArgumentException("no sign " + symbol);
      };
    }
  }

  private record Everything(
      double price2023usdPerW,
      String name,
      int count,
      long big,
      double whole,
      boolean open,
      LocalDate day,
      YearMonth month,
      Size size,
      Sign sign,
      OptionalInt rank,
      OptionalDouble share,
      OptionalDouble wholeShare,
      Optional<LocalDate> closed) {}

  private record Text(String a) {}

  private record Whole(int a) {}

  private record Long64(long a) {}

  private record Number(double a) {}

  private record Truth(boolean a) {}

  private record Day(LocalDate a) {}

  private record Month(YearMonth a) {}

  private record Word(Size a) {}

  private record Symbol(Sign a) {}

  private record MaybeWhole(OptionalInt a) {}

  private record MaybeNumber(OptionalDouble a) {}

  private record MaybeDay(Optional<LocalDate> a) {}

  private record MaybeText(Optional<String> a) {}

  private record Boxed(Integer a) {}

  private record ChinaShare(double chinaShare) {}

  private record Positive(int a) {
    Positive {
      if (a <= 0) {
        throw new IllegalArgumentException("a must be positive");
      }
    }
  }

  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          Text.class,
          Whole.class,
          Long64.class,
          Number.class,
          Truth.class,
          Day.class,
          Month.class,
          Word.class,
          Symbol.class,
          MaybeWhole.class,
          MaybeNumber.class,
          MaybeDay.class,
          MaybeText.class,
          Boxed.class);

  private TinyPackage tiny() {
    return new TinyPackage(folder);
  }

  /** A table of a column that comes second, so that its place matters, and of one cell. */
  private Catalog one(String type, String cell) {
    return tiny()
        .field("k", "string", true)
        .field("a", type, false)
        .csv("k,a\nx,\"" + cell + "\"\n")
        .open();
  }

  private static void refuses(Catalog catalog, Class<? extends Record> type, String message) {
    DataException e = assertThrows(DataException.class, () -> catalog.rows("t", type));
    assertEquals(message, e.getMessage());
  }

  @Test
  void readsEveryTypeAndEveryEmptyCellThatItMay() {
    List<Everything> rows =
        tiny()
            .field("name", "string", false)
            .field("unread", "number", false)
            .field("count", "integer", true)
            .field("big", "integer", true)
            .field("whole", "integer", true)
            .field("open", "boolean", true)
            .field("day", "date", true)
            .field("month", "date", true)
            .field("size", "string", true)
            .field("sign", "string", true)
            .field("rank", "integer", false)
            .field("share", "number", false)
            .field("whole_share", "integer", false)
            .field("closed", "date", false)
            .field("price_2023usd_per_w", "number", true)
            .csv(
                """
                name,unread,count,big,whole,open,day,month,size,sign,rank,share,whole_share,closed,price_2023usd_per_w
                NA,,-3,5000000000,7,true,2025-01-20,2025-02-28,tiny_indeed,+,4,0.25,2,2026-03-01,1.5
                ,1,4,6,8,false,2024-01-01,2024-02-01,Small,-,,,,,2
                """)
            .open()
            .rows("t", Everything.class);
    Everything full =
        new Everything(
            1.5,
            "NA",
            -3,
            5_000_000_000L,
            7.0,
            true,
            LocalDate.of(2025, 1, 20),
            YearMonth.of(2025, 2),
            Size.TINY_INDEED,
            Sign.PLUS,
            OptionalInt.of(4),
            OptionalDouble.of(0.25),
            OptionalDouble.of(2),
            Optional.of(LocalDate.of(2026, 3, 1)));
    Everything empty =
        new Everything(
            2,
            "",
            4,
            6,
            8,
            false,
            LocalDate.of(2024, 1, 1),
            YearMonth.of(2024, 2),
            Size.SMALL,
            Sign.MINUS,
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty());
    assertEquals(List.of(full, empty), rows);
  }

  @Test
  void keepsTheOrderOfTheFileAndLetsNobodyChangeIt() {
    List<Whole> rows =
        tiny().field("a", "integer", true).csv("a\n2\n3\n1\n").open().rows("t", Whole.class);
    assertEquals(List.of(new Whole(2), new Whole(3), new Whole(1)), rows);
    assertThrows(UnsupportedOperationException.class, () -> rows.remove(0));
  }

  @Test
  void readsAFileOnceAndBuildsTheRowsOnce() throws Exception {
    Catalog catalog = tiny().field("a", "integer", true).csv("a\n1\n").open();
    List<Whole> rows = catalog.rows("t", Whole.class);
    Files.delete(folder.resolve("t.csv"));
    assertSame(rows, catalog.rows("t", Whole.class));
    assertEquals(List.of(new Number(1)), catalog.rows("t", Number.class));
    catalog.table("t").intColumn("a").set(0, 9);
    assertEquals(List.of(new Long64(1)), catalog.rows("t", Long64.class));
  }

  @Test
  void refusesAComponentWithoutAColumn() {
    refuses(
        tiny().field("a", "number", true).field("b", "number", true).csv("a,b\n1,2\n").open(),
        ChinaShare.class,
        "ChinaShare, component chinaShare: expected one column of that name in t.csv,"
            + " found [] in [a, b]");
  }

  @Test
  void refusesAComponentWithTwoColumns() {
    refuses(
        tiny()
            .field("china_share", "number", true)
            .field("chinashare", "number", true)
            .csv("china_share,chinashare\n1,2\n")
            .open(),
        ChinaShare.class,
        "ChinaShare, component chinaShare: expected one column of that name in t.csv,"
            + " found [china_share, chinashare] in [china_share, chinashare]");
  }

  /** Each type of column, with the records of {@link #RECORDS} that may read it. */
  @ParameterizedTest
  @CsvSource({
    "string, small, Text Word",
    "string, +, Text Symbol",
    "integer, 1, Whole Long64 Number MaybeWhole MaybeNumber",
    "number, 1, Number MaybeNumber",
    "date, 2025-01-20, Day Month MaybeDay",
    "boolean, true, Truth",
  })
  void refusesAComponentOfAnotherType(String column, String cell, String fitting) {
    Catalog catalog = one(column, cell);
    Set<String> may = Set.of(fitting.split(" "));
    for (Class<? extends Record> type : RECORDS) {
      boolean word = type == Word.class || type == Symbol.class;
      if (may.contains(type.getSimpleName())) {
        assertEquals(1, catalog.rows("t", type).size());
      } else if (!column.equals("string") || !word) { // another word is another test
        refuses(
            catalog,
            type,
            "%s, component a: %s cannot hold column a of t.csv, which is declared as %s"
                .formatted(
                    type.getSimpleName(),
                    type.getRecordComponents()[0].getGenericType().getTypeName(),
                    column));
      }
    }
  }

  @Test
  void refusesAnotherTypeEvenWhereThereIsNoRow() {
    Catalog catalog = tiny().field("a", "string", true).csv("a\n").open();
    assertEquals(List.of(), catalog.rows("t", Text.class));
    assertThrows(DataException.class, () -> catalog.rows("t", Whole.class));
  }

  @Test
  void refusesAnEmptyCellThatHasNoPlace() {
    record Case(String column, Class<? extends Record> type, String expected) {}
    for (Case c :
        List.of(
            new Case("integer", Whole.class, "int"),
            new Case("integer", Long64.class, "long"),
            new Case("number", Number.class, "double"),
            new Case("boolean", Truth.class, "boolean"),
            new Case("date", Day.class, "java.time.LocalDate"),
            new Case("date", Month.class, "java.time.YearMonth"),
            new Case("string", Word.class, "one of [SMALL, TINY_INDEED]"),
            new Case("string", Symbol.class, "one of [PLUS, MINUS]"))) {
      refuses(
          one(c.column(), ""),
          c.type(),
          "t.csv, line 2, column a: expected " + c.expected() + ", found an empty cell");
    }
  }

  @Test
  void refusesAWordThatTheEnumerationDoesNotHave() {
    refuses(
        one("string", "large"),
        Word.class,
        "t.csv, line 2, column a: expected one of [SMALL, TINY_INDEED], found \"large\"");
    refuses(
        one("string", "PLUS"),
        Symbol.class,
        "t.csv, line 2, column a: expected one of [PLUS, MINUS], found \"PLUS\"");
  }

  @Test
  void refusesAWholeNumberThatAnIntCannotHold() {
    refuses(
        one("integer", "5000000000"),
        Whole.class,
        "t.csv, line 2, column a: expected int, found \"5000000000\"");
  }

  @Test
  void namesTheRowThatTheRecordRefuses() {
    Catalog catalog =
        tiny()
            .field("k", "string", true)
            .field("a", "integer", true)
            .csv("k,a\n\"two\nlines\",1\nb,0\n")
            .rows(2)
            .open();
    refuses(catalog, Positive.class, "t.csv, line 4: Positive refuses [0]: a must be positive");
  }

  @Test
  void readsWordsUnderAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      assertEquals(
          List.of(new Word(Size.TINY_INDEED)), one("string", "tiny_indeed").rows("t", Word.class));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void remembersWhatWasOpened() {
    TinyPackage tiny = tiny().field("a", "integer", true).csv("a\n1\n");
    for (String name : List.of("z", "b", "c", "d")) {
      tiny.twice().put("name", name);
    }
    Catalog catalog = tiny.open();
    Set<String> before = catalog.opened();
    catalog.rows("z", Whole.class);
    catalog.table("t");
    catalog.rows("b", Number.class);
    catalog.table("z");
    catalog.resource("c");
    assertThrows(DataException.class, () -> catalog.table("none"));
    assertEquals(Set.of(), before);
    assertEquals(List.of("z", "t", "b"), List.copyOf(catalog.opened()));
    assertThrows(UnsupportedOperationException.class, () -> catalog.opened().add("d"));
  }

  @Test
  void remembersWhatManyThreadsOpened() {
    TinyPackage tiny = tiny().field("a", "integer", true).csv("a\n1\n");
    IntStream.range(0, 200).forEach(i -> tiny.twice().put("name", "t" + i));
    Catalog catalog = tiny.open();
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i -> {
              catalog.rows("t" + i, Whole.class);
              assertEquals(1, Collections.frequency(catalog.opened(), "t" + i));
            });
    assertEquals(200, catalog.opened().size());
  }
}
