package dev.activations.tornado;

import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.conformance.BackendContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every device keeps the contract of backends: the simulated one, and in a JVM with TornadoVM each
 * real one.
 */
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("selectors")
class TornadoConformanceTest extends BackendContract {
  private final String selector;

  /** They keep the sessions of the devices alive, so that what is compiled is compiled once. */
  private static final List<Backend> KEEPERS = new ArrayList<>();

  TornadoConformanceTest(String selector) {
    this.selector = selector;
  }

  static List<String> selectors() {
    return Devices.found().all().stream().map(Device::selector).collect(Collectors.toList());
  }

  @BeforeAll
  static void keep() {
    RequiredDevice.check();
    selectors().forEach(device -> KEEPERS.add(Backends.open(device)));
  }

  @AfterAll
  static void release() {
    KEEPERS.forEach(Backend::close);
  }

  @Override
  protected Backend open(BackendOptions options) {
    return Backends.open(selector, options);
  }

  @Override
  protected int tile() {
    return 4096;
  }

  /** Its work-items meet in barriers on threads of the JVM, most slowly on those of JDK 17. */
  @Override
  protected double share() {
    if (!"simulator".equals(System.getProperty(Installation.STARTED))) {
      return 1;
    }
    return Boolean.getBoolean("activations.thorough") ? 0.1 : 0.03;
  }

  /**
   * Below it the product of a tiny probability and a tiny gradient underflows before 1 / T lifts
   * it, beside a class that dominates.
   */
  @Override
  protected double leastTemperature() {
    return 1e-20;
  }

  @Override
  protected String rerun() {
    return "./mvnw verify -pl tornado-kernels -am -Dsurefire.failIfNoSpecifiedTests=false"
        + " -Dtest=TornadoConformanceTest";
  }
}
