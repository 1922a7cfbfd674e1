package dev.activations.cli.verify;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.ErrorBound;
import dev.activations.Tensor;
import dev.activations.reference.ReferenceFunction;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** What is verified of an elementwise function. */
enum Direction {
  VALUE {
    @Override
    void run(Backend backend, Activation f, Tensor x, Tensor y) {
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
    ErrorBound bound(Backend backend, Activation f) {
      return backend.valueBound(f);
    }
  },
  DERIVATIVE {
    @Override
    void run(Backend backend, Activation f, Tensor x, Tensor y) {
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
    ErrorBound bound(Backend backend, Activation f) {
      return backend.derivativeBound(f);
    }
  };

  /** y = f(x) or y = f'(x). */
  abstract void run(Backend backend, Activation f, Tensor x, Tensor y);

  /** The definition in double: fast, and right to 6 ULP of double. */
  abstract DoubleUnaryOperator definition(Activation f);

  /** The printed formula: slow, and right to 21 digits. */
  abstract ReferenceFunction formula(Activation f);

  abstract ErrorBound bound(Backend backend, Activation f);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
