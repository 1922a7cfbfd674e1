package dev.activations.benchmarks.contenders;

import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.benchmarks.task.Task;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which naive loop does which work: every forward, and the backward of what networks train with
 * most.
 */
final class NaiveTable {
  private static final Map<String, Function<Step, Loop>> FORWARD = new LinkedHashMap<>();
  private static final Map<String, Loop> BACKWARD = new LinkedHashMap<>();

  static {
    plain("identity", NaivePieces::identity);
    plain("relu", NaivePieces::relu);
    plain("relu_squared", NaivePieces::reluSquared);
    plain("hard_swish", NaivePieces::hardSwish);
    plain("sparse_plus", NaivePieces::sparsePlus);
    plain("relu6", (x, y, a, b) -> NaivePieces.clip(x, y, a, b, 0, 6));
    piecesWithParameters();
    plain("exp", NaiveLoops::exponential);
    plain(
        "selu",
        (x, y, a, b) -> NaiveLoops.elu(x, y, a, b, 1.6732632423543772, 1.0507009873554805, 1));
    plain("gelu_erf", NaiveLoops::geluErf);
    plain("sigmoid", NaiveLoops::sigmoid);
    plain("log_sigmoid", NaiveLoops::logSigmoid);
    plain("silu", (x, y, a, b) -> NaiveLoops.swish(x, y, a, b, 1));
    plain("quick_gelu", (x, y, a, b) -> NaiveLoops.swish(x, y, a, b, 1.702));
    plain("gelu_tanh", NaiveLoops::geluTanh);
    plain("mish", NaiveLoops::mish);
    plain("tanh", NaiveLoops::hyperbolicTangent);
    plain("tanhshrink", NaiveLoops::tanhshrink);
    plain("softsign", NaiveLoops::softsign);
    loopsWithParameters();
    BACKWARD.put("relu", NaiveGradients::relu);
    BACKWARD.put("gelu_erf", NaiveGradients::geluErf);
    BACKWARD.put("gelu_tanh", NaiveGradients::geluTanh);
    BACKWARD.put("sigmoid", NaiveGradients::sigmoid);
    BACKWARD.put("tanh", NaiveGradients::hyperbolicTangent);
    BACKWARD.put("silu", NaiveGradients::silu);
    BACKWARD.put("mish", NaiveGradients::mish);
  }

  /** A loop without parameters over a forward's operands. */
  private interface PlainLoop {
    void run(float[] x, float[] y, int from, int to);
  }

  private NaiveTable() {}

  /** The elementwise functions that have one. */
  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(FORWARD.keySet());
    names.addAll(BACKWARD.keySet());
    return names;
  }

  /** The loop of a work; for row operations its items are rows, else elements. */
  static Optional<Loop> of(Task task) {
    Step f = task.work().step();
    return switch (task.work().direction()) {
      case FORWARD ->
          f instanceof RowOperation operation
              ? Optional.of(rows(operation, task.shape().columns()))
              : Optional.ofNullable(FORWARD.get(f.name())).map(loop -> loop.apply(f));
      case DERIVATIVE -> Optional.empty();
      case BACKWARD -> Optional.ofNullable(BACKWARD.get(f.name()));
    };
  }

  private static Loop rows(RowOperation f, int columns) {
    double factor = 1 / f.temperature();
    return switch (f.kind()) {
      case SOFTMAX -> (x, dy, y, a, b) -> NaiveRows.softmax(x, y, columns, a, b, factor);
      case SOFTMIN -> (x, dy, y, a, b) -> NaiveRows.softmax(x, y, columns, a, b, -factor);
      case LOG_SOFTMAX -> (x, dy, y, a, b) -> NaiveRows.logSoftmax(x, y, columns, a, b, factor);
      case LOGSUMEXP -> (x, dy, y, a, b) -> NaiveRows.logSumExp(x, y, columns, a, b);
    };
  }

  private static void plain(String name, PlainLoop loop) {
    FORWARD.put(name, f -> (x, dy, y, a, b) -> loop.run(x, y, a, b));
  }

  private static void piecesWithParameters() {
    FORWARD.put(
        "leaky_relu",
        f -> (x, dy, y, a, b) -> NaivePieces.leakyRelu(x, y, a, b, real(f, "negative_slope")));
    FORWARD.put(
        "threshold",
        f ->
            (x, dy, y, a, b) ->
                NaivePieces.threshold(x, y, a, b, real(f, "threshold"), real(f, "value")));
    FORWARD.put(
        "hard_sigmoid",
        f -> (x, dy, y, a, b) -> NaivePieces.hardSigmoid(x, y, a, b, real(f, "bound")));
    FORWARD.put(
        "hard_tanh",
        f ->
            (x, dy, y, a, b) ->
                NaivePieces.clip(x, y, a, b, real(f, "min_val"), real(f, "max_val")));
    FORWARD.put(
        "softshrink",
        f -> (x, dy, y, a, b) -> NaivePieces.softshrink(x, y, a, b, real(f, "lambd")));
    FORWARD.put(
        "hardshrink",
        f -> (x, dy, y, a, b) -> NaivePieces.hardshrink(x, y, a, b, real(f, "lambd")));
  }

  private static void loopsWithParameters() {
    FORWARD.put(
        "elu", f -> (x, dy, y, a, b) -> NaiveLoops.elu(x, y, a, b, f.parameter("alpha"), 1, 1));
    FORWARD.put(
        "celu",
        f ->
            (x, dy, y, a, b) ->
                NaiveLoops.elu(x, y, a, b, f.parameter("alpha"), 1, f.parameter("alpha")));
    FORWARD.put(
        "laplace",
        f ->
            (x, dy, y, a, b) ->
                NaiveLoops.laplace(x, y, a, b, f.parameter("mu"), f.parameter("sigma")));
    FORWARD.put(
        "softplus", f -> (x, dy, y, a, b) -> NaiveLoops.softplus(x, y, a, b, f.parameter("beta")));
    FORWARD.put(
        "swish", f -> (x, dy, y, a, b) -> NaiveLoops.swish(x, y, a, b, f.parameter("beta")));
    FORWARD.put(
        "softcap", f -> (x, dy, y, a, b) -> NaiveLoops.softcap(x, y, a, b, f.parameter("cap")));
    FORWARD.put(
        "squareplus", f -> (x, dy, y, a, b) -> NaiveLoops.squareplus(x, y, a, b, f.parameter("b")));
  }

  private static float real(Step f, String parameter) {
    return (float) f.parameter(parameter);
  }
}
