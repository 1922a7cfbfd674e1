package dev.activations.benchmarks.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.benchmarks.task.Task;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import org.junit.jupiter.api.Test;

class RoundsTest {
  /** One round, to see that all parts fit; what it says of speed is not looked at. */
  @Test
  void everybodyGetsAFigure() {
    Task task = new Task(Work.parse("softmax"), new Shape(8, 64), 1);
    Cell cell = new Rounds(new Effort(1, 0, 0)).time(task);
    assertThat(cell.figures()).containsKeys("ours", "copy", "bulk", "naive");
    assertThat(cell.figures().values())
        .allSatisfy(figure -> assertThat(figure.nanos()).isPositive());
    assertThat(cell.ours().ratio()).isEqualTo(1);
  }
}
