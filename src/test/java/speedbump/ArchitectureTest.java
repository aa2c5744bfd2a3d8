package speedbump;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data flows one way: a package may depend on those to its left only. */
class ArchitectureTest {
  private static final List<String> ORDER =
      List.of("data", "stats", "model", "claim", "chart", "analysis", "notebook");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("speedbump");

  @ParameterizedTest
  @ValueSource(strings = {"data", "stats", "model", "claim", "analysis", "chart"})
  void dependsLeftwardsOnly(String name) {
    String[] right =
        ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
            .map(other -> "speedbump." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("speedbump." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(right)
        .check(CLASSES);
  }

  @Test
  void estimatorsNeverSeeATable() {
    noClasses()
        .that()
        .resideInAnyPackage("speedbump.stats..", "speedbump.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tech.tablesaw..", "speedbump.data..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("speedbump.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** What two claims need lies in {@code analysis.shared}, which knows none of them. */
  @Test
  void noClaimKnowsAnother() {
    slices()
        .matching("speedbump.analysis.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            resideInAPackage("speedbump.analysis.."), resideInAPackage("speedbump.analysis.shared"))
        .check(CLASSES);
  }

  @Test
  void packagesOfAnalysisHaveNoCycles() {
    slices().matching("speedbump.analysis.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingPrints() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void theRulesMatchedSomething() {
    assertTrue(CLASSES.size() > 25, "only " + CLASSES.size() + " classes found");
    for (String name : ORDER) {
      assertTrue(
          CLASSES.stream().anyMatch(type -> type.getPackageName().equals("speedbump." + name)),
          "no class in " + name);
    }
    assertTrue(
        CLASSES.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("speedbump.analysis."))
                .distinct()
                .count()
            > 4,
        "a package a claim, and the shared one");
  }
}
