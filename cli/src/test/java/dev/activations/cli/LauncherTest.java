package dev.activations.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JVM the launcher starts, and with what. */
class LauncherTest {
  private static final String[] APPLY = {"apply", "relu", "a file.npy", "out.npy"};

  private LauncherFolder folder;

  @BeforeEach
  void unpack(@TempDir Path temporary) throws IOException {
    assumeThat(Path.of("/bin/bash")).as("the launcher's shell").exists();
    folder = new LauncherFolder(temporary);
  }

  @Test
  void withoutAnSdkItIsThePlainJvm() throws Exception {
    LauncherFolder.Started started = folder.start(APPLY);
    assertThat(started.java()).isEqualTo(folder.path("jdk 17/bin/java"));
    assertThat(started.words()).isEqualTo(folder.plain(APPLY));
    assertThat(started.err()).isEmpty();
    assertThat(folder.out()).isEqualTo("printed\n");
  }

  @Test
  void withSdkmansSdkAndJdkItIsTornadoVm() throws Exception {
    Path sdk = folder.sdkmanSdk();
    Path jdk = folder.sdkmanJdk();
    LauncherFolder.Started started = folder.start(APPLY);
    assertThat(started.java()).isEqualTo(jdk.resolve("bin/java"));
    assertThat(started.words()).isEqualTo(folder.onDevice(sdk, List.of(), APPLY));
    assertThat(started.err()).as("stdout is for results").isEqualTo("printed\n");
    assertThat(folder.out()).isEmpty();
  }

  @Test
  void theVariablesGoFirst() throws Exception {
    folder.sdkmanSdk();
    folder.sdkmanJdk();
    Path sdk = folder.sdk(folder.path("my sdk"));
    Path jdk = folder.jdk("my jdk", LauncherFolder.RELEASE);
    folder.set("TORNADOVM_HOME", sdk);
    folder.set("JAVA_HOME", jdk);
    LauncherFolder.Started started = folder.start(APPLY);
    assertThat(started.java()).isEqualTo(jdk.resolve("bin/java"));
    assertThat(started.words()).isEqualTo(folder.onDevice(sdk, List.of(), APPLY));
  }

  @Test
  void theJavaOnThePathIsFoundBehindALink() throws Exception {
    folder.sdkmanSdk();
    Path jdk = folder.jdk("my jdk", LauncherFolder.RELEASE);
    Path bin = Files.createDirectories(folder.path("some bin"));
    Files.createSymbolicLink(bin.resolve("java"), Path.of("../my jdk/bin/java"));
    folder.set("PATH", bin + ":" + System.getenv("PATH"));
    assertThat(folder.start(APPLY).java()).isEqualTo(bin.resolve("java"));
    folder.set("JAVA_HOME", "");
    assertThat(folder.start(APPLY).java()).isEqualTo(bin.resolve("java"));
    Files.delete(jdk.resolve("release"));
    assertThat(folder.start(APPLY).onDevice())
        .as("a java that does not tell its release")
        .isFalse();
  }

  @Test
  void withoutAFittingJdkThePlainJvmSaysWhy() throws Exception {
    folder.sdkmanSdk();
    LauncherFolder.Started started =
        folder.start("apply", "relu", "in", "out", "--backend", "tornado");
    assertThat(started.java()).isEqualTo(folder.path("jdk 17/bin/java"));
    assertThat(started.onDevice()).isFalse();
  }

