package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.Step;
import dev.activations.measuring.OneLine;
import dev.activations.measuring.findings.Bound;
import dev.activations.measuring.findings.Machine;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.Verdict;
import dev.activations.reference.DoubleMagnitudes;
import dev.activations.reference.DoubleRowGradient;
import java.util.Arrays;

/**
 * Verifies backwards in float64 for numbers of all magnitudes: those of functions against the
 * product with the definition, those of short rows against {@link DoubleRowGradient}.
 */
final class DoubleCheck {
  /** What definitions are held to, in ULP of double. */
  private static final ErrorBound OF_FUNCTIONS = ErrorBound.ofUlps(6);

  /** 2^-50 of the sum of the magnitudes that make a gradient. */
  private static final ErrorBound OF_ROWS = ErrorBound.ofUlps(4).orOfTerms(8 / DoubleTally.UNITS);

  private static final int COUNT = 300;
  private static final int ROWS = 3;
  private static final int[] COLUMNS = {1, 2, 3, 7};

  /** Of so many gradients of a function one is not finite. */
  private static final int SPECIAL = 10;

  /** The row with a gradient that is not finite, in turn of each kind. */
  private static final int SPECIAL_ROW = 1;

  private static final double[] NOT_FINITE = {
    Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN
  };

  private final Backend backend;
  private final Machine machine;
  private final long seed;

  DoubleCheck(Backend backend, long seed) {
    this.backend = backend;
    this.machine = Machine.here(backend);
    this.seed = seed;
  }

  Result verify(Activation f) {
    DoubleTally tally = new DoubleTally(OF_FUNCTIONS);
    return result(f, OF_FUNCTIONS, tally, () -> elements(f, tally));
  }

  Result verify(RowOperation f) {
    DoubleTally tally = new DoubleTally(OF_ROWS);
    return result(f, OF_ROWS, tally, () -> rows(f, tally));
  }

  private Result result(Step f, ErrorBound bound, DoubleTally tally, Runnable comparison) {
    long start = System.nanoTime();
    String failure = null;
    try {
      comparison.run();
    } catch (RuntimeException | LinkageError thrown) {
      failure = OneLine.of(thrown);
    }
    return new Result(
        f.toString(),
        "float64 backward",
        failure == null && tally.isGood() ? Verdict.OK : Verdict.FAILED,
        failure,
        f instanceof RowOperation ? "rows" : "magnitudes",
        seed,
        tally.inputs(),
        Bound.of(bound),
        tally.errors(),
        tally.wrong(),
        (System.nanoTime() - start) / 1e9,
        machine);
  }

  private void elements(Activation f, DoubleTally tally) {
    DoubleMagnitudes magnitudes = new DoubleMagnitudes(seed);
    double[] x = magnitudes.finite(COUNT);
    double[] dy = magnitudes.finite(COUNT);
    for (int i = 0; i < COUNT; i++) {
      x[i] = i % 2 == 0 ? 8 * magnitudes.gaussian() : x[i];
      dy[i] = i % SPECIAL == 1 ? notFinite(i / SPECIAL) : dy[i];
    }
    System.arraycopy(NOT_FINITE, 0, x, 0, NOT_FINITE.length);
    double[] dx = new double[COUNT];
    backend.backward(f, 1, COUNT, x, dy, dx);
    for (int i = 0; i < COUNT; i++) {
      tally.product(x[i], f.derivative(x[i]), dy[i], dx[i]);
    }
  }

  private void rows(RowOperation f, DoubleTally tally) {
    DoubleMagnitudes magnitudes = new DoubleMagnitudes(seed);
    for (int columns : COLUMNS) {
      tally.in("row of " + columns);
      for (int row = 0; row < ROWS; row++) {
        double[] x = magnitudes.logits(f.temperature(), columns);
        double[] saved = x.clone();
        if (f.kind() != Kind.LOGSUMEXP) {
          backend.forward(f, 1, columns, saved, saved);
        }
        if (!Arrays.stream(saved).allMatch(Double::isFinite)) {
          // Log probabilities below the range of double are no input of a backward.
          Arrays.fill(saved, f.kind() == Kind.LOG_SOFTMAX ? -Math.log(columns) : 1.0 / columns);
        }
        double[] dy = magnitudes.row(f.outputColumns(columns));
        boolean special = row == SPECIAL_ROW && f.kind() != Kind.LOGSUMEXP;
        if (special) {
          dy[columns / 2] = notFinite(columns);
        }
        double[] dx = new double[columns];
        backend.backward(f, 1, columns, saved, dy, dx);
        if (special) {
          tally.nan(x, saved, dy, dx);
        } else {
          tally.row(f, x, saved, dy, dx);
        }
      }
    }
  }

  private static double notFinite(int i) {
    return NOT_FINITE[i % NOT_FINITE.length];
  }
}
