package dev.activations.cli.devices;

import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.BackendProvider;
import dev.activations.Call;
import dev.activations.Instruments;
import dev.activations.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Devices that only {@link DevicesTest} sees, on its thread: other tests run beside it. */
public final class PretendDevices implements BackendProvider {
  private static final BackendInfo ABSENT =
      BackendInfo.unusable(
          "pretend",
          BackendInfo.Device.GPU,
          "a device of the tests",
          "no test has plugged it in, which is as it should be for all of them but for one",
          "plug it in");

  private static final ThreadLocal<Boolean> PLUGGED = ThreadLocal.withInitial(() -> false);

  /** For the service loader. */
  public PretendDevices() {}

  static <T> T during(Supplier<T> test) {
    PLUGGED.set(true);
    try {
      return test.get();
    } finally {
      PLUGGED.remove();
    }
  }

  @Override
  public String family() {
    return "pretend";
  }

  @Override
  public List<BackendInfo> list() {
    if (!PLUGGED.get()) {
      return List.of(ABSENT);
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("driver", "1.2.3");
    facts.put("compute units", "17");
    return List.of(
        BackendInfo.usable("pretend:fast:0", BackendInfo.Device.GPU, "a fast GPU", facts),
        BackendInfo.usable("pretend:slow:0", BackendInfo.Device.OTHER, "a slow device"),
        BackendInfo.usable("pretend:broken:0", BackendInfo.Device.OTHER, "one that breaks"),
        BackendInfo.usable("pretend:unlinked:0", BackendInfo.Device.OTHER, "one half installed"),
        ABSENT);
  }

  @Override
  public Backend open(String selector, BackendOptions options) {
    return switch (selector) {
      case "pretend:fast:0" -> new Pretend(selector, OptionalLong.of(123456));
      case "pretend:slow:0" -> new Pretend(selector, OptionalLong.empty());
      case "pretend:broken:0" -> throw new BackendException(selector + " is out\n  of order", null);
      case "pretend:unlinked:0" -> throw new UnsatisfiedLinkError();
      default -> throw new IllegalArgumentException("no device is called '" + selector + "'");
    };
  }

  private record Pretend(String name, OptionalLong measured) implements Backend {
    @Override
    public Instruments instruments() {
      return new Instruments() {
        @Override
        public OptionalLong breakEven() {
          String property = System.getProperty(DeviceEntry.PROPERTY);
          return property == null ? measured : OptionalLong.of(Long.parseLong(property));
        }
      };
    }

    @Override
    public String description() {
      return name;
    }

    @Override
    public Tensor allocate(long rows, long columns) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void run(Call call, Tensor first, Tensor second) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void run(Call call, Tensor first, Tensor second, Tensor third) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
