package dev.activations.tornado;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What keeps a JVM without TornadoVM whole, and kernels what TornadoVM can compile. */
class ArchitectureTest {
  private static final String TORNADO = "uk.ac.manchester..";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.activations.tornado");

  @Test
  void whatRunsInEveryJvmNamesNoClassOfTornadoVm() {
    noClasses()
        .that()
        .haveSimpleName("TornadoBackendProvider")
        .or()
        .haveSimpleName("Installation")
        .or()
        .haveSimpleName("Obstacle")
        .or()
        .haveSimpleName("Linkage")
        .or()
        .haveSimpleName("ApiMember")
        .or()
        .haveSimpleName("ClassFile")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(TORNADO)
        .check(classes);
  }

  @Test
  void theCpuBackendIsFoundNotNamed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.activations.cpu..")
        .check(classes);
  }

  @Test
  void kernelsKnowNothingOfTheBackend() {
    noClasses()
        .that()
        .resideInAPackage("..kernels..")
        .or()
        .resideInAPackage("..functions..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.activations.tornado")
        .check(classes);
  }

  @Test
  void functionsAreMadeOfArithmeticAlone() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Functions")
        .and()
        .resideInAPackage("..functions..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..", "dev.activations.tornado.functions", "uk.ac.manchester.tornado.api.math")
        .check(classes);
  }

  @Test
  void noConstantThatLaterReleasesDrop() {
    noClasses()
        .should()
        .accessField("uk.ac.manchester.tornado.api.enums.TornadoVMBackendType", "PTX")
        .orShould()
        .accessField("uk.ac.manchester.tornado.api.enums.TornadoVMBackendType", "SPIRV")
        .orShould()
        .accessField("uk.ac.manchester.tornado.api.enums.TornadoVMBackendType", "OPENCL")
        .orShould()
        .accessField("uk.ac.manchester.tornado.api.enums.TornadoDeviceType", "FPGA")
        .check(classes);
  }
}
