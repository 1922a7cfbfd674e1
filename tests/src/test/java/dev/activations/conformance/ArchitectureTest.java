package dev.activations.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md inside the library. */
class ArchitectureTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("conformance"))
          .importPackages("dev.activations");

  @Test
  void theCatalogueKnowsNothingOfTheApi() {
    noClasses()
        .that()
        .resideInAPackage("dev.activations.catalogue")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.activations", "dev.activations.cpu")
        .check(LIBRARY);
  }

  @Test
  void theApiFindsBackendsAndDoesNotNameThem() {
    noClasses()
        .that()
        .resideInAPackage("dev.activations")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.activations.cpu..")
        .check(LIBRARY);
  }

  @Test
  void noCycles() {
    slices().matching("dev.activations.(*)..").should().beFreeOfCycles().check(LIBRARY);
  }

  @Test
  void theDefinitionsStandOnStrictMath() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.activations.catalogue", "dev.activations.cpu")
        .should()
        .callMethod(Math.class, "exp", double.class)
        .orShould()
        .callMethod(Math.class, "expm1", double.class)
        .orShould()
        .callMethod(Math.class, "log1p", double.class)
        .orShould()
        .callMethod(Math.class, "log", double.class)
        .orShould()
        .callMethod(Math.class, "tanh", double.class)
        .orShould()
        .callMethod(Math.class, "pow", double.class, double.class)
        .because("Math's functions differ between JVMs in the last bit, StrictMath's do not")
        .check(LIBRARY);
  }

  @Test
  void noTornadoOutsideItsModules() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("uk.ac.manchester..")
        .check(LIBRARY);
  }
}
