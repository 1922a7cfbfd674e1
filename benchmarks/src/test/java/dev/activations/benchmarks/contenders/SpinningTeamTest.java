package dev.activations.benchmarks.contenders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpinningTeamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @Timeout(60)
  void everyItemIsInOnePartAlsoAfterARest(int threads) throws InterruptedException {
    try (SpinningTeam team = new SpinningTeam(threads)) {
      for (int items : new int[] {0, 1, 2, 1001}) {
        AtomicIntegerArray visits = new AtomicIntegerArray(items);
        for (int job = 0; job < 10; job++) {
          team.forEach(
              items,
              (from, to) -> {
                for (int i = from; i < to; i++) {
                  visits.incrementAndGet(i);
                }
              });
        }
        int[] expected = new int[items];
        Arrays.fill(expected, 10);
        assertThat(visits).hasToString(Arrays.toString(expected));
        Thread.sleep(5); // long enough for the helpers to park
      }
    }
  }
}
