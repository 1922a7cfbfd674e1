package dev.activations.tornado.kernels;

/** The chain rule on the device. */
final class Slopes {
  private Slopes() {}

  /** inner * outer, and 0 where one of them is 0 even if the other is infinite; NaN stays NaN. */
  static float product(float inner, float outer) {
    float slope = inner * outer;
    return Float.isNaN(slope) && !Float.isNaN(inner) && !Float.isNaN(outer) ? 0f : slope;
  }
}
