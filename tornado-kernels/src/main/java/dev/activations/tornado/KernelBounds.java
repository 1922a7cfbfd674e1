package dev.activations.tornado;

import dev.activations.Activation;
import dev.activations.Call;
import dev.activations.Direction;
import dev.activations.ErrorBound;
import dev.activations.tornado.kernels.ElementwiseKernels;

/** The errors that the kernels keep on a device whose + - * / and square root are IEEE's. */
final class KernelBounds {
  /** Every row operation, forward and backward. */
  private static final ErrorBound ROWS = ErrorBound.ofUlps(4).orOfTerms(4);

  /** TornadoVM divides with {@code div.full} on PTX: within 2 ULP, where IEEE's is within 0.5. */
  private static final double LOOSE_DIVISION = 1.5;

  private KernelBounds() {}

  /** What the scalar function, or its derivative, is annotated with. */
  static ErrorBound of(Activation f, boolean derivative) {
    return ErrorBound.ofUlps(ElementwiseKernels.ulps(f.name(), derivative))
        .orAbsolute(ElementwiseKernels.floor(f.name(), derivative));
  }

  /** What a device keeps of a call. */
  static ErrorBound of(Device device, Call call) {
    return call.step() instanceof Activation f
        ? of(device, f, call.direction() != Direction.FORWARD)
        : ROWS;
  }

  /** What a device keeps of that. */
  static ErrorBound of(Device device, Activation f, boolean derivative) {
    ErrorBound bound = of(f, derivative);
    // A result without an error has no division.
    return device.dividesLoosely() && bound.ulps() > 0
        ? ErrorBound.ofUlps(bound.ulps() + LOOSE_DIVISION).orAbsolute(bound.floor())
        : bound;
  }
}
