package dev.activations.cpu;

import dev.activations.Shapes;
import dev.activations.Tensor;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** A tensor in one Java array, or in a part of one. */
final class CpuTensor implements Tensor {
  private final int rows;
  private final int columns;
  private final int offset;
  private volatile float @Nullable [] values;

  CpuTensor(int rows, int columns, float[] values, int offset) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.offset = offset;
  }

  /** The array that holds the elements, from {@link #offset} on. */
  float[] values() {
    float[] open = values;
    if (open == null) {
      throw new IllegalStateException("the tensor " + this + " is closed");
    }
    return open;
  }

  /** The index of the first element. */
  int offset() {
    return offset;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public String backend() {
    return CpuBackend.NAME;
  }

  @Override
  public void copyFrom(float[] source) {
    Shapes.requireElements(this, Shapes.present("source", source).length, "source");
    System.arraycopy(source, 0, values(), offset, source.length);
  }

  @Override
  public void copyFrom(FloatBuffer source) {
    Shapes.requireElements(this, Shapes.present("source", source).remaining(), "source");
    source.get(values(), offset, elements());
  }

  @Override
  public void copyTo(float[] target) {
    Shapes.requireElements(this, Shapes.present("target", target).length, "target");
    System.arraycopy(values(), offset, target, 0, target.length);
  }

  @Override
  public void copyTo(FloatBuffer target) {
    if (Shapes.present("target", target).remaining() < elements()) {
      Shapes.requireElements(this, target.remaining(), "target");
    }
    target.put(values(), offset, elements());
  }

  @Override
  public void close() {
    values = null;
  }

  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
