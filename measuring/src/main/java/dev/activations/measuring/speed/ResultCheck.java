package dev.activations.measuring.speed;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.RowOperation;
import dev.activations.measuring.accuracy.Definitions;
import dev.activations.measuring.results.Accuracy;
import dev.activations.measuring.work.Cell;
import dev.activations.measuring.work.Direction;
import dev.activations.measuring.work.Work;
import dev.activations.reference.ElementwiseGradient;
import dev.activations.reference.RowOracle;
import dev.activations.reference.Ulp;
import org.jspecify.annotations.Nullable;

/**
 * Compares some results of a call with the definitions, in the measures of {@code verify}, which is
 * what covers them all: the first row, one in the middle and the last, or elements at equal
 * distances. The error of the backward of a function is that of its derivative.
 */
final class ResultCheck implements Definitions.Judge {
  private static final int ELEMENTS = 8192;

  /** The definitions are doubles, right to some units of theirs. */
  private static final double DOUBT = 1e-6;

  private final ErrorBound bound;
  private final float[] found;

  /** What is accepted of a row, in proportion to its terms. */
  private final double ofTerms;

  private long inputs;
  private long wrong;
  private double maxUlp;
  private double maxAbsolute;
  private double farthest;
  private @Nullable String worst;

  private ResultCheck(ErrorBound bound, Operation operation) {
    this.bound = bound;
    this.found = operation.result();
    this.ofTerms =
        bound.condition() * 0x1p-24 + RowOracle.error(operation.cell().shape().columns());
  }

  static Accuracy check(Backend backend, Operation operation) {
    Cell cell = operation.cell();
    ResultCheck check = new ResultCheck(bound(backend, cell.work()), operation);
    float[] start = operation.input();
    Definitions definitions = new Definitions(cell, start, true, operation.incoming());
    if (cell.work().onRows()) {
      int rows = cell.shape().rows();
      for (int row : new int[] {0, rows / 2, rows - 1}) {
        definitions.row(row, check);
      }
    } else {
      definitions.elements(Math.max(1, start.length / ELEMENTS) | 1, check);
    }
    return new Accuracy(
        check.wrong == 0,
        check.bound.toString(),
        check.maxUlp,
        check.maxAbsolute,
        check.worst,
        check.inputs);
  }

  private static ErrorBound bound(Backend backend, Work work) {
    if (!(work.step() instanceof Activation f)) {
      return backend.rowBound((RowOperation) work.step());
    }
    return work.direction() == Direction.FORWARD
        ? backend.valueBound(f)
        : backend.derivativeBound(f);
  }

  @Override
  public void element(int index, float x, double expected) {
    compare(x, expected, found[index], bound.floor());
  }

  @Override
  public void product(int index, float x, float dy, double slope) {
    ElementwiseGradient exact = new ElementwiseGradient(slope, bound, dy);
    float dx = found[index];
    String operands = "x = " + x + ", dy = " + dy;
    add(operands, exact.expected(), dx, exact.ulps(dx), exact.accepts(dx));
  }

  @Override
  public void ofRow(int index, float x, double expected, double terms) {
    compare(x, expected, found[index], ofTerms * terms);
  }

  private void compare(float x, double expected, float result, double floor) {
    double ulps = Ulp.error(result + 0f, expected + 0.0);
    boolean accepted = ulps <= bound.ulps() + DOUBT || Math.abs(result - expected) <= floor;
    add("x = " + x, expected, result, ulps, accepted);
  }

  private void add(String operands, double expected, float result, double ulps, boolean accepted) {
    inputs++;
    double distance = Math.abs(result - expected);
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
      worst = operands + ": expected " + expected + ", found " + result;
    }
  }
}
