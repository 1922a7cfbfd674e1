package dev.activations.measuring.accuracy;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.Tensor;
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
    public void run(Backend backend, Activation f, Tensor x, Tensor y) {
      backend.forward(f, x, y);
    }

    @Override
    DoubleUnaryOperator definition(Activation f) {
      return f::value;
    }

    @Override
    ReferenceFunction formula(Activation f) {
      return ReferenceFunction.value(f);
    }

    @Override
    public ErrorBound bound(Backend backend, Activation f) {
      return backend.valueBound(f);
    }
  },
  /** y = f'(x). */
  DERIVATIVE {
    @Override
    public void run(Backend backend, Activation f, Tensor x, Tensor y) {
      backend.derivative(f, x, y);
    }

    @Override
    DoubleUnaryOperator definition(Activation f) {
      return f::derivative;
    }

    @Override
    ReferenceFunction formula(Activation f) {
      return ReferenceFunction.derivative(f);
    }

    @Override
    public ErrorBound bound(Backend backend, Activation f) {
      return backend.derivativeBound(f);
    }
  };

  /**
   * Computes y = f(x) or y = f'(x).
   *
   * @param backend computes it
   * @param f the function
   * @param x the input
   * @param y the output
   */
  public abstract void run(Backend backend, Activation f, Tensor x, Tensor y);

  /** The definition in double: fast, and right to 6 ULP of double. */
  abstract DoubleUnaryOperator definition(Activation f);

  /** The printed formula: slow, and right to 21 digits. */
  abstract ReferenceFunction formula(Activation f);

  /**
   * What a backend promises.
   *
   * @param backend the backend
   * @param f the function
   * @return its bound
   */
  public abstract ErrorBound bound(Backend backend, Activation f);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
