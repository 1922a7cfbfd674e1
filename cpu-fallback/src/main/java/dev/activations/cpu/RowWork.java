package dev.activations.cpu;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.RowConstants;
import dev.activations.cpu.kernels.RowMath;
import dev.activations.cpu.kernels.SumRange;

/**
 * A row operation on one row, as a sequence of passes; a subclass runs them, on one thread or on
 * many. Where float32 is not enough for a row, it is computed from the definitions.
 *
 * <p>Most rows need two passes: exponentials without a shift, and the sum, are in the range of
 * float32. Others need to know the largest element first. Which way is taken depends on the
 * elements alone, never on whether y is x.
 */
abstract class RowWork {
  private static final float[] NONE = {};

  /** The numbers of the row. */
  final RowConstants row = new RowConstants();

  RowOperation operation = RowOperation.SOFTMAX;
  KernelLibrary library = Libraries.chosen().plain();
  float[] x = NONE;
  int xFrom;
  float[] dy = NONE;
  int dyFrom;
  float[] y = NONE;
  int yFrom;
  int columns;

  /** What {@link RowPass#SUMS} left out of the sum. */
  double largest;

  /** Runs a pass over all columns; the sum, or the largest element. */
  abstract double run(RowPass pass);

  final void set(RowOperation f, KernelLibrary loops, int count) {
    operation = f;
    library = loops;
    columns = count;
  }

  final void input(float[] array, int from) {
    x = array;
    xFrom = from;
  }

  final void gradient(float[] array, int from) {
    dy = array;
    dyFrom = from;
  }

  final void output(float[] array, int from) {
    y = array;
    yFrom = from;
  }

  /** What two parts of the row give together, of which each has left out its largest term. */
  final double add(RowPass pass, double one, double other, double term, double otherTerm) {
    if (!pass.isExtreme()) {
      return one + (other + Math.min(term, otherTerm));
    }
    boolean minimum = pass == RowPass.TOP && operation.kind() == Kind.SOFTMIN;
    boolean better = minimum ? other < one : other > one;
    return better ? other : one;
  }

  /** Forgets the arrays. */
  public void clear() {
    x = NONE;
    dy = NONE;
    y = NONE;
  }

  /** y = f(x). */
  final void forward() {
    if (!RowScale.fits(operation) || !(isSoftmax() ? softmax(1) : logarithm())) {
      Float32Definitions.forward(operation, x, xFrom, y, yFrom, columns);
    }
  }

  /** dx = y of what the forward left, x, and dy. */
  final void backward() {
    boolean logSumExp = operation.kind() == Kind.LOGSUMEXP;
    float gradient = logSumExp ? dy[dyFrom] : 0;
    if (!RowScale.fits(operation) || !(logSumExp ? softmax(gradient) : softmaxBackward())) {
      if (logSumExp && y == dy) {
        dy[dyFrom] = gradient; // It was overwritten.
      }
      Float32Definitions.backward(operation, x, xFrom, dy, dyFrom, y, yFrom, columns);
    }
  }

  private boolean isSoftmax() {
    return operation.kind() == Kind.SOFTMAX || operation.kind() == Kind.SOFTMIN;
  }

  /** {@link #forward} for a row of which it is known that its exponentials have to be shifted. */
  final void forwardShifted() {
    if (!(isSoftmax() ? shiftedSoftmax(1) : shiftedLogarithm())) {
      Float32Definitions.forward(operation, x, xFrom, y, yFrom, columns);
    }
  }

  /** y = numerator softmax(x); false when float32 is not enough. */
  private boolean softmax(double numerator) {
    RowScale.unshift(row, operation);
    if (!RowScale.isUnshifted(numerator) || (x == y && !staysInRange())) {
      return shiftedSoftmax(numerator);
    }
    double sum = run(RowPass.EXPONENTIALS);
    if (x != y && !contains(sum)) {
      return shiftedSoftmax(numerator);
    }
    scale(numerator / sum);
    return true;
  }

  private boolean shiftedSoftmax(double numerator) {
    if (!RowScale.shift(row, operation, (float) run(RowPass.TOP), numerator)) {
      return false;
    }
    scale(numerator / run(RowPass.EXPONENTIALS));
    return true;
  }

  private void scale(double factor) {
    if (operation.kind() == Kind.LOGSUMEXP) {
      RowScale.signedFactor(row, factor);
    } else {
      RowScale.factor(row, factor);
    }
    run(RowPass.SCALE);
  }

  /**
   * Whether the sum of the exponentials is in range without a shift, before anything is written:
   * the largest element, which is left in the row, decides that but for a narrow band.
   */
  private boolean staysInRange() {
    row.top = (float) run(RowPass.TOP);
    double term = StrictMath.exp(RowScale.exponent(row, operation));
    if (SumRange.contains(term * 0.99) && SumRange.contains(term * columns * 1.01)) {
      return true;
    }
    return term * columns * 1.01 >= SumRange.SMALLEST
        && term * 0.99 <= SumRange.LARGEST
        && sumsAreInRange();
  }

