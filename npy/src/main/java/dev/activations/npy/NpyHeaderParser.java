package dev.activations.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Reads the start of a {@code .npy} file, format versions 1.0, 2.0 and 3.0. */
final class NpyHeaderParser {
  /** NumPy itself refuses more than 10,000 characters unless told to trust the file. */
  private static final int LONGEST_TEXT = 1 << 20;

  /** What NumPy takes; a longer shape is no use in a message. */
  private static final int MOST_DIMENSIONS = 64;

  private static final int VERSION_BYTES = 2;
  private static final byte[] ZIP = {'P', 'K'};

  private final Path file;
  private final ReadableByteChannel channel;
  private final long fileSize;

  private NpyHeaderParser(Path file, ReadableByteChannel channel, long fileSize) {
    this.file = file;
    this.channel = channel;
    this.fileSize = fileSize;
  }

  /**
   * Reads a header and checks it against the size of its file.
   *
   * @param file the name for messages
   * @param channel the content, from its start; it is left behind the header
   * @param fileSize the length of the content in bytes
   * @return the header
   * @throws NpyFormatException if the content is not a {@code .npy} file that we take
   * @throws IOException if reading fails
   */
  static NpyHeader parse(Path file, ReadableByteChannel channel, long fileSize) throws IOException {
    return new NpyHeaderParser(file, channel, fileSize).parse();
  }

  private NpyHeader parse() throws IOException {
    if (fileSize == 0) {
      throw refuse("is empty; expected a .npy file: save the array with numpy.save");
    }
    checkMagic(read(NpyHeader.MAGIC.length, false));
    ByteBuffer version = read(VERSION_BYTES, true);
    int major = Byte.toUnsignedInt(version.get());
    int minor = Byte.toUnsignedInt(version.get());
    if (major < 1 || major > 3 || minor != 0) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "found .npy format version %d.%d; expected 1.0, 2.0 or 3.0: "
                  + "save the array again with numpy.save",
              major,
              minor));
    }
    int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
    ByteBuffer field = read(lengthBytes, true);
    long length =
        major == 1 ? Short.toUnsignedInt(field.getShort()) : Integer.toUnsignedLong(field.getInt());
    int textOffset = NpyHeader.MAGIC.length + VERSION_BYTES + lengthBytes;
    if (length > fileSize - textOffset) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "truncated: expected a header of %d bytes, found %d: copy or save the file again",
              length,
              fileSize - textOffset));
    }
    if (length > LONGEST_TEXT) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "found a header of %d bytes; expected at most %d: "
                  + "save the array again with numpy.save",
              length,
              LONGEST_TEXT));
    }
    // One byte is one char: the UTF-8 of version 3.0 can only be in the names of fields, and a
    // type that has fields is refused before them.
    String text = StandardCharsets.ISO_8859_1.decode(read((int) length, true)).toString();
    NpyHeader header = HeaderText.parse(file, text, textOffset + length);
    checkSize(header);
    return header;
  }

  private void checkMagic(ByteBuffer start) throws NpyFormatException {
    byte[] found = new byte[start.remaining()];
    start.get(found);
    if (Arrays.equals(found, NpyHeader.MAGIC)) {
      return;
    }
    if (Arrays.equals(Arrays.copyOf(found, ZIP.length), ZIP)) {
      throw refuse(
          "found a zip archive, such as a .npz file; expected a .npy file: "
              + "extract the member first, for instance with unzip");
    }
    if (Arrays.equals(found, Arrays.copyOf(NpyHeader.MAGIC, found.length))) {
      throw tooShort();
    }
    throw refuse(
        "not a .npy file: expected it to start with '\\x93NUMPY', found "
            + Excerpt.of(new String(found, StandardCharsets.ISO_8859_1))
            + ": save the array with numpy.save");
  }

  private void checkSize(NpyHeader header) throws NpyFormatException {
    long promised = header.dataBytes();
    long held = fileSize - header.dataOffset();
    String shape =
        header.rank() <= MOST_DIMENSIONS ? "shape " + header.shapeText() : "rank " + header.rank();
    String promise =
        String.format(
            Locale.ROOT,
            "header promises %d bytes of data (%s, %s), file holds %d",
            promised,
            shape,
            header.type().numpyName(),
            held);
    if (held < promised) {
      throw refuse("truncated: " + promise + ": copy or save the file again");
    }
    if (held > promised) {
      throw refuse(
          String.format(
              Locale.ROOT,
              "header does not match: %s, %d extra bytes: save one array a file with numpy.save",
              promise,
              held - promised));
    }
  }

  private ByteBuffer read(int count, boolean whole) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    if (whole && bytes.hasRemaining()) {
      throw tooShort();
    }
    return bytes.flip();
  }

  private NpyFormatException tooShort() {
    return refuse(
        "truncated: found "
            + fileSize
            + " bytes, which end within the header: copy or save the file again");
  }

  private NpyFormatException refuse(String detail) {
    return new NpyFormatException(file, detail);
  }
}
