package dev.activations.reference;

import java.util.SplittableRandom;

/**
 * Floats of all magnitudes: from the smallest subnormal number to the largest finite one, of both
 * signs, zeros of both signs, infinities and NaN. The same for the same seed.
 */
public final class Magnitudes {
  private static final float[] ENDS = {
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    -Float.MIN_NORMAL,
    Math.nextDown(Float.MIN_NORMAL),
    1,
    -1,
    Float.MAX_VALUE,
    -Float.MAX_VALUE
  };

  private static final float[] NOT_FINITE = {
    Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN
  };

  private static final int SMALLEST_EXPONENT = -149;
  private static final int FRACTION_BITS = 23;
  private static final int EXPONENTS = 255;

  private final SplittableRandom random;

  /**
   * A source.
   *
   * @param seed makes it repeatable
   */
  public Magnitudes(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** What the numbers of a row have to do with each other. */
  public enum Row {
    /** Each of its own magnitude. */
    ANY,
    /** Normal deviates times one power of two. */
    ALIKE,
    /** One number, repeated, so that sums leave the range first. */
    EQUAL,
    /** One number and its opposite in turn. */
    OPPOSITE,
    /** One number, and zeros of both signs. */
    ONE_HOT,
    /** The ends of the float line, its least numbers, ones and zeros. */
    ENDS;

    private static final Row[] ALL = values();
  }

  /**
   * A finite float: an exponent, a sign, a fraction, each as likely as another; the ends more
   * often.
   *
   * @return any but infinities and NaN
   */
  public float finite() {
    if (random.nextInt(16) == 0) {
      return ENDS[random.nextInt(ENDS.length)];
    }
    int exponent = random.nextInt(EXPONENTS);
    int sign = random.nextInt(2) << 31;
    return Float.intBitsToFloat(
        sign | exponent << FRACTION_BITS | random.nextInt(1 << FRACTION_BITS));
  }

  /**
   * Any float.
   *
   * @return now and then an infinity or NaN
   */
  public float any() {
    return random.nextInt(32) == 0 ? notFinite() : finite();
  }

  /**
   * What is no number.
   *
   * @return an infinity of either sign, or NaN
   */
  public float notFinite() {
    return NOT_FINITE[random.nextInt(NOT_FINITE.length)];
  }

  /**
   * A power of two that a float can be.
   *
   * @return between the smallest subnormal number and the largest power
   */
  public double scale() {
    int exponents = Float.MAX_EXPONENT - SMALLEST_EXPONENT + 1;
    return Math.scalb(1.0, SMALLEST_EXPONENT + random.nextInt(exponents));
  }

  /**
   * A normal deviate.
   *
   * @return mean 0, deviation 1
   */
  public double gaussian() {
    return Normal.next(random);
  }

  /**
   * A row of finite numbers of a kind that {@link Row} has, each kind as likely as another.
   *
   * @param columns how many
   * @return the row
   */
  public float[] row(int columns) {
    return row(Row.ALL[random.nextInt(Row.ALL.length)], columns);
  }

  /**
   * A row of finite numbers.
   *
   * @param kind what they have to do with each other
   * @param columns how many
   * @return the row
   */
  public float[] row(Row kind, int columns) {
    float[] row = new float[columns];
    float one = finite();
    double scale = scale();
    int hot = columns == 0 ? 0 : random.nextInt(columns);
    for (int i = 0; i < columns; i++) {
      row[i] =
          switch (kind) {
            case ANY -> finite();
            case ALIKE -> clipped(scale * gaussian());
            case EQUAL -> one;
            case OPPOSITE -> i % 2 == 0 ? one : -one;
            case ONE_HOT -> i == hot ? one : random.nextBoolean() ? 0f : -0f;
            case ENDS -> ENDS[random.nextInt(ENDS.length)];
          };
    }
    return row;
  }

  /**
   * A row for exponentials of x / temperature: differences that leave several classes a share,
   * dominating classes of all degrees, numbers of all magnitudes.
   *
   * @param temperature what the row is divided by
   * @param columns how many
   * @return finite numbers
   */
  public float[] logits(double temperature, int columns) {
    if (random.nextInt(4) == 0) {
      return row(columns);
    }
    float[] row = new float[columns];
    double deviation = new double[] {0.01, 1, 4, 20}[random.nextInt(4)];
    double gap = random.nextBoolean() ? 0 : 110 * random.nextDouble();
    double offset = random.nextBoolean() ? 0 : 1000 * gaussian();
    for (int i = 0; i < columns; i++) {
      row[i] = clipped((offset + deviation * gaussian()) * temperature);
    }
    if (gap > 0 && columns > 0) {
      float top = row[0];
      for (float x : row) {
        top = Math.max(top, x);
      }
      row[random.nextInt(columns)] = clipped(top + gap * temperature);
    }
    return row;
  }

  /**
   * Floats of which each may be anything.
   *
   * @param count how many
   * @return some of them not finite
   */
  public float[] anything(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = any();
    }
    return values;
  }

  /**
   * Rows behind each other.
   *
   * @param rows how many
   * @param columns the length of each
   * @return numbers as {@link #row(int)} has them
   */
  public float[] rows(int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(row(columns), 0, values, i * columns, columns);
    }
    return values;
  }

  private static float clipped(double value) {
    return (float) Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value));
  }
}
