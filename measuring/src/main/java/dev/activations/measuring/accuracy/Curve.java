package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.Call;
import dev.activations.reference.ReferenceFunction;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * What is verified of an elementwise function float by float, each with its own definition. A
 * backward is none of these: it has two operands and is measured in its slope ({@link
 * GradientCheck}).
 */
public enum Curve {
  /** y = f(x). */
  VALUE {
    @Override
    public Call call(Activation f) {
      return f.forward();
    }

    @Override
    DoubleUnaryOperator definition(Activation f) {
      return f::value;
    }

    @Override
    ReferenceFunction formula(Activation f) {
      return ReferenceFunction.value(f);
    }
  },
  /** y = f'(x). */
  DERIVATIVE {
    @Override
    public Call call(Activation f) {
      return f.derivative();
    }

    @Override
    DoubleUnaryOperator definition(Activation f) {
      return f::derivative;
    }

    @Override
    ReferenceFunction formula(Activation f) {
      return ReferenceFunction.derivative(f);
    }
  };

  /**
   * What computes it.
   *
   * @param f the function
   * @return its forward or its derivative
   */
  public abstract Call call(Activation f);

  /** The definition in double: fast, and right to 6 ULP of double. */
  abstract DoubleUnaryOperator definition(Activation f);

  /** The printed formula: slow, and right to 21 digits. */
  abstract ReferenceFunction formula(Activation f);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
