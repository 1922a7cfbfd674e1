package dev.activations.npy;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The type and byte order that a header's {@code descr} stands for, in all spellings that NumPy
 * reads: {@code <f4}, {@code f4}, {@code <f}, {@code float32}, {@code single}.
 */
record Descr(ElementType type, ByteOrder order) {
  private static final String EXPECTED = "; expected float16, float32 or float64: ";

  /** NumPy's array-protocol type string: byte order, kind, size, and a unit for times. */
  private static final Pattern TYPE_STRING =
      Pattern.compile("([<>=|]?)([?a-zA-Z])(\\d{0,9})(\\[[^\\[\\]]*\\])?");

  /** Names stand alone: no byte order goes before them, and NumPy reads them in its own. */
  private static final Map<String, ElementType> NAMES =
      Map.of(
          "float16", ElementType.FLOAT16,
          "half", ElementType.FLOAT16,
          "float32", ElementType.FLOAT32,
          "single", ElementType.FLOAT32,
          "float64", ElementType.FLOAT64,
          "double", ElementType.FLOAT64,
          "float", ElementType.FLOAT64);

  private static final Map<Character, ElementType> LETTERS =
      Map.of('e', ElementType.FLOAT16, 'f', ElementType.FLOAT32, 'd', ElementType.FLOAT64);

  static Descr parse(Path file, String descr) throws NpyFormatException {
    ElementType named = NAMES.get(descr);
    if (named != null) {
      return new Descr(named, ByteOrder.nativeOrder());
    }
    Matcher parts = TYPE_STRING.matcher(descr);
    if (parts.matches() && parts.group(4) == null) {
      ElementType type = type(parts.group(2).charAt(0), parts.group(3));
      if (type != null) {
        return new Descr(type, byteOrder(parts.group(1)));
      }
    }
    OtherType other = OtherType.of(descr);
    if (other == null) {
      throw refused(file, "type " + Excerpt.of(descr), "save it again with numpy.save");
    }
    throw refused(file, other.name() + " (descr " + Excerpt.of(descr) + ")", other.kind().remedy());
  }

  /** The refusal of a list of fields, which is not worth parsing. */
  static NpyFormatException structured(Path file) {
    return refused(
        file, "a structured (record) type", "save one field by itself, such as array['field']");
  }

  private static @Nullable ElementType type(char letter, String size) {
    if (size.isEmpty()) {
      return LETTERS.get(letter);
    }
    for (ElementType type : ElementType.values()) {
      if (letter == 'f' && Integer.parseInt(size) == type.bytes()) {
        return type;
      }
    }
    return null;
  }

  /** Without a sign, or with the one for types that have no order, it is that of the reader. */
  private static ByteOrder byteOrder(String sign) {
    return switch (sign) {
      case "<" -> ByteOrder.LITTLE_ENDIAN;
      case ">" -> ByteOrder.BIG_ENDIAN;
      default -> ByteOrder.nativeOrder();
    };
  }

  private static NpyFormatException refused(Path file, String found, String remedy) {
    return new NpyFormatException(file, "found " + found + EXPECTED + remedy);
  }
}
