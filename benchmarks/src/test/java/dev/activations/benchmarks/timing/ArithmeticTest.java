package dev.activations.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.measuring.speed.Sample;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Medians, ratios and the order of the rounds. */
class ArithmeticTest {
  private static final double NONE = Double.NaN;

  private static Samples samples(double... nanos) {
    Samples samples = new Samples(nanos.length);
    for (int round = 0; round < nanos.length; round++) {
      if (!Double.isNaN(nanos[round])) {
        samples.put(round, new Sample(nanos[round], true));
      }
    }
    return samples;
  }

  @Test
  void aRatioIsTakenWithinARound() {
    // The machine was ten times slower in the second round: the ratios do not see it.
    Figure figure = Figure.of(samples(10, 100, 10), samples(20, 200, 20), 5);
    assertThat(figure.ratio()).isEqualTo(0.5);
    assertThat(figure.low()).isEqualTo(0.5);
    assertThat(figure.high()).isEqualTo(0.5);
    assertThat(figure.nanos()).isEqualTo(4);
  }

  @Test
  void roundsWithoutASampleDoNotCount() {
    Figure figure = Figure.of(samples(10, 30, 10), samples(5, NONE, NONE), 1);
    assertThat(figure.ratio()).isEqualTo(2);
    assertThat(figure.nanos()).isEqualTo(5);
  }

  @Test
  void disturbedRoundsCountOnlyWhereThereAreNotEnoughOthers() {
    Samples ours = samples(10, 10, 10, 10);
    Samples disturbed = new Samples(4);
    for (int round = 0; round < 4; round++) {
      disturbed.put(round, new Sample(round == 3 ? 1000 : 20, round != 3));
    }
    assertThat(disturbed.mostlyDisturbed()).isFalse();
    Figure figure = Figure.of(ours, disturbed, 1);
    assertThat(figure.nanos()).isEqualTo(20);
    assertThat(figure.low()).isEqualTo(0.5);
    assertThat(figure.disturbed()).isFalse();
  }

  @Test
  void whoWasMostlyDisturbedIsMarked() {
    Samples samples = new Samples(3);
    samples.put(0, new Sample(1, true));
    assertThat(samples.mostlyDisturbed()).isFalse();
    samples.put(1, new Sample(2, false));
    samples.put(2, new Sample(3, false));
    assertThat(samples.mostlyDisturbed()).isTrue();
    assertThat(Figure.of(samples, samples, 1).nanos()).isEqualTo(2);
    assertThat(samples.count()).isEqualTo(3);
    assertThat(samples.spentNanos()).isEqualTo(6);
  }

  @Test
  void everyRoundTimesEverybodyOnceAndNobodyAlwaysFollowsTheSame() {
    Set<String> neighbours = new HashSet<>();
    for (int round = 0; round < 10; round++) {
      int[] order = IntStream.range(0, 5).map(indexIn(round)).toArray();
      assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
      IntStream.range(1, 5).forEach(i -> neighbours.add(order[i - 1] + " before " + order[i]));
    }
    assertThat(neighbours).contains("1 before 2", "2 before 1");
    assertThat(IntStream.range(0, 10).map(round -> Order.at(0, round, 5)).distinct()).hasSize(5);
  }

  private static IntUnaryOperator indexIn(int round) {
    return place -> Order.at(place, round, 5);
  }

  @Test
  void anEffortOfNothingIsRefused() {
    assertThat(Effort.decode(new Effort(3, 4, 5).encode())).isEqualTo(new Effort(3, 4, 5));
    assertThatThrownBy(() -> new Effort(0, 1, 1)).hasMessageContaining("found 0 rounds");
  }
}
