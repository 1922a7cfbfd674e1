package dev.activations.generator.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A node of an algorithm: a float32 number made of others. Algorithms are written with the methods
 * here; equal nodes are the same object, so that what is written twice is computed once.
 *
 * <p>Nothing is simplified or reordered: a kernel does the operations that stand in the algorithm,
 * whether in vectors or in plain Java, and so gives the same bits.
 */
public final class Value {
  private static final Map<Key, Value> NODES = new HashMap<>();

  private final int number;
  private final Operation operation;
  private final List<Value> operands;
  private final String text;
  private final float constant;

  /** Operands stand for themselves here by their numbers: comparing whole trees takes for ever. */
  private record Key(Operation operation, List<Integer> operands, String text, int bits) {}

  private Value(
      int number, Operation operation, List<Value> operands, String text, float constant) {
    this.number = number;
    this.operation = operation;
    this.operands = operands;
    this.text = text;
    this.constant = constant;
  }

  private static Value node(Operation operation, Value... operands) {
    return node(operation, "", 0, operands);
  }

  private static synchronized Value node(
      Operation operation, String text, float constant, Value... operands) {
    List<Integer> numbers = Arrays.stream(operands).map(operand -> operand.number).toList();
    return NODES.computeIfAbsent(
        new Key(operation, numbers, text, Float.floatToRawIntBits(constant)),
        key -> new Value(NODES.size(), operation, List.of(operands), text, constant));
  }

  /** An argument of the kernel. */
  public static Value input(String name) {
    return node(Operation.INPUT, name, 0);
  }

  /** A number. */
  public static Value of(float constant) {
    return node(Operation.CONSTANT, "", constant);
  }

  /** A float that is there before the loop: a Java expression. */
  public static Value uniform(String java) {
    return node(Operation.UNIFORM, java, 0);
  }

  /** a b + c, rounded once. */
  public static Value fma(Value a, Value b, Value c) {
    return node(Operation.FMA, a, b, c);
  }

  public Value plus(Value other) {
    return node(Operation.PLUS, this, other);
  }

  public Value plus(float other) {
    return plus(of(other));
  }

  public Value minus(Value other) {
    return node(Operation.MINUS, this, other);
  }

  public Value minus(float other) {
    return minus(of(other));
  }

  public Value times(Value other) {
    return node(Operation.TIMES, this, other);
  }

  public Value times(float other) {
    return times(of(other));
  }

  /** this * factor + term, rounded once. */
  public Value timesPlus(Value factor, Value term) {
    return fma(this, factor, term);
  }

  /** this * factor + term, rounded once. */
  public Value timesPlus(float factor, Value term) {
    return fma(this, of(factor), term);
  }

  /** this * factor + term, rounded once. */
  public Value timesPlus(Value factor, float term) {
    return fma(this, factor, of(term));
  }

  /** this * factor + term, rounded once. */
  public Value timesPlus(float factor, float term) {
    return fma(this, of(factor), of(term));
  }

  public Value over(Value other) {
    return node(Operation.OVER, this, other);
  }

  public Value negate() {
    return node(Operation.NEGATE, this);
  }

  public Value abs() {
    return node(Operation.ABS, this);
  }

  public Value squareRoot() {
    return node(Operation.SQRT, this);
  }

  /** The larger one; NaN stays. -0 and +0 gives +0. */
  public Value atLeast(float bound) {
    return atLeast(of(bound));
  }

  /** The larger one; NaN stays. The bound is not -0. */
  public Value atLeast(Value bound) {
    return node(Operation.MAX, this, bound);
  }

  /** The smaller one; NaN stays. */
  public Value atMost(float bound) {
    return atMost(of(bound));
  }

  /** The smaller one; NaN stays. The bound is not -0. */
  public Value atMost(Value bound) {
    return node(Operation.MIN, this, bound);
  }

  /**
   * The smaller one, where NaN may become the bound: a comparison of bits, which is half the price
   * of {@link #atMost}. For algorithms in which NaN comes in elsewhere.
   *
   * @param bound above zero
   */
  public Value limitedTo(Value bound) {
    return node(Operation.LIMIT, this, bound);
  }

  /** The smaller one, where NaN may become the bound. */
  public Value limitedTo(float bound) {
    return limitedTo(of(bound));
  }

  /**
   * 2^n, where this is n + {@link #powerOfTwoOffset}: the low bits of the float become the exponent
   * of the result. Something else, but no exception, for NaN.
   */
  public Value powerOfTwo() {
    return node(Operation.POWER, this);
  }

  /**
   * What has to be added to a number, so that the sum is the number rounded to an integer n, and
   * {@link #powerOfTwo} of the sum is 2^(n + bias).
   *
   * @param bias such that 2^(n + bias) is a normal float for every n that comes
   */
  public static float powerOfTwoOffset(int bias) {
    return 12582912f + 127 + bias;
  }

  /** The magnitude of this with the sign of the other. */
  public Value withSignOf(Value other) {
    return node(Operation.COPY_SIGN, this, other);
  }

  /** One value if the sign bit is set, also that of -0 and NaN, else the other. */
  public Value ifNegative(Value yes, Value no) {
    return node(Operation.IF_NEGATIVE, this, yes, no);
  }

  /** One value if this is less than the bound, else (also for NaN) the other. */
  public Value ifLess(Value bound, Value yes, Value no) {
    return node(Operation.IF_LESS, this, bound, yes, no);
  }

  /** One value if this is less than the bound, else (also for NaN) the other. */
  public Value ifLess(float bound, Value yes, Value no) {
    return ifLess(of(bound), yes, no);
  }

  /** One value if this is at most the bound, else (also for NaN) the other. */
  public Value ifAtMost(Value bound, Value yes, Value no) {
    return node(Operation.IF_AT_MOST, this, bound, yes, no);
  }

  /** One value if this equals the other number, else (also for NaN) the other value. */
  public Value ifEqual(Value other, Value yes, Value no) {
    return node(Operation.IF_EQUAL, this, other, yes, no);
  }

  /** One value if this is above the bound, else (also for NaN) the other. */
  public Value ifAbove(Value bound, Value yes, Value no) {
    return bound.ifLess(this, yes, no);
  }

  /** One value if this is above the bound, else (also for NaN) the other. */
  public Value ifAbove(float bound, Value yes, Value no) {
    return ifAbove(of(bound), yes, no);
  }

  /** The other value, but this where this is NaN. */
  public Value ifNotNan(Value other) {
    return ifEqual(this, other, this);
  }

  /**
   * The same number computed in another way where a loop of plain Java could not be vectorised: the
   * bits of both have to be the same for every input, which the tests compare.
   */
  public Value orPlainly(Value plain) {
    return node(Operation.EITHER, this, plain);
  }

  /** The same operation on other operands. */
  Value with(List<Value> others) {
    return node(operation, text, constant, others.toArray(new Value[0]));
  }

  public Operation operation() {
    return operation;
  }

  public List<Value> operands() {
    return operands;
  }

  public Value operand(int index) {
    return operands.get(index);
  }

  /** The name of an input, or the Java expression of a uniform. */
  public String text() {
    return text;
  }

  public float constant() {
    return constant;
  }
}
