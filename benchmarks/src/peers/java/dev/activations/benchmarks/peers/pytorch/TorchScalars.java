package dev.activations.benchmarks.peers.pytorch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Binds the parameters of operators once, so that a call makes no objects for them. */
final class TorchScalars {
  static final double SELU_ALPHA = 1.6732632423543772;
  static final double SELU_SCALE = 1.0507009873554805;

  /** PyTorch's default: above it its softplus is the identity. */
  static final double SOFTPLUS_THRESHOLD = 20;

  /** An operator with one parameter. */
  interface One {
    Tensor run(Tensor y, Tensor x, Scalar p);
  }

  /** An operator with two parameters. */
  interface Two {
    Tensor run(Tensor y, Tensor x, Scalar p, Scalar q);
  }

  /** A backward with one parameter. */
  interface OneBackward {
    Tensor run(Tensor dx, Tensor dy, Tensor x, Scalar p);
  }

  /** A backward with two parameters. */
  interface TwoBackward {
    Tensor run(Tensor dx, Tensor dy, Tensor x, Scalar p, Scalar q);
  }

  private TorchScalars() {}

  static TorchOperators.Call call(double parameter, One operator) {
    Scalar p = new Scalar(parameter);
    return (y, x) -> operator.run(y, x, p);
  }

  static TorchOperators.Call call(double first, double second, Two operator) {
    Scalar p = new Scalar(first);
    Scalar q = new Scalar(second);
    return (y, x) -> operator.run(y, x, p, q);
  }

  static TorchOperators.Call elu(double alpha, double scale, double inputScale) {
    Scalar a = new Scalar(alpha);
    Scalar s = new Scalar(scale);
    Scalar i = new Scalar(inputScale);
    return (y, x) -> torch.elu_out(y, x, a, s, i);
  }

  static TorchGradients.Call backward(double parameter, OneBackward operator) {
    Scalar p = new Scalar(parameter);
    return (dx, dy, x) -> operator.run(dx, dy, x, p);
  }

  static TorchGradients.Call backward(double first, double second, TwoBackward operator) {
    Scalar p = new Scalar(first);
    Scalar q = new Scalar(second);
    return (dx, dy, x) -> operator.run(dx, dy, x, p, q);
  }

  static TorchGradients.Call eluBackward(double alpha, double scale, double inputScale) {
    Scalar a = new Scalar(alpha);
    Scalar s = new Scalar(scale);
    Scalar i = new Scalar(inputScale);
    return (dx, dy, x) -> torch.elu_backward_out(dx, dy, a, s, i, false, x);
  }
}
