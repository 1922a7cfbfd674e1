package dev.activations.tornado;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.conformance.Tolerance;
import dev.activations.tornado.kernels.ElementwiseKernels;

/** What the kernels promise on a device whose + - * / and sqrt are IEEE's. */
final class DeviceTolerance implements Tolerance {
  @Override
  public double ulps(Activation f, boolean derivative) {
    return ElementwiseKernels.ulps(f.name(), derivative);
  }

  @Override
  public double floor(Activation f, boolean derivative) {
    return ElementwiseKernels.floor(f.name(), derivative);
  }

  @Override
  public double backwardUlps(Activation f) {
    return 2 * ulps(f, true) + 0.5;
  }

  @Override
  public boolean roundsDerivative() {
    return true;
  }

  @Override
  public double ulps(RowOperation f) {
    return 4;
  }

  @Override
  public double condition(RowOperation f) {
    return 4;
  }
}
