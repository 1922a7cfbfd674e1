package dev.activations.cli.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.activations.Activation;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.Kink;
import dev.activations.cli.Run;
import dev.activations.cli.plot.Svg.Dot;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn is the definition, read off the axes. */
class CurvesTest {
  /** Of the height: a tenth of a pixel, and what rounding to a hundredth of one adds. */
  private static final double CLOSE = 0.001;

  private static Svg svg(String words) throws Exception {
    Run run = Run.of((Object[]) ("plot --out - " + words).trim().split(" "));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return new Svg(run.out());
  }

  static Stream<Activation> functions() {
    return dev.activations.conformance.Functions.all().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isTheDefinition(Activation f) throws Exception {
    Svg.Panel panel = svg(f.toString()).panel(f.toString());
    List<double[]> value = panel.curves("value");
    List<double[]> derivative = panel.curves("derivative");
    double height =
        Stream.concat(value.stream(), derivative.stream())
            .flatMapToDouble(
                part ->
                    IntStream.range(0, part.length / 2).mapToDouble(i -> Math.abs(part[2 * i + 1])))
            .max()
            .orElseThrow();
    assertCurve(value, f, f::value, height);
    assertCurve(derivative, f, f::derivative, height);
  }

  /** Points, and points on the lines between them, but for where a kink may be next to them. */
  private static void assertCurve(
      List<double[]> parts, Activation f, DoubleUnaryOperator definition, double height) {
    assertThat(parts).isNotEmpty();
    double width = parts.get(parts.size() - 1)[parts.get(parts.size() - 1).length - 2];
    width -= parts.get(0)[0];
    for (double[] part : parts) {
      for (int i = 2; i < part.length; i += 2) {
        for (double t : new double[] {0.001, 0.25, 0.5, 0.75, 0.999}) {
          double x = part[i - 2] + t * (part[i] - part[i - 2]);
          double y = part[i - 1] + t * (part[i + 1] - part[i - 1]);
          if (!isNextToKink(f, x, 1e-4 * width)) {
            double slack = 1e-4 * width * steepness(definition, x, 1e-4 * width);
            assertThat(y)
                .as("%s at %s", f, x)
                .isCloseTo(definition.applyAsDouble(x), within(CLOSE * height + slack));
          }
        }
      }
    }
  }

  /** x is read off the picture, too. */
  private static double steepness(DoubleUnaryOperator definition, double x, double step) {
    return Math.abs(definition.applyAsDouble(x + step) - definition.applyAsDouble(x - step)) / step;
  }

  private static boolean isNextToKink(Activation f, double x, double distance) {
    for (Kink kink : f.entry().kinks()) {
      if (Math.abs(kink.point(f.parameters()) - x) <= 2 * distance) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @MethodSource("functions")
  void kinksAreMarked(Activation f) throws Exception {
    List<Dot> dots = svg(f.toString()).panel(f.toString()).dots();
    double[] p = f.parameters();
    for (Kink kink : f.entry().kinks()) {
      double x = kink.point(p);
      assertThat(dots)
          .anySatisfy(dot -> assertDot(dot, "value-kink", x, f.value(x)))
          .anySatisfy(dot -> assertDot(dot, "derivative-kink", x, kink.derivative(p)));
    }
    if (f.entry().kinks().isEmpty()) {
      assertThat(dots).isEmpty();
    }
  }

  private static void assertDot(Dot dot, String role, double x, double y) {
    assertThat(dot.role()).isEqualTo(role);
    assertThat(dot.x()).isCloseTo(x, within(0.01));
    assertThat(dot.y()).isCloseTo(y, within(0.02));
  }

  @Test
  void aJumpIsNoLine() throws Exception {
    Svg.Panel panel = svg("hardshrink").panel("hardshrink");
    assertThat(panel.curves("value")).hasSize(3);
    assertThat(panel.dots())
        .filteredOn(dot -> dot.role().equals("value-limit"))
        .hasSize(2)
        .noneMatch(Dot::filled)
        .anySatisfy(dot -> assertDot(dot, "value-limit", 0.5, 0.5));
    assertThat(svg("relu").panel("relu").curves("value")).hasSize(1);
  }

  @Test
  void straightLinesHaveTwoEnds() throws Exception {
    assertThat(svg("identity").panel("identity").curves("value").get(0)).hasSize(4);
    assertThat(svg("gelu_erf").panel("gelu_erf").curves("value").get(0).length).isBetween(30, 400);
  }

  @Test
  void theBoundsOfTheRangeAreLines() throws Exception {
    Svg svg = svg("hard_tanh:min_val=-2:max_val=3");
    Svg.Panel panel = svg.panel("hard_tanh:min_val=-2:max_val=3");
    assertThat(panel.curves("range").stream().map(line -> line[1]))
        .satisfiesExactly(
            y -> assertThat(y).isCloseTo(-2, within(0.02)),
            y -> assertThat(y).isCloseTo(3, within(0.02)));
    assertThat(svg.lines()).contains("range [−2, 3]");
  }

  @Test
  void titlesFormulasAndKinksAreWritten() throws Exception {
    assertThat(svg("relu_squared").lines())
        .contains("relu_squared", "f(x) = max(0, x)²", "f′(x) = 2 · max(0, x)", "x = 0", "x")
        .contains("f(x), f′(x)", "f(x)", "f′(x)", "at a kink", "range [0, ∞)");
    assertThat(svg("laplace:mu=0:sigma=1e-9").lines()).contains("laplace (mu = 0, sigma = 1e−9)");
    assertThat(svg("selu").lines()).contains("f(x) = 1.0507 · (x if x > 0 else 1.6733 · expm1(x))");
  }

  @Test
  void oneOfTheTwoCurves() throws Exception {
    Svg.Panel value = svg("tanh --no-derivative").panel("tanh");
    assertThat(value.curves("value")).hasSize(1);
    assertThat(value.curves("derivative")).isEmpty();
    Svg.Panel derivative = svg("tanh --derivative-only").panel("tanh");
    assertThat(derivative.curves("value")).isEmpty();
    assertThat(derivative.curves("derivative")).hasSize(1);
  }

  @Test
  void severalAreSideBySide() throws Exception {
    assertThat(svg("relu tanh,elu:alpha=0.5 relu").panels())
        .containsExactly("relu", "tanh", "elu:alpha=0.5");
    assertThat(svg("").panels()).hasSize(Catalogue.functions().size());
  }

  @Test
  void comparedAreInOnePanel() throws Exception {
    Svg svg = svg("relu gelu_erf elu:alpha=0.5 --compare --range -3:3");
    assertThat(svg.panels()).containsExactly("values", "derivatives");
    assertThat(svg.lines()).contains("relu", "gelu_erf", "elu (alpha = 0.5)");
    List<double[]> values = svg.panel("values").curves("value");
    assertThat(values).hasSize(3);
    assertThat(values.get(1)[0]).isCloseTo(-3, within(0.01));
    assertThat(values.get(1)[1]).isCloseTo(Activation.GELU_ERF.value(-3), within(0.01));
    assertThat(svg("relu tanh --compare --derivative-only").panels())
        .containsExactly("derivatives");
  }

  /** Functions that leave the range of double, or do not move, or whose peak nobody meets. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "exp --range -2000:2000",
        "exp --range 1000:2000",
        "identity --range -1e300:1e300",
        "relu_squared --range -1e300:1e300",
        "tanh --range 20:30",
        "swish:beta=1e300",
        "sigmoid --range 0:1e-300",
        "leaky_relu:negative_slope=-1e300"
      })
  void extremesEnd(String words) throws Exception {
    assertThat(svg(words).panels()).hasSize(1);
  }

  @Test
  void aNarrowPeakIsFound() throws Exception {
    String f = "laplace:mu=0.7:sigma=1.0E-9";
    double highest =
        svg("laplace:mu=0.7:sigma=1e-9").panel(f).curves("derivative").stream()
            .mapToDouble(part -> Arrays.stream(part).max().orElseThrow())
            .max()
            .orElseThrow();
    assertThat(highest).isCloseTo(3.989e8, within(5e6));
  }
}
