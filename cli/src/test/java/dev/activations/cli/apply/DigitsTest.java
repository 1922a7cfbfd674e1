package dev.activations.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.cli.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The command on real data: the classifier of {@code examples/digits}. */
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class DigitsTest {
  private static final Path DIGITS =
      Path.of(System.getProperty("activations.root"), "examples", "digits");

  @TempDir private Path folder;

  @Test
  void softmaxOfTheLogitsHits488Of500Labels() throws IOException {
    Path out = folder.resolve("probabilities.npy");
    Run run = Run.of("apply", "softmax", DIGITS.resolve("logits.npy"), out);
    assertThat(run).isEqualTo(new Run(0, "", ""));
    double[] p = NpyFile.read(out);
    byte[] labels = Files.readAllBytes(DIGITS.resolve("labels.npy"));
    // int32, which the command does not take: the last 500 words of the file.
    ByteBuffer truth = ByteBuffer.wrap(labels).order(ByteOrder.LITTLE_ENDIAN);
    int hits = 0;
    for (int row = 0; row < 500; row++) {
      int best = 0;
      double sum = 0;
      for (int i = 0; i < 10; i++) {
        best = p[row * 10 + i] > p[row * 10 + best] ? i : best;
        sum += p[row * 10 + i];
      }
      assertThat(sum).isBetween(1 - 1e-6, 1 + 1e-6);
      hits += best == truth.getInt(labels.length - 4 * (500 - row)) ? 1 : 0;
    }
    assertThat(hits).isEqualTo(488);
  }

  @Test
  void geluOfTheHiddenLayerGivesTheLogits() throws IOException {
    Path out = folder.resolve("gelu.npy");
    assertThat(Run.of("apply", "gelu_erf", DIGITS.resolve("hidden.npy"), out).status()).isZero();
    double[] hidden = NpyFile.read(out);
    double[] w2 = NpyFile.read(DIGITS.resolve("w2.npy"));
    double[] b2 = NpyFile.read(DIGITS.resolve("b2.npy"));
    double[] logits = NpyFile.read(DIGITS.resolve("logits.npy"));
    for (int row = 0; row < 500; row++) {
      for (int unit = 0; unit < 10; unit++) {
        double sum = b2[unit];
        for (int i = 0; i < 128; i++) {
          sum += hidden[row * 128 + i] * w2[unit * 128 + i];
        }
        assertThat(sum).isBetween(logits[row * 10 + unit] - 2e-5, logits[row * 10 + unit] + 2e-5);
      }
    }
  }
}
