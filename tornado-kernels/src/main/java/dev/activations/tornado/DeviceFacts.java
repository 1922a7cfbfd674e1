package dev.activations.tornado;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.TornadoTargetDevice;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/**
 * What people want to know of a device. A fact that its driver does not tell, or fails at, is left
 * out; some drivers tell a different memory each time.
 */
final class DeviceFacts {
  private static final Path NVIDIA = Path.of("/sys/module/nvidia/version");

  /**
   * Begins the version of a CUDA device, which is its compute capability; its CUDA C is made up.
   */
  private static final String CUDA = "CUDA ";

  private final Map<String, String> facts = new LinkedHashMap<>();
  private final String family;
  private final TornadoDevice device;

  private DeviceFacts(String family, TornadoDevice device) {
    this.family = family;
    this.device = device;
  }

  static Map<String, String> of(Device device) {
    return new DeviceFacts(device.family(), device.device()).collect(device);
  }

  private Map<String, String> collect(Device of) {
    // For OpenCL and CUDA a page of text, the only place for some of it; for PTX the name.
    String page = told(() -> driver().getDeviceInfo());
    put("backend", this::backend);
    put("platform", device::getPlatformName);
    put("driver", () -> driver(page));
    String version = labelled(page, "Device version");
    if (version != null && version.startsWith(CUDA)) {
      put("compute capability", () -> version.substring(CUDA.length()));
    } else {
      put("version", () -> version);
      put("language", device::getDeviceOpenCLCVersion);
    }
    put("memory", () -> mebibytes(device.getMaxGlobalMemory()));
    put("memory in use by TornadoVM at most", () -> mebibytes(of.memory()));
    put("largest buffer", () -> mebibytes(of.largestBuffer()));
    put("local memory", () -> positive(device.getDeviceLocalMemorySize() >> 10, " KiB"));
    put("compute units", () -> positive(driver().getDeviceMaxComputeUnits(), ""));
    put("largest work-group", () -> positive(driver().getMaxThreadsPerBlock(), " work-items"));
    put("clock", () -> positive(megahertz(driver().getDeviceMaxClockFrequency()), " MHz"));
    put(
        "float64",
        () ->
            device.getDeviceContext().isFP64Supported()
                ? "yes (not used: float64 data are computed on the CPU)"
                : "no (not needed: float64 data are computed on the CPU)");
    put("float16", () -> half(page));
    return facts;
  }

  private TornadoTargetDevice driver() {
    return device.getPhysicalDevice();
  }

  /** TornadoVM is a module, whose version is that of the SDK. */
  private String backend() {
    return Optional.ofNullable(TornadoDevice.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .map(version -> family + " of TornadoVM " + version)
        .orElse(family);
  }

  private @Nullable String driver(@Nullable String page) {
    String version = labelled(page, "Driver version");
    if (!family.equals("cuda") && !family.equals("ptx")) {
      return version;
    }
    // The version of CUDA's driver API is all that TornadoVM knows, and for PTX not even that.
    String module = firstLine(NVIDIA);
    String cuda = version == null ? null : CUDA + version;
    if (module == null) {
      return cuda;
    }
    return cuda == null ? module : module + ", " + cuda;
  }

  private static @Nullable String half(@Nullable String page) {
    if (page == null || !page.contains("cl_khr_")) {
      return null;
    }
    String has =
        Arrays.asList(page.split("\\s+", -1)).contains("cl_khr_fp16")
            ? "yes (not used"
            : "no (not needed";
    return has + ": float16 data are computed in float32)";
  }

  /** The kilohertz of CUDA's drivers come as they are from the PTX backend alone. */
  private int megahertz(int frequency) {
    return family.equals("ptx") ? frequency / 1000 : frequency;
  }

  private static @Nullable String labelled(@Nullable String page, String label) {
    if (page == null) {
      return null;
    }
    Matcher line = Pattern.compile("(?m)^" + label + "\\s*: (.*)$").matcher(page);
    return line.find() ? line.group(1) : null;
  }

  private static @Nullable String mebibytes(long bytes) {
    return positive(bytes >> 20, " MiB");
  }

  private static @Nullable String positive(long number, String unit) {
    return number > 0 ? number + unit : null;
  }

  private static @Nullable String firstLine(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).get(0);
    } catch (IOException | IndexOutOfBoundsException absent) {
      return null;
    }
  }

  private void put(String name, Supplier<@Nullable String> fact) {
    String value = told(fact);
    if (value != null) {
      facts.put(name, value);
    }
  }

  /** What a driver tells, or null: a fact that it fails at is no reason to lose the device. */
  static @Nullable String told(Supplier<@Nullable String> fact) {
    try {
      String value = fact.get();
      String text = value == null ? "" : value.strip();
      // Two words of TornadoVM's for what it does not know.
      return text.isEmpty() || text.equals("N/A") || text.equals("unknown") ? null : text;
    } catch (VirtualMachineError fatal) {
      throw fatal;
    } catch (RuntimeException | Error failed) {
      // TornadoVM's own failures are Errors, too.
      return null;
    }
  }
}
