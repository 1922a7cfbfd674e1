package dev.activations.benchmarks.contenders;

import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import dev.activations.measuring.speed.Operation;

/** One of our backends through its API, on tensors that outlive the calls. */
final class OurContender implements Contender {
  private final Backend backend;
  private final Operation operation;

  private OurContender(Backend backend, Task task) {
    this.backend = backend;
    this.operation = Operation.of(backend, task.cell(), n -> task.x(), n -> task.dy());
  }

  static OurContender onCpu(Task task) {
    return new OurContender(
        Backends.open("cpu", BackendOptions.DEFAULTS.withThreads(task.threads())), task);
  }

  static OurContender onDevice(String selector, Task task) {
    return new OurContender(Backends.open(selector), task);
  }

  @Override
  public void call() {
    operation.call();
  }

  @Override
  public void copyOutput(float[] values) {
    operation.copyOutput(values);
  }

  @Override
  public void close() {
    operation.close();
    backend.close();
  }
}
