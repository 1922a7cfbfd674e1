package dev.activations.reference;

import java.util.SplittableRandom;

/** Doubles of all magnitudes, as {@link Magnitudes} has floats. The same for the same seed. */
public final class DoubleMagnitudes {
  private static final double[] SPREADS = {0.1, 3, 40, 500, 1000};
  private static final int SMALLEST_EXPONENT = -1070;
  private static final int EXPONENTS = 2090;

  private final SplittableRandom random;

  /**
   * A source.
   *
   * @param seed makes it repeatable
   */
  public DoubleMagnitudes(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * A finite double: any bits, moderate ones, zeros and the ends more often.
   *
   * @return any but infinities and NaN
   */
  public double finite() {
    switch (random.nextInt(8)) {
      case 0:
        return 0.0;
      case 1:
        return random.nextBoolean() ? Double.MAX_VALUE : -Double.MIN_VALUE;
      case 2:
        return gaussian();
      default:
        double finite;
        do {
          finite = Double.longBitsToDouble(random.nextLong());
        } while (!Double.isFinite(finite));
        return finite;
    }
  }

  /**
   * Finite doubles.
   *
   * @param count how many
   * @return each of its own magnitude
   */
  public double[] finite(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = finite();
    }
    return values;
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
   * A row for exponentials of x / temperature.
   *
   * @param temperature what the row is divided by
   * @param columns how many
   * @return normal deviates of a width that leaves several classes a share, or one alone
   */
  public double[] logits(double temperature, int columns) {
    double spread = SPREADS[random.nextInt(SPREADS.length)];
    double[] row = new double[columns];
    for (int i = 0; i < columns; i++) {
      row[i] = spread * temperature * gaussian();
    }
    return row;
  }

  /**
   * A row of gradients: each of its own magnitude, one repeated, one and its opposite in turn, or
   * deviates times one power of two.
   *
   * @param columns how many
   * @return finite numbers
   */
  public double[] row(int columns) {
    int kind = random.nextInt(4);
    double one = finite();
    double scale = Math.scalb(1.0, SMALLEST_EXPONENT + random.nextInt(EXPONENTS));
    double[] row = new double[columns];
    for (int i = 0; i < columns; i++) {
      row[i] =
          switch (kind) {
            case 0 -> finite();
            case 1 -> one;
            case 2 -> i % 2 == 0 ? one : -one;
            default -> scale * Math.max(-1, Math.min(1, gaussian()));
          };
    }
    return row;
  }
}
