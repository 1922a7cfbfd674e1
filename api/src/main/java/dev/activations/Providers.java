package dev.activations;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The providers that can be loaded by the class loader of this library; one that cannot takes
 * nobody else with it.
 *
 * <p>Ours are found by their names: where jars are merged into one, a service file of one may
 * replace that of another. Those of others are found with {@link ServiceLoader}. The context class
 * loader is not asked, since it may see other copies of our classes, or none.
 */
final class Providers {
  /** The family of the CPU backend, which is expected everywhere. */
  static final String CPU = "cpu";

  private static final String[] OURS = {
    "dev.activations.cpu.CpuBackendProvider", "dev.activations.tornado.TornadoBackendProvider"
  };

  /** A class loader that cannot read may fail for ever. */
  private static final int MOST_FAILURES = 100;

  private final @Nullable ClassLoader loader;
  private final List<BackendProvider> loaded = new ArrayList<>();
  private final Set<String> classes = new TreeSet<>();
  private final Set<String> failures = new TreeSet<>();

  private Providers(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /** Asks anew each time: class paths may grow. */
  static Providers find() {
    return seenBy(Providers.class.getClassLoader());
  }

  /** Those that a class loader sees; null is the boot loader. */
  static Providers seenBy(@Nullable ClassLoader loader) {
    Providers providers = new Providers(loader);
    for (String name : OURS) {
      providers.addOurs(name);
    }
    providers.addServices();
    return providers;
  }

  List<BackendProvider> loaded() {
    return loaded;
  }

  /** The provider of a selector, or null. */
  @Nullable BackendProvider of(String selector) {
    for (BackendProvider provider : loaded) {
      if (selector.equals(provider.family()) || selector.startsWith(provider.family() + ":")) {
        return provider;
      }
    }
    return null;
  }

  /** Why there is no CPU backend, where there is none. */
  BackendInfo withoutCpu() {
    return BackendInfo.unusable(
        CPU,
        BackendInfo.Device.CPU,
        "pure Java",
        failures.isEmpty()
            ? "activations-cpu-fallback is not beside activations-api"
            : "no CPU backend was loaded: " + String.join("; ", failures),
        "put activations-cpu-fallback on the class path or module path that has activations-api;"
            + " give jlink its module, dev.activations");
  }

  /** What every provider lists, and what could not be loaded or does not answer. */
  List<BackendInfo> list() {
    List<BackendInfo> all = new ArrayList<>();
    if (of(CPU) == null) {
      all.add(withoutCpu());
    }
    for (BackendProvider provider : loaded) {
      try {
        all.addAll(provider.list());
      } catch (RuntimeException | LinkageError failure) {
        all.add(broken(provider.family(), provider.getClass().getName() + ": " + failure));
      }
    }
    for (String reason : failures) {
      all.add(broken("(unknown)", reason));
    }
    return all;
  }

  private void addOurs(String name) {
    try {
      add(
          Class.forName(name, true, loader)
              .asSubclass(BackendProvider.class)
              .getDeclaredConstructor()
              .newInstance());
    } catch (ReflectiveOperationException absent) {
      // Not on this class path; in another module it is the service loader that may make one.
    } catch (RuntimeException | LinkageError failure) {
      failures.add(name + ": " + failure);
    }
  }

  private void addServices() {
    Iterator<BackendProvider> services =
        ServiceLoader.load(BackendProvider.class, loader).iterator();
    for (int failed = 0; failed < MOST_FAILURES; ) {
      try {
        if (!services.hasNext()) {
          break;
        }
        add(services.next());
      } catch (RuntimeException | ServiceConfigurationError | LinkageError failure) {
        failed++;
        failures.add(failure + (failure.getCause() == null ? "" : ": " + failure.getCause()));
      }
    }
  }

  private void add(BackendProvider provider) {
    if (classes.add(provider.getClass().getName())) {
      String family = provider.family();
      if (family == null || family.isEmpty()) {
        throw new IllegalStateException(provider.getClass().getName() + " has no family");
      }
      loaded.add(provider);
    }
  }

  private static BackendInfo broken(String selector, String reason) {
    return BackendInfo.unusable(
        selector,
        BackendInfo.Device.OTHER,
        "a backend on the class path",
        "it cannot be loaded: " + reason,
        "mend its packaging, or take it off the class path");
  }
}
