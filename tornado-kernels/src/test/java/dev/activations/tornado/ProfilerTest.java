package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.BackendOptions;
import dev.activations.DeviceTimes;
import dev.activations.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a device tells of its calls. TornadoVM's profiler is one switch for the whole JVM. */
@Isolated("the profiler slows down what others measure")
class ProfilerTest {
  private static TornadoBackend open() {
    Device device = Devices.found().named("tornado").orElseThrow();
    return TornadoBackend.open(device, BackendOptions.DEFAULTS);
  }

  @Test
  void onlyTheFirstCallCompilesAndEveryCallComputes() {
    try (TornadoBackend backend = open();
        Tensor x = backend.allocate(100, 100);
        Tensor y = backend.allocate(100, 100)) {
      Runnable call = () -> backend.forward(Activation.softplus(3.25), x, y);
      DeviceTimes first = backend.instruments().profile(call).orElseThrow();
      DeviceTimes second = backend.instruments().profile(call).orElseThrow();
      call.run();
      DeviceTimes two =
          backend
              .instruments()
              .profile(
                  () -> {
                    call.run();
                    call.run();
                  })
              .orElseThrow();
      for (DeviceTimes times : new DeviceTimes[] {first, second, two}) {
        assertThat(times.kernels()).isPositive();
        assertThat(times.copyIn()).isPositive();
        assertThat(times.copyOut()).isPositive();
      }
      assertThat(first.toSource() + first.byDriver()).isPositive();
      assertThat(second.toSource() + second.byDriver()).isZero();
      assertThat(two.toSource() + two.byDriver()).isZero();
    }
  }

  @Test
  void aCallThatFailsEndsTheProfile() {
    try (TornadoBackend backend = open()) {
      assertThatThrownBy(
              () ->
                  backend
                      .instruments()
                      .profile(
                          () -> {
                            throw new IllegalStateException("mine");
                          }))
          .hasMessage("mine");
      assertThat(Profiler.running()).isNull();
    }
  }

  @Test
  void whatIsNotProfiledIsNotCounted() {
    try (TornadoBackend backend = open()) {
      DeviceTimes none = backend.instruments().profile(() -> {}).orElseThrow();
      assertThat(none.kernels() + none.copyIn() + none.copyOut()).isZero();
    }
  }
}
