package uk.ac.manchester.tornado.api.types.arrays;

import dev.activations.simulator.ApiAccess;
import dev.activations.simulator.Cells;
import java.util.Arrays;

/** An array of ints: on the host, or, inside a kernel, on the simulated device. */
public final class IntArray extends TornadoNativeArray {
  static {
    ApiAccess.setInts(
        new ApiAccess.Arrays<IntArray>() {
          @Override
          public IntArray onDevice(Object values, Cells cells) {
            return new IntArray((int[]) values, cells);
          }

          @Override
          public Cells cells(IntArray array) {
            return array.cells;
          }
        });
  }

  private final int[] values;
  private final Cells cells;

  /**
   * Zeros.
   *
   * @param numberOfElements how many
   */
  public IntArray(int numberOfElements) {
    values = new int[numberOfElements];
    cells = Cells.onHost(values, numberOfElements);
  }

  private IntArray(int[] values, Cells cells) {
    this.values = values;
    this.cells = cells;
  }

  /**
   * A copy of a Java array.
   *
   * @param values the elements
   * @return the copy
   */
  public static IntArray fromArray(int[] values) {
    IntArray array = new IntArray(values.length);
    System.arraycopy(values, 0, array.values, 0, values.length);
    return array;
  }

  /**
   * An array of given elements.
   *
   * @param values the elements
   * @return the array
   */
  public static IntArray fromElements(int... values) {
    return fromArray(values);
  }

  /**
   * A copy as a Java array.
   *
   * @return the copy
   */
  public int[] toHeapArray() {
    cells.readAll();
    return values.clone();
  }

  /**
   * Sets an element.
   *
   * @param index its index
   * @param value its new value
   */
  public void set(int index, int value) {
    cells.write(index);
    values[index] = value;
  }

  /**
   * An element.
   *
   * @param index its index
   * @return its value
   */
  public int get(int index) {
    cells.read(index);
    return values[index];
  }

  @Override
  public void clear() {
    init(0);
  }

  /**
   * Sets all elements.
   *
   * @param value their new value
   */
  public void init(int value) {
    cells.writeAll();
    Arrays.fill(values, value);
  }

  @Override
  public int getSize() {
    return values.length;
  }

  @Override
  public int getElementSize() {
    return Integer.BYTES;
  }

  @Override
  public long getNumBytesOfSegment() {
    return (long) values.length * Integer.BYTES;
  }

  @Override
  public long getNumBytesOfSegmentWithHeader() {
    return getNumBytesOfSegment() + ARRAY_HEADER;
  }
}
