package dev.activations.tornado;

import dev.activations.Activation;
import dev.activations.ErrorBound;
import dev.activations.tornado.kernels.ElementwiseKernels;

/** The errors that the kernels keep on a device whose + - * / and square root are IEEE's. */
final class KernelBounds {
  /** Every row operation, forward and backward. */
  static final ErrorBound ROWS = ErrorBound.ofUlps(4).orOfTerms(4);

  private KernelBounds() {}

  /** What the scalar function, or its derivative, is annotated with. */
  static ErrorBound of(Activation f, boolean derivative) {
    return ErrorBound.ofUlps(ElementwiseKernels.ulps(f.name(), derivative))
        .orAbsolute(ElementwiseKernels.floor(f.name(), derivative));
  }
}
