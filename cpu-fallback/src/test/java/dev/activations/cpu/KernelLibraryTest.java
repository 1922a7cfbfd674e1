package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.cpu.kernels.KernelLibrary;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What libraries have beside loops over elements and rows. */
class KernelLibraryTest {
  static List<KernelLibrary> libraries() {
    return List.of(
        Libraries.choose("portable").plain(),
        Libraries.choose("plain").plain(),
        Libraries.choose("simd").simd());
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void extremesAreFoundWhereverTheyAre(KernelLibrary library) {
    for (int count : new int[] {16, 32, 64, 80, 128, 144, 1024}) {
      for (int at = 0; at < count; at++) {
        float[] x = Samples.normal(count + 2, count);
        x[0] = 100;
        x[count + 1] = -100;
        x[1 + (at + 1) % count] = Float.NaN;
        x[1 + at] = 50;
        assertThat(library.maximum(x, 1, count)).isEqualTo(50);
        x[1 + at] = -50;
        assertThat(library.minimum(x, 1, count)).isEqualTo(-50);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void nothingButNanHasNoExtremes(KernelLibrary library) {
    float[] x = new float[64];
    Arrays.fill(x, Float.NaN);
    for (int count : new int[] {0, 16, 64}) {
      assertThat(library.maximum(x, 0, count)).isEqualTo(Float.NEGATIVE_INFINITY);
      assertThat(library.minimum(x, 0, count)).isEqualTo(Float.POSITIVE_INFINITY);
    }
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void rowsAreAlwaysTheSameObject(KernelLibrary library) {
    assertThat(library.rows()).isNotNull().isSameAs(library.rows());
    assertThat(16 % library.multiple()).isZero();
  }
}
