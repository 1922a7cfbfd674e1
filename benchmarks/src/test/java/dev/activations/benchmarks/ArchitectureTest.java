package dev.activations.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The arrows of ARCHITECTURE.md: benchmarks know the API, and peers know nobody but in their own
 * folder.
 */
class ArchitectureTest {
  static {
    // The rules ask for names of packages alone, and the classes of the peers are many.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  private static final JavaClasses BENCHMARKS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.activations.benchmarks");

  @Test
  void theCpuBackendIsFoundNotNamed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.activations.cpu..")
        .check(BENCHMARKS);
  }

  @Test
  void devicesAreFoundNotNamed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.activations.tornado..", "uk.ac.manchester..")
        .check(BENCHMARKS);
  }

  @Test
  void otherSystemsAreNamedAmongPeersOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.activations.benchmarks.peers..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "ai.onnxruntime..", "org.bytedeco..", "dev.activations.benchmarks.peers..")
        .check(BENCHMARKS);
  }
}
