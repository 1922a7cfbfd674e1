package dev.activations.benchmarks.peers.pytorch;

import dev.activations.RowOperation;
import dev.activations.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Which operator of PyTorch is which function of ours: those with a kernel of their own that writes
 * to an output that is given. What PyTorch composes of several operators is left out.
 */
final class TorchOperators {
  /** One call. */
  interface Call {
    void run(Tensor y, Tensor x);
  }

  private static final Map<String, Function<Step, Call>> FORWARD = new LinkedHashMap<>();

  static {
    FORWARD.put("identity", f -> (y, x) -> y.copy_(x));
    FORWARD.put("relu", f -> TorchScalars.call(0, (y, x, zero) -> torch.clamp_min_out(y, x, zero)));
    FORWARD.put("relu6", f -> TorchScalars.call(0, 6, torch::hardtanh_out));
    FORWARD.put(
        "leaky_relu", f -> TorchScalars.call(f.parameter("negative_slope"), torch::leaky_relu_out));
    FORWARD.put(
        "threshold",
        f ->
            TorchScalars.call(
                f.parameter("threshold"), f.parameter("value"), torch::threshold_out));
    FORWARD.put("hard_sigmoid", f -> torch::hardsigmoid_out);
    FORWARD.put(
        "hard_tanh",
        f ->
            TorchScalars.call(f.parameter("min_val"), f.parameter("max_val"), torch::hardtanh_out));
    FORWARD.put("softshrink", f -> TorchScalars.call(f.parameter("lambd"), torch::softshrink_out));
    FORWARD.put("hardshrink", f -> TorchScalars.call(f.parameter("lambd"), torch::hardshrink_out));
    FORWARD.put("hard_swish", f -> torch::hardswish_out);
    FORWARD.put("elu", f -> TorchScalars.elu(f.parameter("alpha"), 1, 1));
    FORWARD.put("selu", f -> TorchScalars.elu(TorchScalars.SELU_ALPHA, TorchScalars.SELU_SCALE, 1));
    FORWARD.put("celu", f -> TorchScalars.elu(f.parameter("alpha"), 1, 1 / f.parameter("alpha")));
    FORWARD.put("exp", f -> torch::exp_out);
    FORWARD.put("gelu_erf", f -> (y, x) -> torch.gelu_out(y, x, "none"));
    FORWARD.put("gelu_tanh", f -> (y, x) -> torch.gelu_out(y, x, "tanh"));
    FORWARD.put("sigmoid", f -> torch::sigmoid_out);
    FORWARD.put("log_sigmoid", f -> logSigmoid());
    FORWARD.put(
        "softplus",
        f ->
            TorchScalars.call(
                f.parameter("beta"), TorchScalars.SOFTPLUS_THRESHOLD, torch::softplus_out));
    FORWARD.put("silu", f -> torch::silu_out);
    FORWARD.put("swish", f -> torch::silu_out);
    FORWARD.put("mish", f -> torch::mish_out);
    FORWARD.put("tanh", f -> torch::tanh_out);
    FORWARD.put("softmax", f -> (y, x) -> torch.softmax_out(y, x, 1));
    FORWARD.put("log_softmax", f -> (y, x) -> torch.log_softmax_out(y, x, 1));
    FORWARD.put("logsumexp", f -> (y, x) -> torch.logsumexp_out(y, x, new long[] {1}, true));
  }

  private TorchOperators() {}

  /** The functions that have one. */
  static Set<String> names() {
    return FORWARD.keySet();
  }

  static Optional<Call> forward(Step f) {
    return fits(f)
        ? Optional.ofNullable(FORWARD.get(f.name())).map(call -> call.apply(f))
        : Optional.empty();
  }

  /** Whether PyTorch's operator can have the parameters of ours. */
  static boolean fits(Step f) {
    return switch (f.name()) {
      case "hard_sigmoid" -> f.parameter("bound") == 3;
      case "swish" -> f.parameter("beta") == 1;
      default -> !(f instanceof RowOperation operation) || operation.temperature() == 1;
    };
  }

  private static Call logSigmoid() {
    Tensor buffer = torch.empty(0);
    return (y, x) -> torch.log_sigmoid_forward_out(y, buffer, x).close();
  }
}
