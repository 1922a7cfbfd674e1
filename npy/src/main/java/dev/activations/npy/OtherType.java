package dev.activations.npy;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type of NumPy's that is not read.
 *
 * @param name what NumPy calls it
 * @param kind what can be done with it
 */
record OtherType(String name, Kind kind) {
  /** Types that are treated alike. */
  enum Kind {
    /** Integers, truth values, times and texts. */
    CONVERTED("convert with array.astype('float32')"),
    /** Floats of other sizes. */
    FLOAT("convert with array.astype('float64')"),
    /** Complex numbers. */
    COMPLEX("save array.real or array.imag"),
    /** Python objects. */
    OBJECT("pickled arrays are never loaded, convert with array.astype('float32')");

    private final String remedy;

    Kind(String remedy) {
      this.remedy = remedy;
    }

    String remedy() {
      return remedy;
    }
  }

  private static final Pattern TYPE_STRING =
      Pattern.compile("[<>=|]?([?a-zA-Z])(\\d{0,9})(\\[[^\\[\\]]*\\])?");

  private static final Pattern NAME =
      Pattern.compile("(u?int|bfloat|float|complex)(8|16|32|64|96|128|256)?");

  /** Letters that say the size by themselves, on the 64-bit systems of today. */
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("?", "bool"),
          Map.entry("b", "int8"),
          Map.entry("B", "uint8"),
          Map.entry("h", "int16"),
          Map.entry("H", "uint16"),
          Map.entry("i", "int32"),
          Map.entry("I", "uint32"),
          Map.entry("l", "int64"),
          Map.entry("L", "uint64"),
          Map.entry("q", "int64"),
          Map.entry("Q", "uint64"),
          Map.entry("p", "int64"),
          Map.entry("P", "uint64"),
          Map.entry("g", "longdouble"),
          Map.entry("F", "complex64"),
          Map.entry("D", "complex128"),
          Map.entry("G", "clongdouble"));

  private static final Map<String, String> WORDS =
      Map.of(
          "bool", "bool",
          "longdouble", "longdouble",
          "object", "Python objects",
          "str", "strings",
          "bytes", "strings");

  /** Finds the type that a descr stands for; null when NumPy would not know it either. */
  static @Nullable OtherType of(String descr) {
    String word = WORDS.get(descr);
    if (word != null) {
      return new OtherType(word, kind(word));
    }
    if (NAME.matcher(descr).matches()) {
      return new OtherType(descr, kind(descr));
    }
    Matcher parts = TYPE_STRING.matcher(descr);
    if (!parts.matches()) {
      return null;
    }
    String name = name(parts.group(1), parts.group(2));
    return name == null ? null : new OtherType(name, kind(name));
  }

  private static @Nullable String name(String letter, String size) {
    if (size.isEmpty() && LETTERS.containsKey(letter)) {
      return LETTERS.get(letter);
    }
    long bits = size.isEmpty() ? 0 : 8 * Long.parseLong(size);
    return switch (letter) {
      case "i" -> bits(bits, "int", 64);
      case "u" -> bits(bits, "uint", 64);
      case "f" -> bits < 96 ? null : bits(bits, "float", 256);
      case "c" -> bits(bits, "complex", 512);
      case "b" -> bits == 8 ? "bool" : null;
      case "O" -> "Python objects";
      case "m" -> "timedelta64";
      case "M" -> "datetime64";
      // NumPy knows no bfloat16: it saves that of ml_dtypes as two raw bytes an element.
      case "V" -> "raw bytes, as which bfloat16 is saved too";
      case "S", "a", "U" -> "strings";
      default -> null;
    };
  }

  private static @Nullable String bits(long bits, String name, int most) {
    return bits < 8 || bits > most ? null : name + bits;
  }

  private static Kind kind(String name) {
    if (name.startsWith("float") || name.equals("longdouble")) {
      return Kind.FLOAT;
    }
    if (name.startsWith("complex") || name.equals("clongdouble")) {
      return Kind.COMPLEX;
    }
    return name.equals("Python objects") ? Kind.OBJECT : Kind.CONVERTED;
  }
}
