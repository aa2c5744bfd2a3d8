package speedbump.analysis;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import speedbump.analysis.shared.Analysis;
import speedbump.claim.Claim;
import speedbump.claim.Proposition;
import speedbump.claim.Registry;
import speedbump.data.Catalog;
import speedbump.data.DataException;
import speedbump.data.Recipes;

/** Derives every table anew and says what changed, and which claims read it. */
public final class Rebuild {
  private Rebuild() {}

  /**
   * The tables that a claim reads.
   *
   * @param claim its number
   * @param tables names of tables, those of the registry left out
   * @param refusal why the claim could not be computed from them; empty where it could
   */
  record Reads(int claim, Set<String> tables, String refusal) {}

  /**
   * What each claim opens, with a catalog of its own: its analysis is made, and the registered
   * default of each of its tests is run.
   *
   * @param dataFolder the folder that holds the tables
   * @return one entry a claim that has an analysis, in the order of their numbers
   */
  static List<Reads> reads(Path dataFolder) {
    List<Reads> reads = new ArrayList<>();
    for (int i = 0; i < Verdicts.ANALYSES.size(); i++) {
      Catalog catalog = Catalog.open(dataFolder);
      int claim = i + 1;
      String refusal = "";
      try {
        Analysis analysis = Verdicts.ANALYSES.get(i).apply(catalog);
        claim = analysis.claim();
        analysis
            .examinations()
            .forEach(one -> one.trials().forEach(t -> t.run(t.defaultSpecification())));
      } catch (RuntimeException e) {
        refusal = String.valueOf(e.getMessage());
      }
      Set<String> tables = new TreeSet<>(catalog.opened());
      tables.removeIf(table -> table.startsWith("claims/"));
      reads.add(new Reads(claim, tables, refusal));
    }
    return reads;
  }

  /**
   * Who reads some tables, for a reader.
   *
   * @param registry the registered claims
   * @param reads what each claim opens
   * @param tables the tables that changed
   * @return a line a table, and one a claim that could not be computed
   */
  static List<String> told(Registry registry, List<Reads> reads, List<String> tables) {
    List<String> lines = new ArrayList<>();
    for (String table : tables) {
      String readers =
          reads.stream()
              .filter(one -> one.tables().contains(table))
              .map(one -> named(registry.claim(one.claim())))
              .collect(Collectors.joining("; "));
      lines.add("%s: read by %s".formatted(table, readers.isEmpty() ? "no claim" : readers));
    }
    reads.stream()
        .filter(one -> !one.refusal().isEmpty())
        .forEach(
            one ->
                lines.add("claim %d cannot be computed: %s".formatted(one.claim(), one.refusal())));
    return lines;
  }

  private static String named(Claim claim) {
    return "claim %d (%s)"
        .formatted(
            claim.number(),
            claim.propositions().stream().map(Proposition::id).collect(Collectors.joining(", ")));
  }

  /**
   * Rebuilds the tables, prints what changed and which claims read it.
   *
   * @param arguments the folder of source files and the data folder
   */
  public static void main(String[] arguments) {
    try (PrintStream out =
            new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err =
            new PrintStream(
                new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
      try {
        if (arguments.length != 2 || arguments[0].isBlank()) {
          throw new DataException(
              "the recipes need the folder of source files: mvn -Pdata -Dsources=FOLDER");
        }
        Path data = Path.of(arguments[1]);
        List<Recipes.Change> changes = Recipes.of(Path.of(arguments[0]), data).rebuild();
        changes.forEach(out::println);
        List<String> changed =
            changes.stream()
                .filter(change -> !change.unchanged())
                .map(Recipes.Change::name)
                .toList();
        out.println("%s tables, %s changed".formatted(changes.size(), changed.size()));
        if (!changed.isEmpty()) {
          told(Registry.of(Catalog.open(data)), reads(data), changed).forEach(out::println);
          out.println(
              "The verdicts follow by themselves: run mvn, which shows what became of the board.");
        }
      } catch (DataException e) {
        err.println("The tables are as they were: " + e.getMessage());
        System.exit(1);
      }
    }
  }
}
