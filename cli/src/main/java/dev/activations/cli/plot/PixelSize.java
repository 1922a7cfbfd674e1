package dev.activations.cli.plot;

import dev.activations.measuring.work.Sides;
import java.util.Locale;
import java.util.Optional;

/**
 * How large a picture is.
 *
 * @param width in pixels, or units of an SVG
 * @param height in the same
 */
record PixelSize(int width, int height) {
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
    Optional<Sides> sides = Sides.parse(text);
    if (sides.isPresent()) {
      long width = sides.get().first();
      long height = sides.get().second();
      if (Math.min(width, height) >= LEAST
          && Math.max(width, height) <= MOST
          && width * height <= MOST_PIXELS) {
        return new PixelSize((int) width, (int) height);
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
