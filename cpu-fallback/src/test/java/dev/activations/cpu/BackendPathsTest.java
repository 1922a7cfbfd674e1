package dev.activations.cpu;

import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.Saved;
import dev.activations.Step;
import dev.activations.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of the backend: the same bits on any number of threads, in place, and step by step. */
class BackendPathsTest {
  /** Rows and columns: one block, blocks of elements and of rows, a long row, a few of them. */
  private static final int[][] SHAPES = {
    {3, 7}, {1, 16_385}, {2000, 48}, {700, 97}, {1, 300_003}, {3, 262_144}
  };

  private static float[] run(int threads, Pipeline pipeline, int rows, float... x) {
    int columns = x.length / rows;
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(threads));
        Tensor input = cpu.allocate(rows, columns, x);
        Tensor output = cpu.allocate(rows, pipeline.outputColumns(columns))) {
      cpu.run(pipeline, input, output);
      return output.toArray();
    }
  }

  private static float[] stepByStep(Pipeline pipeline, int rows, float... x) {
    float[] values = x;
    for (Step step : pipeline.steps()) {
      values = run(1, Pipeline.of(step), rows, values);
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "silu",
        "tanh,silu,softplus:beta=1.5",
        "softmax",
        "tanh,softmax,exp",
        "log_softmax:temperature=2,softmin",
        "logsumexp",
        "gelu_tanh,logsumexp,tanh",
        "logsumexp,softmax"
      })
  void pipelines(String text) {
    Pipeline pipeline = Pipeline.parse(text);
    for (int[] shape : SHAPES) {
      int rows = shape[0];
      float[] x = Samples.normal(rows * shape[1], 1);
      float[] expected = stepByStep(pipeline, rows, x);
      for (int threads : new int[] {1, 2, 5}) {
        String what = text + " of " + rows + "x" + shape[1] + " on " + threads + " threads";
        Samples.requireSame(run(threads, pipeline, rows, x), expected, what);
        if (expected.length == x.length) {
          Samples.requireSame(inPlace(threads, pipeline, rows, x), expected, what + ", in place");
        }
      }
    }
  }

  private static float[] inPlace(int threads, Pipeline pipeline, int rows, float... x) {
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(threads));
        Tensor both = cpu.allocate(rows, x.length / rows, x)) {
      cpu.run(pipeline, both, both);
      return both.toArray();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"silu", "tanh,silu,softplus:beta=1.5", "exp,relu6"})
  void derivatives(String text) {
    Pipeline derivative = Pipeline.parse(text).derivative();
    float[] x = Samples.any(100_003, 1);
    float[] expected = run(1, derivative, 1, x);
    for (int threads : new int[] {1, 2, 5}) {
      String what = "derivative of " + text + " on " + threads + " threads";
      Samples.requireSame(run(threads, derivative, 1, x), expected, what);
      Samples.requireSame(inPlace(threads, derivative, 1, x), expected, what + ", in place");
    }
  }

  private static float[] backward(
      int threads, Step f, int rows, float[] saved, float[] dy, String over) {
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(threads));
        Tensor x = cpu.allocate(rows, saved.length / rows, saved);
        Tensor gradient = cpu.allocate(rows, dy.length / rows, dy);
        Tensor other = cpu.allocate(rows, saved.length / rows)) {
      Tensor dx = over.equals("x") ? x : over.equals("dy") ? gradient : other;
      cpu.run(f.backward(), x, gradient, dx);
      return dx.toArray();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mish", "softmax:temperature=2", "log_softmax", "softmin", "logsumexp"})
  void backwards(String text) {
    Step f = Step.parse(text);
    for (int[] shape : SHAPES) {
      int rows = shape[0];
      int width = Pipeline.of(f).outputColumns(shape[1]);
      float[] x = Samples.normal(rows * shape[1], 1);
      boolean fromInput = f.saved() == Saved.INPUT;
      float[] saved = fromInput ? x : run(1, Pipeline.of(f), rows, x);
      float[] dy = Samples.normal(rows * width, 2);
      float[] expected = backward(1, f, rows, saved, dy, "");
      for (int threads : new int[] {1, 2, 5}) {
        String what = "backward of " + text + " of " + rows + "x" + shape[1] + ", " + threads;
        Samples.requireSame(backward(threads, f, rows, saved, dy, ""), expected, what);
        Samples.requireSame(
            backward(threads, f, rows, saved, dy, "x"), expected, what + " threads, over x");
        if (width == shape[1]) {
          Samples.requireSame(
              backward(threads, f, rows, saved, dy, "dy"), expected, what + " threads, over dy");
        }
      }
    }
  }
}
