package dev.activations.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are modules, and run times that hold their modules alone. */
class ModulePathTest {
  private static final String LIBRARY = "dev.activations";
  private static final String API = "dev.activations.api";
  private static final String DEVICES = "dev.activations.tornado";
  private static final String VECTORS = "jdk.incubator.vector";

  @TempDir Path folder;

  private String modulePath;

  @BeforeEach
  void compile() throws IOException {
    modulePath = requiring(LIBRARY);
  }

  /** The module path with a program that requires one of our modules. */
  private String requiring(String module) throws IOException {
    List<Path> path = new ArrayList<>(Published.classPath());
    Path classes = folder.resolve("requires-" + module);
    String descriptor = "module consumer { requires " + module + "; exports consumer; }";
    Program.compile(folder, classes, descriptor, "-p", Program.path(path));
    path.add(classes);
    return Program.path(path);
  }

  @Test
  void everyJarHasItsDescriptor() throws IOException {
    assertThat(ModuleFinder.of(Published.classPath().toArray(Path[]::new)).findAll())
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(module -> assertThat(module.descriptor().isAutomatic()).isFalse())
        .extracting(module -> module.descriptor().name())
        .contains(API, LIBRARY, DEVICES);
  }

  /** Each brings the API; the CPU is found on the module path, whoever requires it. */
  @ParameterizedTest
  @ValueSource(strings = {API, LIBRARY, DEVICES})
  void anyOfOurModulesIsEnough(String module) throws Exception {
    String printed =
        ChildProcess.java("java", "-p", requiring(module), "-m", "consumer/" + Program.MAIN);

    Program.check(printed, "found cpu (");
    assertThat(printed.split("found cpu", -1)).hasSize(2);
    assertThat(printed).doesNotContain("cannot be loaded");
  }

  @Test
  void withoutTheVectorApi() throws Exception {
    String printed = ChildProcess.java("java", "-p", modulePath, "-m", "consumer/" + Program.MAIN);

    Program.check(printed, "for SIMD start java with --add-modules " + VECTORS);
  }

  @Test
  void withTheVectorApi() throws Exception {
    String printed =
        ChildProcess.java(
            "java",
            "--add-modules",
            VECTORS,
            "-Dactivations.cpu.path=simd",
            "-p",
            modulePath,
            "-m",
            "consumer/" + Program.MAIN);

    Program.check(printed, "SIMD of ");
  }

  /** The devices are a module that nobody requires: it is asked for. */
  @Test
  void withTheModuleOfTheDevices() throws Exception {
    String printed =
        ChildProcess.java(
            "java", "--add-modules", DEVICES, "-p", modulePath, "-m", "consumer/" + Program.MAIN);

    Program.check(printed, "found tornado");
    assertThat(printed.split("found tornado", -1)).hasSize(2);
    assertThat(printed).doesNotContain("cannot be loaded");
  }

  @Test
  void aRunTimeOfItsModulesAlone() throws Exception {
    Path image = linked("consumer," + DEVICES);

    String printed = run(image);

    Program.check(printed, "found tornado", "plain loops");
    String modules = ChildProcess.run(List.of(java(image), "--list-modules"), java.util.Map.of());
    assertThat(modules)
        .contains(LIBRARY + "@" + Published.VERSION, API + "@" + Published.VERSION)
        .doesNotContain(VECTORS);
  }

  @EnabledIfSystemProperty(named = "activations.thorough", matches = "true")
  @Test
  void aRunTimeWithTheVectorApi() throws Exception {
    Path image = linked("consumer," + VECTORS);

    Program.check(run(image), "for SIMD start java with --add-modules " + VECTORS);
    Program.check(run(image, "--add-modules", VECTORS, "-Dactivations.cpu.path=simd"), "SIMD of ");
  }

  /**
   * A backend is no module that the API requires: jlink is told, or the program says what to do.
   */
  @EnabledIfSystemProperty(named = "activations.thorough", matches = "true")
  @Test
  void aRunTimeOfTheApi() throws Exception {
    modulePath = requiring(API);

    assertThatThrownBy(() -> run(linked("consumer")))
        .hasMessageContaining("found cpu (pure Java): activations-cpu-fallback is not beside")
        .hasMessageContaining("BackendException: cpu (pure Java): activations-cpu-fallback is not")
        .hasMessageContaining("give jlink its module, dev.activations");
  }

  @EnabledIfSystemProperty(named = "activations.thorough", matches = "true")
  @Test
  void aRunTimeOfTheApiAndTheCpu() throws Exception {
    modulePath = requiring(API);

    Program.check(run(linked("consumer," + LIBRARY)));
  }

  private Path linked(String modules) throws Exception {
    assumeTrue(
        Files.isExecutable(ChildProcess.tool("jlink")),
        "this JDK has no jlink (Debian: openjdk-NN-jdk-headless has it)");
    Path image = folder.resolve("image");
    boolean packaged = Files.isDirectory(Path.of(System.getProperty("java.home"), "jmods"));
    List<String> arguments = new ArrayList<>(List.of("-p", modulePath));
    if (!packaged) {
      assumeTrue(
          ChildProcess.java("jlink", "--help").contains("Linking from run-time image enabled"),
          "this JDK has neither jmods nor a run-time image that jlink reads"
              + " (Debian: openjdk-NN-jdk-headless has jmods, Temurin 24 and later its image)");
    }
    arguments.addAll(List.of("--add-modules", modules, "--output", image.toString()));
    ChildProcess.java("jlink", arguments.toArray(String[]::new));
    return image;
  }

  private static String java(Path image) {
    return image.resolve("bin/java").toString();
  }

  private static String run(Path image, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(java(image)));
    command.addAll(List.of(options));
    command.addAll(List.of("-m", "consumer/" + Program.MAIN));
    return ChildProcess.run(command, java.util.Map.of());
  }
}
