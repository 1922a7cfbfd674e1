package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.reference.CriticalInputs;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * About 100,000 floats of every kind, the same in each run: from every binade of both signs, denser
 * where functions bend, one float each from equal strata; NaNs of all kinds; and the critical
 * inputs of the function.
 */
final class Sample implements Floats {
  private static final int BINADES = 255; // the subnormal numbers are one
  private static final int PER_BINADE = 160;

  // |x| from 2^-10 to 2^8.
  private static final int FIRST_BEND = 127 - 10;
  private static final int LAST_BEND = 127 + 7;
  private static final int PER_BEND = 672;

  private static final int FRACTION_BITS = 23;
  private static final int[] NANS = {0x7fc00000, 0xffc00000, 0x7f800001, 0xffffffff};
  private static final int CHUNK = 1 << 14;

  private final float[] x;

  private final int strata;

  private Sample(int strata, float... x) {
    this.strata = strata;
    this.x = x;
  }

  static Sample of(Activation f) {
    float[] critical = CriticalInputs.of(f);
    int bends = LAST_BEND - FIRST_BEND + 1;
    int strata = 2 * ((BINADES - bends) * PER_BINADE + bends * PER_BEND);
    float[] x = new float[strata + NANS.length + critical.length];
    SplittableRandom random = new SplittableRandom(20261125);
    int count = 0;
    for (int exponent = 0; exponent < BINADES; exponent++) {
      boolean bend = exponent >= FIRST_BEND && exponent <= LAST_BEND;
      int strataHere = bend ? PER_BEND : PER_BINADE;
      for (int i = 0; i < strataHere; i++) {
        for (int sign = 0; sign < 2; sign++) {
          double place = (i + random.nextDouble()) / strataHere;
          int fraction = (int) (place * (1 << FRACTION_BITS));
          x[count++] = Float.intBitsToFloat(sign << 31 | exponent << FRACTION_BITS | fraction);
        }
      }
    }
    for (int bits : NANS) {
      x[count++] = Float.intBitsToFloat(bits);
    }
    System.arraycopy(critical, 0, x, count, critical.length);
    return new Sample(strata, x);
  }

  /** One of so many floats, and all that are not strata: NaNs and what is critical. */
  float[] every(int stride) {
    int first = (strata + stride - 1) / stride;
    float[] some = Arrays.copyOf(x, first + x.length - strata);
    for (int i = 0; i < first; i++) {
      some[i] = x[i * stride];
    }
    System.arraycopy(x, strata, some, first, x.length - strata);
    return some;
  }

  @Override
  public boolean isConsecutive() {
    return false;
  }

  @Override
  public String coverage() {
    return "sample";
  }

  @Override
  public long count() {
    return x.length;
  }

  @Override
  public int chunks() {
    return (x.length + CHUNK - 1) / CHUNK;
  }

  @Override
  public int chunkSize() {
    return CHUNK;
  }

  @Override
  public int fill(int chunk, float[] target) {
    int from = chunk * CHUNK;
    int length = Math.min(CHUNK, x.length - from);
    System.arraycopy(x, from, target, 0, length);
    return length;
  }
}
