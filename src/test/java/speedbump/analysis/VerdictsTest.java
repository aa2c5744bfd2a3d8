package speedbump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.ClaimWord;
import speedbump.claim.Leaning;
import speedbump.claim.PropositionResult;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/** Every verdict that is printed is the rule applied to the evidence, computed here anew. */
class VerdictsTest {
  private static final List<ClaimResult> COMPUTED = Computed.CLAIMS;

  @Test
  void everyClaimHasAResultInOrder() {
    assertEquals(
        Registry.of(Catalog.shared()).claims().stream().map(Claim::number).toList(),
        COMPUTED.stream().map(ClaimResult::claim).toList());
  }

  @Test
  void whatIsKeptIsWhatIsComputed() {
    assertEquals(COMPUTED, Verdicts.all());
    assertEquals(COMPUTED.get(5), Verdicts.of(6));
  }

  /** Reads the words out of the committed notebooks, as a reader sees them. */
  @Test
  void everyWordInTheNotebooksIsComputed() throws IOException {
    Registry registry = Registry.of(Catalog.shared());
    int boxes = 0;
    int boards = 0;
    for (Path notebook : notebooks()) {
      for (String text : texts(notebook)) {
        Matcher box = Pattern.compile("\\AClaim (\\d+): .*\\RVerdict: (.*)\\R").matcher(text);
        if (box.find()) {
          ClaimResult result = COMPUTED.get(Integer.parseInt(box.group(1)) - 1);
          assertEquals(words(result), box.group(2), notebook.toString());
          for (PropositionResult one : result.propositions()) {
            assertTrue(
                text.contains(one.proposition() + "  " + one.word().words() + ": "),
                notebook + ": " + one.proposition() + " is not '" + one.word().words() + "'");
          }
          boxes++;
        }
        if (text.startsWith("The verdict board")) {
          for (ClaimResult result : COMPUTED) {
            Pattern row =
                Pattern.compile(
                    "(?m)^%d +%s +%s( |$)"
                        .formatted(
                            result.claim(),
                            Pattern.quote(registry.claim(result.claim()).question()),
                            Pattern.quote(words(result))));
            assertTrue(
                row.matcher(text).find(),
                notebook + ": claim " + result.claim() + " is not '" + words(result) + "'");
          }
          boards++;
        }
      }
    }
    long examined =
        COMPUTED.stream().filter(result -> result.word() != ClaimWord.NOT_YET_EXAMINED).count();
    assertEquals(examined, boxes, "verdict boxes found in the notebooks");
    assertEquals(1, boards, "boards found in the notebooks");
  }

  @Test
  void everyWordInTheReadmeIsComputed() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("README.md"));
    for (ClaimResult result : COMPUTED) {
      String row =
          lines.stream()
              .filter(line -> line.startsWith("| " + result.claim() + " |"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no row for claim " + result.claim()));
      assertTrue(row.endsWith("| " + words(result) + " |"), row);
    }
  }

  private static String words(ClaimResult result) {
    Registry registry = Registry.of(Catalog.shared());
    return result.word().words() + Leaning.of(result, registry.machinery()).words();
  }

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  private static List<String> texts(Path notebook) throws IOException {
    List<String> texts = new ArrayList<>();
    for (JsonNode cell : new ObjectMapper().readTree(notebook.toFile()).get("cells")) {
      for (JsonNode output : cell.path("outputs")) {
        StringBuilder text = new StringBuilder();
        output.path("data").path("text/plain").forEach(line -> text.append(line.asText()));
        texts.add(text.toString());
      }
    }
    return texts;
  }
}
