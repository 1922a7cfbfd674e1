package consumer;

import dev.activations.Backend;
import dev.activations.BackendInfo;
import dev.activations.Backends;
import dev.activations.Pipeline;
import dev.activations.Tensor;
import java.util.Arrays;

/** A program of somebody else. */
public final class Main {
  private Main() {}

  /** Prints what is there, and a result. */
  public static void main(String[] arguments) {
    for (BackendInfo info : Backends.list()) {
      System.out.println("found " + info);
    }
    try (Backend backend = Backends.open("cpu");
        Tensor x = backend.allocate(1, 2, 0f, 1f);
        Tensor y = backend.allocate(1, 2)) {
      backend.run(Pipeline.parse("softmax"), x, y);
      System.out.println("consumer of the CPU computes with " + backend.description());
      System.out.println("softmax: " + Arrays.toString(y.toArray()));
    }
  }
}
