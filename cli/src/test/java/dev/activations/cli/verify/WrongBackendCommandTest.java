package dev.activations.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.BackendException;
import dev.activations.cli.Run;
import dev.activations.conformance.WrongBackends;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the command says of a backend that is wrong: one line, whatever else is printed. */
class WrongBackendCommandTest {
  private static Run verify(String backend, String function) {
    return Run.of("verify", "--backend", backend, "--function", function);
  }

  private static void assertFails(Run run, String... words) {
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("activations verify: ").contains(words);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).contains("failed");
  }

  @Test
  void whatSpoilsNothingPasses() {
    Run run = verify(WrongBackends.of((x, right) -> right), "tanh,softmax");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).endsWith("7 results: 7 ok\n");
  }

  /** It breaks in the fifth of eight directions, is told so, and goes on with the sixth. */
  @Test
  void oneThatBreaksInTheMiddle() {
    AtomicInteger calls = new AtomicInteger();
    String backend =
        WrongBackends.of(
            (x, right) -> {
              if (calls.getAndIncrement() == 250_000) {
                throw new BackendException("the device is\n  on fire", null);
              }
              return right;
            });
    Run run = verify(backend, "identity,tanh");
    assertFails(run, "tanh value: the device is on fire after ", " inputs");
    assertThat(run.out())
        .contains("identity derivative: ok\n", "tanh value: failed, the device is on fire after ")
        .contains("tanh derivative: ok\n")
        .endsWith("8 results: 7 ok, 1 failed\n");
    calls.set(249_999);
    assertFails(verify(backend, "softmax"), "softmax forward: the device is on fire");
  }

  @Test
  void oneLineForManyFailures() {
    String backend = WrongBackends.of((x, right) -> 7);
    assertFails(
        verify(backend, "relu,tanh"), "relu value at ", " (and 5 more of the results failed)");
  }
}
