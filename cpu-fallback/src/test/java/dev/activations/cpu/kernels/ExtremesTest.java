package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.cpu.portable.PortableLibrary;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExtremesTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  @Test
  void theExtremesAreFoundWhereverTheyAre() {
    SplittableRandom random = new SplittableRandom(1);
    for (int count = 1; count <= 41; count++) {
      for (int at = 0; at < count; at++) {
        // A larger and a smaller element on both sides of the stretch, which must not be seen.
        float[] x = new float[count + 2];
        for (int i = 1; i <= count; i++) {
          x[i] = (float) random.nextDouble();
        }
        x[0] = INFINITY;
        x[count + 1] = -INFINITY;
        x[1 + at] = 2;
        assertThat(Extremes.maximum(x, 1, count)).isEqualTo(2);
        x[1 + at] = -2;
        assertThat(Extremes.minimum(x, 1, count)).isEqualTo(-2);
        x[0] = -INFINITY;
        x[count + 1] = INFINITY;
        assertThat(Extremes.minimum(x, 1, count)).isEqualTo(-2);
      }
    }
  }

  @Test
  void nanDoesNotCount() {
    for (int count = 1; count <= 9; count++) {
      for (int at = 0; at < count; at++) {
        float[] x = new float[count];
        Arrays.fill(x, Float.NaN);
        assertThat(Extremes.maximum(x, 0, count)).isEqualTo(-INFINITY);
        assertThat(Extremes.minimum(x, 0, count)).isEqualTo(INFINITY);
        x[at] = -3;
        assertThat(Extremes.maximum(x, 0, count)).isEqualTo(-3);
        assertThat(Extremes.minimum(x, 0, count)).isEqualTo(-3);
      }
    }
  }

  @Test
  void ofNothing() {
    assertThat(Extremes.maximum(new float[] {1}, 0, 0)).isEqualTo(-INFINITY);
    assertThat(Extremes.minimum(new float[] {1}, 0, 0)).isEqualTo(INFINITY);
  }

  @Test
  void thePortableLibraryHasThem() {
    PortableLibrary library = new PortableLibrary();
    assertThat(library.maximum(new float[] {1, 5, 3}, 0, 3)).isEqualTo(5);
    assertThat(library.minimum(new float[] {4, 1, 3}, 0, 3)).isEqualTo(1);
  }
}
