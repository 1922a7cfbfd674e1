package dev.activations.tornado.kernels;

import dev.activations.RowOperation;

/** What the kernels of a row operation know of its temperature T. */
public final class RowParameters {
  private RowParameters() {}

  /**
   * The floats that the kernels take for an operation: the sign of x (-1 for softmin), 1 / (T ln
   * 2), T ln 2 in two floats, 1 / T in two floats, 8 T.
   *
   * @param f the operation
   * @return seven floats
   * @throws IllegalArgumentException when the temperature is beyond what float32 can hold
   */
  public static float[] of(RowOperation f) {
    double t = f.temperature();
    if (t < 0x1p-100 || t > 0x1p100) {
      throw new IllegalArgumentException(
          String.format(
              "%s: a device takes a temperature of 2^-100 to 2^100, found %s: use the cpu backend",
              f, t));
    }
    double ln2 = t * StrictMath.log(2);
    // 15 bits: its product with an exponent of 8 bits is exact.
    float ln2High = Float.intBitsToFloat(Float.floatToRawIntBits((float) ln2) & ~0x1ff);
    float inverse = (float) (1 / t);
    return new float[] {
      f.kind() == RowOperation.Kind.SOFTMIN ? -1 : 1,
      (float) (1 / ln2),
      ln2High,
      (float) (ln2 - ln2High),
      inverse,
      (float) (1 / t - inverse),
      (float) (8 * t)
    };
  }
}
