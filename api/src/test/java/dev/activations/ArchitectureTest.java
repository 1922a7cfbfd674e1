package dev.activations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md inside the API: none of them leaves it. */
class ArchitectureTest {
  static {
    // The rules ask for names of packages alone.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  private static final JavaClasses API =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.activations");

  @Test
  void nothingOfOursIsNeeded() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.activations",
            "dev.activations.catalogue",
            "java..",
            "org.apache.commons.numbers..",
            "org.jspecify..")
        .check(API);
  }

  @Test
  void theCatalogueKnowsNothingOfTheApi() {
    noClasses()
        .that()
        .resideInAPackage("dev.activations.catalogue")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.activations")
        .check(API);
  }

  @Test
  void noCycles() {
    slices().matching("dev.(**)").should().beFreeOfCycles().check(API);
  }
}
