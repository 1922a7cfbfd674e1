package dev.activations.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a {@code .npy} file says of its data: type, byte order, layout and shape. Immutable. */
public final class NpyHeader {
  /** The bytes of the magic string and of a major version, the way every file starts. */
  static final byte[] MAGIC = "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1);

  private static final int ALIGNMENT = 64;

  /** NumPy leaves room for the growing dimension to become any 64-bit number. */
  private static final int GROWTH_DIGITS = 21;

  private static final int LONGEST_VERSION_1_TEXT = 0xffff;

  private final ElementType type;
  private final ByteOrder byteOrder;
  private final boolean fortranOrder;
  private final long[] shape;
  private final long elements;
  private final long dataOffset;

  /** Takes the shape without a copy; a negative offset stands for where NumPy puts the data. */
  NpyHeader(ElementType type, ByteOrder order, boolean fortran, long[] shape, long dataOffset) {
    this.type = type;
    this.byteOrder = order;
    this.fortranOrder = fortran;
    this.shape = shape;
    this.elements = elements(type, shape);
    this.dataOffset = dataOffset < 0 ? encode().length : dataOffset;
  }

  /**
   * Describes an array to be written, in C order.
   *
   * @param type the type of the elements
   * @param order the byte order of the elements
   * @param shape the dimensions, at least one, none negative; zero is legal
   * @return a header whose data offset is the length of {@link #encode()}
   * @throws IllegalArgumentException if the shape is empty or negative, or if the data would take
   *     more than {@code Long.MAX_VALUE} bytes
   */
  public static NpyHeader of(ElementType type, ByteOrder order, long... shape) {
    if (shape.length == 0) {
      throw new IllegalArgumentException("a scalar (rank 0) is not an array to be written");
    }
    try {
      return new NpyHeader(type, order, false, shape.clone(), -1);
    } catch (ArithmeticException tooLarge) {
      throw new IllegalArgumentException("shape " + tuple(shape) + " is too large", tooLarge);
    }
  }

  /** Like NumPy, asks that the data would fit in a long even if no dimension were zero. */
  private static long elements(ElementType type, long[] shape) {
    long bytes = type.bytes();
    boolean empty = false;
    for (long dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException("negative dimension in shape " + tuple(shape));
      }
      empty |= dimension == 0;
      bytes = Math.multiplyExact(bytes, Math.max(dimension, 1));
    }
    return empty ? 0 : bytes / type.bytes();
  }

  /**
   * Returns the type of the elements.
   *
   * @return the type
   */
  public ElementType type() {
    return type;
  }

  /**
   * Returns the byte order of the elements.
   *
   * @return the byte order
   */
  public ByteOrder byteOrder() {
    return byteOrder;
  }

  /**
   * Tells whether the first index varies fastest in the file.
   *
   * @return true for Fortran order, false for C order
   */
  public boolean fortranOrder() {
    return fortranOrder;
  }

  /**
   * Returns the dimensions, slowest first in C order.
   *
   * @return a copy of the shape
   */
  public long[] shape() {
    return shape.clone();
  }

  /**
   * Returns the number of dimensions.
   *
   * @return the rank, at least 1
   */
  public int rank() {
    return shape.length;
  }

  /**
   * Returns the product of the dimensions.
   *
   * @return the number of elements
   */
  public long elements() {
    return elements;
  }

  /**
   * Returns where the data starts in the file; it need not be a multiple of anything.
   *
   * @return the offset in bytes
   */
  public long dataOffset() {
    return dataOffset;
  }

  /**
   * Returns the size of the data.
   *
   * @return the size in bytes, without the header
   */
  public long dataBytes() {
    return elements * type.bytes();
  }

  /**
   * Returns the shape as Python writes a tuple.
   *
   * @return for instance {@code (3, 4)} or {@code (5,)}
   */
  public String shapeText() {
    return tuple(shape);
  }

  /**
   * Returns what {@code numpy.save} writes before the data of such an array: format version 1.0, or
   * 2.0 where the text is too long for 1.0, padded so that the data starts at a multiple of 64.
   *
   * <p>For a header that was read the result may differ from what the file holds.
   *
   * @return the bytes from the magic string to the start of the data
   */
  public byte[] encode() {
    String fields =
        String.format(
            Locale.ROOT,
            "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }",
            type.descr(byteOrder),
            fortranOrder ? "True" : "False",
            shapeText());
    long growing = shape[fortranOrder ? shape.length - 1 : 0];
    String text = fields + " ".repeat(GROWTH_DIGITS - Long.toString(growing).length());

    int version = 1;
    int preamble = MAGIC.length + 2 + Short.BYTES;
    if (padded(preamble, text) - preamble > LONGEST_VERSION_1_TEXT) {
      version = 2;
      preamble = MAGIC.length + 2 + Integer.BYTES;
    }
    int size = padded(preamble, text);
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).put((byte) version).put((byte) 0);
    if (version == 1) {
      bytes.putShort((short) (size - preamble));
    } else {
      bytes.putInt(size - preamble);
    }
    bytes.put(text.getBytes(StandardCharsets.US_ASCII));
    bytes.put(" ".repeat(bytes.remaining() - 1).getBytes(StandardCharsets.US_ASCII));
    return bytes.put((byte) '\n').array();
  }

  /** Where the text fills the last block to the brim NumPy adds a whole block of padding. */
  private static int padded(int preamble, String text) {
    int used = preamble + text.length() + 1;
    return used + ALIGNMENT - used % ALIGNMENT;
  }

  private static String tuple(long[] shape) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < shape.length; i++) {
      text.append(i == 0 ? "" : ", ").append(shape[i]);
    }
    return text.append(shape.length == 1 ? ",)" : ")").toString();
  }
}
