package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Tensor;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sizes of arrays: few, and little larger than asked for. */
class CapacityTest {
  @Test
  void aQuarterIsWastedAtMost() {
    for (long elements = 1; elements < Tensor.MAX_ELEMENTS; elements += 1 + elements / 50) {
      int capacity = Capacity.of((int) elements);
      assertThat(capacity).isGreaterThanOrEqualTo((int) elements);
      if (elements > 4096) {
        assertThat((double) capacity).isLessThanOrEqualTo(1.25 * elements);
      }
    }
    assertThat(Capacity.of(Tensor.MAX_ELEMENTS)).isEqualTo(Tensor.MAX_ELEMENTS);
  }

  @Test
  void fourForEachPowerOfTwo() {
    Set<Integer> capacities = new HashSet<>();
    for (int elements = (1 << 20) + 1; elements <= 1 << 21; elements += 997) {
      capacities.add(Capacity.of(elements));
    }
    assertThat(capacities).hasSize(4);
    assertThat(Capacity.of(1 << 21)).isEqualTo(1 << 21);
    assertThat(Capacity.of((1 << 21) + 1)).isEqualTo(5 << 19);
  }
}
