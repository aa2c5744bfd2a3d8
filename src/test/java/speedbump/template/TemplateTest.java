package speedbump.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examiner;
import speedbump.claim.Registry;
import speedbump.claim.Specification;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

/** The template that whoever adds a claim copies: it registers, examines, draws and runs. */
class TemplateTest {
  private static final Path TEMPLATE = Path.of("src/test/resources/template");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static Template template;

  /**
   * The collection's own tables of the machinery and grades, and the template's rows of all else.
   */
  @BeforeAll
  static void layOutTheData() throws Exception {
    Path data = Catalog.shared().folder();
    ObjectNode all = (ObjectNode) JSON.readTree(data.resolve("datapackage.json").toFile());
    ArrayNode resources = JSON.createArrayNode();
    for (JsonNode each : all.get("resources")) {
      String name = each.get("name").asText();
      if (name.startsWith("claims/") && !name.endsWith("series")) {
        String path = each.get("path").asText();
        Path own = TEMPLATE.resolve(path);
        resources.add(declared((ObjectNode) each, Files.exists(own) ? own : data.resolve(path)));
      }
    }
    ObjectNode digits = resources.get(0).deepCopy();
    digits.put("name", "toy/digits").put("path", "toy/digits.csv");
    ArrayNode fields = JSON.createArrayNode();
    for (String name : List.of("place", "digit")) {
      ObjectNode field = fields.addObject();
      List.of("name", "title", "description").forEach(key -> field.put(key, name));
      field.put("type", "integer").putObject("constraints").put("required", true);
    }
    ObjectNode schema = (ObjectNode) digits.get("schema");
    schema.set("fields", fields);
    schema.set("primaryKey", JSON.createArrayNode().add("place"));
    resources.add(declared(digits, TEMPLATE.resolve("toy/digits.csv")));
    all.set("resources", resources);
    JSON.writeValue(folder.resolve("datapackage.json").toFile(), all);
    template = Template.of(Catalog.open(folder));
  }

  private static ObjectNode declared(ObjectNode resource, Path source) throws Exception {
    byte[] bytes = Files.readAllBytes(source);
    Path copy = folder.resolve(resource.get("path").asText());
    Files.createDirectories(copy.getParent());
    Files.write(copy, bytes);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return resource
        .put("hash", "sha256:" + HexFormat.of().formatHex(digest))
        .put("bytes", bytes.length)
        .put("rows", Files.readAllLines(source).size() - 1);
  }

  @Test
  void theRuleAndTheEvidenceMakeAWord() {
    Registry registry = Registry.of(Catalog.open(folder));
    Examiner examiner = new Examiner(registry.machinery());
    ClaimResult result =
        examiner.conclude(
            registry.claim(template.claim()),
            template.examinations().stream().map(examiner::examine).toList());
    assertEquals("open", result.word().words());
    assertEquals(
        "Are more than half of the decimals of pi even?", registry.proposition("13a").question());
    assertEquals("52.3%", registry.quantity("even_share").figure(0.523));
    assertEquals(2, result.propositions().get(0).group().usable());
  }

  @Test
  void anOptionThatNobodyKnowsIsRefused() {
    Trial<?> trial = template.examinations().get(0).trials().get(0);
    Specification unknown =
        new Specification(
            "decimals",
            List.of(new Specification.Selection("decimals", "no such option")),
            false,
            true);
    assertThrows(IllegalArgumentException.class, () -> trial.run(unknown));
  }

  @Test
  void theFigureIsDrawn() {
    assertTrue(new TemplateFigures(template).runningShare().png().length > 1000);
  }

  /** Every cell in the shell that the kernels use, but for the verdict, which asks for step 6. */
  @Test
  void theNotebookRuns() throws IOException {
    List<String> off = new ArrayList<>();
    try (JShell shell =
        JShell.builder()
            .remoteVMOptions("-Djava.awt.headless=true", "-Dspeedbump.data=" + folder)
            .build()) {
      String classPath =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      shell.addToClasspath(classPath);
      run(shell, Files.readString(Path.of("notebooks/boot.jshell")), "boot", off);
      int verdicts = 0;
      for (JsonNode cell :
          JSON.readTree(TEMPLATE.resolve("13_template.ipynb").toFile()).get("cells")) {
        StringBuilder source = new StringBuilder();
        cell.get("source").forEach(line -> source.append(line.asText()));
        if (cell.get("cell_type").asText().equals("code") && source.charAt(0) != '%') {
          if (Pattern.matches("verdict\\(\\d+\\)", source)) {
            verdicts++;
          } else {
            run(shell, source.toString(), cell.get("id").asText(), off);
          }
        }
      }
      assertEquals(1, verdicts);
    }
    assertEquals(List.of(), off);
  }

  private static void run(JShell shell, String source, String id, List<String> off) {
    String rest = source;
    while (!rest.isBlank()) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String statement =
          info.completeness() == SourceCodeAnalysis.Completeness.EMPTY ? rest : info.source();
      for (SnippetEvent event : shell.eval(statement)) {
        if (event.status() == Snippet.Status.REJECTED || event.exception() != null) {
          off.add(
              id
                  + ": "
                  + statement.strip()
                  + shell.diagnostics(event.snippet()).map(one -> one.getMessage(null)).toList()
                  + (event.exception() == null ? "" : event.exception().getMessage()));
        }
      }
      rest = info.remaining() == null ? "" : info.remaining();
    }
  }
}
