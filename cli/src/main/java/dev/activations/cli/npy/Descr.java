package dev.activations.cli.npy;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The type and byte order that a header's {@code descr} stands for. */
record Descr(ElementType type, ByteOrder order) {
  private static final String EXPECTED = "; expected float16, float32 or float64: ";

  /** NumPy's array-protocol type string: byte order, kind, size, and a unit for times. */
  private static final Pattern TYPE_STRING =
      Pattern.compile("([<>=|])([biufcmMOSaUV])(\\d{0,9})(\\[[^\\[\\]]*\\])?");

  static Descr parse(Path file, String descr) throws NpyFormatException {
    Matcher parts = TYPE_STRING.matcher(descr);
    if (!parts.matches()) {
      throw refused(file, "type " + Excerpt.of(descr), "save it again with numpy.save");
    }
    char sign = parts.group(1).charAt(0);
    if (parts.group(2).equals("f") && parts.group(4) == null) {
      for (ElementType type : ElementType.values()) {
        if (parts.group(3).equals(Integer.toString(type.bytes()))) {
          return new Descr(type, byteOrder(file, descr, sign));
        }
      }
    }
    String size = parts.group(3).isEmpty() ? "0" : parts.group(3);
    throw refused(file, parts.group(2).charAt(0), Integer.parseInt(size), Excerpt.of(descr));
  }

  /** The refusal of a list of fields, which is not worth parsing. */
  static NpyFormatException structured(Path file) {
    return refused(
        file, "a structured (record) type", "save one field by itself, such as array['field']");
  }

  private static ByteOrder byteOrder(Path file, String descr, char sign) throws NpyFormatException {
    return switch (sign) {
      case '<' -> ByteOrder.LITTLE_ENDIAN;
      case '>' -> ByteOrder.BIG_ENDIAN;
      case '=' -> ByteOrder.nativeOrder();
      default ->
          throw new NpyFormatException(
              file,
              "found descr '"
                  + descr
                  + "', which states no byte order; expected '<' or '>' in it: "
                  + "save it again with numpy.save");
    };
  }

  private static NpyFormatException refused(Path file, char kind, int size, String descr) {
    long bits = size * 8L;
    String name =
        switch (kind) {
          case 'i' -> "int" + bits;
          case 'u' -> "uint" + bits;
          case 'b' -> "bool";
          case 'f' -> "float" + bits;
          case 'c' -> "complex" + bits;
          case 'O' -> "Python objects";
          case 'm' -> "timedelta64";
          case 'M' -> "datetime64";
          // NumPy knows no bfloat16: it saves that of ml_dtypes as two raw bytes an element.
          case 'V' -> "raw bytes, as which bfloat16 is saved too";
          default -> "strings";
        };
    String remedy =
        switch (kind) {
          case 'f' -> "convert with array.astype('float64')";
          case 'c' -> "save array.real or array.imag";
          case 'O' -> "pickled arrays are never loaded, convert with array.astype('float32')";
          default -> "convert with array.astype('float32')";
        };
    return refused(file, name + " (descr " + descr + ")", remedy);
  }

  private static NpyFormatException refused(Path file, String found, String remedy) {
    return new NpyFormatException(file, "found " + found + EXPECTED + remedy);
  }
}
