package dev.activations;

import java.nio.FloatBuffer;
import java.util.Locale;

/**
 * Rows x columns of float32 in row-major order. A {@link Backend} allocates it, so that a device
 * can own the memory; data go in and out in bulk. A tensor belongs to the caller: two threads may
 * not write it at the same time, or one write and another read.
 */
public interface Tensor extends AutoCloseable {
  /** The most elements that one tensor holds: 2^31 - 9, the longest array of every JVM. */
  int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

  /**
   * The number of rows.
   *
   * @return zero or more
   */
  int rows();

  /**
   * The number of columns.
   *
   * @return zero or more
   */
  int columns();

  /**
   * The number of elements.
   *
   * @return rows x columns
   */
  default int elements() {
    return rows() * columns();
  }

  /**
   * Fills the tensor.
   *
   * @param source all elements, row after row
   * @throws IllegalArgumentException when there are not as many as the tensor has
   * @throws IllegalStateException when the tensor is closed
   */
  void copyFrom(float[] source);

  /**
   * Fills the tensor from what remains in a buffer, and moves the buffer's position to its limit.
   *
   * @param source all elements, row after row
   * @throws IllegalArgumentException when there are not as many as the tensor has
   * @throws IllegalStateException when the tensor is closed
   */
  void copyFrom(FloatBuffer source);

  /**
   * Copies the tensor out.
   *
   * @param target gets all elements, row after row
   * @throws IllegalArgumentException when it has not as many as the tensor
   * @throws IllegalStateException when the tensor is closed
   */
  void copyTo(float[] target);

  /**
   * Copies the tensor out into what remains in a buffer, and moves the buffer's position.
   *
   * @param target has room for all elements
   * @throws IllegalArgumentException when it has less room than the tensor has elements
   * @throws IllegalStateException when the tensor is closed
   */
  void copyTo(FloatBuffer target);

  /**
   * Copies the tensor into a new array.
   *
   * @return all elements, row after row
   * @throws IllegalStateException when the tensor is closed
   */
  default float[] toArray() {
    float[] values = new float[elements()];
    copyTo(values);
    return values;
  }

  /**
   * The name of the backend that allocated it.
   *
   * @return such as {@code cpu}; the name of the class for a tensor of anybody else's
   */
  default String backend() {
    return getClass().getName();
  }

  /** Frees the memory. A second call does nothing; any other use afterwards is an error. */
  @Override
  void close();

  /**
   * Checks a shape, as every backend does before it allocates.
   *
   * @param rows zero or more
   * @param columns zero or more
   * @return rows x columns
   * @throws IllegalArgumentException when one is negative, or there are more than {@link
   *     #MAX_ELEMENTS} elements
   */
  static int checkShape(long rows, long columns) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "a shape has no negative side, found %d x %d", rows, columns));
    }
    if (rows > MAX_ELEMENTS
        || columns > MAX_ELEMENTS
        || (columns > 0 && rows > MAX_ELEMENTS / columns)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a tensor has at most 2^31 - 9 = %d elements, since Java arrays are indexed by int;"
                  + " found %d x %d: split it into blocks of rows",
              MAX_ELEMENTS,
              rows,
              columns));
    }
    return (int) (rows * columns);
  }
}
