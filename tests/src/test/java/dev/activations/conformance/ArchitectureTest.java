package dev.activations.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md inside the library. */
class ArchitectureTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("conformance"))
          .importPackages("dev.activations");

  /** What every JVM computes alike. */
  private static final Set<String> EXACT =
      Set.of(
          "abs",
          "min",
          "max",
          "scalb",
          "getExponent",
          "signum",
          "copySign",
          "sqrt",
          "ulp",
          "fma",
          "rint",
          "nextDown",
          "nextAfter");

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
        .resideInAnyPackage("dev.activations.catalogue", "dev.activations.cpu..")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a function of Math that is not exact",
                call ->
                    call.getTargetOwner().isEquivalentTo(Math.class)
                        && !EXACT.contains(call.getName())))
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
