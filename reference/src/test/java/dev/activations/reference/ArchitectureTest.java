package dev.activations.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.activations.Activation;
import dev.activations.catalogue.FunctionEntry;
import org.junit.jupiter.api.Test;

/** A judge that asks the accused is none. */
class ArchitectureTest {
  private static final JavaClasses REFERENCE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.activations.reference");

  @Test
  void theEvaluatorKnowsNoBackend() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.activations.cpu..", "dev.activations.tornado..", "dev.activations.cli..")
        .check(REFERENCE);
  }

  @Test
  void theEvaluatorReadsTheFormulaAndNeverTheDefinition() {
    noClasses()
        .that()
        .doNotHaveSimpleName("CriticalInputs") // It says where to look, and judges nothing.
        .should()
        .callMethod(Activation.class, "value", double.class)
        .orShould()
        .callMethod(Activation.class, "derivative", double.class)
        .orShould()
        .callMethod(FunctionEntry.class, "valueAt", double.class, double[].class)
        .orShould()
        .callMethod(FunctionEntry.class, "derivativeAt", double.class, double[].class)
        .check(REFERENCE);
  }
}
