package dev.activations.benchmarks.peers.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Peer;
import dev.activations.benchmarks.task.Task;
import java.util.Optional;

/** ONNX Runtime, its CPU execution provider. */
public final class OnnxRuntime implements Peer {
  /** Called by {@link java.util.ServiceLoader}. */
  public OnnxRuntime() {}

  @Override
  public String name() {
    return "ORT";
  }

  @Override
  public String version() {
    return OrtEnvironment.getEnvironment().getVersion();
  }

  @Override
  public Optional<Contender> contender(Task task) {
    return OnnxOperators.of(task.work()).map(node -> open(node, task));
  }

  private static Contender open(OnnxNode node, Task task) {
    try {
      return new OnnxContender(node, task);
    } catch (OrtException refused) {
      throw new IllegalStateException(
          "ONNX Runtime refused " + task + ": " + refused.getMessage(), refused);
    }
  }
}
