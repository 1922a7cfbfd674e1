package dev.activations.cli.apply;

import dev.activations.Backend;
import dev.activations.Pipeline;
import dev.activations.Tensor;
import dev.activations.npy.NpyInput;
import dev.activations.npy.NpyOutput;
import java.io.IOException;
import java.nio.FloatBuffer;

/** float32, and float16, which is computed in float32. */
final class FloatElements implements Elements<float[]> {
  @Override
  public int perBlock() {
    return 1 << 21;
  }

  @Override
  public float[] allocate(int count) {
    return new float[count];
  }

  @Override
  public void read(NpyInput input, long first, float[] target, int offset, int count)
      throws IOException {
    input.read(first, target, offset, count);
  }

  @Override
  public void readOne(NpyInput input, long index, float[] target, int offset) {
    target[offset] = input.floatAt(index);
  }

  @Override
  public void write(NpyOutput output, long first, float[] source, int offset, int count)
      throws IOException {
    output.write(first, source, offset, count);
  }

  @Override
  public void copy(
      float[] from,
      int fromIndex,
      int fromStride,
      float[] to,
      int toIndex,
      int toStride,
      int count) {
    for (int i = 0; i < count; i++) {
      to[toIndex + i * toStride] = from[fromIndex + i * fromStride];
    }
  }

  @Override
  public void run(Backend backend, Pipeline pipeline, int rows, int columns, float[] x, float[] y) {
    int outputColumns = pipeline.outputColumns(columns);
    try (Tensor input = backend.allocate(rows, columns)) {
      input.copyFrom(FloatBuffer.wrap(x, 0, rows * columns));
      if (outputColumns == columns) {
        backend.run(pipeline, input, input);
        input.copyTo(FloatBuffer.wrap(y));
        return;
      }
      try (Tensor output = backend.allocate(rows, outputColumns)) {
        backend.run(pipeline, input, output);
        output.copyTo(FloatBuffer.wrap(y));
      }
    }
  }
}
