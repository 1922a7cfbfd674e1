package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The order of additions, which all libraries keep, in its simplest form. */
class LaneSumsTest {
  private static float[] block(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] block = new float[count];
    for (int i = 0; i < count; i++) {
      block[i] = (float) Math.scalb(random.nextDouble(), random.nextInt(24));
    }
    return block;
  }

  /** Lane by lane: groups by themselves, then the groups. */
  private static float lane(float[] block, int count, int lane, float before) {
    float sum = before;
    for (int group = 0; group < count; group += 256) {
      float part = 0;
      for (int i = group + lane; i < Math.min(count, group + 256); i += 16) {
        part += block[i];
      }
      sum += part;
    }
    return sum;
  }

  @Test
  void lanesAddUpGroups() {
    for (int count : new int[] {16, 32, 240, 256, 272, 512, 1008, 1024}) {
      float[] block = block(1024, count);
      float[] lanes = block(16, count + 1);
      float[] before = lanes.clone();
      LaneSums.add(block, count, lanes);
      for (int lane = 0; lane < 16; lane++) {
        assertThat(lanes[lane])
            .as("lane %d of %d elements", lane, count)
            .isEqualTo(lane(block, count, lane, before[lane]));
      }
    }
  }

  @Test
  void theTotalIsOfHalvesQuartersAndSoOn() {
    for (int seed = 0; seed < 1000; seed++) {
      float[] lanes = block(3 * 16, seed);
      float[] halves = Arrays.copyOfRange(lanes, 16, 32);
      for (int width = 8; width > 0; width /= 2) {
        for (int i = 0; i < width; i++) {
          halves[i] += halves[i + width];
        }
      }
      assertThat(LaneSums.total(lanes, 16)).isEqualTo(halves[0]);
    }
  }

  @Test
  void theLargestLane() {
    float[] lanes = new float[48];
    Arrays.fill(lanes, 9);
    for (int i = 16; i < 32; i++) {
      Arrays.fill(lanes, 16, 32, 0.25f);
      lanes[i] = 3;
      assertThat(LaneSums.largest(lanes, 16)).isEqualTo(3);
    }
    assertThat(LaneSums.largest(new float[16], 0)).isZero();
    lanes[20] = Float.POSITIVE_INFINITY;
    assertThat(LaneSums.largest(lanes, 16)).isEqualTo(Float.POSITIVE_INFINITY);
  }

  /** Sums of everything but the largest, however it is cut. */
  @Test
  void splitsLeaveOutTheLargest() {
    for (int count : new int[] {16, 32, 272, 1024}) {
      float[] block = block(1024, count);
      float[] lanes = new float[32];
      float[] most = new float[32];
      LaneSums.split(block, count, lanes, most);
      double sum = 0;
      float largest = 0;
      for (int i = 0; i < count; i++) {
        sum += Math.min(largest, block[i]);
        largest = Math.max(largest, block[i]);
      }
      assertThat(LaneSums.largest(most, 0)).isEqualTo(largest);
      assertThat((double) LaneSums.others(lanes, most, 0)).isCloseTo(sum, withPercentage(1e-4));
      for (int lane = 0; lane < 16; lane++) {
        float other = 0;
        float record = 0;
        for (int group = 0; group < count; group += 256) {
          float part = 0;
          float partRecord = 0;
          for (int i = group + lane; i < Math.min(count, group + 256); i += 16) {
            part += Math.min(partRecord, block[i]);
            partRecord = Math.max(partRecord, block[i]);
          }
          other += part + Math.min(record, partRecord);
          record = Math.max(record, partRecord);
        }
        assertThat(lanes[lane]).isEqualTo(other);
        assertThat(most[lane]).isEqualTo(record);
      }
      LaneSums.join(lanes, most, 16, lanes, most, 0);
      assertThat(Arrays.copyOfRange(lanes, 16, 32)).containsExactly(Arrays.copyOf(lanes, 16));
      assertThat(Arrays.copyOfRange(most, 16, 32)).containsExactly(Arrays.copyOf(most, 16));
    }
  }

  /** What is beside the largest keeps its digits: nothing is taken from a sum. */
  @Test
  void smallOnesNextToALargeOne() {
    float[] block = new float[256];
    Arrays.fill(block, 0x1p-40f);
    for (int at = 0; at < 256; at++) {
      block[at] = 1;
      float[] lanes = new float[16];
      float[] most = new float[16];
      LaneSums.split(block, 256, lanes, most);
      assertThat(LaneSums.others(lanes, most, 0)).isEqualTo(255 * 0x1p-40f);
      block[at] = 0x1p-40f;
    }
  }
}
