package dev.activations.npy;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Parser of the header's text: a Python dict literal of exactly the three keys that NumPy writes.
 *
 * <p>It takes any order of keys, white space, either quote, trailing commas and the {@code u} and
 * {@code L} of Python 2's strings and long integers, and nothing else: the text is never evaluated.
 */
final class HeaderText {
  private static final char END = '\uffff';

  private final Path file;
  private final String text;
  private int at;
  private @Nullable Descr descr;
  private @Nullable Boolean fortranOrder;
  private long @Nullable [] shape;

  private HeaderText(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /** Parses the text of the header of {@code file}, whose data starts at {@code dataOffset}. */
  static NpyHeader parse(Path file, String text, long dataOffset) throws NpyFormatException {
    return new HeaderText(file, text).header(dataOffset);
  }

  private NpyHeader header(long dataOffset) throws NpyFormatException {
    expect('{');
    while (!taken('}')) {
      field();
      if (!taken(',')) {
        expect('}');
        break;
      }
    }
    if (next() != END) {
      throw unexpected("the end of the header");
    }
    Descr type = present("descr", descr);
    boolean fortran = present("fortran_order", fortranOrder);
    long[] dimensions = present("shape", shape);
    if (dimensions.length == 0) {
      throw new NpyFormatException(
          file, "found a scalar (rank 0); expected rank 1 or more: save array.reshape(1)");
    }
    try {
      return new NpyHeader(type.type(), type.order(), fortran, dimensions, dataOffset);
    } catch (ArithmeticException tooLarge) {
      throw bad("the dimensions of its shape are too large: their product overflows", tooLarge);
    }
  }

  private <T> T present(String key, @Nullable T value) throws NpyFormatException {
    if (value == null) {
      throw bad("it lacks the key '" + key + "'");
    }
    return value;
  }

  private void field() throws NpyFormatException {
    String key = string("a key in quotes");
    expect(':');
    switch (key) {
      case "descr" -> {
        once(key, descr);
        descr = descr();
      }
      case "fortran_order" -> {
        once(key, fortranOrder);
        fortranOrder = bool();
      }
      case "shape" -> {
        once(key, shape);
        shape = tuple();
      }
      default ->
          throw bad(
              "expected the keys 'descr', 'fortran_order' and 'shape', found " + Excerpt.of(key));
    }
  }

  private void once(String key, @Nullable Object earlier) throws NpyFormatException {
    if (earlier != null) {
      throw bad("the key '" + key + "' occurs twice");
    }
  }

  private Descr descr() throws NpyFormatException {
    if (next() == '[' || next() == '(') {
      throw Descr.structured(file);
    }
    return Descr.parse(file, string("a type in quotes"));
  }

  private String string(String expected) throws NpyFormatException {
    char quote = next();
    // Python 2 writes u'descr' for its unicode strings.
    if ((quote == 'u' || quote == 'U') && at + 1 < text.length()) {
      at++;
      quote = text.charAt(at);
    }
    if (quote != '\'' && quote != '"') {
      throw unexpected(expected);
    }
    int start = at + 1;
    int end = text.indexOf(quote, start);
    if (end < 0) {
      at = text.length();
      throw unexpected("a closing quote");
    }
    at = end + 1;
    return text.substring(start, end);
  }

  private boolean bool() throws NpyFormatException {
    String word = next() == 'T' ? "True" : "False";
    if (!text.startsWith(word, at)) {
      throw unexpected("True or False");
    }
    at += word.length();
    return word.equals("True");
  }

  private long[] tuple() throws NpyFormatException {
    expect('(');
    long[] dimensions = new long[4];
    int rank = 0;
    while (!taken(')')) {
      if (rank == dimensions.length) {
        dimensions = Arrays.copyOf(dimensions, 2 * rank);
      }
      dimensions[rank++] = dimension();
      // Without its comma "(6)" is an int to Python.
      if (!taken(',')) {
        if (rank == 1) {
          throw unexpected("','");
        }
        expect(')');
        break;
      }
    }
    return Arrays.copyOf(dimensions, rank);
  }

  private long dimension() throws NpyFormatException {
    if (next() == '-') {
      throw bad("a dimension of its shape is negative");
    }
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.isEmpty() || (digits.length() > 1 && digits.startsWith("0"))) {
      at = start;
      throw unexpected("a decimal integer");
    }
    if (at < text.length() && text.charAt(at) == 'L') {
      at++;
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLarge) {
      throw bad("a dimension of its shape is too large: " + Excerpt.of(digits), tooLarge);
    }
  }

  private char next() {
    while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  private boolean taken(char wanted) {
    if (next() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) throws NpyFormatException {
    if (!taken(wanted)) {
      throw unexpected("'" + wanted + "'");
    }
  }

  private NpyFormatException unexpected(String expected) {
    String found = at < text.length() ? Excerpt.of(text.substring(at, at + 1)) : "its end";
    return bad("expected " + expected + " at character " + (at + 1) + ", found " + found);
  }

  private NpyFormatException bad(String detail) {
    return bad(detail, null);
  }

  private NpyFormatException bad(String detail, @Nullable Throwable cause) {
    return new NpyFormatException(
        file, "bad header: " + detail + "; save the array again with numpy.save", cause);
  }
}
