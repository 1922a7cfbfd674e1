package dev.activations.tornado.kernels;

import dev.activations.RowOperation;
import java.util.Locale;

/** What the kernels of a row operation know of its temperature T. */
public final class RowParameters {
  private RowParameters() {}

  /**
   * The floats that the kernels take for an operation: the sign of x (-1 for softmin), 1 / (T ln
   * 2), the first 15 bits of T ln 2 and what is left of them, divided by T, 1 / T in two floats, 8
   * T, and the sign times 1 / T as a number of 1 to 8 in magnitude and the cube root of a power of
   * two.
   *
   * @param f the operation
   * @return nine floats
   * @throws IllegalArgumentException when the temperature is beyond what float32 can hold
   */
  public static float[] of(RowOperation f) {
    double t = f.temperature();
    if (t < 0x1p-126 || t > 0x1p100) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: a device takes a temperature of 2^-126 to 2^100, found %s: use the cpu backend",
              f,
              t));
    }
    double ln2 = t * StrictMath.log(2);
    // 15 bits: its product with an exponent of 8 bits is exact.
    float ln2High = Float.intBitsToFloat(Float.floatToRawIntBits((float) ln2) & ~0x1ff);
    float inverse = (float) (1 / t);
    float sign = f.kind() == RowOperation.Kind.SOFTMIN ? -1 : 1;
    int third = Math.floorDiv(Math.getExponent(inverse), 3);
    return new float[] {
      sign,
      (float) (1 / ln2),
      ln2High,
      (float) ((ln2 - ln2High) / t),
      inverse,
      (float) (1 / t - inverse),
      (float) (8 * t),
      sign * Math.scalb(inverse, -3 * third),
      Math.scalb(1f, third)
    };
  }
}
