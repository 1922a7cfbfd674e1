package dev.activations.generator.emission.device;

import java.math.BigDecimal;

/**
 * The largest error of a scalar function.
 *
 * @param ulps in units in the last place
 * @param floor an absolute error that is accepted beside it; 0 when there is none
 */
record Bound(double ulps, double floor) {
  /** Smaller powers of two are written as such. */
  private static final double SMALL = 0x1p-10;

  String words() {
    return number(ulps) + " ULP" + (floor == 0 ? "" : ", or " + number(floor) + " absolute");
  }

  /** A number as one would write it: 4, 1.5, 0x1p-32. */
  static String number(double value) {
    boolean small = value != 0 && value < SMALL;
    return small
        ? Double.toHexString(value).replace(".0p", "p")
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
