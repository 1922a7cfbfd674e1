package dev.activations.cli.apply;

import dev.activations.npy.ElementType;
import dev.activations.npy.NpyInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes and reads small arrays for tests; the writer shares no code with the product's. */
final class NpyFile {
  private NpyFile() {}

  /** Little-endian float32 in C order. */
  static Path floats(Path path, long[] shape, float... values) throws IOException {
    return write(path, "<f4", false, shape, widen(values));
  }

  /** The values in the order of the file. */
  static Path write(Path path, String descr, boolean fortran, long[] shape, double... values)
      throws IOException {
    byte[] header = header(descr, fortran, shape);
    int bytes = descr.charAt(2) - '0';
    ByteBuffer buffer = ByteBuffer.allocate(header.length + values.length * bytes).put(header);
    buffer.order(descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      if (bytes == 8) {
        buffer.putDouble(value);
      } else {
        buffer.putFloat((float) value);
      }
    }
    return Files.write(path, buffer.array());
  }

  /** What stands before the elements. */
  static byte[] header(String descr, boolean fortran, long... shape) {
    String sides = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    String text =
        String.format(
            Locale.ROOT,
            "{'descr': '%s', 'fortran_order': %s, 'shape': (%s%s), }",
            descr,
            fortran ? "True" : "False",
            sides,
            shape.length == 1 ? "," : "");
    int length = (10 + text.length() + 1 + 63) / 64 * 64;
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
    buffer.putShort((short) (length - 10)).put(text.getBytes(StandardCharsets.US_ASCII));
    while (buffer.position() < length - 1) {
      buffer.put((byte) ' ');
    }
    return buffer.put((byte) '\n').array();
  }

  /** All elements in the order of the file. */
  static double[] read(Path path) throws IOException {
    try (NpyInput input = NpyInput.open(path)) {
      int count = (int) input.header().elements();
      double[] wide = new double[count];
      if (input.header().type() == ElementType.FLOAT64) {
        input.read(0, wide, 0, count);
        return wide;
      }
      float[] narrow = new float[count];
      input.read(0, narrow, 0, count);
      return widen(narrow);
    }
  }

  static long[] shape(Path path) throws IOException {
    try (NpyInput input = NpyInput.open(path)) {
      return input.header().shape();
    }
  }

  static double[] widen(float... values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
