package dev.activations.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.activations.measuring.jvm.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code benchmarks/jmh} starts: its SDK is a folder, and java keeps what it was told. */
class JmhScriptTest {
  private static final List<String> SCRIPTS =
      List.of(
          "benchmarks/jmh",
          "benchmarks/launcher.bash",
          "tornado-kernels/sdk.bash",
          "cli/src/launcher/options.bash",
          "cli/src/launcher/places.bash");

  private final Map<String, String> environment = new HashMap<>();
  private Path folder;
  private Path jdk;
  private Path sdk;

  @BeforeEach
  void unpack(@TempDir Path temporary) throws IOException {
    assumeThat(Path.of("/bin/bash")).as("the shell of the script").exists();
    // Where there is no /proc java cannot be started in a folder with a colon.
    folder = temporary.resolve(Files.exists(Path.of("/proc/self/fd")) ? "a: folder" : "a folder");
    Files.createDirectories(folder.resolve("cli/src/launcher"));
    Path root = Path.of(System.getProperty("activations.root"));
    for (String module :
        List.of(
            "api",
            "kernel-generator",
            "cpu-fallback",
            "reference",
            "measuring",
            "tornado-simulator")) {
      module(module);
    }
    module("tornado-kernels");
    module("benchmarks");
    Files.createFile(folder.resolve("pom.xml"));
    for (String script : SCRIPTS) {
      Files.copy(root.resolve(script), folder.resolve(script));
    }
    for (String target : List.of("target", "target/peers")) {
      Path built = Files.createDirectories(folder.resolve("benchmarks").resolve(target));
      Files.createFile(built.resolve(".built"));
    }
    jdk = folder.resolve("jdk");
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/bash
        printf '%s\\n' "${ACTIVATIONS_DEVICE_JVM-unset}" >"$RECORD"
        printf '%s' "$ACTIVATIONS_CPU_JVM" >"$RECORD.cpu"
        echo $*
        """);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        jdk.resolve("release"), "JAVA_VERSION=\"99.0.2\"\nMODULES=\"java.base jdk.zipfs\"\n");
    sdk = temporary.resolve("sdk");
  }

  private void module(String name) throws IOException {
    Files.createDirectories(folder.resolve(name).resolve("src"));
    Files.createFile(folder.resolve(name).resolve("pom.xml"));
  }

  private void install() throws IOException {
    Path jars = Files.createDirectories(sdk.resolve("share/java/tornado"));
    for (String jar :
        List.of("tornado-api-5.2.0-jdk99", "jmh-core-1.29", "jopt-simple-4.6", "asm-9.9")) {
      Files.createFile(jars.resolve(jar + ".jar"));
    }
    Path vendored = Files.createDirectories(sdk.resolve("share/java/jvmci"));
    Files.createFile(vendored.resolve("jvmci-21.0.2.jar")); // from TornadoVM 6 on
    Path libraries = Files.createDirectories(sdk.resolve("lib"));
    Files.writeString(
        sdk.resolve("tornado-argfile"),
        String.format(
            Locale.ROOT,
            """
        -Djava.library.path=%s
        --module-path .:%s:%s
        --add-modules ALL-SYSTEM,tornado.runtime
        """,
            libraries,
            jars,
            vendored));
  }

  private List<String> told() throws IOException, InterruptedException {
    Path record = folder.resolve("record");
    ProcessBuilder builder =
        new ProcessBuilder(
            "/bin/bash", folder.resolve("benchmarks/jmh").toString(), "-p", "work=silu");
    for (String name : List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS")) {
      builder.environment().remove(name);
    }
    builder.environment().keySet().removeIf(name -> name.startsWith("ACTIVATIONS_"));
    builder.environment().putAll(environment);
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME", jdk.toString(),
                "TORNADOVM_HOME", sdk.toString(),
                "ACTIVATIONS_DEVICE_JVM", "of another run",
                "RECORD", record.toString()));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .startsWith("-Xmx512m -cp ")
        .as("a colon would end a folder of the class path")
        .doesNotContain("a: folder")
        .endsWith(" dev.activations.benchmarks.jmh.JmhMain -p work=silu\n");
    return Files.readAllLines(record);
  }

  @Test
  void theJvmForDevicesHasTheSdksOptionsAndNotItsJmh() throws Exception {
    install();
    String jars = sdk.resolve("share/java/tornado").toString();
    String vendored = sdk.resolve("share/java/jvmci").toString();
    assertThat(told())
        .containsExactly(
            jdk.resolve("bin/java").toString(),
            "@" + sdk.resolve("tornado-argfile"),
            "-Dtornado.recover.bailout=False",
            "--module-path",
            jars + ":" + vendored,
            "--limit-modules",
            "java.base,jdk.zipfs,tornado.runtime",
            "--module-path",
            String.join(
                ":",
                jars + "/asm-9.9.jar",
                jars + "/tornado-api-5.2.0-jdk99.jar",
                vendored + "/jvmci-21.0.2.jar"));
  }

  @Test
  void withoutAnSdkThereIsNone() throws Exception {
    assertThat(told()).containsExactly("unset");
  }

  @Test
  void whatWasChosenStaysWhole() throws Exception {
    told();
    assertThat(Files.readString(folder.resolve("record.cpu"))).isEqualTo("-XX:+UseParallelGC\037");
    environment.put("ACTIVATIONS_JAVA_OPTS", "-XX:+UseG1GC '-Dx=a b'");
    told();
    String handedDown = Files.readString(folder.resolve("record.cpu"));
    assertThat(JavaCommand.options(handedDown)).containsExactly("-XX:+UseG1GC", "-Dx=a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "ACTIVATIONS_JAVA_OPTS"})
  void theUsersCollectorIsTheOnlyOne(String variable) throws Exception {
    install();
    environment.put(variable, "-XX:+UseSerialGC");
    assertThat(told()).endsWith("-XX:-UseParallelGC");
    assertThat(Files.readString(folder.resolve("record.cpu"))).doesNotContain("Parallel");
  }
}
