package dev.activations.generator.algorithms;

import dev.activations.generator.algorithms.Algorithm.Definition;
import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** How each function of the catalogue is computed. */
public final class Algorithms {
  private static final List<Algorithm> ALL = new ArrayList<>();

  static {
    none("identity", x -> x, x -> Piecewise.constant(x, Value.of(1)));
    none("relu", Piecewise::relu, x -> Piecewise.isAbove(x, Value.of(0)));
    none(
        "relu6",
        x -> Piecewise.bounded(x, Value.of(0), Value.of(6)),
        x -> Piecewise.within(x, Value.of(0), Value.of(6), Value.of(1)));
    one("leaky_relu", Piecewise::leakyRelu, Piecewise::leakyReluDerivative, 0);
    two(
        "threshold",
        (x, p) -> Piecewise.threshold(x, p.get(0), p.get(1)),
        (x, p) -> Piecewise.isAbove(x, p.get(0).below()));
    one("hard_sigmoid", Piecewise::hardSigmoid, Piecewise::hardSigmoidDerivative);
    two(
        "hard_tanh",
        (x, p) -> Piecewise.bounded(x, p.get(0).high(), p.get(1).high()),
        (x, p) -> Piecewise.within(x, p.get(0).below(), p.get(1).above(), Value.of(1)));
    one("softshrink", Piecewise::softshrink, Piecewise::shrinkDerivative);
    one("hardshrink", Piecewise::hardshrink, Piecewise::shrinkDerivative);
    none("relu_squared", Piecewise::reluSquared, Piecewise::reluSquaredDerivative);
    none("hard_swish", Piecewise::hardSwish, Piecewise::hardSwishDerivative);
    none("sparse_plus", Piecewise::sparsePlus, Piecewise::sparsePlusDerivative);
    one("elu", Exponentials::elu, Exponentials::eluDerivative, 1);
    none("selu", Exponentials::selu, Exponentials::seluDerivative);
    one("celu", Exponentials::celu, Exponentials::celuDerivative, 1);
    none("exp", Exponentials::exp, Exponentials::exp);
    none("gelu_erf", Gaussian::gelu, Gaussian::geluDerivative);
    two(
        "laplace",
        (x, p) -> Gaussian.laplace(x, p.get(0), p.get(1)),
        (x, p) -> Gaussian.laplaceDerivative(x, p.get(0), p.get(1)));
    none("sigmoid", Logistic::sigmoid, Logistic::sigmoidDerivative);
    none("log_sigmoid", Logistic::logSigmoid, Logistic::logSigmoidDerivative);
    one("softplus", Logistic::softplus, Logistic::softplusDerivative, 1);
    none("silu", Gated::silu, Gated::siluDerivative);
    one("swish", Gated::swish, Gated::swishDerivative, 0, 1);
    Uniform quick = Uniform.of(1.702);
    none("quick_gelu", x -> Gated.swish(x, quick), x -> Gated.swishDerivative(x, quick));
    none("gelu_tanh", Gated::geluTanh, Gated::geluTanhDerivative);
    none("mish", Mish::value, Mish::derivative);
    none("tanh", Tanh::tanh, Tanh::derivative);
    none("tanhshrink", Tanh::shrink, Tanh::shrinkDerivative);
    one("softcap", Tanh::softcap, Tanh::softcapDerivative);
    none("softsign", Algebraic::softsign, Algebraic::softsignDerivative);
    one("squareplus", Algebraic::squareplus, Algebraic::squareplusDerivative);
  }

  private Algorithms() {}

  /** All functions. */
  public static List<Algorithm> all() {
    return List.copyOf(ALL);
  }

  private static void none(
      String name, UnaryOperator<Value> value, UnaryOperator<Value> derivative) {
    ALL.add(
        new Algorithm(name, 0, (x, p) -> value.apply(x), (x, p) -> derivative.apply(x), List.of()));
  }

  private static void one(
      String name,
      BiFunction<Value, Uniform, Value> value,
      BiFunction<Value, Uniform, Value> derivative,
      double... known) {
    List<Double> all = Arrays.stream(known).boxed().toList();
    ALL.add(
        new Algorithm(
            name,
            1,
            (x, p) -> value.apply(x, p.get(0)),
            (x, p) -> derivative.apply(x, p.get(0)),
            all));
  }

  private static void two(String name, Definition value, Definition derivative) {
    ALL.add(new Algorithm(name, 2, value, derivative, List.of()));
  }
}
