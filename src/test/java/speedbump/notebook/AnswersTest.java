package speedbump.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import speedbump.notebook.Answers.Word;

/** What is said of an answer to an exercise. */
class AnswersTest {
  /** Exercise, the answer to the digits of the solution, and three that a student may well give. */
  static Stream<String> answers() {
    return Stream.of(
        "00-1 73 70 80 0.73", // the coin of the text; a guess; a share for a percentage
        "01-1 96 4 0.96 52", // counted from the other end; a share; research money
        "01-2 0.28 0.18 0.08 28", // blanks missing; not rooted; percent
        "01-3 52 48 0.52 40", // from the other end; a share; a pair that is not the farthest
        "02-2 0.10 0.90 0.06 10", // the slope's weight; that at the rule; percent
        "03-1 0.52 0.8 -0.05 52", // raw agreement; the lower end; percent
        "03-2 -0.350 -0.2443 -0.1274 0.350", // none on end users; as held; the sign
        "03-3 3.0 2.25 4.1 12", // without the missing; the later half; not a year
        "04-1 165 5 16 21", // the width; the miss; their sum without the tenfold
        "04-2 0.50 0.39 0.07 0.61", // seven of twelve; nine of twelve; with every set
        "04-3 F03 F01 F12 SEMI", // another forecast; a name for an id
        "05-1 -2.8 2.8 -0.028 -7.1", // the sign; a share; without biopharma
        "05-2 3.9 0.039 0.09 -7.1", // a share; the chance; another exercise's
        "05-3 biopharma chips AI solar",
        "06-1 -5.5 -4.8 5.5 0.071", // all countries; the sign; p
        "06-2 13.1 1.1 12 1.09", // the true lag; only the year; in years
        "06-3 0.118 0.059 0.071 0.10", // none dropped; another ruler; the bound
        "07-1 3 18 15 8", // all; those outside; the origin 2015
        "07-2 time levels differences none",
        "07-3 -0.056 0.035 0.056 -0.56", // the highest; the sign; a tenth
        "08-1 28 0.28 39 72", // a share; the US; what is kept
        "08-2 3.14 3.25 0.314 314", // with China; a tenth; percent
        "08-3 TUR CHN DEU ITA",
        "09-1 3 2 5 4",
        "09-2 -3.5 3.5 1.9 -0.035", // the sign; the year's own lead; a share
        "09-3 4336 -4336 4.336 43.36", // the sign; billions; hundred millions
        "10-1 4 3 7 12", // at 90%; weak rows left out; all
        "10-2 -0.63 0.63 -0.0063 -270", // the sign; a share; tonnes
        "10-3 6.4 18.4 10.7 12.4", // from 2027 on; the plan on time; planned, and so late as well
        "11-1 2017 2016 2018 2015",
        "11-2 29.0 29.2 0.29 18", // fifty industries; a share; all output
        "11-3 b07 c26 c10 oil",
        "12-1 10 4 26 1", // ASML; the whole country; makers of the finest tool
        "12-2 30 36 18 2.5", // gallium; what is left, in percent; in years
        "12-3 13 13000 0.13 38"); // millions; a tenth of ...; the market cut without the US
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theSolutionIsRightAndThreeMistakesAreNot(String row) {
    String[] given = row.split(" ");
    assertEquals(5, given.length);
    assertEquals(Word.RIGHT, word(given[0], given[1]), row);
    for (String wrong : Arrays.copyOfRange(given, 2, 5)) {
      assertNotEquals(Word.RIGHT, word(given[0], wrong), row + ": " + wrong);
    }
  }

  private static Word word(String id, String given) {
    return Answers.questions().get(id).named()
        ? Answers.word(id, given)
        : Answers.word(id, Double.parseDouble(given));
  }

  @Test
  void everyAnswerIsTested() {
    assertEquals(
        answers().map(row -> row.split(" ")[0]).collect(Collectors.toSet()),
        Answers.questions().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "28, RIGHT",
    "28.4, RIGHT",
    "27.5, RIGHT",
    "28.6, NEAR",
    "26, NEAR",
    "25.1, WRONG",
    "-28, WRONG_SIGN",
    "0.28, WRONG_UNIT",
    "2800, WRONG_UNIT",
    "2.8, WRONG_UNIT",
    "336, WRONG_UNIT",
    "2.333, WRONG_UNIT",
    "28000, WRONG_UNIT",
    "0, WRONG",
    "1, WRONG"
  })
  void saysInWhichWayANumberIsOff(double value, Word word) {
    assertEquals(word, Answers.word(value, 28, 0.5));
    assertEquals(word, Answers.word(-value, -28, 0.5));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void whatIsNoNumberIsNoAnswer(double value) {
    assertEquals(Word.MISSING, Answers.word("04-1", value));
  }

  @Test
  void aNameIsTakenWithoutCaseAndSpace() {
    assertEquals(Word.RIGHT, Answers.word("07-2", " Time "));
    assertEquals(Word.MISSING, Answers.word("07-2", " "));
    assertEquals(Word.MISSING, Answers.word("07-2", (String) null));
  }

  @Test
  void anUnknownExerciseAndAnAnswerOfTheOtherKindAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Answers.word("06-9", 1));
    assertThrows(IllegalArgumentException.class, () -> Answers.word("04-3", 3));
    assertThrows(IllegalArgumentException.class, () -> Answers.word("04-1", "165"));
  }

  @Test
  void aCellNeverShowsTheNumber() {
    assertTrue(Cells.answer("04-1", 165).toString().contains("right"));
    for (double wrong : new double[] {-165, 16.5, 160, 5, Double.NaN}) {
      AssertionError refused =
          assertThrows(AssertionError.class, () -> Cells.answer("04-1", wrong));
      assertTrue(refused.getMessage().startsWith("04-1: "), refused.getMessage());
      assertFalse(refused.getMessage().contains("165"), refused.getMessage());
    }
  }

  @Test
  void marksWhatItIsHanded(@TempDir Path folder) throws Exception {
    Path given = folder.resolve("given.json");
    Path words = folder.resolve("words.json");
    Files.writeString(
        given,
        "{\"a\": [\"04-1\", \"165.0\"], \"b\": [\"04-1\", \"-165\"], \"c\": [\"04-1\", \"x\"],"
            + " \"d\": [\"04-3\", \"f03\"], \"e\": [\"04-3\", \"\"]}");
    Answers.main(new String[] {given.toString(), words.toString()});
    assertEquals(
        "{\"a\":\"right\",\"b\":\"wrong sign\",\"c\":\"missing\",\"d\":\"right\",\"e\":\"missing\"}",
        Files.readString(words));
    Answers.main(new String[] {given.toString()});
    Set<String> asked = new TreeSet<>(Answers.questions().keySet());
    for (String id : asked) {
      assertTrue(Files.readString(given).contains("\"" + id + "\""), id);
    }
  }
}
