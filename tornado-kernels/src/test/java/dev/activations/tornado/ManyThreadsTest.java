package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Backend;
import dev.activations.Pipeline;
import dev.activations.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** 64 threads on one backend: all results are right, for as long as it takes. */
@Isolated("takes all processors")
class ManyThreadsTest {
  private static final int THREADS = 64;

  /** A minute on a device; a moment on the simulator, which is one strand at a time anyway. */
  private static final long SECONDS =
      Long.getLong(
          "activations.test.seconds",
          "simulator".equals(System.getProperty(Installation.STARTED)) ? 5 : 60);

  @Test
  void allResultsAreRight() throws Exception {
    List<Pipeline> pipelines =
        List.of(
            Pipeline.parse("gelu_erf,softmax"),
            Pipeline.parse("mish"),
            Pipeline.parse("tanh,silu").derivative(),
            Pipeline.parse("elu:alpha=0.7,logsumexp"));
    int rows = 20;
    int columns = 65;
    float[] values = new float[rows * columns];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (8 * random.nextDouble() - 4);
    }
    try (TornadoBackend backend = PlanReuseTest.open()) {
      List<float[]> expected = new ArrayList<>();
      for (Pipeline pipeline : pipelines) {
        expected.add(run(backend, pipeline, rows, columns, values));
      }
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      List<Callable<Long>> callers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int first = i;
        callers.add(
            () -> {
              long calls = 0;
              for (int j = first; System.nanoTime() < end; j++) {
                int which = j % pipelines.size();
                float[] y = run(backend, pipelines.get(which), rows, columns, values);
                assertThat(y).isEqualTo(expected.get(which));
                calls++;
              }
              return calls;
            });
      }
      long calls = 0;
      for (Future<Long> caller : threads.invokeAll(callers)) {
        calls += caller.get();
      }
      threads.shutdown();
      assertThat(calls).isGreaterThanOrEqualTo(THREADS);
      System.out.println(
          calls + " calls of " + THREADS + " threads in " + SECONDS + " s: all right");
    }
  }

  private static float[] run(
      Backend backend, Pipeline pipeline, int rows, int columns, float... values) {
    try (Tensor x = backend.allocate(rows, columns, values);
        Tensor y = backend.allocate(rows, pipeline.outputColumns(columns))) {
      backend.run(pipeline, x, y);
      return y.toArray();
    }
  }
}