  @Test
  void anSdkThatCannotStartIsLeftAlone() throws Exception {
    Path sdk = folder.sdkmanSdk();
    folder.sdkmanJdk();
    assertThat(folder.start(APPLY).onDevice()).isTrue();
    folder.set("TORNADOVM_HOME", folder.path("nowhere"));
    assertThat(folder.start(APPLY).onDevice()).isFalse();
    folder.set("TORNADOVM_HOME", "");
    for (String path : List.of("/gone/lib", folder.path("home").toString())) {
      Files.writeString(sdk.resolve("tornado-argfile"), "-Djava.library.path=" + path + "\n");
      assertThat(folder.start(APPLY).onDevice()).as(path).isFalse();
    }
    Files.delete(sdk.resolve("tornado-argfile"));
    assertThat(folder.start(APPLY).onDevice()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apply relu i o",
        "apply relu i o --backend auto",
        "apply --backend=tornado:opencl:0 relu i o",
        "apply relu i o --backend name~pocl",
        "apply relu i o --backend mistyped",
        "devices",
        "devices --format json",
        "verify",
        "verify --exhaustive --function tanh --backend tornado",
        "plot --error",
        "plot tanh --backend tornado --error",
        "bench",
        "bench --quick --backend cpu,tornado:opencl:0",
        "bench --backend=name~cpu"
      })
  void whatMayNeedADevice(String words) throws Exception {
    folder.sdkmanSdk();
    folder.sdkmanJdk();
    assertThat(folder.start(words.split(" ", -1)).onDevice()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--version",
        "list --format json",
        "apply --help",
        "devices -h",
        "apply relu i o --backend cpu",
        "apply relu i o --backend=cpu",
        "verify --help",
        "verify --backend cpu",
        "verify --render a.json b.json",
        "plot",
        "plot relu tanh --compare",
        "plot tanh --error --backend cpu",
        "plot --error --help",
        "bench --help",
        "bench --backend cpu:simd,cpu:plain",
        "bench --backend=cpu",
        "report bench.json --out page.html"
      })
  void whatNeedsNone(String words) throws Exception {
    folder.sdkmanSdk();
    folder.sdkmanJdk();
    String[] split = words.isEmpty() ? new String[0] : words.split(" ", -1);
    assertThat(folder.start(split).words()).isEqualTo(folder.plain(split));
  }

  @Test
  void thePropertyGoesBeforeTheVariable() throws Exception {
    folder.sdkmanSdk();
    folder.sdkmanJdk();
    folder.set("ACTIVATIONS_BACKEND", "cpu");
    assertThat(folder.start(APPLY).onDevice()).isFalse();
    assertThat(folder.start("devices").onDevice()).isTrue();
    assertThat(folder.start("apply", "relu", "i", "o", "--backend", "tornado").onDevice()).isTrue();
    folder.set("ACTIVATIONS_JAVA_OPTS", "-Xmx1g -Dactivations.backend=tornado");
    assertThat(folder.start(APPLY).onDevice()).isTrue();
    folder.set("ACTIVATIONS_JAVA_OPTS", "-Dactivations.backend=auto");
    assertThat(folder.start(APPLY).onDevice()).isFalse();
    folder.set("ACTIVATIONS_BACKEND", "tornado");
    folder.set("ACTIVATIONS_JAVA_OPTS", "-Dactivations.backend=cpu");
    assertThat(folder.start(APPLY).onDevice()).isFalse();
  }

  @Test
  void aChosenCollectorReplacesTheSdks() throws Exception {
    Path sdk = folder.sdkmanSdk();
    folder.sdkmanJdk();
    folder.set("ACTIVATIONS_JAVA_OPTS", "-Xmx1g  -XX:+UseSerialGC");
    List<String> own = List.of("-XX:-UseParallelGC", "-Xmx1g", "-XX:+UseSerialGC");
    assertThat(folder.start(APPLY).words()).isEqualTo(folder.onDevice(sdk, own, APPLY));
    folder.set("ACTIVATIONS_BACKEND", "cpu");
    assertThat(folder.start(APPLY).words()).startsWith("-Xmx1g", "-XX:+UseSerialGC", "-cp");
  }

  /** TornadoVM and drivers print to stdout, too: what they print is no result. */
  @Test
  void resultsAreKeptApart() throws Exception {
    Path sdk = folder.sdkmanSdk();
    folder.sdkmanJdk();
    folder.set("RESULTS", "yes");
    for (String command : List.of("devices", "verify")) {
      LauncherFolder.Started started = folder.start(command);
      List<String> own = List.of("-Dactivations.results=/dev/fd/3");
      assertThat(started.words()).isEqualTo(folder.onDevice(sdk, own, command));
      assertThat(folder.out()).isEqualTo("result\n");
      assertThat(started.err()).isEqualTo("printed\n");
    }
  }

