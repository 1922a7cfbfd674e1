package dev.activations.cli.plot;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a picture is.
 *
 * @param width in pixels, or units of an SVG
 * @param height in the same
 */
record PixelSize(int width, int height) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})[xX](\\d{1,6})");
  private static final int LEAST = 100;
  private static final int MOST = 10_000;
  private static final long MOST_PIXELS = 36_000_000;

  /**
   * Reads {@code --size}.
   *
   * @throws IllegalArgumentException unless it is WxH, neither too small to show anything nor more
   *     than fits into memory
   */
  static PixelSize parse(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      PixelSize size =
          new PixelSize(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      if (Math.min(size.width, size.height) >= LEAST
          && Math.max(size.width, size.height) <= MOST
          && (long) size.width * size.height <= MOST_PIXELS) {
        return size;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "--size: expected WxH such as 1200x900, each from %d to %,d and at most %,d pixels"
                + " together, found '%s'",
            LEAST,
            MOST,
            MOST_PIXELS,
            text));
  }
}
