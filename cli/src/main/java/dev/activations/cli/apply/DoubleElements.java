package dev.activations.cli.apply;

import dev.activations.Backend;
import dev.activations.Pipeline;
import dev.activations.npy.NpyInput;
import dev.activations.npy.NpyOutput;
import java.io.IOException;

/** float64, computed in double from the definitions. */
final class DoubleElements implements Elements<double[]> {
  @Override
  public int perBlock() {
    return 1 << 20;
  }

  @Override
  public double[] allocate(int count) {
    return new double[count];
  }

  @Override
  public void read(NpyInput input, long first, double[] target, int offset, int count)
      throws IOException {
    input.read(first, target, offset, count);
  }

  @Override
  public void readOne(NpyInput input, long index, double[] target, int offset) {
    target[offset] = input.doubleAt(index);
  }

  @Override
  public void write(NpyOutput output, long first, double[] source, int offset, int count)
      throws IOException {
    output.write(first, source, offset, count);
  }

  @Override
  public void copy(
      double[] from,
      int fromIndex,
      int fromStride,
      double[] to,
      int toIndex,
      int toStride,
      int count) {
    for (int i = 0; i < count; i++) {
      to[toIndex + i * toStride] = from[fromIndex + i * fromStride];
    }
  }

  @Override
  public void run(
      Backend backend, Pipeline pipeline, int rows, int columns, double[] x, double[] y) {
    backend.run(pipeline, rows, columns, x, y);
  }
}
