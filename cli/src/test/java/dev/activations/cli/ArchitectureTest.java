package dev.activations.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md inside the command. */
class ArchitectureTest {
  private static final JavaClasses COMMAND =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.activations.cli");

  @Test
  void theCommandKnowsTheApiAndWhatMeasures() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.activations.cpu..",
            "dev.activations.tornado..",
            "uk.ac.manchester..",
            "dev.activations.reference..",
            "dev.activations.conformance..")
        .check(COMMAND);
  }

  @Test
  void noCycles() {
    slices().matching("dev.activations.cli.(*)..").should().beFreeOfCycles().check(COMMAND);
  }
}
