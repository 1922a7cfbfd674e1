package dev.activations.benchmarks.contenders;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.Tensor;
import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Direction;
import dev.activations.benchmarks.task.Task;

/** One of our backends through its API, on tensors that outlive the calls. */
final class OurContender implements Contender {
  private final Backend backend;
  private final Tensor output;
  private final Runnable call;

  private OurContender(Backend backend, Task task) {
    this.backend = backend;
    int rows = task.shape().rows();
    Tensor x = backend.allocate(rows, task.shape().columns(), task.x());
    output = backend.allocate(rows, task.outputElements() / rows);
    call = call(backend, task, x, output);
  }

  static OurContender onCpu(Task task) {
    return new OurContender(
        Backends.open("cpu", BackendOptions.DEFAULTS.withThreads(task.threads())), task);
  }

  static OurContender onDevice(String selector, Task task) {
    return new OurContender(Backends.open(selector), task);
  }

  private static Runnable call(Backend backend, Task task, Tensor x, Tensor y) {
    Step f = task.work().step();
    if (task.work().direction() == Direction.FORWARD) {
      Pipeline pipeline = Pipeline.of(f);
      return () -> backend.run(pipeline, x, y);
    }
    if (task.work().direction() == Direction.DERIVATIVE) {
      Pipeline derivative = Pipeline.of(f).derivative();
      return () -> backend.run(derivative, x, y);
    }
    Tensor dy = backend.allocate(task.shape().rows(), task.forwardColumns(), task.dy());
    if (f instanceof RowOperation operation) {
      Tensor saved = saved(backend, operation, x);
      return () -> backend.backward(operation, saved, dy, y);
    }
    Activation activation = (Activation) f;
    return () -> backend.backward(activation, x, dy, y);
  }

  /** What the forward leaves for the backward of a row operation. */
  private static Tensor saved(Backend backend, RowOperation f, Tensor x) {
    if (f.kind() == RowOperation.Kind.LOGSUMEXP) {
      return x;
    }
    Tensor y = backend.allocate(x.rows(), x.columns());
    backend.forward(f, x, y);
    return y;
  }

  @Override
  public void call() {
    call.run();
  }

  @Override
  public void copyOutput(float[] values) {
    output.copyTo(values);
  }

  @Override
  public void close() {
    backend.close();
  }
}
