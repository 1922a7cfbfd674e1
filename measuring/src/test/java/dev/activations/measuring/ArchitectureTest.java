package dev.activations.measuring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md: what measures knows the API and what is true, and no backend. */
class ArchitectureTest {
  private static final JavaClasses MEASURING =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.activations.measuring");

  @Test
  void whatMeasuresKnowsTheApiAndWhatIsTrue() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.activations.measuring..",
            "dev.activations",
            "dev.activations.catalogue",
            "dev.activations.reference",
            "com.fasterxml.jackson..",
            "java..",
            "org.jspecify..")
        .check(MEASURING);
  }

  @Test
  void noCycles() {
    slices().matching("dev.activations.measuring.(*)..").should().beFreeOfCycles().check(MEASURING);
  }
}
