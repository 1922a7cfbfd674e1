package dev.activations.cpu;

import dev.activations.Shapes;
import dev.activations.Tensor;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** A tensor in one Java array. */
final class CpuTensor implements Tensor {
  private final int rows;
  private final int columns;
  private volatile float @Nullable [] values;

  CpuTensor(int rows, int columns, float[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** The elements. */
  float[] values() {
    float[] open = values;
    if (open == null) {
      throw new IllegalStateException("the tensor " + this + " is closed");
    }
    return open;
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
    System.arraycopy(source, 0, values(), 0, source.length);
  }

  @Override
  public void copyFrom(FloatBuffer source) {
    Shapes.requireElements(this, Shapes.present("source", source).remaining(), "source");
    source.get(values());
  }

  @Override
  public void copyTo(float[] target) {
    Shapes.requireElements(this, Shapes.present("target", target).length, "target");
    System.arraycopy(values(), 0, target, 0, target.length);
  }

  @Override
  public void copyTo(FloatBuffer target) {
    if (Shapes.present("target", target).remaining() < elements()) {
      Shapes.requireElements(this, target.remaining(), "target");
    }
    target.put(values());
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
