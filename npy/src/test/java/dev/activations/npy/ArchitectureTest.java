package dev.activations.npy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md: none leads from files to the rest of the project. */
class ArchitectureTest {
  private static final JavaClasses FILES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.activations.npy", "dev.activations.output");

  @Test
  void filesKnowTheJdkOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.activations.npy", "dev.activations.output", "java..", "org.jspecify..")
        .check(FILES);
  }

  @Test
  void noCycles() {
    slices().matching("dev.activations.(*)..").should().beFreeOfCycles().check(FILES);
  }
}
