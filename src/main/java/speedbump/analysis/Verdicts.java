package speedbump.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import speedbump.claim.Claim;
import speedbump.claim.ClaimResult;
import speedbump.claim.Examination;
import speedbump.claim.Examiner;
import speedbump.claim.Registry;
import speedbump.data.Catalog;

/**
 * All verdicts of the collection. They are computed once, before the notebooks run, and kept beside
 * the compiled classes under a key made of data and code; whoever asks later reads them there, or
 * computes what it does not find.
 */
public final class Verdicts {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Verdicts() {}

  /**
   * What is kept.
   *
   * @param key digest of the data package and of the compiled classes
   * @param claims one result a claim, in the order of their numbers
   */
  record Stored(String key, List<ClaimResult> claims) {}

  /**
   * Computes every verdict from the tables.
   *
   * @param catalog the collection's tables
   * @return one result a claim, in the order of their numbers
   */
  public static List<ClaimResult> compute(Catalog catalog) {
    Registry registry = Registry.of(catalog);
    Examiner examiner = new Examiner(registry.machinery());
    return registry.claims().stream()
        .map(
            claim ->
                examiner.conclude(
                    claim,
                    examinations(claim, catalog, registry).stream()
                        .map(examiner::examine)
                        .toList()))
        .toList();
  }

  private static List<Examination> examinations(Claim claim, Catalog catalog, Registry registry) {
    return switch (claim.number()) {
      case 2 -> DelayOrStop.of(catalog).examinations();
      case 6 -> Deepseek.of(catalog).examinations(registry);
      case 7 -> LearningByMaking.of(catalog).examinations(registry);
      case 10 -> RareEarths.of(catalog).examinations(registry);
      default -> List.of();
    };
  }

  /**
   * The verdict on one claim: the one kept from the last build if data and code are the same, else
   * computed now.
   *
   * @param claim number of the claim, 1 to 12
   * @return its result
   */
  public static ClaimResult of(int claim) {
    return all().get(claim - 1);
  }

  /**
   * The verdicts on all claims, kept or computed as in {@link #of(int)}.
   *
   * @return one result a claim, in the order of their numbers
   */
  public static List<ClaimResult> all() {
    return Kept.CLAIMS;
  }

  private static final class Kept {
    static final List<ClaimResult> CLAIMS = keptOrComputed(Catalog.shared());
  }

  private static List<ClaimResult> keptOrComputed(Catalog catalog) {
    try {
      Path file = file();
      String key = key(catalog);
      if (Files.exists(file)) {
        Stored stored = JSON.readValue(file.toFile(), Stored.class);
        if (stored.key().equals(key)) {
          return stored.claims();
        }
      }
      List<ClaimResult> claims = compute(catalog);
      Path fresh = Files.createTempFile(file.getParent(), "verdicts", ".json");
      JSON.writeValue(fresh.toFile(), new Stored(key, claims));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return claims;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Computes and keeps the verdicts, as the build's step before the notebooks.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    all();
  }

  private static Path file() {
    return classes().resolveSibling("verdicts.json");
  }

  private static Path classes() {
    try {
      return Path.of(Verdicts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String key(Catalog catalog) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    catalog
        .resources()
        .forEach(
            resource ->
                digest.update(
                    (resource.name() + resource.sha256())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    try (Stream<Path> files = Files.walk(classes())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
