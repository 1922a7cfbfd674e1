package dev.activations.tornado;

import dev.activations.Shapes;
import dev.activations.tornado.Program.Operand;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * A tensor in an array of TornadoVM, which a plan can be bound to. While a call uses it, its array
 * goes to no other tensor, even if somebody closes this one.
 */
final class TornadoTensor implements DeviceTensor {
  private final DeviceSession session;
  private final int rows;
  private final int columns;
  private @Nullable FloatArray array;
  private int calls;

  /** The array of a closed tensor that a call still uses. */
  private @Nullable FloatArray orphan;

  TornadoTensor(DeviceSession session, int rows, int columns, FloatArray array) {
    this.session = session;
    this.rows = rows;
    this.columns = columns;
    this.array = array;
  }

  @Override
  public DeviceSession session() {
    return session;
  }

  synchronized FloatArray array() {
    FloatArray open = array;
    if (open == null) {
      throw new IllegalStateException("the tensor " + this + " is closed");
    }
    return open;
  }

  @Override
  public synchronized void lend(Operand operand, Program.Arrays arrays) {
    arrays.put(operand, array());
    calls++;
  }

  @Override
  public synchronized void release() {
    calls--;
    FloatArray left = orphan;
    if (calls == 0 && left != null) {
      orphan = null;
      session.arrays().give(left);
    }
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
    return session.device().selector();
  }

  @Override
  public void copyFrom(float[] source) {
    Shapes.requireElements(this, Shapes.present("source", source).length, "source");
    HostArrays.copyIn(FloatBuffer.wrap(source), array(), 0);
  }

  @Override
  public void copyFrom(FloatBuffer source) {
    Shapes.requireElements(this, Shapes.present("source", source).remaining(), "source");
    HostArrays.copyIn(source, array(), 0);
  }

  @Override
  public void copyTo(float[] target) {
    Shapes.requireElements(this, Shapes.present("target", target).length, "target");
    HostArrays.copyOut(array(), 0, FloatBuffer.wrap(target), elements());
  }

  @Override
  public void copyTo(FloatBuffer target) {
    if (Shapes.present("target", target).remaining() < elements()) {
      Shapes.requireElements(this, target.remaining(), "target");
    }
    HostArrays.copyOut(array(), 0, target, elements());
  }

  @Override
  public synchronized void close() {
    FloatArray open = array;
    if (open != null) {
      array = null;
      if (calls == 0) {
        session.arrays().give(open);
      } else {
        orphan = open;
      }
    }
  }

  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
