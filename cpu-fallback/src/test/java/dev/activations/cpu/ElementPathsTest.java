package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.Scratch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An element has the same bits wherever it lies, in place, and with the loops of every library. */
class ElementPathsTest {
  private static final Libraries PORTABLE = Libraries.choose("portable");
  private static final Libraries PLAIN = Libraries.choose("plain");
  private static final Libraries SIMD = Libraries.choose("simd");

  /** Around a vector of each width, a block, and more than one. */
  private static final int[] COUNTS = {
    0, 1, 3, 15, 16, 17, 31, Scratch.BLOCK - 1, Scratch.BLOCK, 2 * Scratch.BLOCK + 21
  };

  private static final int MARGIN = 3;
  private static final float UNTOUCHED = 123.25f;

  static List<Activation> functions() {
    List<Activation> all = new ArrayList<>();
    for (FunctionEntry entry : Catalogue.functions()) {
      for (double[] example : entry.examples()) {
        all.add(Activation.of(entry.name(), example));
      }
    }
    return all;
  }

  /** By name, so that a failure says whose kernels they are. */
  private static ElementwiseKernels kernels(String library, Activation f) {
    String name = f.entry().name();
    switch (library) {
      case "portable":
        return PORTABLE.plain().find(name, f.parameters());
      case "plain":
        return PLAIN.plain().find(name, f.parameters());
      default:
        return new WholeVectors(SIMD.simd().find(name, f.parameters()));
    }
  }

  /** One call on a stretch of arrays: value, derivative or backward. */
  private interface Direction {
    void run(
        ElementwiseKernels kernels,
        Activation f,
        Scratch scratch,
        float[] x,
        float[] dy,
        float[] y,
        int count);
  }

  private static final Direction VALUE =
      (kernels, f, scratch, x, dy, y, n) -> kernels.forward(f, scratch, x, MARGIN, y, MARGIN, n);

  private static final Direction DERIVATIVE =
      (kernels, f, scratch, x, dy, y, n) -> kernels.derivative(f, scratch, x, MARGIN, y, MARGIN, n);

  private static final Direction BACKWARD =
      (kernels, f, scratch, x, dy, y, n) ->
          kernels.backward(f, scratch, x, MARGIN, dy, MARGIN, y, MARGIN, n);

  @ParameterizedTest
  @MethodSource("functions")
  void value(Activation f) {
    check(f, "value", VALUE);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void derivative(Activation f) {
    check(f, "derivative", DERIVATIVE);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void backward(Activation f) {
    check(f, "backward", BACKWARD);
  }

  private static void check(Activation f, String direction, Direction run) {
    Scratch scratch = new Scratch();
    for (int count : COUNTS) {
      float[] x = within(Samples.any(count, 1));
      float[] dy = within(Samples.any(count, 2));
      float[] expected = within(new float[count]);
      run.run(kernels("portable", f), f, scratch, x, dy, expected, count);
      for (String library : List.of("portable", "plain", "simd")) {
        ElementwiseKernels kernels = kernels(library, f);
        String what = f + ", " + direction + " of " + count + ", " + library;
        float[] y = within(new float[count]);
        run.run(kernels, f, scratch, x, dy, y, count);
        Samples.requireSame(y, expected, what);
        float[] overInput = x.clone();
        run.run(kernels, f, scratch, overInput, dy, overInput, count);
        Samples.requireSame(overInput, expected, what + " over x");
        float[] overGradient = dy.clone();
        run.run(kernels, f, scratch, x, overGradient, overGradient, count);
        Samples.requireSame(overGradient, expected, what + " over dy");
      }
    }
  }

  private static float[] within(float... values) {
    float[] longer = new float[values.length + 2 * MARGIN];
    Arrays.fill(longer, UNTOUCHED);
    System.arraycopy(values, 0, longer, MARGIN, values.length);
    return longer;
  }

  @Test
  void everyLibraryHasEveryFunctionAndNoOther() {
    for (Libraries libraries : List.of(PORTABLE, PLAIN)) {
      assertThat(libraries.plain().find("no_such_function", new double[0])).isNull();
    }
    assertThat(SIMD.simd().find("no_such_function", new double[0])).isNull();
    for (Activation f : functions()) {
      for (String library : List.of("portable", "plain", "simd")) {
        assertThat(kernels(library, f)).as("%s of %s", f, library).isNotNull();
      }
    }
  }
}
