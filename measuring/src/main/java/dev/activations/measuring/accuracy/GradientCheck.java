package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.Tensor;
import dev.activations.measuring.OneLine;
import dev.activations.measuring.findings.Bound;
import dev.activations.measuring.findings.Machine;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.Verdict;
import dev.activations.reference.ElementwiseGradient;
import dev.activations.reference.Magnitudes;
import dev.activations.reference.ReferenceFunction;

/**
 * Verifies the backward of elementwise functions: inputs of every kind, gradients of all magnitudes
 * and moderate ones in turn, in the measure of {@link ElementwiseGradient}.
 */
final class GradientCheck {
  /** Every so many floats of the sample. */
  private static final int STRIDE = 39;

  private final Backend backend;
  private final Machine machine;
  private final long seed;

  GradientCheck(Backend backend, long seed) {
    this.backend = backend;
    this.machine = Machine.here(backend);
    this.seed = seed;
  }

  Result verify(Activation f) {
    long start = System.nanoTime();
    ErrorBound bound = backend.derivativeBound(f);
    float[] x = Sample.of(f).every(STRIDE);
    float[] dy = gradients(new Magnitudes(seed), x.length);
    Tally tally = new Tally();
    String failure = null;
    try (Tensor input = backend.allocate(1, x.length, x);
        Tensor gradient = backend.allocate(1, x.length, dy);
        Tensor output = backend.allocate(1, x.length)) {
      backend.backward(f, input, gradient, output);
      compare(f, bound, x, dy, output.toArray(), tally);
    } catch (RuntimeException | LinkageError thrown) {
      failure = OneLine.of(thrown);
    }
    return new Result(
        f.toString(),
        "backward",
        failure == null && tally.isGood() ? Verdict.OK : Verdict.FAILED,
        failure,
        "magnitudes",
        seed,
        tally.inputs(),
        Bound.of(bound),
        tally.errors(tally.maxUlp(), tally.worst(), null),
        tally.wrong(),
        (System.nanoTime() - start) / 1e9,
        machine);
  }

  private static float[] gradients(Magnitudes magnitudes, int count) {
    float[] dy = new float[count];
    for (int i = 0; i < count; i++) {
      dy[i] = i % 3 == 0 ? (float) magnitudes.gaussian() : magnitudes.any();
    }
    return dy;
  }

  private static void compare(
      Activation f, ErrorBound bound, float[] x, float[] dy, float[] dx, Tally tally) {
    ReferenceFunction formula = ReferenceFunction.derivative(f);
    for (int i = 0; i < x.length; i++) {
      tally.of(Tally.Operands.GRADIENT, 0, dy[i]);
      ElementwiseGradient exact = new ElementwiseGradient(f.derivative(x[i]), bound, dy[i]);
      boolean accepted = exact.accepts(dx[i]);
      if (!accepted && Float.isFinite(x[i])) {
        // The definition in double is not exact, and a bound may be kept by a hair.
        exact = new ElementwiseGradient(formula.atFloat(x[i]).hi(), bound, dy[i]);
        accepted = exact.accepts(dx[i]);
      }
      if (accepted) {
        right(x[i], dx[i], exact, bound, tally);
      } else {
        wrong(x[i], dx[i], exact, tally);
      }
    }
  }

  private static void right(
      float x, float dx, ElementwiseGradient exact, ErrorBound bound, Tally tally) {
    double expected = exact.expected();
    if (!Float.isFinite(dx) || !Float.isFinite((float) expected)) {
      tally.right();
      return;
    }
    double ulps = exact.ulps(dx);
    if (ulps <= bound.ulps()) {
      tally.measured(x, expected, dx, ulps);
    } else {
      tally.excused(x, Math.abs(dx - expected));
    }
  }

  private static void wrong(float x, float dx, ElementwiseGradient exact, Tally tally) {
    double expected = exact.expected();
    if (Float.isNaN(dx) || Double.isNaN(expected)) {
      tally.wrongNan(x, expected, dx);
    } else if (Float.isInfinite(dx) || Float.isInfinite((float) expected)) {
      tally.wrongInfinity(x, expected, dx);
    } else if (dx == 0 || expected == 0) {
      tally.wrongZero(x, expected, dx);
    } else {
      tally.beyond(x, expected, dx, exact.ulps(dx));
    }
  }
}
