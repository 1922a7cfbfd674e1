package dev.activations.generator.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.Floats;
import dev.activations.generator.Interpreter;
import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The algorithms against the values of mpmath that the module reference keeps. */
class KnownValuesTest {
  /** The largest bound of the catalogue, which has one for each function. */
  private static final double ULPS = 4;

  /** Beyond that a file of values has no floats in it any more. */
  private static final int FEWEST = 40;

  private static final Path FOLDER =
      Path.of(System.getProperty("activations.root", ".."))
          .resolve("reference/src/main/resources/dev/activations/reference");

  /** Of one call: x, value and derivative. */
  private record Line(float x, double value, double derivative) {}

  @ParameterizedTest
  @MethodSource("dev.activations.generator.algorithms.Algorithms#all")
  void areMetToAFewUlps(Algorithm algorithm) throws IOException {
    int lines = 0;
    for (Map.Entry<List<Double>, List<Line>> call : calls(algorithm).entrySet()) {
      List<Uniform> parameters = call.getKey().stream().map(Uniform::of).toList();
      assertThat(parameters).hasSize(algorithm.parameters());
      Value x = Value.input("x");
      Interpreter value = Interpreter.ofX(algorithm.value().of(x, parameters));
      Interpreter slope = Interpreter.ofX(algorithm.derivative().of(x, parameters));
      for (Line line : call.getValue()) {
        isNear(algorithm.name() + call.getKey(), value.valueAt(line.x), line.value, line.x);
        isNear(algorithm.name() + "'", slope.valueAt(line.x), line.derivative, line.x);
        lines++;
      }
    }
    assertThat(lines).isGreaterThan(FEWEST);
  }

  private static void isNear(String what, float actual, double expected, float x) {
    if (Floats.ulps(actual, expected) > ULPS) {
      assertThat(actual).as("%s(%s)", what, x).isEqualTo((float) expected);
    }
  }

  /** The lines whose x is a float, by parameters. */
  private static Map<List<Double>, List<Line>> calls(Algorithm algorithm) throws IOException {
    Map<List<Double>, List<Line>> calls = new LinkedHashMap<>();
    for (String text : Files.readAllLines(FOLDER.resolve(algorithm.name() + ".csv"))) {
      String[] cells = text.split(";", -1);
      if (!text.startsWith("#")
          && (float) Double.parseDouble(cells[1]) == Double.parseDouble(cells[1])) {
        calls.computeIfAbsent(parameters(cells[0]), key -> new ArrayList<>()).add(line(cells));
      }
    }
    return calls;
  }

  private static List<Double> parameters(String text) {
    List<Double> parameters = new ArrayList<>();
    for (String assignment : text.isEmpty() ? new String[0] : text.split(":", -1)) {
      parameters.add(Double.valueOf(assignment.substring(assignment.indexOf('=') + 1)));
    }
    return parameters;
  }

  private static Line line(String[] cells) {
    return new Line(
        Float.parseFloat(cells[1]),
        new BigDecimal(cells[2]).doubleValue(),
        new BigDecimal(cells[3]).doubleValue());
  }
}
