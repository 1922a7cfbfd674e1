package dev.activations.examples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads .npy files as NumPy writes them on most machines: version 1.0, little-endian, C order. */
final class Npy {
  private static final String MAGIC = "\u0093NUMPY\u0001\u0000";

  private Npy() {}

  static float[] floats(Path file, int elements) throws IOException {
    float[] values = new float[elements];
    data(file, "<f4", elements).asFloatBuffer().get(values);
    return values;
  }

  static int[] ints(Path file, int elements) throws IOException {
    int[] values = new int[elements];
    data(file, "<i4", elements).asIntBuffer().get(values);
    return values;
  }

  private static ByteBuffer data(Path file, String type, int elements) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 10 || !text(bytes, 0, 8).equals(MAGIC)) {
      throw new IOException(file + " is no .npy file of version 1.0");
    }
    int header = Short.toUnsignedInt(all.getShort(8));
    int found = Math.max(0, bytes.length - 10 - header) / Float.BYTES;
    String description = text(bytes, 10, Math.min(header, bytes.length - 10)).strip();
    if (!description.startsWith("{'descr': '" + type + "', 'fortran_order': False")
        || found != elements) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: expected %d elements of %s in C order, found %d, %s",
              file,
              elements,
              type,
              found,
              description));
    }
    return all.position(10 + header).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
