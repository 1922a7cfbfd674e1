package dev.activations.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.simulator.SimulatedMachine;
import dev.activations.simulator.SimulationError;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.TornadoTargetDevice;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.enums.TornadoDeviceType;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoRuntimeException;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/** The runtime, its backend and its device; and what there is without a runtime. */
@Isolated
class RuntimeTest extends SimulatedTest {
  private static final String PROPERTY = "tornado.load.runtime.implementation";

  @Test
  void oneBackendWithOneDevice() {
    TornadoRuntime runtime = TornadoRuntimeProvider.getTornadoRuntime();
    assertThat(runtime.getNumBackends()).isOne();
    assertThat(runtime.getBackendType(0)).isEqualTo(TornadoVMBackendType.OPENCL);
    TornadoBackend backend = runtime.getBackend(0);
    assertThat(backend.getName()).isEqualTo("OpenCL");
    assertThat(backend.getBackendType()).isEqualTo(TornadoVMBackendType.OPENCL);
    assertThat(backend.getNumDevices()).isOne();
    assertThat(backend.getAllDevices()).containsExactly(runtime.getDefaultDevice());
    assertThat(backend.getDevice(0)).isSameAs(backend.getDefaultDevice());
    assertThatThrownBy(() -> runtime.getBackend(1)).isInstanceOf(TornadoRuntimeException.class);
    assertThatThrownBy(() -> backend.getDevice(1)).isInstanceOf(TornadoRuntimeException.class);
  }

  @Test
  void theDevice() {
    SimulatedMachine.deviceMemory(1 << 20);
    SimulatedMachine.maxAllocation(1 << 18);
    TornadoDevice device = TornadoRuntimeProvider.getTornadoRuntime().getDefaultDevice();
    assertThat(device.getDeviceName()).isEqualTo("opencl-0-0");
    assertThat(device.getDescription()).contains("simulated device");
    assertThat(device.toString()).contains("simulated device", device.getPlatformName());
    assertThat(device.getDeviceType()).isEqualTo(TornadoDeviceType.GPU);
    assertThat(device.getTornadoVMBackend()).isEqualTo(TornadoVMBackendType.OPENCL);
    assertThat(device.getDeviceContext().isFP64Supported()).isTrue();
    assertThat(device.getMaxGlobalMemory()).isEqualTo(1 << 20);
    assertThat(device.getMaxAllocMemory()).isEqualTo(1 << 18);
    assertThat(device.getDeviceLocalMemorySize()).isEqualTo(48 << 10);
    assertThat(device.getDeviceMaxWorkgroupDimensions()).startsWith(1024);
    TornadoTargetDevice physical = device.getPhysicalDevice();
    assertThat(physical.getDeviceName()).isEqualTo("simulated device");
    assertThat(physical.getDeviceGlobalMemorySize()).isEqualTo(1 << 20);
    assertThat(physical.getDeviceMaxAllocationSize()).isEqualTo(1 << 18);
    assertThat(physical.getDeviceLocalMemorySize()).isEqualTo(48 << 10);
    assertThat(physical.getDeviceMaxComputeUnits()).isEqualTo(16);
    assertThat(physical.getDeviceMaxWorkGroupSize()).containsExactly(1024);
    assertThat(physical.getMaxThreadsPerBlock()).isEqualTo(1024);
  }

  @Test
  void withoutTheProperty() throws Exception {
    String before = System.clearProperty(PROPERTY);
    try (URLClassLoader loader = ownClasses()) {
      Class<?> graph = loader.loadClass("uk.ac.manchester.tornado.api.TaskGraph");
      assertThatThrownBy(() -> graph.getConstructor(String.class).newInstance("g"))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .hasMessageContaining("@tornado-argfile")
          .extracting(thrown -> thrown.getClass().getSimpleName())
          .isEqualTo("TornadoAPIException");
      for (String name : new String[] {"runtime.TornadoRuntimeProvider", "TornadoExecutionPlan"}) {
        assertThatThrownBy(
                () -> Class.forName("uk.ac.manchester.tornado.api." + name, true, loader))
            .isInstanceOf(ExceptionInInitializerError.class)
            .cause()
            .hasMessageContaining("@tornado-argfile");
      }
      Class<?> array = loader.loadClass("uk.ac.manchester.tornado.api.types.arrays.FloatArray");
      Object made = array.getConstructor(int.class).newInstance(3);
      assertThat(array.getMethod("getSize").invoke(made)).isEqualTo(3);
    } finally {
      System.setProperty(PROPERTY, before);
    }
  }

  /** Classes of its own, since a class that failed to initialize stays so. */
  private static URLClassLoader ownClasses() throws IOException {
    URL[] here = {SimulationError.class.getProtectionDomain().getCodeSource().getLocation()};
    return new URLClassLoader(here, ClassLoader.getPlatformClassLoader());
  }
}
