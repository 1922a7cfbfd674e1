package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.activations.Activation;
import dev.activations.Tensor;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What is closed while a call uses it: the device is held back until the close is done. */
@Isolated("looks at the session that all backends of the device share")
class CloseDuringCallTest {
  private static final int ELEMENTS = 10_000;

  /** Whatever was asked of the device before is done; what is asked now waits for the end. */
  private static final class HeldDevice implements AutoCloseable {
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final CompletableFuture<Void> done;

    HeldDevice(DeviceThread device) throws InterruptedException {
      done = CompletableFuture.runAsync(() -> hold(device));
      assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private void hold(DeviceThread device) {
      try {
        device.call(
            () -> {
              held.countDown();
              return over.await(60, TimeUnit.SECONDS);
            });
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }

    boolean isHeld() {
      return !done.isDone();
    }

    @Override
    public void close() {
      over.countDown();
      done.join();
    }
  }

  private static Tensor filled(TornadoBackend backend) {
    float[] values = new float[ELEMENTS];
    Arrays.fill(values, 7);
    return backend.allocate(1, ELEMENTS, values);
  }

  /** Starts a call, and returns when it waits for the device. */
  private static CompletableFuture<Void> waitingCall(TornadoBackend backend, Tensor x) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                backend.forward(Activation.RELU6, x, x);
                result.complete(null);
              } catch (RuntimeException | Error failure) {
                result.completeExceptionally(failure);
              }
            });
    caller.start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!isInDevice(caller)) {
      assertThat(result).as("the call ended before it reached the device").isNotDone();
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
    return result;
  }

  private static boolean isInDevice(Thread caller) {
    return caller.getState() == Thread.State.WAITING
        && Arrays.stream(caller.getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals(DeviceThread.class.getName()));
  }

  @Test
  void aBackendClosedDuringACallEndsAfterIt() throws Exception {
    TornadoBackend backend = PlanReuseTest.open();
    Tensor x = filled(backend);
    CompletableFuture<Void> call;
    try (HeldDevice device = new HeldDevice(backend.session().thread())) {
      call = waitingCall(backend, x);
      backend.close();
      assertThatThrownBy(() -> backend.forward(Activation.RELU6, x, x))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
      assertThat(call).isNotDone();
      assertThat(device.isHeld()).isTrue();
    }
    call.get(60, TimeUnit.SECONDS);
    assertThat(x.toArray()).containsOnly(6);
    assertThat(backend.session().plans()).isZero();
  }

  /** The array of a closed tensor goes to no other while a call still writes it. */
  @Test
  void aTensorClosedDuringACallLeavesOthersAlone() throws Exception {
    try (TornadoBackend backend = PlanReuseTest.open()) {
      Tensor x = filled(backend);
      CompletableFuture<Void> call;
      Tensor other;
      try (HeldDevice device = new HeldDevice(backend.session().thread())) {
        call = waitingCall(backend, x);
        x.close();
        other = filled(backend);
        assertThat(call).isNotDone();
        assertThat(device.isHeld()).isTrue();
      }
      call.get(60, TimeUnit.SECONDS);
      assertThat(other.toArray()).containsOnly(7);
      other.close();
    }
  }
}
