package dev.activations.cli.plot.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers between two others: 1, 2 or 5 times a power of ten apart. */
public final class RoundTicks {
  /** From here on, and for as many digits after the point, an exponent is shorter. */
  private static final int LONGEST = 5;

  private RoundTicks() {}

  /**
   * Round numbers.
   *
   * @param lower the lower end
   * @param upper the upper end, above it
   * @param most how many there may be, about
   * @return those between the ends, ascending
   */
  public static List<Tick> between(double lower, double upper, int most) {
    BigDecimal step = step((upper / 2 - lower / 2) / most * 2);
    BigDecimal first = new BigDecimal(lower).divide(step, 0, RoundingMode.CEILING).multiply(step);
    BigDecimal last = new BigDecimal(upper);
    List<Tick> ticks = new ArrayList<>();
    for (BigDecimal at = first; at.compareTo(last) <= 0; at = at.add(step)) {
      ticks.add(new Tick(at.doubleValue(), label(at)));
    }
    return ticks;
  }

  private static BigDecimal step(double least) {
    BigDecimal exact = new BigDecimal(least);
    int exponent = exact.precision() - exact.scale() - 1;
    for (int digit : new int[] {1, 2, 5}) {
      BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
      if (step.compareTo(exact) >= 0) {
        return step;
      }
    }
    return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
  }

  /**
   * A number as an axis shows it, with a true minus.
   *
   * @param number any number
   * @return such as {@code −0.25} or {@code 2e30}
   */
  public static String label(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal plain = number.stripTrailingZeros();
    int exponent = plain.precision() - plain.scale() - 1;
    String text =
        exponent >= LONGEST || plain.scale() > LONGEST
            ? plain.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent
            : plain.toPlainString();
    return text.replace('-', '−');
  }

  /**
   * A number as an axis shows it.
   *
   * @param number a finite number
   * @return its shortest text, with a true minus
   */
  public static String label(double number) {
    return label(BigDecimal.valueOf(number));
  }
}
