package dev.activations.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A copy of the launcher that finds SDKs and JDKs which are folders with a shell script for java:
 * the script keeps what it was called with. Paths have spaces where they may.
 */
final class LauncherFolder {
  /** The JDK that the pretended SDK is for: no machine has one. */
  static final int RELEASE = 99;

  private final Path temporary;
  private final Path folder;
  private final Path launcher;
  private final Map<String, String> environment = new HashMap<>();
  private List<String> shell = List.of("/bin/bash");

  /** What a pretended java was called with, and what stderr got. */
  record Started(int status, Path java, List<String> words, String err) {
    boolean onDevice() {
      return words.stream().anyMatch(word -> word.endsWith("tornado-argfile"));
    }
  }

  LauncherFolder(Path temporary) throws IOException {
    this.temporary = temporary;
    Path root = Path.of(System.getProperty("activations.root"));
    folder = Files.createDirectories(temporary.resolve("a folder"));
    launcher = folder.resolve("activations");
    Files.copy(root.resolve("activations"), launcher);
    Files.createFile(folder.resolve("pom.xml"));
    for (String sources : List.of("cpu-fallback/src/plain", "cpu-fallback/src/simd")) {
      Files.createDirectories(folder.resolve(sources));
    }
    for (String module :
        List.of(
            "api",
            "npy",
            "kernel-generator",
            "cpu-fallback",
            "reference",
            "measuring",
            "tornado-simulator",
            "tornado-kernels",
            "cli")) {
      Files.createDirectories(folder.resolve(module + "/src/main"));
      Files.createFile(folder.resolve(module + "/pom.xml"));
    }
    Files.createDirectories(folder.resolve("cli/src/launcher"));
    for (String shared :
        List.of(
            "tornado-kernels/sdk.bash",
            "cli/src/launcher/options.bash",
            "cli/src/launcher/places.bash")) {
      Files.copy(root.resolve(shared), folder.resolve(shared));
    }
    Files.createDirectories(folder.resolve("cli/target/lib"));
    after(Files.createFile(folder.resolve("cli/target/.built")), 10);
    environment.put("JAVA_HOME", jdk("jdk 17", 17).toString());
    environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
  }

  static void after(Path file, int seconds) throws IOException {
    long now = System.currentTimeMillis();
    Files.setLastModifiedTime(file, FileTime.fromMillis(now + 1000L * seconds));
  }

  Path jdk(String name, int release) throws IOException {
    Path home = folder.resolve(name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/bash
        printf '%s\\n' "$0" "$@" >"$RECORD"
        printf 'printed\\n'
        [ -z "${INTERRUPT:-}" ] || { sleep 0.5; trap '' INT; kill -INT 0; }
        [ -z "${RESULTS:-}" ] || printf 'result\\n' >&3
        exit "${STATUS:-0}"
        """);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        home.resolve("release"),
        String.format(
            Locale.ROOT,
            "JAVA_VERSION=\"%d.0.2\"\nMODULES=\"java.base jdk.incubator.vector jdk.zipfs\"\n",
            release));
    return home;
  }

  Path sdk(Path home) throws IOException {
    return sdk(home, "5.2.0-jdk" + RELEASE);
  }

  Path sdk(Path home, String version) throws IOException {
    Path jars = Files.createDirectories(home.resolve("share/java/tornado"));
    Files.createFile(jars.resolve("tornado-api-" + version + ".jar"));
    Path libraries = Files.createDirectories(temporary.resolve("libraries"));
    Files.writeString(
        home.resolve("tornado-argfile"),
        String.format(
            Locale.ROOT,
            """
        -XX:+UseParallelGC
        -Djava.library.path=%s
        --module-path .:%s
        --add-modules ALL-SYSTEM,tornado.runtime,tornado.drivers.opencl
        """,
            libraries,
            libraries));
    return home;
  }

  Path sdkmanSdk() throws IOException {
    return sdk(folder.resolve("home/.sdkman/candidates/tornadovm/current"));
  }

  Path sdkmanJdk() throws IOException {
    return jdk("home/.sdkman/candidates/java/" + RELEASE + ".0.2-tem", RELEASE);
  }

  Started start(String... words) throws Exception {
    List<String> command = new ArrayList<>(shell);
    command.add(launcher.toString());
    command.addAll(List.of(words));
    Path record = folder.resolve("record");
    ProcessBuilder builder =
        JvmVariables.without(new ProcessBuilder(command).directory(temporary.toFile()));
    builder.environment().remove("TORNADOVM_HOME");
    builder.environment().putAll(environment);
    builder.environment().put("RECORD", record.toString());
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int status = process.waitFor();
    List<String> started = Files.readAllLines(record, StandardCharsets.UTF_8);
    return new Started(
        status, Path.of(started.get(0)), started.subList(1, started.size()), Files.readString(err));
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }

  List<String> plain(String... words) {
    List<String> all = new ArrayList<>(List.of("-XX:+UseParallelGC"));
    all.addAll(command(words));
    return all;
  }

  private List<String> command(String... words) {
    Path target = folder.resolve("cli/target");
    String path = target.resolve("activations-cli.jar") + ":" + target.resolve("lib") + "/*";
    List<String> all = new ArrayList<>(List.of("-cp", path, "dev.activations.cli.Main"));
    all.addAll(List.of(words));
    return all;
  }

  List<String> onDevice(Path sdk, List<String> own, String... words) {
    List<String> all = new ArrayList<>(List.of("@" + sdk.resolve("tornado-argfile")));
    all.addAll(List.of("-Dtornado.recover.bailout=False"));
    all.addAll(List.of("--module-path", temporary.resolve("libraries").toString()));
    all.addAll(
        List.of("--limit-modules", "java.base,jdk.zipfs,tornado.runtime,tornado.drivers.opencl"));
    all.addAll(own);
    for (String language : List.of("language", "language.display", "language.format")) {
      all.add("-Duser." + language + "=en");
    }
    all.addAll(command(words));
    return all;
  }

  Path path(String relative) {
    return folder.resolve(relative);
  }

  /** All that the launcher starts gets Ctrl-C, and nothing else does: it is a group of its own. */
  void interrupt() {
    shell = List.of("setsid", "--wait", "/bin/bash");
    set("INTERRUPT", "yes");
  }

  void set(String variable, Object value) {
    environment.put(variable, value.toString());
  }
}
