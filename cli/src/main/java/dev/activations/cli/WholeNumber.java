package dev.activations.cli;

import java.math.BigInteger;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a whole number, and refuses anything else in words of people.
 *
 * @param <N> Integer or Long
 */
final class WholeNumber<N> implements ITypeConverter<N> {
  private final BigInteger most;
  private final Function<BigInteger, N> narrow;

  WholeNumber(long most, Function<BigInteger, N> narrow) {
    this.most = BigInteger.valueOf(most);
    this.narrow = narrow;
  }

  @Override
  public N convert(String text) {
    if (!text.matches("[-+]?[0-9]+")) {
      throw new TypeConversionException(
          "expected a whole number such as 4 or 1000, found '" + text + "'");
    }
    BigInteger number = new BigInteger(text);
    if (number.abs().compareTo(most) > 0) {
      throw new TypeConversionException(
          "expected a whole number of at most " + most + ", found '" + text + "'");
    }
    return narrow.apply(number);
  }
}
