package dev.activations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Shell scripts that start the launcher, with the real JVM and our classes. Names with letters are
 * in the scripts alone: the JVM of the tests may be in a locale that has none.
 */
final class Surroundings {
  /**
   * What every script has: {@code install FOLDER} puts the launcher there, {@code relu LAUNCHER…}
   * has it compute and compares the bytes.
   */
  private static final String BEGINNING =
      """
      set -eu
      trap 'chmod -R u+w "$WORK"; rm -rf "$WORK"' EXIT
      mkdir "$WORK"
      cd "$WORK"

      install() {
        local folder=$1 module entry number=0
        mkdir -p "$folder/cli/target/lib" "$folder/cpu-fallback/src/plain" "$folder/cpu-fallback/src/simd" \\
          "$folder/cli/src/launcher"
        : >"$folder/pom.xml"
        for module in api npy kernel-generator cpu-fallback reference measuring tornado-simulator tornado-kernels cli; do
          mkdir -p "$folder/$module/src/main"
          : >"$folder/$module/pom.xml"
        done
        cp "$ROOT/activations" "$folder"
        cp "$ROOT"/cli/src/launcher/*.bash "$folder/cli/src/launcher"
        cp "$ROOT/tornado-kernels/sdk.bash" "$folder/tornado-kernels"
        while IFS= read -r entry; do
          number=$((number + 1))
          ln -s "$entry" "$folder/cli/target/lib/$number.jar"
        done <"$CLASSES"
        ln -s "$folder/cli/target/lib/1.jar" "$folder/cli/target/activations-cli.jar"
        : >"$folder/cli/target/.built"
      }

      array() { # -1 and 2, or what follows
        printf '\\x93NUMPY\\x01\\x00\\x76\\x00%-117s\\n' "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }"
        printf "${1:-\\x00\\x00\\x80\\xbf}\\x00\\x00\\x00\\x40"
      }

      relu() {
        rm -f "$WORK/y.npy"
        "$@" apply relu "$WORK/x.npy" "$WORK/y.npy"
        cmp "$WORK/y.npy" "$WORK/expected.npy"
      }

      array >x.npy
      array '\\x00\\x00\\x00\\x00' >expected.npy
      install "$WORK/plain"
      launcher=$WORK/plain/activations
      """;

  private final Path temporary;
  private final Path classes;

  Surroundings(Path temporary) throws IOException {
    this.temporary = temporary;
    classes = temporary.resolve("classes");
    Files.write(
        classes,
        Arrays.stream(System.getProperty("java.class.path").split(":", -1))
            .filter(entry -> !entry.isEmpty() && !entry.endsWith("test-classes"))
            .toList());
  }

  /**
   * Runs a script; what it printed, without the JVM's words of the variables that it read and the
   * shell's of locales that the machine lacks.
   */
  String run(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(temporary.resolve("script"), BEGINNING + script);
    ProcessBuilder builder = JvmVariables.without(new ProcessBuilder("/bin/bash", file.toString()));
    builder.redirectErrorStream(true).environment().remove("TORNADOVM_HOME");
    builder
        .environment()
        .putAll(
            Map.of(
                "ROOT", System.getProperty("activations.root"),
                "CLASSES", classes.toString(),
                "WORK", temporary.resolve("work").toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "ACTIVATIONS_BACKEND", "cpu"));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.replaceAll("(NOTE: )?Picked up \\w+:.*\n", "")
        .replaceAll("(bash|\\S+/script: line \\d+): warning: setlocale: .*\n", "");
  }
}
