package dev.activations.cli.verify.report;

import dev.activations.catalogue.Numbers;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the reports for people write numbers. */
final class Words {
  private static final long ALL_FLOATS = 1L << 32;

  private Words() {}

  /** Four digits after the point tell 0.5 from 0.5001; an error of nothing is just 0. */
  static String ulps(double value) {
    return value == 0 || Double.isInfinite(value)
        ? Numbers.text(value)
        : String.format(Locale.ROOT, "%.4f", value);
  }

  static String small(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
  }

  /** An error in 2^-24 of terms: of float64 it is much smaller. */
  static String ofTerms(double value) {
    return value == 0 || value >= 0.01
        ? String.format(Locale.ROOT, "%.2f x 2^-24", value)
        : String.format(Locale.ROOT, "%.2f x 2^-53", value * 0x1p29);
  }

  static String count(long value, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", value, value == 1 ? one : many);
  }

  /** What stands behind a number of inputs that were drawn. */
  static String seed(@Nullable Long seed) {
    return seed == null ? "" : " of seed " + seed;
  }

  static String inputs(long value) {
    return value == ALL_FLOATS ? "all 2^32" : String.format(Locale.ROOT, "%,d", value);
  }
}
