package dev.activations.cpu;

/** Neumaier's sum: the error of the result does not grow with the number of terms. */
final class CompensatedSum {
  private double sum;
  private double correction;

  void clear() {
    sum = 0;
    correction = 0;
  }

  void add(double term) {
    double next = sum + term;
    correction += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  /** The sum; infinities and NaN as a plain sum would give them. */
  double value() {
    double corrected = sum + correction;
    return Double.isNaN(corrected) ? sum : corrected;
  }
}
