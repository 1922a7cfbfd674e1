package dev.activations.npy;

import java.util.Locale;

/** Untrusted text made fit for an error message. */
final class Excerpt {
  private static final int LONGEST = 40;

  private Excerpt() {}

  /** Quotes the text, cut to 40 characters, with all but printable ASCII as {@code \x1b}. */
  static String of(String text) {
    StringBuilder quoted = new StringBuilder("'");
    text.chars()
        .limit(LONGEST)
        .forEach(
            c ->
                quoted.append(
                    c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\x%02x", c) : (char) c));
    return quoted.append(text.length() > LONGEST ? "...'" : "'").toString();
  }
}
