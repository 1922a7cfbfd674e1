package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;

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
}
