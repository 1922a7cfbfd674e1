package dev.activations.generator.expression;

/** What a node of an algorithm computes. Everything is float32, rounded to nearest. */
public enum Operation {
  /** An argument of the kernel. */
  INPUT,
  /** A float that is known to the generator. */
  CONSTANT,
  /** A float that is the same for all elements of a call: made of the function's parameters. */
  UNIFORM,
  PLUS,
  MINUS,
  TIMES,
  OVER,
  /** a b + c, rounded once. */
  FMA,
  NEGATE,
  ABS,
  SQRT,
  /** The larger one, +0 being larger than -0; NaN when the first one is NaN. */
  MAX,
  /** The smaller one; NaN when the first one is NaN. The second one is not -0. */
  MIN,
  /** The smaller one of a number and a positive bound; for NaN either. */
  LIMIT,
  /** The low bits of a float, moved into the exponent: see {@link Value#powerOfTwo}. */
  POWER,
  /** The magnitude of the first operand with the sign of the second. */
  COPY_SIGN,
  /** The third operand if the first is less than the second, else (also for NaN) the fourth. */
  IF_LESS,
  /** The third operand if the first is at most the second, else (also for NaN) the fourth. */
  IF_AT_MOST,
  /** The third operand if the first two are equal, else (also for NaN) the fourth. */
  IF_EQUAL,
  /** The second operand if the sign bit of the first is set, else the third. */
  IF_NEGATIVE,
  /** Two ways to the same bits: the first for vectors, the second for loops of plain Java. */
  EITHER;

  /** Whether C2 cannot vectorise a loop that has it: casts between floats and bits, branches. */
  public boolean isScalar() {
    return switch (this) {
      case POWER, COPY_SIGN, IF_LESS, IF_AT_MOST, IF_EQUAL, IF_NEGATIVE -> true;
      default -> false;
    };
  }

  /** Whether it costs nothing in a loop: it is there before the loop begins, or is its input. */
  public boolean isLeaf() {
    return this == INPUT || this == CONSTANT || this == UNIFORM;
  }
}
