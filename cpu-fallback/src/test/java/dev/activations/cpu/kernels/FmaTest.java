package dev.activations.cpu.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The emulated fma has the bits of Math.fma, which rounds once. */
class FmaTest {
  private static final float[] SPECIALS = {
    0f,
    -0f,
    1f,
    -1f,
    Math.nextUp(1f),
    Math.nextDown(1f),
    3f,
    1.5f,
    -0.5f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    3 * Float.MIN_VALUE,
    Math.nextDown(Float.MIN_NORMAL),
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    Math.nextUp(Float.MIN_NORMAL),
    0x1p-75f,
    0x1.000002p-75f,
    0x1p-126f,
    0x1p-24f,
    0x1p24f,
    0x1.fffffep63f,
    0x1p64f,
    -0x1p64f,
    Math.nextDown(Float.MAX_VALUE),
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN,
  };

  private static void check(float a, float b, float c) {
    float expected = Math.fma(a, b, c);
    float actual = Fma.of(a, b, c);
    if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) {
      throw new AssertionError(
          String.format(Locale.ROOT, "fma(%a, %a, %a) is %a, found %a", a, b, c, expected, actual));
    }
  }

  @Test
  void specialsInAllPlaces() {
    for (float a : SPECIALS) {
      for (float b : SPECIALS) {
        for (float c : SPECIALS) {
          check(a, b, c);
        }
      }
    }
  }

  /**
   * A product that is half an ulp of the term and a little: rounded to double, the sum may be the
   * middle of two floats, and go the wrong way from there.
   */
  @Test
  void roundingTwiceWouldBeWrong() {
    SplittableRandom random = new SplittableRandom(1);
    int wrong = 0;
    for (int i = 0; i < 300_000; i++) {
      float c = Float.intBitsToFloat(random.nextInt());
      if (!Float.isFinite(c) || Math.abs(c) < 0x1p-60f) {
        continue;
      }
      float factor = 1 + random.nextInt(1 << 23) * 0x1p-23f;
      float a = factor * Math.ulp(c);
      float b = (float) (0.5 / factor) * (random.nextBoolean() ? 1 : -1);
      check(a, b, c);
      wrong += (float) ((double) a * b + c) == Math.fma(a, b, c) ? 0 : 1;
    }
    assertThat(wrong).as("cases that tell one rounding from two").isGreaterThan(1000);
  }

  @Test
  void anyBits() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1_000_000; i++) {
      float a = Float.intBitsToFloat(random.nextInt());
      float b = Float.intBitsToFloat(random.nextInt());
      float c = Float.intBitsToFloat(random.nextInt());
      check(a, b, c);
      // What nearly cancels, and what is next to that.
      float product = -(a * b);
      check(a, b, product);
      check(a, b, Math.nextUp(product));
      check(a, b, Math.nextDown(product));
    }
  }

  /** Sums that are next to the middle of two floats, wherever in the range. */
  @Test
  void neighboursOfTies() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300_000; i++) {
      float c = Float.intBitsToFloat(random.nextInt());
      if (!Float.isFinite(c)) {
        continue;
      }
      // a b is half an ulp of c, or its neighbours.
      float half = Math.scalb(Math.ulp(c), -1 - random.nextInt(2));
      float a = Math.scalb(1 + random.nextInt(3) * 0x1p-23f, random.nextInt(40) - 20);
      float b = half / a * (random.nextBoolean() ? 1 : -1);
      check(a, b, c);
      check(a, Math.nextUp(b), c);
      check(a, Math.nextDown(b), c);
    }
  }

  /** Results around the smallest floats, and around half of the smallest. */
  @Test
  void subnormalResults() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 300_000; i++) {
      float a = Math.scalb(1 + random.nextInt(1 << 23) * 0x1p-23f, -60 - random.nextInt(20));
      float b = Math.scalb(1 + random.nextInt(1 << 23) * 0x1p-23f, -60 - random.nextInt(30));
      float c = random.nextInt(1 << 5) * Float.MIN_VALUE;
      check(a, b, c);
      check(a, -b, c);
      check(-a, b, Float.intBitsToFloat(random.nextInt(1 << 24)));
    }
    assertThat(Fma.of(Float.MIN_VALUE, 0.5f, 0)).isZero();
    assertThat(Fma.of(Float.MIN_VALUE, Math.nextUp(0.5f), 0)).isEqualTo(Float.MIN_VALUE);
  }

  /** Around the middle of the largest float and what would be the next one. */
  @Test
  void overflow() {
    SplittableRandom random = new SplittableRandom(5);
    int infinite = 0;
    for (int i = 0; i < 200_000; i++) {
      float a = Math.scalb(1 + random.nextInt(1 << 23) * 0x1p-23f, 40);
      float b = (float) (0x1.ffffffp127 / a);
      float c = Math.scalb(random.nextInt(1 << 24) - (1 << 23), random.nextInt(81));
      check(a, b, c);
      check(-a, b, c);
      infinite += Float.isInfinite(Fma.of(a, b, c)) ? 1 : 0;
    }
    assertThat(infinite).isBetween(1000, 199_000);
  }
}
