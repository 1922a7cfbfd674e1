package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.activations.Activation;
import dev.activations.catalogue.Interval;
import dev.activations.catalogue.Kink;
import dev.activations.reference.ReferenceFunction;
import dev.activations.reference.ReferenceTable;
import dev.activations.reference.ReferenceValue;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The definitions in double precision are right to a few ULP of double wherever x is finite. */
class DefinitionsTest {
  /** The oracle's own bound, in ULP of double. What was measured stands in docs/accuracy.md. */
  static final double ULPS = 6;

  static final int POINTS = 6000;
  private static final Map<String, Worst> MEASURED = new ConcurrentHashMap<>();

  static List<Activation> functions() {
    return Functions.all();
  }

  /** Against 25 digits from mpmath, which evaluated the printed formulas. */
  @ParameterizedTest
  @MethodSource("functions")
  void referenceValues(Activation f) {
    List<ReferenceTable.Line> lines = ReferenceTable.of(f);
    assertThat(lines)
        .as("%s has no reference values; see CONTRIBUTING.md for how they are made", f)
        .hasSizeGreaterThan(30);
    for (ReferenceTable.Line line : lines) {
      double x = line.x();
      close(f, "value", x, ReferenceValue.of(line.value()), f.value(x));
      close(f, "derivative", x, ReferenceValue.of(line.derivative()), f.derivative(x));
    }
  }

  /** Against the printed formula, evaluated to 21 digits, at many more points. */
  @ParameterizedTest
  @MethodSource("functions")
  void printedFormulas(Activation f) {
    for (boolean derivative : new boolean[] {false, true}) {
      Worst worst = measured(f, derivative);
      assertThat(worst.ulps())
          .as("ULP of double of %s%s at x = %s", f, derivative ? "'" : "", worst.where())
          .isLessThanOrEqualTo(ULPS);
    }
  }

  /** The largest error of a definition over the points of a seed of its own. */
  static Worst measured(Activation f, boolean derivative) {
    return MEASURED.computeIfAbsent(
        f + " " + derivative,
        key -> {
          ReferenceFunction reference =
              derivative ? ReferenceFunction.derivative(f) : ReferenceFunction.value(f);
          SplittableRandom random = new SplittableRandom(f.toString().hashCode());
          Worst worst = new Worst();
          for (int i = 0; i < POINTS; i++) {
            double x = any(random, i);
            double actual = derivative ? f.derivative(x) : f.value(x);
            ReferenceValue expected = reference.at(x);
            worst.add(x, expected, expected.errorInUlps(actual), actual);
          }
          return worst;
        });
  }

  private static double any(SplittableRandom random, int index) {
    switch (index % 4) {
      case 0:
        double bits = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(bits) ? bits : 1 / 3.0;
      case 1:
        return 40 * random.nextDouble() - 20;
      case 2:
        return 1600 * random.nextDouble() - 800;
      default:
        return Inputs.gaussian(random);
    }
  }

  private static void close(
      Activation f, String what, double x, ReferenceValue expected, double actual) {
    assertThat(expected.errorInUlps(actual))
        .as(
            "%s of %s at x = %s (%s): expected %s, found %s; error in ULP of double",
            what, f, x, Double.toHexString(x), expected, actual)
        .isLessThanOrEqualTo(ULPS);
  }

  /** The derivative is the derivative of the value, whatever both formulas say. */
  @ParameterizedTest
  @MethodSource("functions")
  void centralDifferences(Activation f) {
    SplittableRandom random = new SplittableRandom(7);
    double h = 1e-5;
    for (int i = 0; i < 2000; i++) {
      double x = 16 * random.nextDouble() - 8;
      if (isAwayFromKinks(f, x)) {
        double difference = (f.value(x + h) - f.value(x - h)) / (2 * h);
        // h^2 / 6 times a third derivative, which no function with beta = 20 lets pass 1e4.
        assertThat(Math.abs(difference - f.derivative(x))).as("%s at %s", f, x).isLessThan(1e-6);
      }
    }
  }

  private static boolean isAwayFromKinks(Activation f, double x) {
    return f.entry().kinks().stream()
        .mapToDouble((Kink kink) -> kink.point(f.parameters()))
        .allMatch(point -> Math.abs(x - point) > 1e-3);
  }

  /** What is printed of kinks and ranges is what the entry computes. */
  @ParameterizedTest
  @MethodSource("functions")
  void printedKinksAndRanges(Activation f) {
    for (Kink kink : f.entry().kinks()) {
      assertThat(kink.point(f.parameters())).isEqualTo(evaluate(f, kink.pointText()));
      assertThat(kink.derivative(f.parameters())).isEqualTo(evaluate(f, kink.derivativeText()));
    }
    Interval range = f.entry().rangeAt(f.parameters());
    Matcher ends = Pattern.compile("([\\[(])(.+), (.+)([\\])])").matcher(f.entry().range());
    // Ranges that change with a parameter are printed with words.
    if (ends.matches() && !f.entry().range().contains(" for ")) {
      assertThat(ends.group(1)).isEqualTo(range.toString().substring(0, 1));
      assertThat(evaluate(f, ends.group(2))).isCloseTo(range.lower(), offset(1e-11));
      assertThat(evaluate(f, ends.group(3))).isCloseTo(range.upper(), offset(1e-11));
      assertThat(range.toString()).endsWith(ends.group(4));
    }
  }

  private static double evaluate(Activation f, String text) {
    if (text.equals("inf") || text.equals("-inf")) {
      return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return ReferenceFunction.of(text, f).at(0).hi();
  }

  static Stream<Activation> extremes() {
    return Functions.all().stream()
        .filter(f -> f.entry().examples().indexOf(f.parameters()) <= 0)
        .flatMap(DefinitionsTest::extremesOf);
  }

  /** Each parameter in turn at legal extremes, the others as they are. */
  private static Stream<Activation> extremesOf(Activation f) {
    Stream.Builder<Activation> all = Stream.builder();
    double[] values = f.parameters();
    for (int i = 0; i < values.length; i++) {
      for (double extreme : new double[] {1e-308, 1e-300, 1e-30, 1e30, 1e300, Double.MAX_VALUE}) {
        double[] changed = values.clone();
        changed[i] = extreme;
        try {
          all.add(Activation.of(f.name(), changed));
        } catch (IllegalArgumentException illegal) {
          // The other end of an interval lies on the wrong side.
          assertThat(f.entry().parameters()).hasSizeGreaterThan(1);
        }
      }
    }
    return all.build();
  }

  /** Legal parameters of any size, with x of any size beside them. */
  @ParameterizedTest
  @MethodSource("extremes")
  void extremeParameters(Activation f) {
    ReferenceFunction value = ReferenceFunction.value(f);
    ReferenceFunction derivative = ReferenceFunction.derivative(f);
    SplittableRandom random = new SplittableRandom(f.toString().hashCode());
    double[] p = f.parameters();
    for (int i = 0; i < 300; i++) {
      double z = Inputs.gaussian(random) * (i % 2 == 0 ? 1 : 20);
      double scale = p[i % p.length];
      double x = i % 5 == 0 ? any(random, 0) : i % 5 < 3 ? z * scale : z / scale;
      if (Double.isFinite(x)) {
        close(f, "value", x, value.at(x), f.value(x));
        close(f, "derivative", x, derivative.at(x), f.derivative(x));
      }
    }
  }
}
