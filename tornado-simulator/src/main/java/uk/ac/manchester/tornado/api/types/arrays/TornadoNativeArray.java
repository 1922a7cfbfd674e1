package uk.ac.manchester.tornado.api.types.arrays;

/** An array that a device can hold. */
public abstract sealed class TornadoNativeArray permits FloatArray, IntArray {
  /** The bytes before the first element. */
  // Not a constant expression, since TornadoVM's depends on the JVM: it must not be compiled in.
  public static final long ARRAY_HEADER = Long.parseLong("16");

  TornadoNativeArray() {}

  /**
   * How many elements it has.
   *
   * @return the number
   */
  public abstract int getSize();

  /**
   * What it takes on a device.
   *
   * @return bytes
   */
  public abstract long getNumBytesOfSegmentWithHeader();

  /**
   * What its elements take.
   *
   * @return bytes
   */
  public abstract long getNumBytesOfSegment();

  /**
   * What an element takes.
   *
   * @return bytes
   */
  public abstract int getElementSize();

  /** Sets all elements to zero. */
  protected void clear() {}
}
