package dev.activations.benchmarks.peers.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.benchmarks.task.Task;
import dev.activations.catalogue.Catalogue;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import org.junit.jupiter.api.Test;

class DnnlAlgorithmTest {
  @Test
  void everyNameIsInTheCatalogue() {
    assertThat(DnnlAlgorithm.names()).isNotEmpty().allMatch(n -> Catalogue.find(n).isPresent());
  }

  @Test
  void aNumberOfThreadsThatOpenMpWasNotToldIsRefused() {
    Task task = new Task(Work.parse("relu"), new Shape(2, 2), 7);
    assertThatThrownBy(() -> new OneDnn().contender(task))
        .hasMessage(
            "oneDNN takes its threads from OMP_NUM_THREADS, which is 1: set it to 7 before the JVM"
                + " starts");
  }
}
