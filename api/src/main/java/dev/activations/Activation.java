package dev.activations;

import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An elementwise function with its parameters bound: {@link #RELU}, {@link #leakyRelu
 * leakyRelu(0.2)}, {@link #parse parse("leaky_relu:negative_slope=0.2")}.
 *
 * <p>It carries its definition in double precision, {@link #value} and {@link #derivative}, which
 * is the oracle that every backend is tested against. NaN gives NaN, infinities give the limits,
 * kinks give the derivatives that the catalogue lists. Immutable; equal when function and
 * parameters are.
 *
 * <p>Parameters are doubles and are used as such by every backend: {@code 0.2f} means
 * 0.20000000298023224.
 *
 * <pre>{@code
 * Activation f = Activation.leakyRelu(0.2);
 * double value = f.value(-3); // -0.6000000000000001
 * double slope = f.derivative(-3); // 0.2
 * boolean same = f.equals(Activation.parse("leaky_relu:negative_slope=0.2")); // true
 * String formula = f.entry().formula(); // x if x > 0 else negative_slope * x
 * }</pre>
 */
public final class Activation extends Step {
  private static final long serialVersionUID = 1;

  /** Those with default parameters are one object each, the constants: made before these. */
  private static final Map<FunctionEntry, Activation> DEFAULTS = new ConcurrentHashMap<>();

  /** x. */
  public static final Activation IDENTITY = of("identity");

  /** max(0, x). */
  public static final Activation RELU = of("relu");

  /** min(max(0, x), 6). */
  public static final Activation RELU6 = of("relu6");

  /** Leaky ReLU of slope 0.01. */
  public static final Activation LEAKY_RELU = of("leaky_relu");

  /** min(max((x + 3) / 6, 0), 1). */
  public static final Activation HARD_SIGMOID = of("hard_sigmoid");

  /** min(max(x, -1), 1). */
  public static final Activation HARD_TANH = of("hard_tanh");

  /** Soft shrinkage of 0.5. */
  public static final Activation SOFTSHRINK = of("softshrink");

  /** Hard shrinkage of 0.5. */
  public static final Activation HARDSHRINK = of("hardshrink");

  /** max(0, x)^2. */
  public static final Activation RELU_SQUARED = of("relu_squared");

  /** x min(max(x + 3, 0), 6) / 6. */
  public static final Activation HARD_SWISH = of("hard_swish");

  /** The softplus of sparsemax. */
  public static final Activation SPARSE_PLUS = of("sparse_plus");

  /** ELU of alpha 1. */
  public static final Activation ELU = of("elu");

  /** The self-normalising ELU. */
  public static final Activation SELU = of("selu");

  /** CELU of alpha 1. */
  public static final Activation CELU = of("celu");

  /** exp(x). */
  public static final Activation EXP = of("exp");

  /** The exact GELU, x Phi(x). */
  public static final Activation GELU_ERF = of("gelu_erf");

  /** The normal cdf with the parameters of MEGA. */
  public static final Activation LAPLACE = of("laplace");

  /** 1 / (1 + exp(-x)). */
  public static final Activation SIGMOID = of("sigmoid");

  /** log(sigmoid(x)). */
  public static final Activation LOG_SIGMOID = of("log_sigmoid");

  /** log(1 + exp(x)). */
  public static final Activation SOFTPLUS = of("softplus");

  /** x sigmoid(x). */
  public static final Activation SILU = of("silu");

  /** Swish of beta 1, which is silu. */
  public static final Activation SWISH = of("swish");

  /** x sigmoid(1.702 x). */
  public static final Activation QUICK_GELU = of("quick_gelu");

  /** The tanh approximation of GELU. */
  public static final Activation GELU_TANH = of("gelu_tanh");

  /** x tanh(softplus(x)). */
  public static final Activation MISH = of("mish");

  /** tanh(x). */
  public static final Activation TANH = of("tanh");

  /** x - tanh(x). */
  public static final Activation TANHSHRINK = of("tanhshrink");

  /** x / (1 + |x|). */
  public static final Activation SOFTSIGN = of("softsign");

  /** (x + sqrt(x^2 + 4)) / 2. */
  public static final Activation SQUAREPLUS = of("squareplus");

  private final transient FunctionEntry entry;
  private final transient double[] parameters;

  private Activation(FunctionEntry entry, double... parameters) {
    entry.check(parameters);
    this.entry = entry;
    this.parameters = parameters.clone();
  }

  /**
   * The examples that the catalogue has of a function: its defaults first, where it has any, then
   * other parameters that it is tried with.
   *
   * @param entry a function of the catalogue
   * @return at least one function
   */
  public static List<Activation> examplesOf(FunctionEntry entry) {
    List<Activation> examples = new ArrayList<>();
    for (double[] parameters : Shapes.present("entry", entry).examples()) {
      examples.add(of(entry, parameters));
    }
    return examples;
  }

  /**
   * A function of the catalogue.
   *
   * @param name a name as {@link Catalogue#resolve} takes it
   * @param parameters all its parameters in the order of the catalogue, or none for the defaults,
   *     which are those of the system that the name comes from
   * @return the function with its parameters bound
   * @throws IllegalArgumentException when there is no such function, or a parameter is missing or
   *     outside its interval
   */
  public static Activation of(String name, double... parameters) {
    Shapes.present("name", name);
    Shapes.present("parameters", parameters);
    FunctionEntry entry = Catalogue.function(name);
    return of(entry, parameters.length == 0 ? Catalogue.resolve(name).defaults() : parameters);
  }

  static Activation of(FunctionEntry entry, double[] parameters) {
    return StepText.areDefaults(entry, parameters)
        ? DEFAULTS.computeIfAbsent(entry, e -> new Activation(e, parameters))
        : new Activation(entry, parameters);
  }

  /**
   * Reads a function as {@link Step#parse} does.
   *
   * @param text such as {@code leaky_relu:negative_slope=0.2}
   * @return the function with its parameters bound
   * @throws IllegalArgumentException when the text names no elementwise function, or a parameter is
   *     unknown, missing or illegal; the message says what was expected
   */
  public static Activation parse(String text) {
    Step step = Step.parse(text);
    if (step instanceof Activation) {
      return (Activation) step;
    }
    throw new IllegalArgumentException(
        step.name() + " works on rows, not on elements: it is a RowOperation");
  }

  /**
   * {@code leaky_relu}: x if x &gt; 0 else negativeSlope * x.
   *
   * @param negativeSlope the slope for x &lt;= 0, any finite number
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation leakyRelu(double negativeSlope) {
    return of("leaky_relu", negativeSlope);
  }

  /**
   * {@code threshold}: x if x &gt; threshold else value.
   *
   * @param threshold values above it pass
   * @param value what the others become
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation threshold(double threshold, double value) {
    return of("threshold", threshold, value);
  }

  /**
   * {@code hard_sigmoid}: min(max((x + bound) / (2 bound), 0), 1).
   *
   * @param bound where the ramp ends, above 0: 3 as in PyTorch and JAX, 2.5 as ONNX's default
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation hardSigmoid(double bound) {
    return of("hard_sigmoid", bound);
  }

  /**
   * {@code hard_tanh}: min(max(x, minVal), maxVal).
   *
   * @param minVal the lower end
   * @param maxVal the upper end, above the lower
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation hardTanh(double minVal, double maxVal) {
    return of("hard_tanh", minVal, maxVal);
  }

  /**
   * {@code softshrink}: x drawn towards 0 by lambd.
   *
   * @param lambd half the width of the zero band, not negative
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation softshrink(double lambd) {
    return of("softshrink", lambd);
  }

  /**
   * {@code hardshrink}: x if |x| &gt; lambd else 0.
   *
   * @param lambd half the width of the zero band, not negative
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation hardshrink(double lambd) {
    return of("hardshrink", lambd);
  }

  /**
   * {@code elu}: x if x &gt; 0 else alpha (exp(x) - 1).
   *
   * @param alpha minus the limit at -infinity, not negative
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation elu(double alpha) {
    return of("elu", alpha);
  }

  /**
   * {@code celu}: x if x &gt; 0 else alpha (exp(x / alpha) - 1).
   *
   * @param alpha minus the limit at -infinity, above 0
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation celu(double alpha) {
    return of("celu", alpha);
  }

  /**
   * {@code laplace}: Phi((x - mu) / sigma).
   *
   * @param mu where the value is 1/2
   * @param sigma the width, above 0
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation laplace(double mu, double sigma) {
    return of("laplace", mu, sigma);
  }

  /**
   * {@code softplus}: log(1 + exp(beta x)) / beta.
   *
   * @param beta the sharpness, above 0
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation softplus(double beta) {
    return of("softplus", beta);
  }

  /**
   * {@code swish}: x sigmoid(beta x).
   *
   * @param beta the sharpness, not negative
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation swish(double beta) {
    return of("swish", beta);
  }

  /**
   * {@code softcap}: cap tanh(x / cap).
   *
   * @param cap the bound of |y|, above 0
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation softcap(double cap) {
    return of("softcap", cap);
  }

  /**
   * {@code squareplus}: (x + sqrt(x^2 + b)) / 2.
   *
   * @param b the width of the bend, above 0
   * @return the function
   * @throws IllegalArgumentException outside these intervals
   */
  public static Activation squareplus(double b) {
    return of("squareplus", b);
  }

  /**
   * The function in double precision, accurate to a few ULP of double for every finite x.
   *
   * @param x any number
   * @return f(x); NaN for NaN, the limit for an infinity
   */
  public double value(double x) {
    return entry.valueAt(x, parameters);
  }

  /**
   * The derivative in double precision, accurate to a few ULP of double for every finite x.
   *
   * @param x any number
   * @return f'(x); NaN for NaN, the limit for an infinity, at a kink what the catalogue lists
   */
  public double derivative(double x) {
    return entry.derivativeAt(x, parameters);
  }

  @Override
  public FunctionEntry entry() {
    return entry;
  }

  /**
   * The values of all parameters.
   *
   * @return a copy, in the order of the entry
   */
  public double[] parameters() {
    return parameters.clone();
  }

  /**
   * The value of a parameter.
   *
   * @param index its place in the entry
   * @return the value
   */
  public double parameter(int index) {
    return parameters[index];
  }

  @Override
  public double parameter(String parameter) {
    return StepText.parameter(entry, parameters, parameter);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Activation
        && entry == ((Activation) other).entry
        && Arrays.equals(parameters, ((Activation) other).parameters);
  }

  @Override
  public int hashCode() {
    return 31 * entry.name().hashCode() + Arrays.hashCode(parameters);
  }

  @Override
  public String toString() {
    return StepText.join(entry, parameters);
  }
}
