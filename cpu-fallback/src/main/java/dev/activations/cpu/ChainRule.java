package dev.activations.cpu;

/** The product of the slopes of two functions, one inside the other. */
final class ChainRule {
  private ChainRule() {}

  /** inner * outer, and 0 where one of them is 0 even if the other is infinite; NaN stays NaN. */
  static double product(double inner, double outer) {
    double slope = inner * outer;
    return Double.isNaN(slope) && !Double.isNaN(inner) && !Double.isNaN(outer) ? 0 : slope;
  }

  /** The same in float32. */
  static float product(float inner, float outer) {
    float slope = inner * outer;
    return Float.isNaN(slope) && !Float.isNaN(inner) && !Float.isNaN(outer) ? 0 : slope;
  }
}
