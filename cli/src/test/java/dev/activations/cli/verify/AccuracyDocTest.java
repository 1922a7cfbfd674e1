package dev.activations.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.ErrorBound;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.Tensor;
import dev.activations.cli.verify.report.MarkdownReport;
import dev.activations.conformance.Functions;
import dev.activations.conformance.GeneratedDoc;
import dev.activations.measuring.accuracy.Curve;
import dev.activations.measuring.findings.Bound;
import dev.activations.measuring.findings.Point;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.SavedResults;
import dev.activations.measuring.findings.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/accuracy.md} is made of {@code docs/accuracy.jsonl}, what {@code activations verify}
 * found once. All floats take hours, so here it is tested that the file has everything, and that
 * the backend still gives the very floats of which it tells.
 */
class AccuracyDocTest {
  private static final Path SAVED =
      Path.of(System.getProperty("activations.root", ".."), "docs", "accuracy.jsonl");

  private static List<Result> results() throws IOException {
    return SavedResults.read(List.of(SAVED));
  }

  /**
   * Every function with every example, in all directions; value and derivative with its defaults on
   * all floats.
   */
  @Test
  void coversTheCatalogue() throws IOException {
    Map<String, Result> found = new TreeMap<>();
    results().forEach(result -> found.put(result.title(), result));
    for (Activation f : Functions.all()) {
      for (Curve curve : Curve.values()) {
        assertThat(found).as("docs/accuracy.jsonl").containsKey(f + " " + curve);
        Result result = found.get(f + " " + curve);
        boolean first = Arrays.equals(f.entry().examples().get(0), f.parameters());
        assertThat(result.coverage())
            .as(result.title())
            .isIn("exhaustive", first ? "exhaustive" : "sample");
      }
      assertThat(found).containsKeys(f + " backward", f + " float64 backward");
    }
  }

  @Test
  void everyBoundIsKept() throws IOException {
    try (Backend cpu = Backends.open("cpu")) {
      for (Result result : results()) {
        assertThat(result.verdict()).as(result.title()).isEqualTo(Verdict.OK);
        assertThat(result.errors().maxUlp())
            .as(result.title())
            .isLessThanOrEqualTo(Math.min(result.bound().ulps(), 6));
        if (!result.direction().startsWith("float64")) {
          assertThat(result.bound())
              .as("bound of %s", result.title())
              .isEqualTo(Bound.of(bound(cpu, result)));
        }
      }
    }
  }

  private static ErrorBound bound(Backend backend, Result result) {
    if (Step.parse(result.function()) instanceof RowOperation f) {
      return backend.bound(f.forward());
    }
    Activation f = Activation.parse(result.function());
    return result.direction().equals("backward")
        ? backend.bound(f.backward())
        : backend.bound(curve(result).call(f));
  }

  private static Curve curve(Result result) {
    return Arrays.stream(Curve.values())
        .filter(curve -> curve.toString().equals(result.direction()))
        .findFirst()
        .orElseThrow();
  }

  /** A kernel that was changed gives another float at the worst input, as a rule. */
  @Test
  void isOfTheseKernels() throws IOException {
    try (Backend cpu = Backends.open("cpu");
        Tensor x = cpu.allocate(1, 1);
        Tensor y = cpu.allocate(1, 1)) {
      for (Result result : results()) {
        Point worst = result.errors().worst();
        boolean isElement = worst != null && worst.place() == null;
        if (isElement && !result.direction().startsWith("float64")) {
          Activation f = Activation.parse(result.function());
          x.copyFrom(new float[] {Float.parseFloat(worst.hex())});
          if (worst.dy() == null) {
            cpu.run(curve(result).call(f), x, y);
          } else {
            y.copyFrom(new float[] {Float.parseFloat(worst.dy())});
            cpu.backward(f, x, y, y);
          }
          assertThat(y.toArray()[0])
              .as("%s at %s: verify it again", result.title(), worst.where())
              .isEqualTo((float) worst.found());
        }
      }
    }
  }

  @Test
  void theTableIsCurrent() throws IOException {
    StringWriter table = new StringWriter();
    MarkdownReport report = new MarkdownReport(new PrintWriter(table));
    results().forEach(report::add);
    GeneratedDoc.check(
        "accuracy.md",
        """
        # Accuracy of the CPU backend

        The error of float32 results, in units in the last place (ULP: the spacing of floats at the true value, that of subnormals at least;
        0.5 is the best that a float can do). `inputs` tells which were tried: all 2^32 floats, or for further parameters a sample of some 100,000 of
        every kind. The true value is the definition in double, which is right to 6 ULP of double ([accuracy-float64.md](accuracy-float64.md));
        where that does not decide, and at the worst input, it is the printed formula of the catalogue, evaluated to 21 digits by code that
        shares nothing with the backend and is itself pinned to mpmath. NaN has to give NaN, infinities the limits, zeros their sign: a mismatch
        would stand in the last column. A result within an absolute bound, next to a zero of the derivative, stands there, too.

        A backward of rows may be off by so many 2^-24 of the magnitudes of what is added: softmax and softmin y_i (|dy_i| (1 - y_i) + sum |dy_j| y_j) / T over the
        other j, log_softmax (|dy_i| (1 - p_i) + p_i sum |dy_j|) / T with p = exp(y). 1 - y_i is the sum of the others above a half, 1 - p_i is -expm1(y_i), so a class
        that dominates its row hides no digit. logsumexp is held to ULP alone. Rows are normal deviates, and x and dy of all magnitudes, zeros, infinities and NaN; so are
        those of the conformance suite, which has all temperatures, too.

        What these rows do not show: one or two large terms beside many smaller ones. A sum of floats would round in one direction there (17.3 ULP was seen); these sums keep what rounding takes.
        Of 600,000 elements of each of 48 kinds of such rows, of 10 to 4,099 columns, softmax was at most 3.00 ULP off (300 columns of 0 to 1, two of 13.3, element 0.123618305), log_softmax
        1.95 (64 columns of 0 to 1, two of 16.9 16 columns apart), 2.26 at a temperature of 3, logsumexp 0.72: these two keep the largest term apart as well, and add up the others.

        A backward of a function is dy f'(x): the figure is the error of f'(x), when half a unit of the product is put down to its rounding. Its inputs are of every kind, its gradients of all
        magnitudes, from the smallest float to the largest, zeros, infinities and NaN, and normal deviates. `float64 backward` is the same in double: a function's is compared
        with the product of dy and the definition, a row's with 50 digits; these figures are in units of double. "max absolute" is over |x| <= 10 and |dy| <= 10.

        The bits are the same with vectors of any width and without, for any number of threads, on every JDK (`CpuBitsTest`), so these figures are, too.
        They were written by the command below, one function at a time, and collected in [accuracy.jsonl](accuracy.jsonl); `AccuracyDocTest` makes this page of it (`./mvnw
        verify -Dactivations.docs.update=true`), and holds it to the bounds and to what the backend computes today.

        ```
        ./activations verify --backend cpu --exhaustive --function F --format json >> docs/accuracy.jsonl
        ```

        """
            + table);
  }
}
