package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Direction;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.Scratch;
import org.jspecify.annotations.Nullable;

/** A kernel on a little data of its own. */
final class FunctionSample implements Workload {
  /** Few enough for an interpreter, enough to be compiled for its loop. */
  private static final int ELEMENTS = 512;

  private final Activation f;
  private final Direction direction;
  private final BoundFunction bound;
  private @Nullable Scratch scratch;
  private float[] x = new float[0];
  private float[] y = x;

  private final Widths widths;

  FunctionSample(Activation f, Direction direction, BoundFunction bound, Widths widths) {
    this.f = f;
    this.direction = direction;
    this.bound = bound;
    this.widths = widths;
  }

  @Override
  public String name() {
    return direction == Direction.FORWARD ? f.toString() : f + ", " + direction;
  }

  @Override
  public int elements() {
    return ELEMENTS;
  }

  @Override
  public int widths() {
    return widths.count();
  }

  @Override
  public int bits(int width) {
    return widths.bits(width);
  }

  @Override
  public void run(int width) {
    ElementwiseKernels kernels = bound.kernels(width);
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
