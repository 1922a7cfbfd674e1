package dev.activations.benchmarks.contenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import dev.activations.catalogue.Catalogue;
import dev.activations.measuring.work.Direction;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContendersTest {
  private static final Shape SMALL = new Shape(23, 47);

  static Stream<Work> works() {
    return Work.all().stream();
  }

  static Stream<Work> worksWithParameters() {
    return Stream.of(
            "leaky_relu:negative_slope=-0.5",
            "threshold:threshold=0.1:value=0",
            "hard_sigmoid:bound=2.5",
            "hard_tanh:min_val=-2:max_val=3",
            "softshrink:lambd=0.1",
            "hardshrink:lambd=0.1",
            "elu:alpha=1.7",
            "celu:alpha=0.3",
            "laplace:mu=1:sigma=2",
            "softplus:beta=3",
            "swish:beta=0.5",
            "softcap:cap=2",
            "squareplus:b=1",
            "softmax:temperature=0.5",
            "log_softmax:temperature=3",
            "softmin:temperature=2")
        .map(Work::parse);
  }

  /** Opening checks the results. */
  @ParameterizedTest
  @MethodSource({"works", "worksWithParameters"})
  void weDoEveryWorkRight(Work work) {
    assertThatCode(() -> Contenders.open(Contenders.OURS, new Task(work, SMALL, 2)).get().close())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource({"works", "worksWithParameters"})
  void naiveLoopsAreRight(Work work) {
    assertThatCode(() -> Contenders.open(Contenders.NAIVE, new Task(work, SMALL, 2)))
        .doesNotThrowAnyException();
  }

  /** A new function needs none, so the table may lag behind the catalogue, but not fall apart. */
  @Test
  void thereAreNaiveLoopsForForwardsAndForWhatNetworksTrainWith() {
    List<Work> loops = works().filter(w -> Contenders.can(Contenders.NAIVE, w)).toList();
    assertThat(loops.stream().filter(w -> w.direction() == Direction.FORWARD)).hasSize(35);
    assertThat(loops.stream().filter(w -> w.direction() == Direction.BACKWARD)).hasSize(7);
    assertThat(NaiveTable.names()).allMatch(name -> Catalogue.find(name).isPresent());
  }

  @Test
  void devicesAreNamedAsOnTheCommandLine() {
    assertThat(Contenders.devices()).containsExactly("tornado");
    assertThat(Stream.of("tornado", "tornado:opencl:0", "name~h100"))
        .allMatch(Contenders::isDevice)
        .allMatch(name -> Contenders.can(name, Work.parse("silu")));
    assertThat(Contenders.names()).noneMatch(Contenders::isDevice);
    assertThat(Contenders.isDevice("tornadoes")).isFalse();
  }

  @Test
  void theCopyMovesAsManyBytesAsTheWork() {
    assertThat(copied("relu")).isEqualTo(SMALL.elements());
    assertThat(copied("relu/backward")).isEqualTo(SMALL.elements() * 3 / 2);
    assertThat(copied("logsumexp")).isEqualTo((SMALL.elements() + SMALL.rows()) / 2);
  }

  private static int copied(String work) {
    return CopyContender.copied(new Task(Work.parse(work), SMALL, 1));
  }

  @Test
  void bothCopiesCopyEverything() {
    Task task = new Task(Work.parse("relu"), new Shape(3, 40000), 2);
    for (String name : List.of(Contenders.COPY, Contenders.BULK)) {
      try (Contender copy = Contenders.openUnchecked(name, task)) {
        float[] copied = new float[task.outputElements()];
        copy.call();
        copy.copyOutput(copied);
        assertThat(copied).as(name).isEqualTo(task.x());
      }
    }
  }

  @Test
  void oursGoesFirst() {
    List<Entrant> entrants = Contenders.open(new Task(Work.parse("silu"), SMALL, 1));
    assertThat(entrants).extracting(Entrant::name).startsWith("ours", "copy", "bulk", "naive");
    entrants.forEach(entrant -> entrant.contender().close());
  }

  @Test
  void whoIsUnknownIsNamed() {
    Task task = new Task(Work.parse("silu"), SMALL, 1);
    assertThatThrownBy(() -> Contenders.open("nobody", task))
        .hasMessageContaining("no contender is called nobody: there are [ours, copy, bulk, naive");
    Task derivative = new Task(Work.parse("silu/derivative"), SMALL, 1);
    assertThatThrownBy(() -> Contenders.openUnchecked("naive", derivative))
        .hasMessage("naive cannot do silu/derivative on 23x47 with 1 thread");
  }
}
