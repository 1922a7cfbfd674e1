package dev.activations.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.cli.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code apply} computes: types, orders, axes, blocks, pipelines. */
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class ApplyTest {
  private static final long[] SHAPE = {4, 5, 6};

  @TempDir private Path folder;

  private static float[] values(int count) {
    SplittableRandom random = new SplittableRandom(count);
    float[] x = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = (float) (8 * random.nextDouble() - 4);
    }
    return x;
  }

  private Path input() throws IOException {
    return NpyFile.floats(folder.resolve("x.npy"), SHAPE, values(120));
  }

  private Path apply(Object... words) {
    Path out = folder.resolve("y" + words.length + words[0].hashCode() + ".npy");
    Object[] all = Stream.concat(Stream.of("apply"), Stream.of(words)).toArray();
    Object[] call = Stream.concat(Stream.of(all), Stream.of(out, "--force")).toArray();
    assertThat(Run.of(call)).isEqualTo(new Run(0, "", ""));
    return out;
  }

  @Test
  void derivativesFollowTheChainRule() throws IOException {
    double[] y = NpyFile.read(apply("tanh,silu", input(), "--derivative"));
    float[] x = values(120);
    for (int i = 0; i < x.length; i++) {
      double expected =
          Activation.SILU.derivative(Math.tanh(x[i])) * Activation.TANH.derivative(x[i]);
      assertThat(y[i]).isBetween(expected - 1e-6, expected + 1e-6);
    }
  }

  /** The axis is reached by hand: rows are gathered, the result is put back. */
  @ParameterizedTest
  @CsvSource({
    "softmax:axis=0, 0",
    "softmax:axis=1, 1",
    "softmax:axis=2, 2",
    "softmax, 2",
    "softmax:axis=-2, 1",
    "softmax:axis=-3:temperature=1, 0"
  })
  void anyAxis(String step, int axis) throws IOException {
    double[] y = NpyFile.read(apply(step, input()));
    float[] x = values(120);
    int length = (int) SHAPE[axis];
    int inner = axis == 0 ? 30 : axis == 1 ? 6 : 1;
    for (int start = 0; start < 120; start++) {
      if (start / inner % length == 0) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
          sum += Math.exp(x[start + k * inner]);
        }
        for (int k = 0; k < length; k++) {
          int i = start + k * inner;
          assertThat(y[i]).isBetween(Math.exp(x[i]) / sum - 1e-7, Math.exp(x[i]) / sum + 1e-7);
        }
      }
    }
  }

  @Test
  void stepsAlongSeveralAxesAreOnePipeline() throws IOException {
    Path one = apply("softmax:axis=0", input());
    Path two = apply("tanh,log_softmax:axis=1", one, "--quiet");
    Path all = apply("softmax:axis=0,tanh,log_softmax:axis=1", input(), "--threads", 1);
    assertThat(all).hasSameBinaryContentAs(two);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("."))).isEmpty();
    }
  }

  @Test
  void logsumexpLeavesOneElementOfEachRow() throws IOException {
    assertThat(NpyFile.shape(apply("logsumexp", input()))).containsExactly(4, 5, 1);
    Path out = apply("relu,logsumexp:axis=0,exp", input(), "--quiet");
    assertThat(NpyFile.shape(out)).containsExactly(1, 5, 6);
    float[] x = values(120);
    double[] y = NpyFile.read(out);
    for (int i = 0; i < 30; i++) {
      double sum = 0;
      for (int k = 0; k < 4; k++) {
        sum += Math.exp(Math.max(0, x[k * 30 + i]));
      }
      assertThat(y[i]).isBetween(sum * (1 - 1e-5), sum * (1 + 1e-5));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gelu_erf",
        "softmax",
        "softmax:axis=0",
        "silu,softmax:axis=1",
        "logsumexp:axis=1"
      })
  void blocksThreadsAndOrderChangeNoByte(String steps) throws IOException {
    float[] x = values(120);
    Path whole = apply(steps, input());
    for (int rows : new int[] {1, 2, 3, 7, 1000}) {
      Path cut = apply(steps, input(), "--batch-rows", rows, "--threads", rows % 3 + 1);
      assertThat(cut).hasSameBinaryContentAs(whole);
    }
    double[] turned = new double[120];
    for (int i = 0; i < 120; i++) {
      turned[i / 30 + 4 * (i / 6 % 5) + 20 * (i % 6)] = x[i];
    }
    Path fortran = NpyFile.write(folder.resolve("f.npy"), "<f4", true, SHAPE, turned);
    for (int rows : new int[] {1, 4, 1000}) {
      assertThat(apply(steps, fortran, "--batch-rows", rows)).hasSameBinaryContentAs(whole);
    }
  }

  @Test
  void typeAndByteOrderStay() throws IOException {
    double[] x = {-1, 0.1, 2, -750};
    Path big = NpyFile.write(folder.resolve("big.npy"), ">f8", false, new long[] {4}, x);
    Path out = apply("gelu_tanh", big);
    assertThat(Files.readString(out, StandardCharsets.ISO_8859_1)).contains("'descr': '>f8'");
    double[] y = NpyFile.read(out);
    for (int i = 0; i < 4; i++) {
      assertThat(y[i]).isEqualTo(Activation.GELU_TANH.value(x[i]));
    }
    assertThat(NpyFile.read(apply("softmax", big))[2]).isGreaterThan(0.8);
    assertThat(NpyFile.read(apply("softmax:axis=0,logsumexp", big))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "5, 0", "0, 0"})
  void nothingIsLegal(int rows, int columns) throws IOException {
    Path empty = NpyFile.floats(folder.resolve("e.npy"), new long[] {rows, columns});
    for (String steps : new String[] {"relu", "gelu_erf,softmax", "softmax:axis=0"}) {
      assertThat(NpyFile.shape(apply(steps, empty))).containsExactly(rows, columns);
    }
    assertThat(NpyFile.shape(apply("logsumexp", empty))).containsExactly(rows, 1);
    double[] sums = new double[rows];
    Arrays.fill(sums, Double.NEGATIVE_INFINITY);
    if (columns == 0) {
      assertThat(NpyFile.read(apply("logsumexp", empty, "--quiet"))).isEqualTo(sums);
    }
  }

  @Test
  void float16IsComputedInFloat32() throws Exception {
    byte[] header = NpyFile.header("<f2", false, 2, 3);
    ByteBuffer file = ByteBuffer.allocate(header.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    file.put(header);
    // 0, 1, -2, 5, -0.5, and what is nearest to 1/3.
    for (int bits : new int[] {0, 0x3C00, 0xC000, 0x4500, 0xB800, 0x3555}) {
      file.putShort((short) bits);
    }
    Path half = Files.write(folder.resolve("half.npy"), file.array());
    double[] x = NpyFile.read(half);
    assertThat(x).startsWith(0, 1, -2, 5, -0.5);
    Path out = apply("sigmoid", half);
    assertThat(Files.size(out)).isEqualTo(Files.size(half));
    double[] y = NpyFile.read(out);
    for (int i = 0; i < x.length; i++) {
      double expected = Activation.SIGMOID.value(x[i]);
      assertThat(y[i]).isBetween(expected * (1 - 0x1p-11), expected * (1 + 0x1p-11));
    }
  }
}
