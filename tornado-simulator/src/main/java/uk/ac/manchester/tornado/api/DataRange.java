package uk.ac.manchester.tornado.api;

import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** A part of an array, in elements, to be copied to the host. */
public class DataRange {
  private final TornadoNativeArray array;
  private long offset;
  private long size;
  private long offsetBytes;
  private long sizeBytes;
  private boolean materialized;

  /**
   * All of an array, until narrowed.
   *
   * @param tornadoNativeArray the array
   */
  public DataRange(TornadoNativeArray tornadoNativeArray) {
    array = tornadoNativeArray;
  }

  /**
   * Where the part begins.
   *
   * @param offset the index of its first element
   * @return this
   */
  public DataRange withOffset(long offset) {
    this.offset = offset;
    return this;
  }

  /**
   * How long the part is.
   *
   * @param size its elements; 0 stands for the size of the array
   * @return this
   */
  public DataRange withSize(long size) {
    this.size = size;
    return this;
  }

  /**
   * Where the part begins on the device.
   *
   * @return bytes, the header included
   */
  public long getOffset() {
    requireMaterialized();
    return offsetBytes;
  }

  /**
   * How long the part is.
   *
   * @return bytes
   */
  public long getPartialSize() {
    requireMaterialized();
    return sizeBytes;
  }

  /** Computes offset and size in bytes. */
  public void materialize() {
    long all = array.getNumBytesOfSegment();
    sizeBytes = size == 0 ? all : size * array.getElementSize();
    offsetBytes = TornadoNativeArray.ARRAY_HEADER + offset * array.getElementSize();
    if (sizeBytes + offsetBytes > all + TornadoNativeArray.ARRAY_HEADER) {
      // As in TornadoVM: an offset without a size ends behind the array.
      throw new TornadoRuntimeException(
          "the range of " + size + " elements from " + offset + " ends behind the array");
    }
    materialized = true;
  }

  /**
   * The array.
   *
   * @return the one that the range was made with
   */
  public TornadoNativeArray getArray() {
    return array;
  }

  private void requireMaterialized() {
    if (!materialized) {
      throw new TornadoRuntimeException("materialize() comes before the getters");
    }
  }
}
