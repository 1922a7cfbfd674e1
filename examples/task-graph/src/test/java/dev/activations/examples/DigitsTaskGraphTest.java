package dev.activations.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/** Runs on the simulator, and once more on the devices of a real TornadoVM where there is one. */
@Execution(ExecutionMode.SAME_THREAD) // TornadoVM builds one graph at a time.
class DigitsTaskGraphTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("activations.root"), "examples", "digits");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static List<TornadoDevice> devices() {
    List<TornadoDevice> devices = new ArrayList<>();
    TornadoRuntime runtime = TornadoRuntimeProvider.getTornadoRuntime();
    for (int i = 0; i < runtime.getNumBackends(); i++) {
      TornadoBackend backend = runtime.getBackend(i);
      for (int j = 0; j < backend.getNumDevices(); j++) {
        devices.add(backend.getDevice(j));
      }
    }
    return devices;
  }

  private int run(String... args) {
    return DigitsTaskGraph.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complaint() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** The second execution finds the weights on the device, and takes the new images. */
  @ParameterizedTest
  @MethodSource("devices")
  void everyDeviceAgreesWithTheCpuAtEveryExecution(TornadoDevice device) throws Exception {
    Digits digits = new Digits(FOLDER);
    try (DeviceNetwork network = new DeviceNetwork(digits, device)) {
      agree(network, digits, new float[digits.pixels.length]);
      Scores scores = agree(network, digits, digits.pixels);
      assertThat(digits.right(scores.probabilities)).isEqualTo(488);
      assertThat(scores.logits).hasSameSizeAs(digits.logits);
      assertThat(Scores.difference(scores.logits, digits.logits)).isLessThan(1e-4);
    }
  }

  private static Scores agree(DeviceNetwork network, Digits digits, float[] images) {
    Scores scores = network.scores(images);
    Scores cpu = CpuNetwork.scores(digits, images);
    assertThat(Scores.difference(scores.logits, cpu.logits)).isLessThan(1e-4);
    assertThat(Scores.difference(scores.probabilities, cpu.probabilities)).isLessThan(1e-5);
    return scores;
  }

  @Test
  void theProgramSaysWhatItFound() {
    assertThat(run(FOLDER.toString())).as(complaint()).isZero();
    assertThat(printed())
        .containsPattern("^device: \\S")
        .contains("right digits: 488 of 500", "from logits.npy", "from the CPU backend");
    assertThat(complaint()).isEmpty();
  }

  @Test
  void aWrongResultEndsInOneLine(@TempDir Path folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Path logits = folder.resolve("logits.npy");
    byte[] bytes = Files.readAllBytes(logits);
    bytes[bytes.length - 1] ^= (byte) 0x80; // the sign of the last one
    Files.write(logits, bytes);
    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(complaint()).contains("computed something else").hasLineCount(1);
  }

  @Test
  void missingFilesEndInOneLine(@TempDir Path folder) {
    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(complaint()).contains("NoSuchFileException", "pixels.npy").hasLineCount(1);
  }

  @Test
  void theFolderIsAsked() {
    assertThat(run()).isEqualTo(2);
    assertThat(complaint()).startsWith("usage:").hasLineCount(1);
  }

  @Test
  void aJvmWithoutTornadoVmEndsInOneLine() throws Exception {
    Path classes =
        Path.of(DigitsTaskGraph.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classes.toString(),
            DigitsTaskGraph.class.getName(),
            FOLDER.toString());
    java.environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    Process process = java.start();
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("without TornadoVM", "tornado-argfile")
        .hasLineCount(1);
    assertThat(process.waitFor()).isEqualTo(1);
  }
}
