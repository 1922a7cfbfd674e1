package dev.activations.cli.bench;

import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.BackendProvider;
import dev.activations.Backends;
import dev.activations.Call;
import dev.activations.DeviceTimes;
import dev.activations.Direction;
import dev.activations.ErrorBound;
import dev.activations.Instruments;
import dev.activations.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Devices that compute on the CPU and fail at tanh, each in its way: only in JVMs that are started
 * with {@link #OPTION}.
 */
public final class MortalDevices implements BackendProvider {
  static final String OPTION = "-Dactivations.test.mortal=true";

  private static final boolean THERE = Boolean.getBoolean("activations.test.mortal");

  /** For the service loader. */
  public MortalDevices() {}

  @Override
  public String family() {
    return "mortal";
  }

  @Override
  public List<BackendInfo> list() {
    return THERE
        ? List.of(info("throws"), info("dies"), info("hangs"), info("lies"))
        : List.of(
            BackendInfo.unusable(
                "mortal", BackendInfo.Device.OTHER, "for tests", "nobody asked", "ask"));
  }

  private static BackendInfo info(String how) {
    return BackendInfo.usable(
        "mortal:" + how, BackendInfo.Device.OTHER, "a device that " + how + " at tanh");
  }

  @Override
  public Backend open(String selector, BackendOptions options) {
    if (!THERE) {
      throw new BackendException(selector + " is not here", null);
    }
    return new Mortal(selector, Backends.open("cpu", options));
  }

  private record Mortal(String name, Backend cpu) implements Backend {
    @Override
    public String description() {
      return "mortal";
    }

    @Override
    public ErrorBound bound(Call call) {
      return call.direction() == Direction.FORWARD && call.pipeline().isElementwise()
          ? ErrorBound.ofUlps(4)
          : Backend.super.bound(call);
    }

    @Override
    public Tensor allocate(long rows, long columns) {
      return cpu.allocate(rows, columns);
    }

    @Override
    public void run(Call call, Tensor first, Tensor second) {
      cpu.run(call, first, second);
      if (call.toString().equals("tanh")) {
        fail(second);
      }
    }

    @Override
    public void run(Call call, Tensor first, Tensor second, Tensor third) {
      cpu.run(call, first, second, third);
    }

    private void fail(Tensor y) {
      switch (name) {
        case "mortal:throws" -> throw new BackendException("mortal:throws: out\n of order", null);
        case "mortal:dies" -> {
          System.err.println("about to die");
          Runtime.getRuntime().halt(139);
        }
        case "mortal:hangs" -> {
          try {
            Thread.sleep(1_000_000);
          } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
          }
        }
        default -> {
          float[] wrong = y.toArray();
          wrong[0] += 1;
          y.copyFrom(wrong);
        }
      }
    }

    @Override
    public Instruments instruments() {
      return new Instruments() {
        @Override
        public Optional<DeviceTimes> profile(Runnable calls) {
          calls.run();
          return Optional.of(new DeviceTimes(3_000, 2_000, 1_000, 5, 7));
        }
      };
    }

    @Override
    public void close() {
      cpu.close();
    }
  }
}
