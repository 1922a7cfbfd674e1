package dev.activations.npy;

import java.nio.ByteOrder;

/** The IEEE 754 element types that are read and written. */
public enum ElementType {
  /** binary16, read into and written from {@code float}. */
  FLOAT16(2),
  /** binary32, {@code float}. */
  FLOAT32(4),
  /** binary64, {@code double}. */
  FLOAT64(8);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns the size of one element.
   *
   * @return the size in bytes: 2, 4 or 8
   */
  public int bytes() {
    return bytes;
  }

  /**
   * Returns NumPy's name of the type.
   *
   * @return for instance {@code float32}
   */
  public String numpyName() {
    return "float" + bytes * Byte.SIZE;
  }

  /**
   * Returns what a header calls the type in the given byte order.
   *
   * @param order the byte order of the elements
   * @return NumPy's array-protocol type string, for instance {@code <f4}
   */
  public String descr(ByteOrder order) {
    return (order == ByteOrder.LITTLE_ENDIAN ? "<f" : ">f") + bytes;
  }
}
