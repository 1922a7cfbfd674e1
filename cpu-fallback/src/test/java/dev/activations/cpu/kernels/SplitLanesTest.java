package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sums of everything but the largest, however it is cut, against decimals that lose nothing. */
class SplitLanesTest {
  private static final int LANES = RowKernels.LANES;

  private static float[] block(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] block = new float[count];
    for (int i = 0; i < count; i++) {
      block[i] = (float) Math.scalb(random.nextDouble(), random.nextInt(-40, 40));
    }
    return block;
  }

  private static final class Sums {
    final float[] lanes = new float[2 * LANES];
    final float[] lost = new float[2 * LANES];
    final float[] most = new float[2 * LANES];

    void add(float[] block, int count) {
      SplitLanes.add(block, count, lanes, lost, most);
    }

    double others() {
      SplitLanes.fold(lanes, lost, most, 0);
      return SplitLanes.others(lanes, lost, most, 0);
    }
  }

  @Test
  void eachLaneLeavesOutItsLargest() {
    for (int count : new int[] {16, 32, 48, 64, 272, 1008, 1024}) {
      float[] block = block(count, count);
      Sums sums = new Sums();
      sums.add(block, count);
      for (int lane = 0; lane < LANES; lane++) {
        float largest = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = lane; i < count; i += LANES) {
          sum = sum.add(new BigDecimal(Math.min(largest, block[i])));
          largest = Math.max(largest, block[i]);
        }
        assertThat(sums.most[lane]).isEqualTo(largest);
        assertThat((double) sums.lanes[lane] + sums.lost[lane])
            .as("lane %d of %d elements", lane, count)
            .isCloseTo(sum.doubleValue(), offset(0x1.001p-24 * sum.doubleValue()));
      }
    }
  }

  @Test
  void blocksAddUp() {
    float[] block = block(1024, 3);
    Sums sums = new Sums();
    sums.add(block, 1024);
    sums.add(Arrays.copyOf(block, 48), 48);
    BigDecimal all = BigDecimal.ZERO;
    float largest = 0;
    for (int i = 0; i < 1024 + 48; i++) {
      float element = block[i % 1024];
      all = all.add(new BigDecimal(Math.min(largest, element)));
      largest = Math.max(largest, element);
    }
    double expected = all.doubleValue();
    assertThat(sums.others()).isCloseTo(expected, offset(0x1.01p-24 * expected));
    assertThat(SplitLanes.largest(sums.most, 0)).isEqualTo(largest);
  }

  /** What is beside the largest keeps its digits, wherever it is: nothing is taken from a sum. */
  @Test
  void smallOnesNextToALargeOne() {
    float[] block = new float[256];
    Arrays.fill(block, 0x1p-40f);
    for (int at = 0; at < 256; at++) {
      block[at] = 1;
      Sums sums = new Sums();
      sums.add(block, 256);
      assertThat(sums.others()).isEqualTo(255 * 0x1p-40f);
      assertThat(SplitLanes.largest(sums.most, 0)).isEqualTo(1);
      block[at] = 0x1p-40f;
    }
  }

  /** Beside two large ones of a lane, or of two, as well: one of them is in the sum. */
  @Test
  void smallOnesNextToTwoLargeOnes() {
    for (int at = 1; at < 256; at++) {
      float[] block = new float[256];
      Arrays.fill(block, 0x1.8p-26f);
      block[0] = 1;
      block[at] = 1;
      Sums sums = new Sums();
      sums.add(block, 256);
      assertThat(sums.others()).isCloseTo(1 + 254 * 0x1.8p-26, offset(0x1p-24));
    }
  }

  /** Lanes that are folded have the largest of all, and lanes beside them stay. */
  @Test
  void foldedLanesLeaveOutTheLargestOfAll() {
    for (int at = 0; at < LANES; at++) {
      float[] block = new float[LANES];
      Arrays.fill(block, 0.25f);
      block[at] = 3;
      Sums sums = new Sums();
      Arrays.fill(sums.lanes, LANES, 2 * LANES, 7);
      sums.add(block, LANES);
      assertThat(sums.others()).isEqualTo(15 * 0.25);
      assertThat(SplitLanes.largest(sums.most, 0)).isEqualTo(3);
      assertThat(Arrays.copyOfRange(sums.lanes, LANES, 2 * LANES)).containsOnly(7);
    }
    Sums none = new Sums();
    assertThat(none.others()).isZero();
    assertThat(SplitLanes.largest(none.most, 0)).isZero();
  }
}
