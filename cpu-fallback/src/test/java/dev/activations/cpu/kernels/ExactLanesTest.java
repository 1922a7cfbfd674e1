package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sums and what they lost, against decimals that lose nothing. */
class ExactLanesTest {
  private static final int LANES = RowKernels.LANES;

  private static float[] block(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] block = new float[count];
    for (int i = 0; i < count; i++) {
      block[i] = (float) Math.scalb(random.nextDouble(), random.nextInt(-60, 60));
    }
    return block;
  }

  private static double sum(float[] block, int count, int lane, float before, float more) {
    BigDecimal sum = new BigDecimal(before).add(new BigDecimal(more));
    for (int i = lane; i < count; i += LANES) {
      sum = sum.add(new BigDecimal(block[i]));
    }
    return sum.doubleValue();
  }

  private static double exact(float[] lanes, float[] lost, int lane) {
    return (double) lanes[lane] + lost[lane];
  }

  @Test
  void lanesLoseNoMoreThanOneAddition() {
    for (int count : new int[] {16, 32, 48, 240, 256, 272, 1008, 1024}) {
      float[] block = block(count, count);
      float[] lanes = block(LANES, 1);
      float[] before = lanes.clone();
      float[] lost = new float[LANES];
      float[] padded = new float[count + 3];
      System.arraycopy(block, 0, padded, 3, count);
      ExactLanes.add(padded, 3, count, lanes, lost);
      for (int lane = 0; lane < LANES; lane++) {
        double sum = sum(block, count, lane, before[lane], 0);
        assertThat(lanes[lane]).isPositive();
        assertThat(exact(lanes, lost, lane)).isCloseTo(sum, offset(0x1.001p-24 * sum));
      }
    }
  }

  /** What an addition of two floats loses is a float, of whichever comes first. */
  @Test
  void oneLossIsExact() {
    float[] numbers = block(2000, 5);
    for (int i = 0; i < numbers.length; i += 2) {
      float one = numbers[i];
      float other = i % 3 == 0 ? Math.nextUp(one) * 0.75f : numbers[i + 1];
      float sum = one + other;
      double lost =
          new BigDecimal(one)
              .add(new BigDecimal(other))
              .subtract(new BigDecimal(sum))
              .doubleValue();
      assertThat((double) ExactLanes.lost(one, other, sum)).isEqualTo(lost);
      assertThat((double) ExactLanes.lost(other, one, sum)).isEqualTo(lost);
    }
    assertThat(ExactLanes.lost(0x1p-30f, 1, 1)).isEqualTo(0x1p-30f);
    assertThat(ExactLanes.lost(1, 0x1p-30f, 1)).isEqualTo(0x1p-30f);
  }

  /** Many terms that a float would lose, each, beside one that comes first, amid them, or last. */
  @Test
  void smallTermsBesideALargeOne() {
    for (int place : new int[] {0, 512, 1008}) {
      float[] block = new float[1024];
      for (int i = 0; i < 1024; i += LANES) {
        block[i] = i == place ? 1 : 0x1.8p-26f;
      }
      float[] lanes = new float[LANES];
      float[] lost = new float[LANES];
      ExactLanes.add(block, 0, 1024, lanes, lost);
      assertThat(exact(lanes, lost, 0)).isCloseTo(1 + 63 * 0x1.8p-26, offset(0x1p-24));
      assertThat(exact(lanes, lost, 1)).isZero();
    }
  }

  /** Four lanes are left, each the sum of four, and the sum of all in double. */
  @Test
  void foldedLanesKeepWhatAllLost() {
    for (int seed = 0; seed < 20; seed++) {
      float[] lanes = block(3 * LANES, seed);
      float[] lost = block(3 * LANES, seed + 100);
      for (int i = 0; i < lost.length; i++) {
        lost[i] = lanes[i] * 0x1p-26f;
      }
      float[] before = lanes.clone();
      float[] first = lost.clone();
      ExactLanes.fold(lanes, lost, LANES);
      double all = 0;
      for (int i = LANES; i < LANES + 4; i++) {
        double sum = 0;
        for (int k = i; k < 2 * LANES; k += 4) {
          sum += (double) before[k] + first[k];
        }
        assertThat(exact(lanes, lost, i)).isCloseTo(sum, offset(0x1p-44 * sum));
        assertThat(lost[i]).isLessThan(lanes[i] * 0x1p-22f);
        all += sum;
      }
      assertThat(ExactLanes.total(lanes, lost, LANES)).isCloseTo(all, offset(0x1p-44 * all));
      for (int i = 0; i < LANES; i++) {
        assertThat(lanes[i]).isEqualTo(before[i]);
        assertThat(lanes[i + 2 * LANES]).isEqualTo(before[i + 2 * LANES]);
      }
    }
  }

  @Test
  void theTotalIsOfFour() {
    float[] lanes = {9, 0x1p60f, 1, 0x1p-50f, 0x1p30f, 9};
    float[] lost = {9, 0x1p30f, 0x1p-30f, 0, 0x1p-9f, 9};
    double even = (0x1p60 + 0x1p30) + 0x1p-50;
    double odd = (1 + 0x1p-30) + (0x1p30 + 0x1p-9);
    assertThat(ExactLanes.total(lanes, lost, 1)).isEqualTo(even + odd);
  }
}
