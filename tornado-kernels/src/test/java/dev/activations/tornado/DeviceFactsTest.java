package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.BackendInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;

/** What drivers tell, each in its own way, and what is left when they do not. */
class DeviceFactsTest {
  private static final String PAGE =
      """
      id=0x7f, deviceName=a GPU, type=CL_DEVICE_TYPE_GPU, available=true
      Freq=1.5 GHz, max compute units=80
      Global mem. size=8.0 GB, local mem. size=48.0 KB
      Extensions:
      \tcl_khr_fp64
      \tcl_khr_fp16
      Device vendor    : A Vendor
      Device version   : %s
      Driver version   : 535.1
      OpenCL C version : OpenCL C 1.2
      """;

  private final Map<String, Object> answers = new HashMap<>();

  DeviceFactsTest() {
    answers.put("getDeviceType", TornadoDeviceType.GPU);
    answers.put("getDeviceName", "a GPU");
    answers.put("getPlatformName", "A Vendor's");
    answers.put("getDeviceInfo", String.format(Locale.ROOT, PAGE, "OpenCL 3.0 of A Vendor"));
    answers.put("getDeviceOpenCLCVersion", "OpenCL C 1.2");
    answers.put("getMaxGlobalMemory", 8L << 30);
    answers.put("getMaxAllocMemory", 2L << 30);
    answers.put("getDeviceLocalMemorySize", 48L << 10);
    answers.put("getDeviceMaxComputeUnits", 80);
    answers.put("getMaxThreadsPerBlock", 1024);
    answers.put("getDeviceMaxClockFrequency", 1500);
    answers.put("isFP64Supported", true);
  }

  /** A driver that gives the answers, and fails at all else. */
  private Device device(String family) {
    InvocationHandler driver =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getPhysicalDevice", "getDeviceContext" ->
                  proxy(method.getReturnType(), Proxy.getInvocationHandler(proxy));
              default -> {
                Object answer = answers.get(method.getName());
                if (answer == null) {
                  throw new AssertionError(method + " is out of order");
                }
                yield answer;
              }
            };
    return new Device(family, 0, (TornadoDevice) proxy(TornadoDevice.class, driver));
  }

  private static Object proxy(Class<?> type, InvocationHandler driver) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, driver);
  }

  @Test
  void whatAnOpenClDriverTells() {
    Device device = device("opencl");
    assertThat(device.description()).isEqualTo("a GPU on A Vendor's");
    Map<String, String> facts = device.facts();
    assertThat(facts.get("backend")).startsWith("opencl");
    assertThat(facts)
        .containsEntry("platform", "A Vendor's")
        .containsEntry("driver", "535.1")
        .containsEntry("version", "OpenCL 3.0 of A Vendor")
        .containsEntry("language", "OpenCL C 1.2")
        .containsEntry("memory", "8192 MiB")
        .containsEntry("largest buffer", "2048 MiB")
        .containsEntry("local memory", "48 KiB")
        .containsEntry("compute units", "80")
        .containsEntry("largest work-group", "1024 work-items")
        .containsEntry("clock", "1500 MHz");
    assertThat(facts.get("float64")).startsWith("yes (not used");
    assertThat(facts.get("float16")).startsWith("yes (not used");
    answers.put("getDeviceInfo", "Extensions:\n\tcl_khr_fp64\n");
    answers.put("isFP64Supported", false);
    assertThat(device.facts().get("float16")).startsWith("no (not needed");
    assertThat(device.facts().get("float64")).startsWith("no (not needed");
  }

  @Test
  void cudaAndPtxTellOtherThings() {
    answers.put("getDeviceInfo", String.format(Locale.ROOT, PAGE, "CUDA 8.6"));
    answers.put("getDeviceOpenCLCVersion", "CUDA C 1.0");
    Map<String, String> cuda = device("cuda").facts();
    assertThat(cuda).containsEntry("compute capability", "8.6");
    assertThat(cuda).doesNotContainKeys("version", "language");
    assertThat(cuda.get("driver")).endsWith("CUDA 535.1");
    answers.put("getDeviceInfo", "Extensions:\n\t\nDriver version   : 3.1\n");
    assertThat(device("metal").facts()).containsEntry("driver", "3.1").doesNotContainKey("float16");
    answers.put("getDeviceInfo", "a GPU");
    answers.put("getDeviceOpenCLCVersion", "N/A");
    answers.put("getDeviceMaxClockFrequency", 1_500_000);
    assertThat(device("ptx").facts())
        .containsEntry("clock", "1500 MHz")
        .doesNotContainKeys("version", "language", "compute capability", "float16");
  }

  @Test
  void aDriverThatFailsLosesTheFactAndNotTheDevice() {
    for (String call : answers.keySet().toArray(String[]::new)) {
      Object answer = answers.get(call);
      int all = device("opencl").facts().size();
      if (!call.equals("getDeviceType")) {
        answers.remove(call);
        Map<String, String> left = device("opencl").facts();
        assertThat(left.size()).as(call).isBetween(all - 3, all);
        answers.put(call, answer);
      }
    }
    answers.keySet().retainAll(Set.of("getDeviceType"));
    Device silent = device("opencl");
    assertThat(silent.facts()).containsOnlyKeys("backend");
    assertThat(silent.description()).isEqualTo("a device without a name");
    assertThat(silent.kind()).isEqualTo(BackendInfo.Device.GPU);
  }

  @Test
  void nothingIsNotAFact() {
    answers.put("getDeviceMaxClockFrequency", 0);
    answers.put("getPlatformName", " ");
    answers.put("getDeviceOpenCLCVersion", "unknown");
    Device device = device("opencl");
    assertThat(device.facts()).doesNotContainKeys("clock", "platform", "language");
    assertThat(device.description()).isEqualTo("a GPU");
  }

  @Test
  @Tag("device")
  void everyDeviceOfThisMachineTellsWhatItIs() {
    RequiredDevice.check();
    for (Device device : Devices.found().all()) {
      assertThat(device.facts()).containsKeys("memory", "compute units", "local memory", "float64");
      assertThat(device.facts().get("backend")).contains(" of TornadoVM 5.");
    }
  }
}
