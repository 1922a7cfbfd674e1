package dev.activations.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets one line on stderr and an exit status, and leaves no file behind. */
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class BadInputTest {
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    NpyFile.floats(folder.resolve("x.npy"), new long[] {2, 2}, 1, 2, 3, 4);
    NpyFile.floats(folder.resolve("old.npy"), new long[] {1}, 7);
    Files.createFile(folder.resolve("empty.npy"));
    byte[] whole = Files.readAllBytes(folder.resolve("x.npy"));
    Files.write(folder.resolve("truncated.npy"), Arrays.copyOf(whole, whole.length - 1));
    Files.write(folder.resolve("longer.npy"), Arrays.copyOf(whole, whole.length + 4));
    Files.writeString(folder.resolve("text.npy"), "not an array, but long enough for a header");
  }

  /** {@code @} stands for the folder. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | apply gelu_er @/x.npy @/y.npy | if it is misspelt: gelu_erf is x * Phi(x)",
        "2 | apply relu,sofmax @/x.npy @/y.npy | softmax is a row operation",
        "2 | apply elu:alfa=1 @/x.npy @/y.npy | elu has no parameter 'alfa': it takes alpha",
        "2 | apply elu:alpha=-1 @/x.npy @/y.npy | alpha must be a number in [0, inf), found -1",
        "2 | apply softcap @/x.npy @/y.npy | softcap needs cap, in (0, inf)",
        "2 | apply softmax:axis=2 @/x.npy @/y.npy | axis must be in [-2, 1] for an array of rank 2,"
            + " found 2",
        "2 | apply softmax:axis=-3 @/x.npy @/y.npy | axis must be in [-2, 1]",
        "2 | apply softmax:axis=x @/x.npy @/y.npy | axis must be a whole number such as -1, found 'x'",
        "2 | apply softmax:axis=0:axis=1 @/x.npy @/y.npy | axis is given twice",
        "2 | apply softmax:dim=0:Axis=1 @/x.npy @/y.npy | axis is given twice",
        "2 | apply softmax:dims=1 @/x.npy @/y.npy | it takes temperature; the command apply takes"
            + " axis, too",
        "2 | apply softmax:temperature=1,5 @/x.npy @/y.npy | in numbers write a point, as in 1.5",
        "2 | apply gelu @/x.npy @/y.npy | gelu_tanh (keras.ops.gelu, jax.nn.gelu); write one of",
        "2 | apply relu @/x.npy @/y.npy --backend name~abacus | no usable backend is described by",
        "2 | apply leaky_relu:negative_slope=1e300 @/x.npy @/y.npy --backend picky | float32"
            + " kernels take",
        "1 | apply relu @/x.npy /dev/full | /dev/full: cannot write (No space left on device)",
        "2 | apply relu:axis=0 @/x.npy @/y.npy | relu is elementwise and takes no axis",
        "2 | apply softmax @/x.npy @/y.npy --derivative | its derivative is a Jacobian",
        "2 | apply relu @/x.npy @/x.npy --force | is the input: the output must be another file",
        "2 | apply relu @/x.npy @/../{folder}/x.npy --force | is the input",
        "2 | apply relu @/x.npy @/y.npy --backend quantum | no backend is called 'quantum'",
        "2 | apply relu @/x.npy @/y.npy --threads 0 | threads must be in [1, 32767], found 0",
        "2 | apply relu @/x.npy @/y.npy --threads many | expected a whole number such as 4 or 1000, found 'many'",
        "2 | apply relu @/x.npy @/y.npy --threads 9999999999 | at most 2147483647, found",
        "2 | apply relu @/x.npy @/y.npy --batch-rows 1e3 | expected a whole number",
        "2 | apply relu @/x.npy @/y.npy --batch-rows 0 | --batch-rows must be at least 1, found 0",
        "2 | apply relu @/x.npy | Missing required parameter: 'OUT.npy'",
        "2 | apply relu @/x.npy @/y.npy extra | found 'extra', which is too many: apply takes STEP",
        "2 | apply relu @/x.npy @/y.npy --fast | no option is called '--fast': apply has --derivative",
        "2 | list --format xml | expected one of",
        "2 | aply relu @/x.npy @/y.npy | no command is called 'aply': did you mean apply?",
        "1 | apply relu @/no.npy @/y.npy | no.npy: no such file",
        "1 | apply relu @ @/y.npy | directory",
        "1 | apply relu @/empty.npy @/y.npy | empty",
        "1 | apply relu @/text.npy @/y.npy | not a .npy file",
        "1 | apply relu @/truncated.npy @/y.npy | truncated",
        "1 | apply relu @/longer.npy @/y.npy | extra",
        "1 | apply relu @/x.npy @/old.npy | --force",
        "1 | apply relu @/x.npy @/no/y.npy | @/no",
        "1 | apply relu @/x.npy @ --force | directory",
      })
  void oneLineAndNoOutput(int status, String command, String message) throws IOException {
    String here = folder.toString();
    String[] words =
        Stream.of(command.split(" ", -1))
            .map(word -> word.replace("{folder}", String.valueOf(folder.getFileName())))
            .map(word -> word.replace("@", here))
            .toArray(String[]::new);
    Run run = Run.of((Object[]) words);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message.replace("@", here)).startsWith("activations");
    assertThat(run.err().strip().lines()).hasSize(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "x.npy", "old.npy", "empty.npy", "truncated.npy", "longer.npy", "text.npy");
    }
    assertThat(NpyFile.read(folder.resolve("old.npy"))).containsExactly(7);
    assertThat(NpyFile.read(folder.resolve("x.npy"))).containsExactly(1, 2, 3, 4);
  }

  @Test
  void noCommand() {
    Run run = Run.of();
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("expected list, apply, devices, verify, bench, report, plot or help");
  }

  @Test
  void helpAndVersion() {
    assertThat(Run.of("--help").out()).contains("list", "apply", "Exit status");
    assertThat(Run.of("apply", "--help").out()).contains("--derivative", "--batch-rows", "softmax");
    assertThat(Run.of("--version").out()).contains("activations", "Java");
    assertThat(Run.of("apply", "--version").out()).contains("activations", "Java");
  }
}
