package dev.activations.tornado;

import dev.activations.Shapes;
import dev.activations.tornado.Program.Operand;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A part of an array of the caller. Each call copies it to the device, and the result back: nothing
 * of it stays there between calls, so that what the caller writes is what the next call reads.
 */
final class WrappedTensor implements DeviceTensor {
  private final DeviceSession session;
  private final float[] data;
  private final int offset;
  private final int rows;
  private final int columns;
  private volatile @Nullable FloatBuffer elements;

  WrappedTensor(DeviceSession session, float[] data, int offset, int rows, int columns) {
    this.session = session;
    this.data = data;
    this.offset = offset;
    this.rows = rows;
    this.columns = columns;
    this.elements = FloatBuffer.wrap(data, offset, rows * columns).slice();
  }

  /** Checks that this may be written while an input is read. */
  void requireApart(String name, String inputName, DeviceTensor input) {
    if (input instanceof WrappedTensor other && other.data == data) {
      Shapes.requireApart(name, offset, elements(), inputName, other.offset, other.elements());
    }
  }

  private FloatBuffer open() {
    FloatBuffer open = elements;
    if (open == null) {
      throw new IllegalStateException("the tensor " + this + " is closed");
    }
    return open.duplicate();
  }

  @Override
  public DeviceSession session() {
    return session;
  }

  @Override
  public void lend(Operand operand, Program.Arrays arrays) {
    arrays.put(operand, open());
  }

  @Override
  public void release() {
    // The array is the caller's, closed or not.
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
  public void copyFrom(float[] source) {
    Shapes.requireElements(this, source.length, "source");
    open().put(source);
  }

  @Override
  public void copyFrom(FloatBuffer source) {
    Shapes.requireElements(this, source.remaining(), "source");
    open().put(source);
  }

  @Override
  public void copyTo(float[] target) {
    Shapes.requireElements(this, target.length, "target");
    open().get(target);
  }

  @Override
  public void copyTo(FloatBuffer target) {
    if (target.remaining() < elements()) {
      Shapes.requireElements(this, target.remaining(), "target");
    }
    target.put(open());
  }

  @Override
  public void close() {
    elements = null;
  }

  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
