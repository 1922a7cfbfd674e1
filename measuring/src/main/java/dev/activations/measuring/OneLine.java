package dev.activations.measuring;

import java.util.Locale;

/** What went wrong, in one line. */
public final class OneLine {
  private OneLine() {}

  /**
   * The message of a failure.
   *
   * @param failure what was thrown
   * @return its message, or its class when it has none
   */
  public static String of(Throwable failure) {
    String message = failure.getMessage();
    return of(message == null ? failure.toString() : message);
  }

  /**
   * A text without line breaks, and without what a terminal would act upon.
   *
   * @param text any text
   * @return the text with a space for each break and what surrounds it, and {@code \\x1b} for
   *     characters that cannot be seen
   */
  public static String of(String text) {
    return visible(text.replaceAll("\\s*[\\r\\n]+\\s*", " "));
  }

  /**
   * A text in which everything can be seen.
   *
   * @param text any text
   * @return the text with {@code \\n}, {@code \\x1b} or {@code \\u202e} for what a terminal would
   *     act upon: control characters, those that turn the direction of writing, halves of pairs
   */
  public static String visible(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(seen, c));
    return seen.toString();
  }

  private static void append(StringBuilder seen, int c) {
    switch (c) {
      case '\n' -> seen.append("\\n");
      case '\r' -> seen.append("\\r");
      case '\t' -> seen.append("\\t");
      default -> {
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SURROGATE ->
              seen.append(String.format(Locale.ROOT, c < 0x100 ? "\\x%02x" : "\\u%04x", c));
          default -> seen.appendCodePoint(c);
        }
      }
    }
  }
}
