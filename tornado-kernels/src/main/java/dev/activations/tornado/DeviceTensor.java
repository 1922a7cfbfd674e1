package dev.activations.tornado;

import dev.activations.Tensor;
import dev.activations.tornado.Program.Operand;

/** A tensor that a device computes on. */
interface DeviceTensor extends Tensor {
  /** Of the device that it belongs to. */
  DeviceSession session();

  /** Makes it an operand of a call, which ends with {@link #release}. */
  void lend(Operand operand, Program.Arrays arrays);

  /** Ends a call. */
  void release();
}
