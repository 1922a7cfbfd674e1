package dev.activations.tornado;

import dev.activations.BackendInfo;
import dev.activations.tornado.kernels.Grids;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

/**
 * A device of TornadoVM.
 *
 * <p>Backends and device types are compared as text: later releases of TornadoVM drop constants of
 * these enums, and a class that names a dropped one fails to link.
 */
final class Device {
  /** TornadoVM's default for what it allocates on one device, in bytes. */
  private static final long DEFAULT_POOL = 4_000_000_000L;

  private final String family;
  private final int index;
  private final TornadoDevice device;
  private final BackendInfo.Device kind;
  private final String description;

  /** Asks the driver at once: one that fails is found while it can be told. */
  Device(String family, int index, TornadoDevice device) {
    this.family = family;
    this.index = index;
    this.device = device;
    kind =
        device.getDeviceType().name().equals("GPU")
            ? BackendInfo.Device.GPU
            : BackendInfo.Device.OTHER;
    String name = DeviceFacts.told(() -> device.getPhysicalDevice().getDeviceName());
    String platform = DeviceFacts.told(device::getPlatformName);
    description =
        (name == null ? "a device without a name" : name)
            + (platform == null ? "" : " on " + platform);
  }

  String selector() {
    return TornadoBackendProvider.FAMILY + ":" + family + ":" + index;
  }

  TornadoDevice device() {
    return device;
  }

  BackendInfo.Device kind() {
    return kind;
  }

  String description() {
    return description;
  }

  /** What people want to know of it. */
  Map<String, String> facts() {
    return DeviceFacts.of(this);
  }

  String family() {
    return family;
  }

  /** Elements for each work-item of an elementwise kernel. */
  int elementsPerItem() {
    return kind == BackendInfo.Device.GPU ? Grids.PER_ITEM_OF_GPU : 1;
  }

  /** Whether a division is not IEEE's. */
  boolean dividesLoosely() {
    return family.equals("ptx");
  }

  boolean isOpenCl() {
    return family.equals("opencl");
  }

  TornadoVMBackendType backendType() {
    return device.getTornadoVMBackend();
  }

  /** How many bytes one buffer may have. */
  long largestBuffer() {
    return device.getMaxAllocMemory();
  }

  /** How many bytes the buffers of this device may have together: TornadoVM's own limit counts. */
  long memory() {
    return Math.min(
        device.getMaxGlobalMemory(), poolLimit(System.getProperty("tornado.device.memory")));
  }

  /** TornadoVM writes sizes as 4GB or 512MB, in powers of ten. */
  static long poolLimit(@Nullable String property) {
    if (property == null) {
      return DEFAULT_POOL;
    }
    String text = property.trim().toUpperCase(Locale.ROOT);
    try {
      if (text.endsWith("GB")) {
        return Long.parseLong(text.substring(0, text.length() - 2).trim()) * 1_000_000_000L;
      }
      if (text.endsWith("MB")) {
        return Long.parseLong(text.substring(0, text.length() - 2).trim()) * 1_000_000L;
      }
      return Long.parseLong(text);
    } catch (NumberFormatException notASize) {
      return DEFAULT_POOL;
    }
  }

  @Override
  public String toString() {
    return selector();
  }
}
