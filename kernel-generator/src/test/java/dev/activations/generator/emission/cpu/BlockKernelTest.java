package dev.activations.generator.emission.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockKernelTest {
  private static final Value X = Value.input("x");

  private static BlockKernel kernel(List<Value> results, String... arrays) {
    return new BlockKernel(Program.forPlainJava(results), "run", List.of(arrays));
  }

  private static Value step(Value from) {
    return from.plus(1).ifLess(0, X, from.plus(1));
  }

  /** An array is free again after the last loop that reads it, and not in that loop. */
  @Test
  void arraysAreUsedAgain() {
    BlockKernel kernel = kernel(List.of(step(step(step(X)))), "y");
    assertThat(kernel.calls())
        .containsExactly(
            "run1(x, t0, n);",
            "run2(t0, x, t1, n);",
            "run3(t1, t0, n);",
            "run4(t0, x, t1, n);",
            "run5(t1, t0, n);",
            "run6(t0, x, y, n);");
    assertThat(kernel.temporaries()).isEqualTo(2);
  }

  @Test
  void whatIsReadLateKeepsItsArray() {
    Value root = X.squareRoot();
    Value late = step(step(root)).withSignOf(root);
    BlockKernel kernel = kernel(List.of(late), "y");
    assertThat(kernel.calls())
        .containsExactly(
            "run1(x, t0, t1, n);",
            "run2(t1, x, t2, n);",
            "run3(t2, t1, n);",
            "run4(t1, x, t0, y, n);");
  }

  /** A result in the middle is in the array that the caller wants, from where others read it. */
  @Test
  void resultsAreReadFromTheirArrays() {
    Value first = step(X);
    BlockKernel kernel = kernel(List.of(step(first), first), "y", "z");
    assertThat(kernel.calls())
        .containsExactly(
            "run1(x, t0, n);", "run2(t0, x, z, n);", "run3(z, t0, n);", "run4(t0, x, y, n);");
  }

  @Test
  void whatIsMadeOfParametersComesFromOutside() {
    Value low = Value.uniform("low");
    Value bounded = X.minus(low).ifLess(Value.uniform("high"), X, low);
    BlockKernel kernel = kernel(List.of(bounded.times(low)), "y");
    assertThat(kernel.uniforms().keySet()).extracting(Value::text).containsExactly("low", "high");
    assertThat(kernel.uniforms().values()).containsExactly("u0", "u1");
    assertThat(kernel.calls())
        .containsExactly(
            "run1(x, u0, t0, n);", "run2(t0, u1, x, u0, t1, n);", "run3(t1, u0, y, n);");
  }

  /** Within a loop values pass in variables, whatever else reads them. */
  @Test
  void aValueIsStoredWhereItIsComputed() {
    Value sum = X.plus(1);
    BlockKernel kernel = kernel(List.of(sum.times(sum), sum), "y", "z");
    assertThat(kernel.methods())
        .containsExactly(
            """
              private static void run1(float[] x, float[] z, float[] y, int n) {
                for (int i = 0; i < n; i++) {
                  float in0 = x[i];
                  float v0 = in0 + 0x1.0p0f;
                  z[i] = v0;
                  float v1 = v0 * v0;
                  y[i] = v1;
                }
              }
            """);
  }
}
