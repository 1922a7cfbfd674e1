package uk.ac.manchester.tornado.api.types.arrays;

import dev.activations.simulator.ApiAccess;
import dev.activations.simulator.Cells;
import java.util.Arrays;

/** An array of floats: on the host, or, inside a kernel, on the simulated device. */
public final class FloatArray extends TornadoNativeArray {
  static {
    ApiAccess.setFloats(
        new ApiAccess.Arrays<FloatArray>() {
          @Override
          public FloatArray onDevice(Object values, Cells cells) {
            return new FloatArray((float[]) values, cells);
          }

          @Override
          public Cells cells(FloatArray array) {
            return array.cells;
          }
        });
  }

  private final float[] values;
  private final Cells cells;

  /**
   * Zeros.
   *
   * @param numberOfElements how many
   */
  public FloatArray(int numberOfElements) {
    values = new float[numberOfElements];
    cells = Cells.onHost(values, numberOfElements);
  }

  private FloatArray(float[] values, Cells cells) {
    this.values = values;
    this.cells = cells;
  }

  /**
   * A copy of a Java array.
   *
   * @param values the elements
   * @return the copy
   */
  public static FloatArray fromArray(float[] values) {
    FloatArray array = new FloatArray(values.length);
    System.arraycopy(values, 0, array.values, 0, values.length);
    return array;
  }

  /**
   * An array of given elements.
   *
   * @param values the elements
   * @return the array
   */
  public static FloatArray fromElements(float... values) {
    return fromArray(values);
  }

  /**
   * A copy as a Java array.
   *
   * @return the copy
   */
  public float[] toHeapArray() {
    cells.readAll();
    return values.clone();
  }

  /**
   * Sets an element.
   *
   * @param index its index
   * @param value its new value
   */
  public void set(int index, float value) {
    cells.write(index);
    values[index] = value;
  }

  /**
   * An element.
   *
   * @param index its index
   * @return its value
   */
  public float get(int index) {
    cells.read(index);
    return values[index];
  }

  @Override
  public void clear() {
    init(0f);
  }

  /**
   * Sets all elements.
   *
   * @param value their new value
   */
  public void init(float value) {
    cells.writeAll();
    Arrays.fill(values, value);
  }

  @Override
  public int getSize() {
    return values.length;
  }

  @Override
  public int getElementSize() {
    return Float.BYTES;
  }

  @Override
  public long getNumBytesOfSegment() {
    return (long) values.length * Float.BYTES;
  }

  @Override
  public long getNumBytesOfSegmentWithHeader() {
    return getNumBytesOfSegment() + ARRAY_HEADER;
  }
}
