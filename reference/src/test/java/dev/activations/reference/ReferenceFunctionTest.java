package dev.activations.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFunctionTest {
  private static final MathContext DIGITS = new MathContext(30);
  private static final BigDecimal TOLERANCE = new BigDecimal(Math.scalb(1.0, -70));
  private static final BigDecimal UNDER_ANY_DOUBLE = new BigDecimal("1e-330");
  private static final BigDecimal OVER_ANY_DOUBLE = new BigDecimal("1e1999");

  static Stream<String> sample() {
    return ReferenceTable.contentLines(ReferenceFunctionTest.class, "sample.csv").stream();
  }

  /** The sample is made by {@code make_reference_values.py --sample}. */
  @ParameterizedTest
  @MethodSource("sample")
  void agreesWithMpmath(String line) {
    String[] cells = line.split(";", -1);
    Map<String, Double> parameters = new HashMap<>();
    for (String binding : cells[1].isEmpty() ? new String[0] : cells[1].split(":", -1)) {
      String[] parts = binding.split("=", -1);
      parameters.put(parts[0], Double.valueOf(parts[1]));
    }
    ReferenceFunction function = ReferenceFunction.of(cells[0], parameters);
    assertClose(function.at(Double.parseDouble(cells[2])), cells[3]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // From mpmath at 2000 digits.
        "x - tanh(x) | 1e-20 | 3.333333333333332784866048e-61",
        "1 - tanh(x)**2 | 40 | 7.219405551381660689248513e-35",
        "Phi(x) + x * phi(x) | -0.7517915 | 1.06551249723161290639725e-8",
        "log(x) | 1e300 | 6.907755278982137052579022e2",
        "log(x) | 1.0000000000000002 | 2.22044604925031283432823e-16",
        "log(x) | 0.01 | -4.605170185988091347219301",
        "log1p(x) | -0.5 | -6.931471805599453094172321e-1",
        "log1p(x) | 1e-20 | 9.999999999999999451482715e-21",
        "log1p(x) | 1e10 | 2.302585093004045684017491e1",
      })
  void keepsItsDigitsWhereTheyCancel(String formula, double x, String expected) {
    assertClose(ReferenceFunction.of(formula, Map.of()).at(x), expected);
  }

  /** {@code -1 + tanh(x)**2} is not rewritten, so that arbitrary precision has to resolve it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 + (-tanh(x) + x) | x - tanh(x)",
        "-(-1 + tanh(x)**2) | 1 - tanh(x)**2",
        "(sqrt(x**2 + 4) + x) / 2 | (x + sqrt(x**2 + 4)) / 2",
        "(x / sqrt(x**2 + 4) + 1) / 2 | (1 + x / sqrt(x**2 + 4)) / 2",
      })
  void theCancellationFreeFormsAreEqual(String cancelling, String rewritten) {
    ReferenceFunction slow = ReferenceFunction.of(cancelling, Map.of());
    ReferenceFunction fast = ReferenceFunction.of(rewritten, Map.of());
    for (double x : new double[] {-1e20, -300, -40, -3, -0.2, -1e-9, 1e-30, 0.01, 0.24, 0.26, 60}) {
      if (Math.abs(x) < 1000 || rewritten.contains("sqrt")) {
        assertClose(fast.at(x), slow.at(x).bigDecimalValue().round(DIGITS).toString());
      }
    }
    assertThat(slow.escalations()).isPositive();
    assertThat(fast.escalations()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, -1e300, 1e38, -1e38, 1e-45, -1e-320, Double.MIN_VALUE, 0.0, -0.0})
  void copesWithTheEndsOfTheRange(double x) {
    assertClose(ReferenceFunction.of("max(0, x)", Map.of()).at(x), exact(Math.max(0, x)));
    assertClose(ReferenceFunction.of("x", Map.of()).at(x), exact(x));
    String celu = "max(0, x) + min(0, alpha * expm1(x / alpha))";
    ReferenceValue value = ReferenceFunction.of(celu, Map.of("alpha", 0.5)).at(x);
    assertThat(value.hi()).isEqualTo(x > 0 ? x : Math.max(x, -0.5));
    assertThat(ReferenceFunction.of("sigmoid(x)", Map.of()).at(x).hi())
        .isEqualTo(Math.abs(x) < 1 ? 0.5 : x > 0 ? 1 : 0);
    assertThat(ReferenceFunction.of("exp(x)", Map.of()).at(x).hi())
        .isEqualTo(Math.abs(x) < 1 ? 1 : x > 0 ? Double.POSITIVE_INFINITY : 0);
    assertThat(ReferenceFunction.of("x * Phi(x)", Map.of()).at(x).hi())
        .isEqualTo(Math.abs(x) < 1 ? x / 2 : Math.max(x, 0));
  }

  @Test
  void aFloatNeedsNoDigitsThatItCannotHold() {
    ReferenceFunction silu = ReferenceFunction.of("x * sigmoid(x)", Map.of());
    assertThat(silu.atFloat(-700).errorInUlps(-0f)).isLessThan(1e-100);
    assertThat(silu.escalations()).isZero();
    assertThat(silu.at(-700).hi()).isEqualTo(-6.901773580631839599693761e-302);
    assertThat(silu.escalations()).isOne();
  }

  @Test
  void saysThatThereIsNoValue() {
    assertThatThrownBy(() -> ReferenceFunction.of("sqrt(x)", Map.of()).at(-1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("x = -1.0: sqrt(x)");
    assertThatThrownBy(() -> ReferenceFunction.of("log(1 / x)", Map.of()).at(0))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> ReferenceFunction.of("x", Map.of()).at(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String exact(double x) {
    return new BigDecimal(x).toString();
  }

  private static void assertClose(ReferenceValue actual, String text) {
    BigDecimal expected = new BigDecimal(text);
    BigDecimal found = actual.bigDecimalValue();
    if (expected.abs().compareTo(UNDER_ANY_DOUBLE) < 0) {
      assertThat(found.abs()).isLessThan(UNDER_ANY_DOUBLE);
    } else if (expected.abs().compareTo(OVER_ANY_DOUBLE) > 0) {
      assertThat(found.multiply(expected).signum()).isPositive();
      assertThat(found.abs()).isGreaterThan(OVER_ANY_DOUBLE);
    } else {
      BigDecimal error = found.subtract(expected).divide(expected, DIGITS).abs();
      assertThat(error).as("%s, not %s", found, expected).isLessThan(TOLERANCE);
    }
  }
}
