package dev.activations.tornado;

import dev.activations.BackendInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/**
 * The devices of the running TornadoVM, asked for once: a class of TornadoVM that failed to
 * initialise stays broken for the life of the JVM.
 */
final class Devices {
  private static final String KERNELS = "dev/activations/tornado/kernels/RowKernels.class";

  private static @Nullable Devices found;

  private final List<Device> all;
  private final Installation.@Nullable Obstacle obstacle;

  private Devices(List<Device> all, Installation.@Nullable Obstacle obstacle) {
    this.all = Collections.unmodifiableList(all);
    this.obstacle = obstacle;
  }

  static synchronized Devices found() {
    Devices devices = found;
    if (devices == null) {
      devices = look();
      found = devices;
    }
    return devices;
  }

  List<Device> all() {
    return all;
  }

  /** Why there are none. */
  Optional<Installation.Obstacle> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  /** {@code tornado}, {@code tornado:opencl} or {@code tornado:opencl:0}. */
  Optional<Device> named(String selector) {
    if (selector.equals(TornadoBackendProvider.FAMILY)) {
      return all.stream()
          .filter(device -> device.kind() == BackendInfo.Device.GPU)
          .findFirst()
          .or(() -> all.stream().findFirst());
    }
    return all.stream()
        .filter(
            device ->
                device.selector().equals(selector) || device.selector().equals(selector + ":0"))
        .findFirst();
  }

  private static Devices look() {
    // Read once, when the first class of TornadoVM is initialised: a device that fails must never
    // be replaced by a sequential run of the kernel, which computes something else.
    defaultProperty("tornado.recover.bailout", "False");
    // Every execution clears a table of this many events per dependency.
    defaultProperty("tornado.max.events", "64");
    // Bytes for the code of one graph: the default of 4096 is full after some 50 tasks.
    defaultProperty("tornado.tvm.maxbytecodesize", "65536");
    if (ClassLoader.getSystemResource(KERNELS) == null) {
      return new Devices(
          List.of(),
          new Installation.Obstacle(
              "the kernels are not on the class path of the JVM, where TornadoVM reads them",
              "start java with activations-tornado-kernels on its -cp, not in a loader of its own"));
    }
    try {
      HostArrays.check();
      List<Device> all = new ArrayList<>();
      TornadoRuntime runtime = TornadoRuntimeProvider.getTornadoRuntime();
      Map<String, Integer> counts = new HashMap<>();
      for (int i = 0; i < runtime.getNumBackends(); i++) {
        String family = runtime.getBackendType(i).name().toLowerCase(Locale.ROOT);
        if (family.equals("java") || family.equals("virtual")) {
          continue;
        }
        TornadoBackend backend = runtime.getBackend(i);
        if (backend == null) {
          continue;
        }
        for (int j = 0; j < backend.getNumDevices(); j++) {
          TornadoDevice device = backend.getDevice(j);
          int index = counts.merge(family, 1, Integer::sum) - 1;
          all.add(new Device(family, index, device));
        }
      }
      if (all.isEmpty()) {
        return new Devices(
            all,
            new Installation.Obstacle(
                "TornadoVM found no device", "install the driver of the device; see 'clinfo'"));
      }
      return new Devices(all, null);
    } catch (OutOfMemoryError fatal) {
      throw fatal;
    } catch (Throwable broken) {
      // The one place where everything is caught: a driver, the JVM's options or the SDK can fail
      // with any Error here (InternalError without JVMCI, UnsatisfiedLinkError, ...).
      return new Devices(new ArrayList<>(), Installation.Obstacle.of(broken));
    }
  }

  private static void defaultProperty(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
