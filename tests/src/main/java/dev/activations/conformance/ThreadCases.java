package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Many callers at once get what one caller gets, and the number of threads changes no bit. */
final class ThreadCases {
  private static final int CALLERS = 16;
  private static final int CALLS = 12;

  private final BackendContract contract;

  ThreadCases(BackendContract contract) {
    this.contract = contract;
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        contract.test(CALLERS + " callers on one backend", this::callers),
        DynamicTest.dynamicTest("1, 2 and 7 threads give the same bits", this::threads));
  }

  private static float[] run(Backend backend, Pipeline pipeline, int rows, float... x) {
    int columns = x.length / rows;
    try (Tensor input = backend.allocate(rows, columns, x);
        Tensor output = backend.allocate(rows, pipeline.outputColumns(columns))) {
      backend.run(pipeline, input, output);
      return output.toArray();
    }
  }

  private void callers(Backend backend) throws Exception {
    List<Pipeline> pipelines =
        Arrays.asList(
            Pipeline.parse("gelu_erf,softmax"),
            Pipeline.parse("mish"),
            Pipeline.parse("softplus:beta=3,logsumexp"),
            Pipeline.parse("tanh,silu").derivative());
    int rows = contract.rows(200);
    float[] x = Inputs.floats(Activation.MISH, rows * 301, 3);
    List<float[]> alone = new ArrayList<>();
    for (Pipeline pipeline : pipelines) {
      alone.add(run(backend, pipeline, rows, x));
    }
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<float[]>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS * CALLS; i++) {
        Pipeline pipeline = pipelines.get(i % pipelines.size());
        calls.add(() -> run(backend, pipeline, rows, x));
      }
      List<Future<float[]>> results = callers.invokeAll(calls);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(alone.get(i % pipelines.size()));
      }
    } finally {
      callers.shutdown();
    }
  }

  private void threads() {
    int rows = contract.rows(700);
    float[] x = Inputs.floats(Activation.GELU_ERF, rows * 97, 11);
    for (String text : new String[] {"gelu_erf", "gelu_erf,softmax", "log_softmax", "logsumexp"}) {
      Pipeline pipeline = Pipeline.parse(text);
      List<float[]> results = new ArrayList<>();
      for (int threads : new int[] {1, 2, 7}) {
        try (Backend backend = contract.open(BackendOptions.DEFAULTS.withThreads(threads))) {
          results.add(run(backend, pipeline, rows, x));
        }
      }
      assertThat(results.get(1)).isEqualTo(results.get(0));
      assertThat(results.get(2)).isEqualTo(results.get(0));
    }
  }
}
