package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Pipeline;
import dev.activations.Step;
import dev.activations.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** A pipeline gives the bits of its steps called one by one. */
final class PipelineCases {
  private static final int ROWS = 300;
  private static final int COLUMNS = 129;

  private final BackendContract contract;
  private final int rows;

  PipelineCases(BackendContract contract) {
    this.contract = contract;
    rows = contract.rows(ROWS);
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        steps("gelu_erf,softmax"),
        steps("leaky_relu:negative_slope=0.2,log_softmax:temperature=2,exp"),
        steps("tanh,relu,silu,mish"),
        steps("softcap:cap=30,logsumexp"),
        steps("gelu_tanh,logsumexp,tanh"),
        steps("logsumexp,softmax"),
        derivative("silu"),
        derivative("tanh,silu,softplus:beta=1.5"),
        contract.test("float64 is the definition", PipelineCases::definition),
        contract.test("the chain rule overflows to no NaN", PipelineCases::overflow),
        float64("gelu_erf,softmax:temperature=0.5"),
        float64("tanh,logsumexp,exp"));
  }

  private float[] input() {
    return Inputs.floats(Activation.SILU, rows * COLUMNS, 5);
  }

  private DynamicNode steps(String text) {
    return contract.test(
        text + " as one call and as many",
        backend -> {
          Pipeline pipeline = Pipeline.parse(text);
          int width = pipeline.outputColumns(COLUMNS);
          try (Tensor x = backend.allocate(rows, COLUMNS, input());
              Tensor y = backend.allocate(rows, width)) {
            backend.run(pipeline, x, y);
            float[] once = y.toArray();
            assertThat(bits(once)).isEqualTo(bits(oneByOne(backend, pipeline)));
            if (width == COLUMNS) {
              backend.run(pipeline, x, x);
              assertThat(bits(x.toArray())).isEqualTo(bits(once));
            }
          }
        });
  }

  private float[] oneByOne(Backend backend, Pipeline pipeline) {
    float[] values = input();
    int columns = COLUMNS;
    for (Step step : pipeline.steps()) {
      int next = step.outputColumns(columns);
      try (Tensor x = backend.allocate(rows, columns, values);
          Tensor y = backend.allocate(rows, next)) {
        backend.run(Pipeline.of(step), x, y);
        values = y.toArray();
      }
      columns = next;
    }
    return values;
  }

  /** The chain rule: the derivative of the inner step, then the backward of each outer one. */
  private DynamicNode derivative(String text) {
    return contract.test(
        "derivative of " + text,
        backend -> {
          Pipeline pipeline = Pipeline.parse(text);
          try (Tensor x = backend.allocate(rows, COLUMNS, input());
              Tensor y = backend.allocate(rows, COLUMNS);
              Tensor value = backend.allocate(rows, COLUMNS, input());
              Tensor chain = backend.allocate(rows, COLUMNS)) {
            backend.run(pipeline.derivative(), x, y);
            for (int i = 0; i < pipeline.steps().size(); i++) {
              Activation f = (Activation) pipeline.steps().get(i);
              if (i == 0) {
                backend.derivative(f, value, chain);
              } else {
                backend.backward(f, value, chain, chain);
              }
              backend.forward(f, value, value);
            }
            float[] once = y.toArray();
            assertThat(bits(once)).isEqualTo(bits(chain.toArray()));
            backend.run(pipeline.derivative(), x, x);
            assertThat(bits(x.toArray())).isEqualTo(bits(once));
          }
        });
  }

  /** float64 is more digits of the same function. */
  private DynamicNode float64(String text) {
    return contract.test(
        text + " in float64",
        backend -> {
          Pipeline pipeline = Pipeline.parse(text);
          float[] narrow = RowCases.RowKind.GAUSSIAN.rows(rows, COLUMNS);
          double[] x = new double[narrow.length];
          for (int i = 0; i < x.length; i++) {
            x[i] = narrow[i];
          }
          int width = pipeline.outputColumns(COLUMNS);
          double[] y = new double[rows * width];
          backend.run(pipeline, rows, COLUMNS, x, y);
          try (Tensor input = backend.allocate(rows, COLUMNS, narrow);
              Tensor output = backend.allocate(rows, width)) {
            backend.run(pipeline, input, output);
            float[] single = output.toArray();
            for (int i = 0; i < y.length; i++) {
              assertThat((double) single[i]).isCloseTo(y[i], offset(1e-5 * Math.abs(y[i])));
            }
          }
          if (width == COLUMNS) {
            backend.run(pipeline, rows, COLUMNS, x, x);
            assertThat(x).isEqualTo(y);
          }
        });
  }

  private static void definition(Backend backend) {
    double[] x = {-30, -1.3, 0, 0.1, 7};
    double[] y = new double[x.length];
    backend.run(Pipeline.of(Activation.GELU_ERF), 1, x.length, x, y);
    for (int i = 0; i < x.length; i++) {
      assertThat(y[i]).isEqualTo(Activation.GELU_ERF.value(x[i]));
    }
  }

  private static void overflow(Backend backend) {
    for (String text :
        new String[] {"exp,relu6", "exp,tanh", "exp,sigmoid", "softplus,exp,softsign"}) {
      Pipeline derivative = Pipeline.parse(text).derivative();
      try (Tensor x = backend.allocate(1, 2, 100, Float.NaN)) {
        backend.run(derivative, x, x);
        assertThat(x.toArray()[0]).as(text).isZero();
        assertThat(x.toArray()[1]).as(text).isNaN();
      }
      double[] wide = {1000, Double.NaN};
      backend.run(derivative, 1, 2, wide, wide);
      assertThat(wide[0]).as(text).isZero();
      assertThat(wide[1]).as(text).isNaN();
    }
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToIntBits(values[i]);
    }
    return bits;
  }
}
