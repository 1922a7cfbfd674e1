package dev.activations.reference;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The backward of a row operation on one row of finite float64 numbers, in decimal digits that are
 * right to 50 places, so that it can judge results in double. Slow: for short rows.
 *
 * <p>An element with more than half of the probability takes what is left for the others from their
 * sum, as float32's gradient does: saved probabilities are rounded and do not add up to 1.
 */
public final class DoubleRowGradient {
  private static final int DIGITS = 50;
  private static final MathContext PRECISION = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  /** Squaring fifteen times loses five digits. */
  private static final MathContext WIDE = new MathContext(DIGITS + 25, RoundingMode.HALF_EVEN);

  /** Of a number below 2^-{@value} so many terms of a series give all digits. */
  private static final int SMALL = 8;

  private static final int TERMS = 23;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * e^x is nothing beside what a double can be below this, whatever double it is multiplied with.
   */
  private static final BigDecimal NOTHING = new BigDecimal(-3000);

  private final BigDecimal[] dx;
  private final BigDecimal[] terms;

  private DoubleRowGradient(int columns) {
    dx = new BigDecimal[columns];
    terms = new BigDecimal[columns];
  }

  /**
   * Computes the gradients of a row.
   *
   * @param f the operation
   * @param saved what the forward left: its output, its input for logsumexp
   * @param dy the gradient of the output
   * @return the gradients of the input
   */
  public static DoubleRowGradient of(RowOperation f, double[] saved, double[] dy) {
    DoubleRowGradient gradient = new DoubleRowGradient(saved.length);
    BigDecimal[] p = probabilities(f, saved);
    if (f.kind() == Kind.LOGSUMEXP) {
      for (int i = 0; i < p.length; i++) {
        gradient.dx[i] = p[i].multiply(new BigDecimal(dy[0]));
        gradient.terms[i] = gradient.dx[i].abs();
      }
      return gradient;
    }
    boolean logarithm = f.kind() == Kind.LOG_SOFTMAX;
    BigDecimal divisor = new BigDecimal(f.temperature());
    if (f.kind() == Kind.SOFTMIN) {
      divisor = divisor.negate();
    }
    for (int i = 0; i < p.length; i++) {
      BigDecimal own = new BigDecimal(dy[i]).multiply(share(p, i, logarithm));
      BigDecimal others = BigDecimal.ZERO;
      BigDecimal sizes = BigDecimal.ZERO;
      for (int j = 0; j < p.length; j++) {
        if (j != i) {
          BigDecimal term = new BigDecimal(dy[j]);
          term = logarithm ? term : term.multiply(p[j]);
          others = others.add(term);
          sizes = sizes.add(term.abs());
        }
      }
      own = logarithm ? own : own.multiply(p[i]);
      others = others.multiply(p[i]);
      sizes = sizes.multiply(p[i]);
      gradient.dx[i] = own.subtract(others).divide(divisor, PRECISION);
      gradient.terms[i] = own.abs().add(sizes).divide(divisor.abs(), PRECISION);
    }
    return gradient;
  }

  /**
   * The gradient of an element.
   *
   * @param column the element
   * @return the true value, rounded; infinite beyond the range of double
   */
  public double at(int column) {
    return dx[column].round(PRECISION).doubleValue();
  }

  /**
   * How far off a result is, in proportion to the sum of the magnitudes of what is added.
   *
   * @param column the element
   * @param actual the result, finite
   * @return the error in units of 2^-53 of that sum, less the smallest double
   */
  public double error(int column, double actual) {
    BigDecimal off = new BigDecimal(actual).subtract(dx[column]).abs();
    off = off.subtract(new BigDecimal(Double.MIN_VALUE)).max(BigDecimal.ZERO);
    if (off.signum() == 0) {
      return 0;
    }
    if (terms[column].signum() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return off.divide(terms[column], PRECISION).doubleValue() * 0x1p53;
  }

  /**
   * Whether the true value is beyond the range of double, or so near to its end that an error makes
   * it infinite.
   *
   * @param column the element
   * @param units the accepted {@link #error}
   * @return whether a result of infinity is right
   */
  public boolean mayOverflow(int column, double units) {
    BigDecimal doubt = terms[column].multiply(new BigDecimal(units * 0x1p-53));
    return dx[column].abs().add(doubt).compareTo(new BigDecimal(Double.MAX_VALUE)) > 0;
  }

  private static BigDecimal share(BigDecimal[] p, int column, boolean logarithm) {
    if (logarithm || p[column].compareTo(HALF) <= 0) {
      return BigDecimal.ONE.subtract(p[column]);
    }
    BigDecimal others = BigDecimal.ZERO;
    for (int j = 0; j < p.length; j++) {
      others = j == column ? others : others.add(p[j]);
    }
    return others;
  }

  private static BigDecimal[] probabilities(RowOperation f, double[] saved) {
    BigDecimal[] p = new BigDecimal[saved.length];
    @Nullable BigDecimal top = null;
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < p.length; i++) {
      p[i] = new BigDecimal(saved[i]);
      top = top == null ? p[i] : top.max(p[i]);
    }
    if (f.kind() == Kind.SOFTMAX || f.kind() == Kind.SOFTMIN || top == null) {
      return p;
    }
    for (int i = 0; i < p.length; i++) {
      p[i] = exp(f.kind() == Kind.LOGSUMEXP ? p[i].subtract(top) : p[i]);
      sum = sum.add(p[i]);
    }
    if (f.kind() == Kind.LOGSUMEXP) {
      for (int i = 0; i < p.length; i++) {
        p[i] = p[i].divide(sum, PRECISION);
      }
    }
    return p;
  }

  /** e^x with so many digits that 1 - e^x has enough. */
  private static BigDecimal exp(BigDecimal x) {
    if (x.signum() == 0) {
      return BigDecimal.ONE;
    }
    if (x.compareTo(NOTHING) < 0) {
      return BigDecimal.ZERO;
    }
    int squarings = Math.max(0, Math.getExponent(x.doubleValue()) + 1 + SMALL);
    BigDecimal power =
        BigDecimal.ONE.add(expm1(x.divide(BigDecimal.valueOf(2).pow(squarings), WIDE)));
    for (int i = 0; i < squarings; i++) {
      power = power.multiply(power, WIDE);
    }
    return power;
  }

  /** By its series, of a small number: its digits do not depend on how small. */
  private static BigDecimal expm1(BigDecimal x) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 1; k <= TERMS; k++) {
      term = term.multiply(x).divide(BigDecimal.valueOf(k), WIDE);
      sum = sum.add(term, WIDE);
    }
    return sum;
  }
}
