package dev.activations.conformance;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.RowOperation;
import dev.activations.Tensor;

/** A backend over a handful of numbers: one row in, one row out. */
final class OneRow {
  private final Backend backend;

  OneRow(Backend backend) {
    this.backend = backend;
  }

  float[] forward(Activation f, float... x) {
    try (Tensor tensor = backend.allocate(1, x.length, x)) {
      backend.forward(f, tensor, tensor);
      return tensor.toArray();
    }
  }

  float[] derivative(Activation f, float... x) {
    try (Tensor tensor = backend.allocate(1, x.length, x)) {
      backend.derivative(f, tensor, tensor);
      return tensor.toArray();
    }
  }

  float[] backward(Activation f, float[] x, float... dy) {
    try (Tensor input = backend.allocate(1, x.length, x);
        Tensor gradient = backend.allocate(1, x.length, dy)) {
      backend.backward(f, input, gradient, gradient);
      return gradient.toArray();
    }
  }

  float[] rows(RowOperation f, float... row) {
    try (Tensor tensor = backend.allocate(1, row.length, row)) {
      backend.forward(f, tensor, tensor);
      return tensor.toArray();
    }
  }

  float[] rowsBackward(RowOperation f, float[] y, float... dy) {
    try (Tensor output = backend.allocate(1, y.length, y);
        Tensor gradient = backend.allocate(1, y.length, dy)) {
      backend.backward(f, output, gradient, gradient);
      return gradient.toArray();
    }
  }

  float[] logSumExpBackward(float dy, float... x) {
    try (Tensor input = backend.allocate(1, x.length, x);
        Tensor gradient = backend.allocate(1, 1, dy)) {
      backend.backward(RowOperation.LOGSUMEXP, input, gradient, input);
      return input.toArray();
    }
  }
}
