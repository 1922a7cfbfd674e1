package dev.activations.measuring.speed;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.RowOperation;
import dev.activations.measuring.results.Accuracy;
import dev.activations.reference.ElementwiseGradient;
import dev.activations.reference.RowGradient;
import dev.activations.reference.RowOracle;
import dev.activations.reference.Ulp;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compares some results of a call with the definitions, in the measures of {@code verify}, which is
 * what covers them all. The error of the backward of a function is that of its derivative.
 */
final class ResultCheck {
  private static final int ELEMENTS = 8192;

  /** The definitions are doubles, right to some units of theirs. */
  private static final double DOUBT = 1e-6;

  private final ErrorBound bound;
  private long inputs;
  private long wrong;
  private double maxUlp;
  private double maxAbsolute;
  private double farthest;
  private @Nullable String worst;

  private ResultCheck(ErrorBound bound) {
    this.bound = bound;
  }

  static Accuracy check(Backend backend, Operation operation) {
    ResultCheck check = new ResultCheck(bound(backend, operation));
    if (operation.step() instanceof Activation f) {
      check.elements(f, operation);
    } else {
      check.rows((RowOperation) operation.step(), operation);
    }
    return new Accuracy(
        check.wrong == 0,
        check.bound.toString(),
        check.maxUlp,
        check.maxAbsolute,
        check.worst,
        check.inputs);
  }

  private static ErrorBound bound(Backend backend, Operation operation) {
    if (!(operation.step() instanceof Activation f)) {
      return backend.rowBound((RowOperation) operation.step());
    }
    return operation.direction() == Direction.FORWARD
        ? backend.valueBound(f)
        : backend.derivativeBound(f);
  }

  private void elements(Activation f, Operation operation) {
    float[] x = operation.input();
    float[] found = operation.result();
    boolean backward = operation.direction() == Direction.BACKWARD;
    float[] dy = backward ? operation.incoming() : new float[0];
    int stride = Math.max(1, x.length / ELEMENTS) | 1;
    for (int i = 0; i < x.length; i += stride) {
      switch (operation.direction()) {
        case FORWARD -> compare(x[i], f.value(x[i]), found[i], bound.floor());
        case DERIVATIVE -> compare(x[i], f.derivative(x[i]), found[i], bound.floor());
        case BACKWARD -> {
          ElementwiseGradient exact = new ElementwiseGradient(f.derivative(x[i]), bound, dy[i]);
          String operands = "x = " + x[i] + ", dy = " + dy[i];
          add(operands, exact.expected(), found[i], exact.ulps(found[i]), exact.accepts(found[i]));
        }
      }
    }
  }

  /** The first row, one in the middle, the last. */
  private void rows(RowOperation f, Operation operation) {
    float[] x = operation.input();
    float[] found = operation.result();
    boolean backward = operation.direction() == Direction.BACKWARD;
    float[] dy = backward ? operation.incoming() : new float[0];
    int rows = operation.rows();
    for (int row : new int[] {0, rows / 2, rows - 1}) {
      double[] input = row(x, row, rows);
      double[] results = row(found, row, rows);
      double unit = bound.condition() * 0x1p-24 + RowOracle.error(input.length);
      if (backward) {
        RowGradient exact = RowGradient.of(f, input, row(dy, row, rows));
        for (int i = 0; i < results.length; i++) {
          compare((float) input[i], exact.at(i), (float) results[i], unit * exact.terms(i));
        }
      } else {
        double[] expected = RowOracle.forward(f, input);
        double[] terms = RowOracle.forwardTerms(f, input, expected);
        for (int i = 0; i < expected.length; i++) {
          compare((float) input[i], expected[i], (float) results[i], unit * terms[i]);
        }
      }
    }
  }

  private static double[] row(float[] values, int row, int rows) {
    int width = values.length / rows;
    float[] part = Arrays.copyOfRange(values, row * width, (row + 1) * width);
    double[] wide = new double[width];
    for (int i = 0; i < width; i++) {
      wide[i] = part[i];
    }
    return wide;
  }

  private void compare(float x, double expected, float found, double floor) {
    double ulps = Ulp.error(found + 0f, expected + 0.0);
    boolean accepted = ulps <= bound.ulps() + DOUBT || Math.abs(found - expected) <= floor;
    add("x = " + x, expected, found, ulps, accepted);
  }

  private void add(String operands, double expected, float found, double ulps, boolean accepted) {
    inputs++;
    double distance = Math.abs(found - expected);
    boolean within = accepted && ulps <= bound.ulps() + DOUBT;
    if (!accepted) {
      wrong++;
    }
    if (within || wrong > 0) {
      maxUlp = ulps > maxUlp ? ulps : maxUlp;
    }
    maxAbsolute = distance > maxAbsolute ? distance : maxAbsolute;
    double size = Double.isNaN(ulps) ? Double.POSITIVE_INFINITY : within ? ulps : ulps + 1e9;
    if (size > farthest && (within || !accepted)) {
      farthest = size;
      worst = operands + ": expected " + expected + ", found " + found;
    }
  }
}