  /** An array on stdout is a result: what drivers print must not get into it. */
  @Test
  void anArrayOnStdoutIsKeptApart() throws Exception {
    Path sdk = folder.sdkmanSdk();
    folder.sdkmanJdk();
    folder.set("RESULTS", "yes");
    for (String stdout : List.of("-", "/dev/stdout")) {
      String[] words = {"apply", "relu", "x.npy", stdout};
      LauncherFolder.Started started = folder.start(words);
      List<String> own = List.of("-Dactivations.results=/dev/fd/3");
      assertThat(started.words()).isEqualTo(folder.onDevice(sdk, own, words));
      assertThat(folder.out()).isEqualTo("result\n");
      assertThat(started.err()).isEqualTo("printed\n");
    }
  }

  /** Ctrl-C goes to everything that the launcher started; what was found by then is still seen. */
  @Test
  void resultsOutliveCtrlC() throws Exception {
    assumeThat(Path.of("/usr/bin/setsid")).as("a process group of its own").exists();
    folder.sdkmanSdk();
    folder.sdkmanJdk();
    folder.set("RESULTS", "yes");
    folder.set("STATUS", "130");
    folder.interrupt();
    assertThat(folder.start("verify").status()).isEqualTo(130);
    assertThat(folder.out()).isEqualTo("result\n");
  }

  @Test
  void theExitStatusIsTheJvms() throws Exception {
    folder.set("STATUS", "2");
    assertThat(folder.start(APPLY).status()).isEqualTo(2);
    folder.sdkmanSdk();
    folder.sdkmanJdk();
    for (String command : List.of("apply", "devices", "verify")) {
      LauncherFolder.Started started = folder.start(command);
      assertThat(started.onDevice()).isTrue();
      assertThat(started.status()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "cli/pom.xml",
        "reference/src/main/New.java",
        "tornado-kernels/src/main/New.java",
        "kernel-generator/src/main/New.java",
        "tornado-simulator/src/main/New.java"
      })
  void aNewerSourceIsBuilt(String source) throws Exception {
    Path file = folder.path(source);
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    assertThat(folder.start(APPLY).words()).isEqualTo(folder.plain(APPLY));
    LauncherFolder.after(file, 20);
    assertThat(folder.start(APPLY).err())
        .as("what the build finds")
        .contains("of an unknown version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "ACTIVATIONS_JAVA_OPTS"})
  void theUsersCollectorWinsInEachVariable(String variable) throws Exception {
    Path arguments = folder.path("my options");
    Files.writeString(arguments, "# a comment with -XX:+UseParallelGC\n-XX:+UseZGC");
    folder.sdkmanSdk();
    folder.sdkmanJdk();
    for (String text : List.of("-XX:+UseG1GC", "'-XX:+UseG1GC'", "\"@" + arguments + "\"")) {
      folder.set(variable, text);
      assertThat(folder.start("list").words()).as(text).doesNotContain("-XX:+UseParallelGC");
      assertThat(folder.start(APPLY).words()).as(text).contains("-XX:-UseParallelGC");
    }
    folder.set(variable, "-XX:+UseParallelGC");
    assertThat(folder.start(APPLY).words()).doesNotContain("-XX:-UseParallelGC");
  }

  @Test
  void quotesKeepWordsTogether() throws Exception {
    folder.set("ACTIVATIONS_JAVA_OPTS", "-Dx='a  \"b\" *' \t\"-Dy=it's\" -Dz=$HOME");
    assertThat(folder.start("list").words())
        .startsWith("-XX:+UseParallelGC", "-Dx=a  \"b\" *", "-Dy=it's", "-Dz=$HOME", "-cp");
  }

  @Test
  void modesOfTheShellChangeNothing() throws Exception {
    Path sdk = folder.sdkmanSdk();
    folder.sdkmanJdk();
    folder.set("POSIXLY_CORRECT", "1");
    folder.set("SHELLOPTS", "noglob:posix");
    folder.set("BASHOPTS", "failglob:nullglob");
    folder.set("IFS", "a");
    folder.set("CDPATH", "/");
    folder.set("TMPDIR", "/nowhere");
    assertThat(folder.start(APPLY).words()).isEqualTo(folder.onDevice(sdk, List.of(), APPLY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"98 8.0.0-jdk98plus", "99 6.0.0-jdk99", "97 7.0.1-jdk97plus"})
  void anSdkForNewerJdks(String words) throws Exception {
    String[] split = words.split(" ", -1);
    folder.sdk(folder.path("home/.sdkman/candidates/tornadovm/current"), split[1]);
    folder.sdkmanJdk();
    assertThat(folder.start(APPLY).onDevice()).isTrue();
  }
}
