package dev.activations.cli.apply;

import dev.activations.Backend;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.BackendProvider;
import dev.activations.Backends;
import dev.activations.Call;
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
    public void run(Call call, Tensor first, Tensor second) {
      throw new IllegalArgumentException(
          call + ": float32 kernels take magnitudes of 2^-100 to 2^100; use the cpu backend");
    }

    @Override
    public void run(Call call, Tensor first, Tensor second, Tensor third) {
      cpu.run(call, first, second, third);
    }

    @Override
    public void close() {
      cpu.close();
    }
  }
}
