package dev.activations.generator.algorithms;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.List;

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

  /** The parameters of any call. */
  public List<Uniform> uniforms() {
    List<Uniform> all = new ArrayList<>();
    for (int i = 0; i < parameters; i++) {
      all.add(Uniform.parameter(i));
    }
    return all;
  }
}
