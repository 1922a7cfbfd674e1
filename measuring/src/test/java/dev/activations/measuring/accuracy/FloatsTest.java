package dev.activations.measuring.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.reference.CriticalInputs;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FloatsTest {
  private static float[] whole(Floats floats) {
    float[] all = new float[(int) floats.count()];
    float[] chunk = new float[floats.chunkSize()];
    int count = 0;
    for (int i = 0; i < floats.chunks(); i++) {
      int length = floats.fill(i, chunk);
      System.arraycopy(chunk, 0, all, count, length);
      count += length;
    }
    assertThat(count).isEqualTo(all.length);
    return all;
  }

  /** The first bits of the chunks are all there are, and a chunk has all that begin so. */
  @Test
  void allFloatsAreEachOneOnce() {
    AllFloats floats = new AllFloats();
    assertThat((long) floats.chunks() * floats.chunkSize()).isEqualTo(floats.count());
    float[] x = new float[floats.chunkSize()];
    BitSet begun = new BitSet();
    for (int chunk = 0; chunk < floats.chunks(); chunk++) {
      // Filling all would take a minute; the ends and one in the middle show the order.
      if (chunk % 512 == 3) {
        assertThat(floats.fill(chunk, x)).isEqualTo(x.length);
        int first = Float.floatToRawIntBits(x[0]);
        assertThat(first & (x.length - 1)).isZero();
        for (int i = 0; i < x.length; i++) {
          int bits = Float.floatToRawIntBits(x[i]);
          if (!Float.isNaN(x[i]) && bits != first + i) {
            assertThat(bits).isEqualTo(first + i);
          }
        }
      }
      begun.set(AllFloats.firstBits(chunk) >>> 20);
    }
    assertThat(begun.cardinality()).isEqualTo(4096);
  }

  @Test
  void whatIsSeenFirstIsOfAllSizes() {
    float[] x = new float[1 << 20];
    Set<Boolean> signs = new HashSet<>();
    boolean small = false;
    boolean large = false;
    for (int chunk = 0; chunk < 8; chunk++) {
      new AllFloats().fill(chunk, x);
      signs.add(x[0] < 0);
      small |= Math.abs(x[0]) < 1e-10;
      large |= Math.abs(x[0]) > 1;
    }
    assertThat(signs).hasSize(2);
    assertThat(small && large).isTrue();
  }

  @Test
  void aSampleHasEveryBinadeOfBothSigns() {
    BitSet binades = new BitSet();
    int[] counts = new int[512];
    for (float x : whole(Sample.of(Activation.RELU))) {
      int binade = Float.floatToRawIntBits(x) >>> 23;
      binades.set(binade);
      counts[binade]++;
    }
    assertThat(binades.cardinality()).isEqualTo(512);
    for (int binade = 0; binade < 512; binade++) {
      assertThat(counts[binade]).isGreaterThanOrEqualTo(binade % 256 == 255 ? 2 : 160);
    }
  }

  @Test
  void aSampleIsTheSameEachTimeAndHasTheCriticalInputs() {
    float[] x = whole(Sample.of(Activation.SILU));
    assertThat(whole(Sample.of(Activation.SILU))).isEqualTo(x);
    assertThat(x).contains(CriticalInputs.of(Activation.SILU));
    assertThat(x.length).isBetween(100_000, 101_000);
  }
}
