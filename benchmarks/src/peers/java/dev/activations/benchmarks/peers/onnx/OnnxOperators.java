package dev.activations.benchmarks.peers.onnx;

import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.measuring.work.Direction;
import dev.activations.measuring.work.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which operator of ONNX is which function of ours: one operator each, no graphs of several. Where
 * there are two, the faster: FastGelu and QuickGelu are ONNX Runtime's own.
 */
final class OnnxOperators {
  private static final Map<String, Function<Step, OnnxNode>> NODES = new LinkedHashMap<>();

  static {
    put("relu", f -> OnnxNode.of("Relu"));
    put("relu6", f -> OnnxNode.of("Clip").input("min", 0).input("max", 6));
    put("leaky_relu", f -> OnnxNode.of("LeakyRelu").real("alpha", f.parameter("negative_slope")));
    put(
        "hard_sigmoid",
        f ->
            OnnxNode.of("HardSigmoid").real("alpha", 0.5 / f.parameter("bound")).real("beta", 0.5));
    put(
        "hard_tanh",
        f ->
            OnnxNode.of("Clip")
                .input("min", f.parameter("min_val"))
                .input("max", f.parameter("max_val")));
    put(
        "softshrink",
        f ->
            OnnxNode.of("Shrink")
                .real("lambd", f.parameter("lambd"))
                .real("bias", f.parameter("lambd")));
    put(
        "hardshrink",
        f -> OnnxNode.of("Shrink").real("lambd", f.parameter("lambd")).real("bias", 0));
    put("hard_swish", f -> OnnxNode.of("HardSwish"));
    put("elu", f -> OnnxNode.of("Elu").real("alpha", f.parameter("alpha")));
    put("selu", f -> OnnxNode.of("Selu"));
    put("celu", f -> OnnxNode.of("Celu").real("alpha", f.parameter("alpha")));
    put("exp", f -> OnnxNode.of("Exp"));
    put("gelu_erf", f -> OnnxNode.of("Gelu").text("approximate", "none"));
    put("gelu_tanh", f -> OnnxNode.contrib("FastGelu"));
    put("sigmoid", f -> OnnxNode.of("Sigmoid"));
    put("softplus", f -> OnnxNode.of("Softplus"));
    put("silu", f -> OnnxNode.contrib("QuickGelu").real("alpha", 1));
    put("swish", f -> OnnxNode.contrib("QuickGelu").real("alpha", f.parameter("beta")));
    put("quick_gelu", f -> OnnxNode.contrib("QuickGelu").real("alpha", 1.702));
    put("mish", f -> OnnxNode.of("Mish"));
    put("tanh", f -> OnnxNode.of("Tanh"));
    put("softsign", f -> OnnxNode.of("Softsign"));
    put("softmax", f -> OnnxNode.of("Softmax").integer("axis", 1));
    put("log_softmax", f -> OnnxNode.of("LogSoftmax").integer("axis", 1));
    put("logsumexp", f -> OnnxNode.of("ReduceLogSumExp").axes(1).integer("keepdims", 1));
  }

  private OnnxOperators() {}

  private static void put(String function, Function<Step, OnnxNode> node) {
    NODES.put(function, node);
  }

  /** The functions that have one. */
  static Set<String> names() {
    return NODES.keySet();
  }

  static Optional<OnnxNode> of(Work work) {
    Step f = work.step();
    return work.direction() == Direction.FORWARD && fits(f)
        ? Optional.ofNullable(NODES.get(f.name())).map(node -> node.apply(f))
        : Optional.empty();
  }

  /** Whether the operator can have the parameters of ours. */
  private static boolean fits(Step f) {
    return f.name().equals("softplus")
        ? f.parameter("beta") == 1
        : !(f instanceof RowOperation operation) || operation.temperature() == 1;
  }
}
