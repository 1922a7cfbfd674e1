package dev.activations.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import org.apache.commons.numbers.core.DD;
import org.apfloat.Apfloat;
import org.jspecify.annotations.Nullable;

/**
 * A number to at least seventy bits, and how far others are from it.
 *
 * <p>It is an unevaluated sum of two doubles. Where that would lose bits to underflow or does not
 * reach, the number itself is kept too.
 */
public final class ReferenceValue {
  private static final double HALF_ULP_BEYOND_FLOAT = 0x1.ffffffp127;
  private static final MathContext DIGITS = new MathContext(40);
  private static final MathContext SHOWN = new MathContext(30);
  // Below this the low part of a double-double may be lost to underflow.
  private static final double SMALLEST_EXACT = 0x1p-900;
  // The number that would follow Double.MAX_VALUE, less half the last spacing.
  private static final BigDecimal BEYOND_DOUBLE =
      new BigDecimal(Double.MAX_VALUE).add(new BigDecimal(Math.ulp(Double.MAX_VALUE) / 2));
  private static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-2000);
  private static final BigDecimal ENORMOUS = BigDecimal.ONE.scaleByPowerOfTen(2000);

  private final DD value;
  private final @Nullable BigDecimal wide;

  ReferenceValue(DD value) {
    this(value, null);
  }

  private ReferenceValue(DD value, @Nullable BigDecimal wide) {
    this.value = value;
    this.wide = wide;
  }

  /**
   * The value next to a decimal number.
   *
   * @param number any number, rounded to forty digits
   * @return the value
   */
  public static ReferenceValue of(BigDecimal number) {
    // A number under any double is as good as zero, and its digits would be millions.
    BigDecimal rounded = number.abs().compareTo(TINY) < 0 ? BigDecimal.ZERO : number.round(DIGITS);
    double hi = rounded.doubleValue();
    if (Double.isInfinite(hi)) {
      return new ReferenceValue(DD.of(hi), rounded);
    }
    double lo = rounded.subtract(new BigDecimal(hi)).doubleValue();
    boolean exact = hi == 0 ? rounded.signum() == 0 : Math.abs(hi) >= SMALLEST_EXACT;
    return new ReferenceValue(DD.ofSum(hi, lo), exact ? null : rounded);
  }

  /** A number beyond every double. */
  static ReferenceValue enormous(double sign) {
    return of(sign < 0 ? ENORMOUS.negate() : ENORMOUS);
  }

  static ReferenceValue of(Ball ball) {
    Apfloat centre = ball.value();
    if (centre.scale() > 2000 && centre.signum() != 0) {
      return enormous(centre.signum());
    }
    // The conversion writes out all digits, so the number is shortened, and a vanishing one
    // dropped.
    boolean vanishing = centre.signum() == 0 || centre.scale() < -2000;
    return vanishing
        ? new ReferenceValue(DD.ZERO)
        : of(new BigDecimal(centre.precision(45).toString()));
  }

  /**
   * The double nearest to the value.
   *
   * @return the leading part, infinite beyond the doubles
   */
  public double hi() {
    return value.hi();
  }

  /**
   * What the leading part leaves over.
   *
   * @return the trailing part, at most half an ulp of the leading one
   */
  public double lo() {
    return value.lo();
  }

  /**
   * The value as a decimal number.
   *
   * @return the sum of the two parts, or what they could not hold
   */
  public BigDecimal bigDecimalValue() {
    return wide == null ? value.bigDecimalValue() : wide;
  }

  /**
   * How far a float is from the value.
   *
   * @param actual the float
   * @return the distance in spacings of floats at the value, at least 2^-149; infinite for NaN, and
   *     for an infinity unless the value rounds to it
   */
  public double errorInUlps(float actual) {
    if (!Float.isFinite(actual)) {
      boolean reached =
          Math.abs(hi()) >= HALF_ULP_BEYOND_FLOAT && !isBelowInSize(HALF_ULP_BEYOND_FLOAT);
      return reached ? ofInfinity(actual) : Double.POSITIVE_INFINITY;
    }
    if (Double.isInfinite(hi())) {
      return Double.POSITIVE_INFINITY;
    }
    int spacing = Math.max(Math.min(binade(), Float.MAX_EXPONENT) - 23, -149);
    // Low parts lost to underflow are under 2^-1000 of a float's spacing.
    return Math.scalb(distance((double) actual), -spacing);
  }

  /**
   * How far a float is from the value, in no unit.
   *
   * @param actual the float
   * @return the distance; infinite for NaN and for infinities
   */
  public double distance(float actual) {
    boolean finite = Float.isFinite(actual) && Double.isFinite(hi());
    return finite ? distance((double) actual) : Double.POSITIVE_INFINITY;
  }

  /**
   * How far a double is from the value.
   *
   * @param actual the double
   * @return the distance in spacings of doubles at the value, at least 2^-1074; infinite for NaN,
   *     and for an infinity unless the value rounds to it
   */
  public double errorInUlps(double actual) {
    if (!Double.isFinite(actual)) {
      boolean reached = bigDecimalValue().abs().compareTo(BEYOND_DOUBLE) >= 0;
      return reached ? ofInfinity(actual) : Double.POSITIVE_INFINITY;
    }
    int spacing = Math.max(Math.min(binade(), Double.MAX_EXPONENT) - 52, Double.MIN_EXPONENT - 52);
    if (wide == null && Math.abs(hi()) < 0x1p1000) {
      return Math.scalb(distance(actual), -spacing);
    }
    // Exact where the difference itself may underflow or overflow.
    BigDecimal difference = new BigDecimal(actual).subtract(bigDecimalValue()).abs();
    BigDecimal two = BigDecimal.valueOf(2);
    return spacing < 0
        ? difference.multiply(two.pow(-spacing)).doubleValue()
        : difference.divide(two.pow(spacing), DIGITS).doubleValue();
  }

  private double ofInfinity(double actual) {
    boolean right = actual == Math.signum(hi()) * Double.POSITIVE_INFINITY;
    return right ? 0 : Double.POSITIVE_INFINITY;
  }

  private double distance(double actual) {
    return Math.abs(DD.ofDifference(actual, hi()).subtract(lo()).hi());
  }

  /**
   * The exponent of the binade of the value, which lies below its hi where that is a power of two.
   */
  private int binade() {
    int exponent = Math.getExponent(hi());
    boolean below = wide == null && isBelowInSize(Math.scalb(1.0, exponent));
    return below ? exponent - 1 : exponent;
  }

  /** Whether the size is below that of a double no larger than hi. */
  private boolean isBelowInSize(double bound) {
    return Math.abs(hi()) == bound && hi() * lo() < 0;
  }

  @Override
  public String toString() {
    if (wide == null && !value.isFinite()) {
      return String.valueOf(hi());
    }
    return bigDecimalValue().round(SHOWN).toString();
  }
}
