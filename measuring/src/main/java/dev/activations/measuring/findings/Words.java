package dev.activations.measuring.findings;

import dev.activations.catalogue.Numbers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers are written for people. */
public final class Words {
  private static final long ALL_FLOATS = 1L << 32;

  private Words() {}

  /**
   * An error in units in the last place: four digits after the point tell 0.5 from 0.5001; an error
   * of nothing is just 0.
   *
   * @param value the error
   * @return its text
   */
  public static String ulps(double value) {
    return value == 0 || Double.isInfinite(value)
        ? Numbers.text(value)
        : String.format(Locale.ROOT, "%.4f", value);
  }

  /**
   * A small number.
   *
   * @param value the number
   * @return two digits and a power of ten
   */
  public static String small(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
  }

  /**
   * An error in proportion to terms: of float64 it is much smaller.
   *
   * @param value the error in 2^-24 of the terms
   * @return its text, with its unit
   */
  public static String ofTerms(double value) {
    return value == 0 || value >= 0.01
        ? String.format(Locale.ROOT, "%.2f x 2^-24", value)
        : String.format(Locale.ROOT, "%.2f x 2^-53", value * 0x1p29);
  }

  /**
   * A number of things.
   *
   * @param value how many
   * @param one what one of them is called
   * @param many what several are called
   * @return such as {@code 1,024 results}
   */
  public static String count(long value, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", value, value == 1 ? one : many);
  }

  /**
   * What stands behind a number of inputs.
   *
   * @param seed what they were drawn with; null where they are always the same
   * @return a text, which may be empty
   */
  public static String seed(@Nullable Long seed) {
    return seed == null ? "" : " of seed " + seed;
  }

  /**
   * A number of inputs.
   *
   * @param value how many
   * @return such as {@code 104,328} or {@code all 2^32}
   */
  public static String inputs(long value) {
    return value == ALL_FLOATS ? "all 2^32" : String.format(Locale.ROOT, "%,d", value);
  }
}
