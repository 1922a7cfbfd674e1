package dev.activations.benchmarks.peers.pytorch;

import dev.activations.Step;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Which backward of PyTorch is which of ours, where it writes to an output that is given. Mish's
 * does not: its figures include the allocation of the output.
 */
final class TorchGradients {
  /** One call; saved is what PyTorch's forward keeps, its input or its output. */
  interface Call {
    void run(Tensor dx, Tensor dy, Tensor saved);
  }

  /** A backward, and whether it starts from the output of the forward. */
  record Gradient(Call call, boolean fromOutput) {}

  private static final Map<String, Function<Step, Call>> FROM_INPUT = new LinkedHashMap<>();
  private static final Map<String, Call> FROM_OUTPUT =
      Map.of("sigmoid", torch::sigmoid_backward_out, "tanh", torch::tanh_backward_out);

  static {
    FROM_INPUT.put("relu", f -> TorchScalars.backward(0, torch::threshold_backward_out));
    FROM_INPUT.put(
        "leaky_relu",
        f ->
            TorchScalars.backward(
                f.parameter("negative_slope"),
                (dx, dy, x, slope) -> torch.leaky_relu_backward_out(dx, dy, x, slope, false)));
    FROM_INPUT.put("hard_sigmoid", f -> torch::hardsigmoid_backward_out);
    FROM_INPUT.put(
        "hard_tanh",
        f ->
            TorchScalars.backward(
                f.parameter("min_val"), f.parameter("max_val"), torch::hardtanh_backward_out));
    FROM_INPUT.put(
        "softshrink",
        f -> TorchScalars.backward(f.parameter("lambd"), torch::softshrink_backward_out));
    FROM_INPUT.put(
        "hardshrink",
        f -> TorchScalars.backward(f.parameter("lambd"), torch::hardshrink_backward_out));
    FROM_INPUT.put("elu", f -> TorchScalars.eluBackward(f.parameter("alpha"), 1, 1));
    FROM_INPUT.put(
        "selu", f -> TorchScalars.eluBackward(TorchScalars.SELU_ALPHA, TorchScalars.SELU_SCALE, 1));
    FROM_INPUT.put("gelu_erf", f -> (dx, dy, x) -> torch.gelu_backward_out(dx, dy, x, "none"));
    FROM_INPUT.put("gelu_tanh", f -> (dx, dy, x) -> torch.gelu_backward_out(dx, dy, x, "tanh"));
    FROM_INPUT.put("silu", f -> torch::silu_backward_out);
    FROM_INPUT.put(
        "softplus",
        f ->
            TorchScalars.backward(
                f.parameter("beta"),
                TorchScalars.SOFTPLUS_THRESHOLD,
                torch::softplus_backward_out));
    FROM_INPUT.put("log_sigmoid", f -> logSigmoid());
    FROM_INPUT.put("mish", f -> TorchGradients::mish);
  }

  private TorchGradients() {}

  /** The functions that have one. */
  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(FROM_INPUT.keySet());
    names.addAll(FROM_OUTPUT.keySet());
    return names;
  }

  static Optional<Gradient> backward(Step f) {
    if (!TorchOperators.fits(f)) {
      return Optional.empty();
    }
    Call fromOutput = FROM_OUTPUT.get(f.name());
    if (fromOutput != null) {
      return Optional.of(new Gradient(fromOutput, true));
    }
    return Optional.ofNullable(FROM_INPUT.get(f.name()))
        .map(call -> new Gradient(call.apply(f), false));
  }

  /** What the forward leaves for it, exp(-|x|), is made by the first call. */
  private static Call logSigmoid() {
    Tensor buffer = torch.empty(0);
    return (dx, dy, x) -> {
      if (buffer.numel() == 0) {
        torch.log_sigmoid_forward_out(dx, buffer, x).close();
      }
      torch.log_sigmoid_backward_out(dx, dy, x, buffer);
    };
  }

  private static void mish(Tensor dx, Tensor dy, Tensor x) {
    try (Tensor allocated = torch.mish_backward(dy, x)) {
      dx.set_data(allocated);
    }
  }
}
