package dev.activations.conformance;

import static org.assertj.core.api.Assertions.fail;

import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.RowOperation;
import dev.activations.Saved;
import dev.activations.Tensor;
import dev.activations.reference.RowGradient;
import dev.activations.reference.RowOracle;
import dev.activations.reference.Ulp;
import java.util.Arrays;
import java.util.Locale;

/**
 * Compares a backward of rows with {@link RowGradient}; a failure tells all that one needs to see
 * it again.
 */
final class RowGradientCheck {
  /** Rows up to here stand in the message. */
  private static final int SHORT = 8;

  private final Backend backend;
  private final RowOperation f;
  private final String rerun;

  RowGradientCheck(Backend backend, RowOperation f, String rerun) {
    this.backend = backend;
    this.f = f;
    this.rerun = rerun;
  }

  /** Puts x through the forward, what it leaves through the backward, and compares that. */
  float[] forwardAndBackward(int columns, float[] x, float[] dy) {
    float[] saved = x;
    int rows = x.length / columns;
    if (f.saved() == Saved.OUTPUT) {
      try (Tensor tensor = backend.allocate(rows, columns, x)) {
        backend.forward(f, tensor, tensor);
        saved = tensor.toArray();
      }
    }
    float[] dx = backward(columns, saved, dy);
    rows(columns, saved, dy, dx);
    return dx;
  }

  private float[] backward(int columns, float[] saved, float... dy) {
    int rows = saved.length / columns;
    try (Tensor output = backend.allocate(rows, columns, saved);
        Tensor gradient = backend.allocate(rows, f.outputColumns(columns), dy);
        Tensor dx = backend.allocate(rows, columns)) {
      backend.backward(f, output, gradient, dx);
      return dx.toArray();
    }
  }

  /** Compares all rows of a result. */
  void rows(int columns, float[] saved, float[] dy, float[] dx) {
    int width = f.outputColumns(columns);
    for (int row = 0; row * columns < saved.length; row++) {
      float[] left = Arrays.copyOfRange(saved, row * columns, (row + 1) * columns);
      float[] gradient = Arrays.copyOfRange(dy, row * width, (row + 1) * width);
      row(row, left, gradient, Arrays.copyOfRange(dx, row * columns, (row + 1) * columns));
    }
  }

  private void row(int row, float[] saved, float[] dy, float[] dx) {
    RowGradient exact = RowGradient.of(f, wide(saved), wide(dy));
    ErrorBound bound = backend.bound(f.backward());
    double relative = bound.condition() * 0x1p-24 + RowOracle.error(saved.length);
    boolean signed = RowGradient.hasSignedZeros(f);
    for (int i = 0; i < dx.length; i++) {
      // Without a sign that is promised, -0 + 0 is 0.
      double expected = signed ? exact.at(i) : exact.at(i) + 0.0;
      float found = signed ? dx[i] : dx[i] + 0f;
      if (!Ulp.isWithin(found, expected, bound.ulps(), relative * exact.terms(i))) {
        fail(
            String.format(
                Locale.ROOT,
                "%s: %s backward, rows of %d, row %d, column %d: %s = %s (%s), dy = %s, expected %s,"
                    + " found %s (%s): %.3f ULP, %.3g of the terms; the bound is %s%s. Run again: %s",
                backend.name(),
                f,
                dx.length,
                row,
                i,
                f.saved() == Saved.INPUT ? "x" : "y",
                saved[i],
                Float.toHexString(saved[i]),
                dy[dy.length == 1 ? 0 : i],
                expected,
                found,
                Float.toHexString(found),
                Ulp.error(found, expected),
                Math.abs(found - expected) / exact.terms(i),
                bound,
                whole(saved, dy),
                rerun));
      }
    }
  }

  private static String whole(float[] saved, float[] dy) {
    return saved.length > SHORT
        ? ""
        : "; the row is " + Arrays.toString(saved) + ", its dy " + Arrays.toString(dy);
  }

  private static double[] wide(float... values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
