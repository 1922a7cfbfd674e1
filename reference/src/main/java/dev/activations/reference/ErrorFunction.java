package dev.activations.reference;

/**
 * The complementary error function: by the series of erf where {@code 1 - erf} costs few digits, by
 * Laplace's continued fraction beyond.
 *
 * @param <T> the numbers
 */
final class ErrorFunction<T> {
  private static final double LOG_10 = Math.log(10);

  private final Arithmetic<T> arithmetic;
  private final ElementaryFunctions<T> functions;
  private final T one;
  private final T rootOfPi;

  ErrorFunction(Arithmetic<T> arithmetic, ElementaryFunctions<T> functions) {
    this.arithmetic = arithmetic;
    this.functions = functions;
    this.one = arithmetic.of(1);
    this.rootOfPi = arithmetic.sqrt(arithmetic.pi());
  }

  T erfc(T z) {
    if (arithmetic.isNegative(z)) {
      return arithmetic.subtract(arithmetic.of(2), erfc(arithmetic.negate(z)));
    }
    T square = arithmetic.multiply(z, z);
    T decay = functions.exp(arithmetic.negate(square));
    double size = arithmetic.approximate(z);
    // 1 - erf loses log10(e) z**2 digits; an eighth of those there are can be spared.
    return size * size < arithmetic.digits() * LOG_10 / 8
        ? arithmetic.subtract(one, erf(z, square, decay, size))
        : tail(z, square, decay, size);
  }

  /** {@code erf(z) = 2 z exp(-z**2) / sqrt(pi) (1 + y/3 + y**2/(3*5) + ...)}, y = 2 z**2. */
  private T erf(T z, T square, T decay, double size) {
    T y = arithmetic.scale(square, 1);
    double ratio = 2 * size * size;
    double wanted = arithmetic.digits() * LOG_10;
    double lost = 0;
    int terms = 0;
    // At the end the ratio of terms is below one half, so that the tail is below twice its first.
    while (lost < wanted || ratio * 2 > 2 * terms + 3) {
      terms++;
      lost += Math.log((2 * terms + 1) / Math.max(ratio, Double.MIN_NORMAL));
    }
    T sum = arithmetic.widen(one, one);
    for (int k = terms; k >= 1; k--) {
      T factor = arithmetic.divide(y, arithmetic.of(2.0 * k + 1));
      sum = arithmetic.add(one, arithmetic.multiply(factor, sum));
    }
    T scaled = arithmetic.multiply(arithmetic.scale(arithmetic.multiply(z, decay), 1), sum);
    return arithmetic.divide(scaled, rootOfPi);
  }

  /**
   * {@code erfc(z) = exp(-z**2) / (z sqrt(pi) w_1)} with {@code w_n = 1 + n v / w_(n+1)} and v =
   * 1/(2 z**2). The w_n grow with n, so that {@code w_n <= 1 + n v / w_n}, whence w_n is at most
   * {@code c_n = (1 + sqrt(1 + 4 n v)) / 2} and at least {@code 1 + n v / c_(n+1)}: the start is
   * known to {@code c_(n+1) - c_n <= v}. Each step then shrinks the radius by {@code 1 - 1/w_n}.
   */
  private T tail(T z, T square, T decay, double size) {
    T v = arithmetic.divide(one, arithmetic.scale(square, 1));
    double reach = arithmetic.digits() * LOG_10 / (2 * size);
    int terms = 8 + (int) (reach * reach / 2);
    double spread = terms / (2 * size * size);
    T w = arithmetic.widen(arithmetic.of((1 + Math.sqrt(1 + 4 * spread)) / 2), v);
    for (int n = terms; n >= 1; n--) {
      w = arithmetic.add(one, arithmetic.divide(arithmetic.multiply(v, arithmetic.of(n)), w));
    }
    T denominator = arithmetic.multiply(arithmetic.multiply(z, rootOfPi), w);
    return arithmetic.divide(decay, denominator);
  }
}