  /** Decided by the same sum as in place, where another one could be on the other side. */
  private boolean contains(double sum) {
    return SumRange.isNearAnEnd(sum) ? sumsAreInRange() : SumRange.contains(sum);
  }

  private boolean sumsAreInRange() {
    double others = run(RowPass.SUMS);
    return SumRange.contains(others + largest);
  }

  /** log_softmax and logsumexp; false when float32 is not enough. */
  private boolean logarithm() {
    RowScale.unshift(row, operation);
    double others = run(RowPass.SUMS);
    double sum = others + largest;
    if (!SumRange.contains(sum)) {
      return shiftedLogarithm();
    }
    // Where one element is most of the sum, its logarithm is that of 1 and a little more.
    if (SumRange.isShared(sum, largest)) {
      finish(RowMath.log(sum), RowPass.SHIFT, 0);
      return true;
    }
    return dominated(others);
  }

  /** {@link #forward} of a logarithm, when the largest element is most of the sum. */
  final void forwardDominated(double others) {
    RowScale.unshift(row, operation);
    if (!dominated(others)) {
      Float32Definitions.forward(operation, x, xFrom, y, yFrom, columns);
    }
  }

  private boolean dominated(double others) {
    if (RowScale.lacksDigits(others, columns)) {
      return shiftedLogarithm();
    }
    row.top = (float) run(RowPass.TOP);
    finishBesides(others);
    return true;
  }

  private boolean shiftedLogarithm() {
    if (!RowScale.shiftLogarithm(row, operation, (float) run(RowPass.TOP))) {
      return false;
    }
    double others = run(RowPass.SUMS);
    finishBesides(Double.isNaN(largest) ? largest : others);
    return true;
  }

  private void finishBesides(double others) {
    finish(RowScale.logarithm(row, operation, others), RowPass.LOGARITHMS, row.top);
  }

  private void finish(double logarithm, RowPass pass, double top) {
    if (operation.kind() == Kind.LOGSUMEXP) {
      y[yFrom] = (float) (top + logarithm);
    } else {
      RowScale.logarithm(row, logarithm);
      run(pass);
    }
  }

  /**
   * False when float32 is not enough. Where one element has most of the probability, its slope is
   * that of the others: what is left of a difference from 1 would have lost its digits.
   */
  private boolean softmaxBackward() {
    boolean logarithm = operation.kind() == Kind.LOG_SOFTMAX;
    RowPass pass = logarithm ? RowPass.GRADIENTS : RowPass.PRODUCTS;
    float peak = (float) run(RowPass.PEAK);
    boolean dominated = logarithm ? Dominated.isLogarithm(peak) : Dominated.isProbability(peak);
    double slope = 0;
    int column = 0;
    double sum;
    if (dominated) {
      column = indexOf(peak);
      double own = dy[dyFrom + column];
      double others = besides(pass, column);
      if (logarithm) {
        slope = Dominated.slopeOfLogarithm(peak, own, others);
        sum = others + own;
      } else {
        if (!RowScale.isTotal(others)) {
          // What products of floats lose where they are subnormal is most of a small sum.
          others = Dominated.productsBesides(x, xFrom, dy, dyFrom, columns, column);
        }
        slope = Dominated.slopeOfProbability(peak, probabilityBesides(column), own, others);
        sum = others + own * peak;
      }
      slope = RowScale.sloped(operation, slope);
    } else {
      sum = run(pass);
    }
    if (logarithm ? !RowScale.totalOfGradients(row, operation, sum) : !setProducts(sum)) {
      return false;
    }
    run(logarithm ? RowPass.LOG_SOFTMAX_BACKWARD : RowPass.SOFTMAX_BACKWARD);
    if (dominated) {
      y[yFrom + column] = (float) slope;
    }
    return true;
  }

  private boolean setProducts(double sum) {
    if (sum == 0 && hasNoGradient()) {
      RowScale.noTotal(row, operation);
      return true;
    }
    return RowScale.totalOfProducts(row, operation, sum);
  }

  private boolean hasNoGradient() {
    for (int i = dyFrom; i < dyFrom + columns; i++) {
      if (dy[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private int indexOf(float element) {
    int column = 0;
    while (x[xFrom + column] != element) {
      column++;
    }
    return column;
  }

  /** The sum of all columns but one. */
  private double besides(RowPass pass, int column) {
    if (columns <= ShortRows.COLUMNS) {
      return pass == RowPass.GRADIENTS
          ? Dominated.sumBesides(dy, dyFrom, columns, column)
          : Dominated.productsBesides(x, xFrom, dy, dyFrom, columns, column);
    }
    int all = columns;
    columns = column;
    double before = column == 0 ? 0 : run(pass);
    int from = column + 1;
    columns = all - from;
    xFrom += from;
    dyFrom += from;
    double after = columns == 0 ? 0 : run(pass);
    columns = all;
    xFrom -= from;
    dyFrom -= from;
    return before + after;
  }

  private double probabilityBesides(int column) {
    float[] gradient = dy;
    int from = dyFrom;
    gradient(x, xFrom);
    double others = besides(RowPass.GRADIENTS, column);
    gradient(gradient, from);
    return others;
  }
}
