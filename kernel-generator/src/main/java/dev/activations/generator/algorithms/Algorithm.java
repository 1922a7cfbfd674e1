package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * How a function of the catalogue and its derivative are computed in float32.
 *
 * @param name its name in the catalogue
 * @param parameters how many parameters it has
 * @param value f(x)
 * @param derivative f'(x)
 * @param known values of the only parameter for which kernels of their own are made, because they
 *     are simpler
 */
public record Algorithm(
    String name, int parameters, Definition value, Definition derivative, List<Double> known) {

  /** An expression of x and the parameters. */
  public interface Definition {
    /** The expression. */
    Value of(Value x, List<Uniform> parameters);
  }

  /** An expression of x and two parameters. */
  interface OfTwo {
    Value of(Value x, Uniform first, Uniform second);
  }

  /** A function without a parameter. */
  static Algorithm of(String name, UnaryOperator<Value> value, UnaryOperator<Value> derivative) {
    return new Algorithm(
        name, 0, (x, p) -> value.apply(x), (x, p) -> derivative.apply(x), List.of());
  }

  /** A function of one parameter, with the values of it that have kernels of their own. */
  static Algorithm of(
      String name,
      BiFunction<Value, Uniform, Value> value,
      BiFunction<Value, Uniform, Value> derivative,
      double... known) {
    return new Algorithm(
        name,
        1,
        (x, p) -> value.apply(x, p.get(0)),
        (x, p) -> derivative.apply(x, p.get(0)),
        Arrays.stream(known).boxed().toList());
  }

  /** A function of two parameters. */
  static Algorithm of(String name, OfTwo value, OfTwo derivative) {
    return new Algorithm(
        name,
        2,
        (x, p) -> value.of(x, p.get(0), p.get(1)),
        (x, p) -> derivative.of(x, p.get(0), p.get(1)),
        List.of());
  }

  /** The parameters of any call. */
  public List<Uniform> uniforms() {
    List<Uniform> all = new ArrayList<>();
    for (int i = 0; i < parameters; i++) {
      all.add(Uniform.parameter(i));
    }
    return all;
  }
}
