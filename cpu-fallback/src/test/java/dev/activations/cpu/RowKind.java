package dev.activations.cpu;

import java.util.SplittableRandom;

/** Rows that take each way through a row operation. */
enum RowKind {
  /** Most rows: the exponentials and their sum are floats. */
  NORMAL,
  /** Every exponential is 0 unless it is shifted. */
  ALL_SMALL,
  /** The sum is infinite unless it is shifted. */
  LARGE,
  /** The sum is next to the smaller end of what is summed without a shift. */
  AT_THE_SMALLER_END,
  /** The sum is next to the larger end. */
  AT_THE_LARGER_END,
  /** The exponents are beyond what a float rounds to integers: the definitions compute it. */
  ENORMOUS,
  EQUAL,
  /** One element is nearly the whole sum. */
  DOMINATED,
  /** One element that is larger than the sum of the others, or smaller, among those of 0 to 1. */
  ONE_OF_20,
  /** Many equal terms, which a sum would all round in one direction, and a larger one before. */
  EQUAL_AFTER_ONE,
  EQUAL_AROUND_ONE,
  EQUAL_BEFORE_ONE,
  /** Two largest elements, and zeros of both signs. */
  TIES,
  WITH_MINUS_INFINITY,
  ALL_MINUS_INFINITY,
  WITH_INFINITY,
  WITH_NAN;

  void fill(float[] x, int from, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 31 + name().hashCode());
    int some = random.nextInt(columns);
    float large = (float) (20 * random.nextDouble());
    for (int i = 0; i < columns; i++) {
      x[from + i] =
          element(Samples.normal(random), i, some, columns, large, (float) random.nextDouble());
    }
  }

  private float element(float normal, int column, int some, int columns, float large, float small) {
    switch (this) {
      case ALL_SMALL:
        return -1000 + normal;
      case LARGE:
        return 85 + 2 * normal;
      case AT_THE_SMALLER_END:
        return (float) StrictMath.log(0.5 / columns) + 1e-6f * normal;
      case AT_THE_LARGER_END:
        return (float) StrictMath.log(0x1p100 / columns) + 1e-6f * normal;
      case ENORMOUS:
        return column == some ? 3e38f : 1e30f * normal;
      case EQUAL:
        return 0.3f;
      case DOMINATED:
        return column == some ? 25 : normal;
      case ONE_OF_20:
        return column == some ? large : small;
      case EQUAL_AFTER_ONE:
        return column == 0 ? large : 0.3f;
      case EQUAL_AROUND_ONE:
        return column == columns / 2 ? large : 0.3f;
      case EQUAL_BEFORE_ONE:
        return column == columns - 1 ? large : 0.3f;
      case TIES:
        return column % 7 == some % 7 ? 2 : column % 2 == 0 ? 0f : -0f;
      case WITH_MINUS_INFINITY:
        return column % 3 == 1 ? Float.NEGATIVE_INFINITY : normal;
      case ALL_MINUS_INFINITY:
        return Float.NEGATIVE_INFINITY;
      case WITH_INFINITY:
        return column == some ? Float.POSITIVE_INFINITY : normal;
      case WITH_NAN:
        return column == some ? Float.NaN : normal;
      default:
        return 2 * normal;
    }
  }
}
