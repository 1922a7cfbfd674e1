package dev.activations.benchmarks.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The JVM for devices, which is a shell script here, and what is asked in it. */
@Isolated("it takes stdout")
class DeviceJvmTest {
  @TempDir Path folder;

  private DeviceJvm jvm(String script) throws IOException {
    Path bash = Path.of("/bin/bash");
    assumeThat(bash).as("the shell of the pretended java").exists();
    Path java = Files.writeString(folder.resolve("java"), "#!" + bash + "\n" + script + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return DeviceJvm.of(java + "\n@an argfile\n-Done=two\n").orElseThrow();
  }

  private static String probe(String selector, int status) {
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(DeviceProbe.run(selector)).isEqualTo(status);
    } finally {
      System.setOut(out);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theScriptNamesJavaAndItsOptions() throws Exception {
    assertThat(DeviceJvm.of(null)).isEmpty();
    assertThat(DeviceJvm.of("")).isEmpty();
    DeviceJvm jvm = jvm("");
    assertThat(jvm.java()).isEqualTo(folder.resolve("java").toString());
    assertThat(jvm.flags())
        .startsWith("@an argfile", "-Done=two", "-Xms8g")
        .as("a second list of modules would break the first")
        .doesNotContain("--add-modules");
  }

  @Test
  void aDeviceIsAskedOnceInThatJvm() throws Exception {
    String answer = jvm("echo noise; echo \"device: $*\"").describe("tornado:opencl:0");
    assertThat(answer)
        .startsWith("@an argfile -Done=two ")
        .endsWith(" " + DeviceProbe.class.getName() + " tornado:opencl:0");
  }

  @Test
  void whatCannotBeTimedHasAReason() throws Exception {
    DeviceJvm unknown = jvm("echo 'device: no such device'; exit 2");
    assertThatThrownBy(() -> unknown.describe("tornado:x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such device");
    DeviceJvm broken = jvm("echo 'device: no driver'; exit 1");
    assertThatThrownBy(() -> broken.describe("tornado"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no driver");
    DeviceJvm crashed = jvm("echo a; echo b >&2; exit 134");
    assertThatThrownBy(() -> crashed.describe("tornado"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/java ended with status 134: a b");
  }

  @Test
  void theProbeSaysWhatItOpensAndWithWhichJmh() {
    assertThat(probe("cpu", 0)).startsWith("device: pure Java").contains(", timed with JMH 1.");
    assertThat(probe("nobody", DeviceProbe.UNKNOWN)).contains("no backend is called 'nobody'");
    assertThat(probe("tornado", 1)).contains("device: tornado cannot be used: ").hasLineCount(1);
  }

  @Test
  void aJvmWithoutTornadoVmSaysWhy() {
    assertThat(DeviceJvm.obstacle()).contains("; ");
  }
}
