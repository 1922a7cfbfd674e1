package dev.activations.reference;

import dev.activations.Activation;
import dev.activations.catalogue.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;

/**
 * A printed formula as a function of x, each value with a proven bound of its error.
 *
 * <p>Values are computed in double-doubles; where their running bound is not small enough, and
 * where a comparison is too close to call, in arbitrary precision with ever more digits until it
 * is. Instances are safe for use by several threads.
 */
public final class ReferenceFunction {
  private static final int FIRST_DIGITS = 50;
  private static final int MOST_DIGITS = 6400;
  private static final DoubleDoubleArithmetic DOUBLE_DOUBLE = new DoubleDoubleArithmetic();

  // The smallest double is 2^-1074: an error of 2^-1100 does not show in it, however it is scored.
  private static final int DOUBLE_FLOOR = -1100;
  // The smallest float is 2^-149.
  private static final int FLOAT_FLOOR = -220;
  private static final int BITS = 70;

  private final String text;
  private final Formula formula;
  private final Map<String, Double> parameters;
  private final UnaryOperator<Enclosure> fast;
  private final Map<Integer, Precise> precise = new ConcurrentHashMap<>();
  private final LongAdder escalations = new LongAdder();

  /** The function in arbitrary precision. */
  private record Precise(ApfloatArithmetic arithmetic, UnaryOperator<Ball> at) {}

  private ReferenceFunction(String text, Map<String, Double> parameters) {
    this.text = text;
    this.formula = CancellationFree.rewrite(Formula.parse(text));
    this.parameters = Map.copyOf(parameters);
    this.fast = new FormulaCompiler<>(DOUBLE_DOUBLE, this.parameters).compile(this.formula);
  }

  /**
   * The printed formula of a function.
   *
   * @param f the function
   * @return its value, made of the text alone
   */
  public static ReferenceFunction value(Activation f) {
    return of(f.entry().formula(), f);
  }

  /**
   * The printed formula of the derivative of a function.
   *
   * @param f the function
   * @return its derivative, made of the text alone
   */
  public static ReferenceFunction derivative(Activation f) {
    return of(f.entry().derivative(), f);
  }

  /**
   * Any formula in x and the parameters of a function.
   *
   * @param formula the text of the formula
   * @param f binds the parameters, taken exactly
   * @return the function
   * @throws IllegalArgumentException if the text is not of the language, or names something that is
   *     no parameter
   */
  public static ReferenceFunction of(String formula, Activation f) {
    return of(formula, parameters(f));
  }

  static ReferenceFunction of(String formula, Map<String, Double> parameters) {
    return new ReferenceFunction(formula, parameters);
  }

  /** The parameters of a function by name, in the order of the catalogue. */
  static Map<String, Double> parameters(Activation f) {
    Map<String, Double> bound = new LinkedHashMap<>();
    List<Parameter> parameters = f.entry().parameters();
    double[] values = f.parameters();
    for (int i = 0; i < values.length; i++) {
      bound.put(parameters.get(i).name(), values[i]);
    }
    return bound;
  }

  /**
   * The value at a double, for scoring a double.
   *
   * @param x any finite number
   * @return the value, to 2^-70 of itself or to 2^-1100
   * @throws ArithmeticException if the value does not exist or thousands of digits do not suffice
   */
  public ReferenceValue at(double x) {
    return at(x, DOUBLE_FLOOR);
  }

  /**
   * The value at a float, for scoring a float: faster than {@link #at} where the result is so small
   * that no float could tell.
   *
   * @param x any finite number
   * @return the value, to 2^-70 of itself or to 2^-220
   * @throws ArithmeticException if the value does not exist or thousands of digits do not suffice
   */
  public ReferenceValue atFloat(float x) {
    return at(x, FLOAT_FLOOR);
  }

  /** How many values so far needed arbitrary precision, over all threads. */
  long escalations() {
    return escalations.sum();
  }

  private ReferenceValue at(double x, int floor) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException("no reference value at " + x);
    }
    Enclosure result = fast.apply(DOUBLE_DOUBLE.of(x));
    // Splitting a factor beyond 2^996 leaves a high part that is right and a low part that is NaN.
    if (result.value().isFinite() && result.isWithin(BITS, floor)) {
      return new ReferenceValue(result.value());
    }
    if (Double.isInfinite(result.hi())) {
      return ReferenceValue.enormous(result.hi());
    }
    escalations.increment();
    for (int digits = FIRST_DIGITS; digits <= MOST_DIGITS; digits *= 2) {
      Precise level = precise.computeIfAbsent(digits, this::precise);
      Ball ball = level.at().apply(level.arithmetic().of(x));
      if (ball.isWithin(BITS + 10, floor)) {
        return ReferenceValue.of(ball);
      }
    }
    throw new ArithmeticException("no value of the formula at x = " + x + ": " + text);
  }

  private Precise precise(int digits) {
    ApfloatArithmetic arithmetic = new ApfloatArithmetic(digits);
    return new Precise(arithmetic, new FormulaCompiler<>(arithmetic, parameters).compile(formula));
  }
}
