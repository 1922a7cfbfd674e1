package dev.activations.benchmarks.peers.pytorch;

import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Peer;
import dev.activations.benchmarks.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** PyTorch's C++ library, as JavaCPP brings it. */
public final class PyTorch implements Peer {
  /** Called by {@link java.util.ServiceLoader}. */
  public PyTorch() {}

  @Override
  public String name() {
    return "PyTorch";
  }

  @Override
  public String version() {
    try {
      return Loader.getVersion("org.bytedeco", "pytorch");
    } catch (IOException unknown) {
      throw new UncheckedIOException("the jar of PyTorch does not say its version", unknown);
    }
  }

  @Override
  public Optional<Contender> contender(Task task) {
    torch.set_num_threads(task.threads());
    return switch (task.work().direction()) {
      case FORWARD ->
          TorchOperators.forward(task.work().step())
              .map(call -> TorchContender.forward(call, task));
      case DERIVATIVE -> Optional.empty();
      case BACKWARD ->
          TorchGradients.backward(task.work().step())
              .map(gradient -> TorchContender.backward(gradient, task));
    };
  }
}
