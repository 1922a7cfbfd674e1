package dev.activations.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

  private static final JavaClasses CONTRACT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.activations.conformance");

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

  /** What the API may know, its own test says. */
  @Test
  void theCpuKnowsTheApiOnly() {
    classes()
        .that()
        .resideInAPackage("dev.activations.cpu..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.activations",
            "dev.activations.catalogue",
            "dev.activations.cpu..",
            "java..",
            "jdk.incubator.vector..",
            "org.apache.commons.numbers..",
            "org.jspecify..")
        .check(LIBRARY);
  }

  @Test
  void theContractNamesNoBackend() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.activations.cpu..", "dev.activations.tornado..", "dev.activations.cli..")
        .check(CONTRACT);
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
