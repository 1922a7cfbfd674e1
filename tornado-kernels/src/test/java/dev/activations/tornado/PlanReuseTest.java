package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.Step;
import dev.activations.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Sizes and parameters are data: many calls, few plans, flat memory. */
@Isolated("counts what is compiled, and memory")
class PlanReuseTest {
  private static final int CALLS = 10_000;

  /** The simulator takes a microsecond for each element. */
  private static final int LARGEST =
      "simulator".equals(System.getProperty(Installation.STARTED)) ? 10_000 : 100_000;

  @Test
  void tenThousandCallsOfAllSizesCompileOncePerPipelineAndCapacity() {
    SplittableRandom random = new SplittableRandom(7);
    Set<String> expected = new HashSet<>();
    try (TornadoBackend backend = open()) {
      long before = backend.session().compilations();
      long heapAfterWarmUp = 0;
      for (int call = 0; call < CALLS; call++) {
        int rows = 1 + random.nextInt(LARGEST / 32);
        int columns = 1 + random.nextInt(32);
        String parameter = String.valueOf(0.5 + random.nextInt(1000) / 1000.0);
        Pipeline pipeline =
            Pipeline.parse(
                call % 2 == 0
                    ? "leaky_relu:negative_slope=" + parameter
                    : "softplus:beta=" + parameter + ",softmax:temperature=" + parameter);
        expected.add(call % 2 + "/" + Capacity.of(rows * columns));
        float[] values = new float[rows * columns];
        values[0] = -1;
        try (Tensor x = backend.allocate(rows, columns, values);
            Tensor y = backend.allocate(rows, columns)) {
          backend.run(pipeline, x, y);
          if (call % 97 == 0) {
            check(pipeline, y.toArray(), columns);
          }
        }
        if (call == CALLS / 2) {
          heapAfterWarmUp = usedHeap();
        }
      }
      assertThat(backend.session().compilations() - before).isEqualTo(expected.size());
      assertThat(backend.session().plans()).isLessThanOrEqualTo(64);
      // Results that TornadoVM keeps for each execution alone would be a megabyte here.
      assertThat(usedHeap() - heapAfterWarmUp).isLessThan(1 << 20);
    }
  }

  private static void check(Pipeline pipeline, float[] y, int columns) {
    Step first = pipeline.steps().get(0);
    if (pipeline.steps().size() == 1) {
      assertThat(y[0]).isEqualTo((float) ((Activation) first).value(-1));
    } else {
      double sum = 0;
      for (int i = 0; i < columns; i++) {
        sum += y[i];
      }
      assertThat(sum).isBetween(1 - 1e-6, 1 + 1e-6);
    }
  }

  @Test
  void theSameTensorsGetAPlanOfTheirOwnAndOthersShareOne() {
    try (TornadoBackend backend = open()) {
      long before = backend.session().compilations();
      List<Tensor> tensors = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        tensors.add(backend.allocate(10, 977, new float[9770]));
      }
      for (int round = 0; round < 5; round++) {
        for (int i = 0; i < tensors.size(); i += 2) {
          backend.forward(Activation.HARD_SWISH, tensors.get(i), tensors.get(i + 1));
        }
      }
      assertThat(backend.session().compilations() - before).isEqualTo(2);
      for (int round = 0; round < 100; round++) {
        backend.forward(Activation.HARD_SWISH, tensors.get(2), tensors.get(3));
      }
      assertThat(backend.session().compilations() - before).isEqualTo(3);
      tensors.forEach(Tensor::close);
    }
  }

  @Test
  void moreTensorsThanPlansDoNotCompileForEver() {
    try (TornadoBackend backend = open()) {
      List<Tensor> tensors = new ArrayList<>();
      for (int i = 0; i < 70; i++) {
        tensors.add(backend.allocate(1, 100, filled(100)));
      }
      long before = 0;
      for (int round = 0; round < 80; round++) {
        if (round == 70) {
          before = backend.session().compilations();
        }
        tensors.forEach(tensor -> backend.forward(Activation.RELU6, tensor, tensor));
      }
      assertThat(backend.session().compilations()).isEqualTo(before);
      tensors.forEach(Tensor::close);
    }
  }

  @Test
  void aCallLargerThanTheGridIsStrided() {
    int count = (1 << 20) + 1234;
    try (TornadoBackend backend = open();
        Tensor x = backend.allocate(1, count, filled(count))) {
      backend.forward(Activation.RELU6, x, x);
      assertThat(x.toArray()).containsOnly(6);
    }
  }

  @Test
  void aPipelineOfManyStepsIsOneGraph() {
    try (TornadoBackend backend = open();
        Tensor x = backend.allocate(1, 3, 0.5f, -1, 2)) {
      Pipeline pipeline = Pipeline.of(Collections.nCopies(100, Activation.RELU));
      backend.run(pipeline, x, x);
      assertThat(x.toArray()).containsExactly(0.5f, 0, 2);
      backend.run(Pipeline.of(Collections.nCopies(50, Activation.RELU)).derivative(), x, x);
      assertThat(x.toArray()).containsExactly(1, 0, 1);
      assertThatThrownBy(
              () -> backend.run(Pipeline.of(Collections.nCopies(101, Activation.RELU)), x, x))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("101 kernels")
          .hasMessageContaining("split");
    }
  }

  @Test
  void morePlansThanFitAreLetGoOldestFirst() {
    try (TornadoBackend backend = open()) {
      List<String> functions = List.of("relu", "relu6", "softsign");
      for (String function : functions) {
        for (int elements = 5000; elements < 5000 << 6; elements += elements / 3) {
          try (Tensor x = backend.allocate(1, elements)) {
            backend.run(Pipeline.parse(function), x, x);
          }
        }
      }
      assertThat(backend.session().plans()).isLessThanOrEqualTo(64);
      try (Tensor x = backend.allocate(1, 5000, filled(5000))) {
        backend.forward(Activation.RELU6, x, x);
        assertThat(x.toArray()).containsOnly(6);
      }
    }
  }

  private static float[] filled(int count) {
    float[] values = new float[count];
    Arrays.fill(values, 7);
    return values;
  }

  static TornadoBackend open() {
    RequiredDevice.check();
    return (TornadoBackend) new TornadoBackendProvider().open("tornado", BackendOptions.DEFAULTS);
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
