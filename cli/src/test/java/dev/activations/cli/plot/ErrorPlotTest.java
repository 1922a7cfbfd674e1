package dev.activations.cli.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.activations.cli.Run;
import dev.activations.conformance.WrongBackends;
import org.junit.jupiter.api.Test;

/** {@code plot --error} draws what {@code verify} finds. */
class ErrorPlotTest {
  private static Svg svg(String words) throws Exception {
    Run run = Run.of((Object[]) ("plot " + words + " --out - --backend cpu").split(" "));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return new Svg(run.out());
  }

  @Test
  void theAxisIsTheLineOfFloats() throws Exception {
    Svg svg = svg("tanh --error");
    assertThat(svg.panels()).containsExactly("tanh-value", "tanh-derivative");
    assertThat(svg.lines())
        .contains("−1e30", "−1", "−1e−30", "0", "1e−30", "1", "1e30")
        .contains("error in ULP", "the backend's bound", "tanh: error of f(x)");
  }

  /** The inputs of verify are among those that are drawn. */
  @Test
  void theWorstIsNoBetterThanVerifys() throws Exception {
    Run run =
        Run.of("verify", "--function", "tanh", "--format", "json", "--backend", "cpu", "--quiet");
    JsonNode verified = new ObjectMapper().readTree(run.out().lines().findFirst().orElseThrow());
    String largest =
        svg("tanh --error --no-derivative").lines().stream()
            .filter(line -> line.startsWith("Largest "))
            .findFirst()
            .orElseThrow();
    double drawn = Double.parseDouble(largest.split(" ", -1)[1]);
    double bound = verified.at("/bound/ulps").asDouble();
    assertThat(drawn).isBetween(verified.at("/errors/maxUlp").asDouble() - 1e-4, bound);
    assertThat(largest).endsWith("bound " + verified.at("/bound/ulps").asText() + " ULP");
  }

  @Test
  void theWorstPointIsMarkedWhereTheErrorIs() throws Exception {
    Svg svg = svg("silu --error --no-derivative --range 0.25:8");
    String largest =
        svg.lines().stream().filter(line -> line.startsWith("Largest ")).findFirst().orElseThrow();
    String x = largest.split(" ", -1)[6];
    assertThat(svg.lines()).contains("x = " + x);
    assertThat(Double.parseDouble(x)).isBetween(0.25, 8.0);
    double drawn = Double.parseDouble(largest.split(" ", -1)[1]);
    Svg.Panel panel = svg.panel("silu-value");
    assertThat(panel.dots())
        .singleElement()
        .satisfies(dot -> assertThat(dot.y()).isCloseTo(drawn, within(0.02)));
    assertThat(panel.curves("bound").get(0)[1]).isCloseTo(3.6, within(0.02));
  }

  @Test
  void fewFloatsAreAllOfThem() throws Exception {
    assertThat(svg("exp --error --derivative-only --range 1:1.0001").lines())
        .contains("exp: error of f′(x)")
        .anyMatch(line -> line.startsWith("Backend cpu; all floats"));
    assertThat(svg("relu --error --no-derivative --range 1:1.0000002").lines())
        .contains("No error at all; bound 0.51 ULP");
  }

  @Test
  void severalFunctionsStandInRows() throws Exception {
    assertThat(svg("relu exp --error --range 0:1").panels())
        .containsExactly("relu-value", "relu-derivative", "exp-value", "exp-derivative");
  }

  /** The picture is there, and says it; so does a line on stderr. */
  @Test
  void aPictureOfAWrongBackend() {
    String backend = WrongBackends.of((x, y) -> x == 1 ? y + 8 * Math.ulp(y) : y, 4, 0);
    Run run =
        Run.of(
            "plot",
            "relu",
            "--error",
            "--backend",
            backend,
            "--out",
            "-",
            "--range",
            "0:2",
            "--no-derivative");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("beyond the bound").contains("class=\"wrong\"");
    assertThat(run.err()).startsWith("activations plot: relu value at x = 1.0");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void whatIsGoodForItsAbsolutePartAloneIsMarked() {
    String backend = WrongBackends.of((x, y) -> x == 1 ? y + 8 * Math.ulp(y) : y, 4, 1e-5);
    Run run =
        Run.of("plot", "relu", "--error", "--backend", backend, "--out", "-", "--range", "0:2");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("within the absolute bound alone");
  }

  @Test
  void aBackendThatFailsLeavesNoPicture() {
    String backend =
        WrongBackends.of(
            (x, y) -> {
              throw new IllegalStateException("the device is gone");
            });
    Run run = Run.of("plot", "relu", "--error", "--backend", backend, "--out", "-");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("relu value: the device is gone after 0 of");
    assertThat(run.out()).isEmpty();
  }
}
