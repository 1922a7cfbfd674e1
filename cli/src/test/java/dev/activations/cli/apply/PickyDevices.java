package dev.activations.cli.apply;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.BackendProvider;
import dev.activations.Backends;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import java.util.List;

/** A backend that takes no parameter beyond float32, as devices do. It is not listed. */
public final class PickyDevices implements BackendProvider {
  /** For the service loader. */
  public PickyDevices() {}

  @Override
  public String family() {
    return "picky";
  }

  @Override
  public List<BackendInfo> list() {
    return List.of();
  }

  @Override
  public Backend open(String selector, BackendOptions options) {
    return new Picky(Backends.open("cpu", options));
  }

  private record Picky(Backend cpu) implements Backend {
    @Override
    public String name() {
      return "picky";
    }

    @Override
    public String description() {
      return cpu.description();
    }

    @Override
    public Tensor allocate(long rows, long columns) {
      return cpu.allocate(rows, columns);
    }

    @Override
    public void run(Pipeline pipeline, Tensor x, Tensor y) {
      throw new IllegalArgumentException(
          pipeline + ": float32 kernels take magnitudes of 2^-100 to 2^100; use the cpu backend");
    }

    @Override
    public void backward(Activation f, Tensor x, Tensor dy, Tensor dx) {
      cpu.backward(f, x, dy, dx);
    }

    @Override
    public void backward(RowOperation f, Tensor saved, Tensor dy, Tensor dx) {
      cpu.backward(f, saved, dy, dx);
    }

    @Override
    public void close() {
      cpu.close();
    }
  }
}
