package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.Scratch;
import org.jspecify.annotations.Nullable;

/** A kernel on a little data of its own. */
final class FunctionSample implements WarmUp.Workload {
  /** Few enough for an interpreter, enough to be compiled for its loop. */
  private static final int ELEMENTS = 512;

  private final Activation f;
  private final BoundFunction.Direction direction;
  private final ElementwiseKernels plain;
  private final ElementwiseKernels vectors;
  private @Nullable Scratch scratch;
  private float[] x = new float[0];
  private float[] y = x;

  FunctionSample(
      Activation f,
      BoundFunction.Direction direction,
      ElementwiseKernels plain,
      ElementwiseKernels vectors) {
    this.f = f;
    this.direction = direction;
    this.plain = plain;
    this.vectors = vectors;
  }

  @Override
  public void run(boolean simd) {
    ElementwiseKernels kernels = simd ? vectors : plain;
    Scratch memory = memory();
    switch (direction) {
      case FORWARD:
        kernels.forward(f, memory, x, 0, y, 0, ELEMENTS);
        break;
      case DERIVATIVE:
        kernels.derivative(f, memory, x, 0, y, 0, ELEMENTS);
        break;
      case BACKWARD:
        kernels.backward(f, memory, x, 0, x, 0, y, 0, ELEMENTS);
        break;
    }
  }

  private Scratch memory() {
    Scratch memory = scratch;
    if (memory == null) {
      memory = new Scratch();
      scratch = memory;
      x = line(ELEMENTS);
      y = new float[ELEMENTS];
    }
    return memory;
  }

  @Override
  public void release() {
    scratch = null;
    x = new float[0];
    y = x;
  }

  /** From -8 to 8. */
  static float[] line(int elements) {
    float[] line = new float[elements];
    for (int i = 0; i < elements; i++) {
      line[i] = 16f * i / elements - 8;
    }
    return line;
  }
}
