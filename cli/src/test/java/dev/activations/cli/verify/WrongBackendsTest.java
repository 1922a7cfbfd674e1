package dev.activations.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.activations.BackendException;
import dev.activations.cli.Run;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A backend that is wrong somewhere does not pass. */
class WrongBackendsTest {
  private static Run verify(String backend, String function) {
    return Run.of("verify", "--backend", backend, "--function", function);
  }

  private static void assertFails(Run run, String... words) {
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("activations verify: ").contains(words);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).contains("failed");
  }

  private static JsonNode first(String backend, String function) throws IOException {
    Run run = Run.of("verify", "--backend", backend, "--function", function, "--format", "json");
    return new ObjectMapper().readTree(run.out().lines().findFirst().orElseThrow());
  }

  @Test
  void whatSpoilsNothingPasses() {
    Run run = verify(WrongBackends.of((x, right) -> right), "tanh,softmax");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).endsWith("7 results: 7 ok\n");
  }

  @Test
  void threeUnitsAreBeyondTwo() throws IOException {
    // The float next to the one kink: of 100,000 results this one.
    WrongBackends.Spoiler spoiler =
        (x, right) -> x == Float.MIN_VALUE ? right + 3 * Float.MIN_VALUE : right;
    String backend = WrongBackends.of(spoiler, 2, 0);
    assertFails(
        verify(backend, "relu"),
        "relu value at x = 1.4E-45 (0x0.000002p-126): 3.0000 ULP",
        "the bound of " + backend + " is 2 ULP");
    JsonNode result = first(backend, "relu");
    assertThat(result.at("/verdict").asText()).isEqualTo("failed");
    assertThat(result.at("/errors/maxUlp").asDouble()).isEqualTo(3);
    assertThat(result.at("/errors/beyond").asInt()).isPositive();
    assertThat(result.at("/errors/worst/expected").asDouble()).isEqualTo(0x1p-149);
    assertThat(result.at("/errors/worst/found").floatValue()).isEqualTo(0x1p-147f);
  }

  @Test
  void aNanThatIsSwallowed() throws IOException {
    String backend = WrongBackends.of((x, right) -> Float.isNaN(x) ? 0 : right);
    assertFails(verify(backend, "relu"), "relu value at x = NaN (NaN): expected NaN, found 0.0");
    JsonNode result = first(backend, "relu");
    assertThat(result.at("/wrong/nans").asInt()).isEqualTo(5);
    assertThat(result.at("/wrong/first/expected").asText()).isEqualTo("NaN");
    assertThat(result.at("/errors/maxUlp").asDouble()).isZero();
  }

  @Test
  void aNanThatIsMade() {
    String backend = WrongBackends.of((x, right) -> Float.isInfinite(x) ? Float.NaN : right);
    assertFails(verify(backend, "tanh"), "at x = Infinity", "expected 1.0, found NaN");
  }

  @Test
  void anInfinityThatIsMissing() throws IOException {
    String backend =
        WrongBackends.of(
            (x, right) -> Math.min(Math.max(right, -Float.MAX_VALUE), Float.MAX_VALUE));
    assertFails(verify(backend, "exp"), "exp value at x = 88.", "found 3.4028235E38");
    assertThat(first(backend, "exp").at("/wrong/infinities").asInt()).isGreaterThan(1000);
  }

  @Test
  void anInfinityThatIsNone() {
    String backend =
        WrongBackends.of((x, right) -> right > 3e38f ? Float.POSITIVE_INFINITY : right);
    assertFails(verify(backend, "relu"), "relu value at x = 3.", "found Infinity");
  }

  @Test
  void aZeroOfTheOtherSign() {
    String backend = WrongBackends.of((x, right) -> right == 0 ? 0f : right);
    assertFails(
        verify(backend, "tanh"),
        "tanh value at x = -0.0 (-0x0.0p0): expected -0.0, found 0.0",
        "no bound of " + backend + " covers a wrong NaN, infinity or zero");
  }

  @Test
  void subnormalsThatAreFlushedToZero() throws IOException {
    String backend =
        WrongBackends.of((x, right) -> Math.abs(right) < Float.MIN_NORMAL ? 0 * right : right);
    assertFails(verify(backend, "identity"), "identity value", "found 0.0");
    // A subnormal binade of each sign; up to four units are within the bound.
    assertThat(first(backend, "identity").at("/wrong/zeros").asInt()).isGreaterThan(300);
  }

  @Test
  void anAbsoluteErrorIsExcusedByTheFloorOnly() throws IOException {
    WrongBackends.Spoiler spoiler =
        (x, right) -> Math.abs(right) < 1e-3f && right != 0 ? right + 0x1p-33f : right;
    String strict = WrongBackends.of(spoiler, 4, 0);
    assertThat(first(strict, "tanh").at("/verdict").asText()).isEqualTo("failed");
    JsonNode result = first(WrongBackends.of(spoiler, 4, 0x1p-32), "tanh");
    assertThat(result.at("/verdict").asText()).isEqualTo("ok");
    assertThat(result.at("/errors/excused").asInt()).isPositive();
    assertThat(result.at("/errors/maxExcused").asDouble()).isBetween(0x1p-34, 0x1p-32);
    assertThat(result.at("/errors/maxUlp").asDouble()).isLessThanOrEqualTo(4);
  }

  @Test
  void rows() throws IOException {
    String far = WrongBackends.of((x, right) -> right * 1.000001f);
    assertFails(verify(far, "softmax"), "softmax forward at x = ", "in a row of ", "is 4 ULP");
    String nan = WrongBackends.of((x, right) -> right > 0.9f ? Float.NaN : right);
    assertFails(verify(nan, "softmin"), "softmin forward at x = ", "found NaN", "in a row of ");
    String infinite =
        WrongBackends.of((x, right) -> right > 0.9f ? Float.POSITIVE_INFINITY : right);
    assertThat(first(infinite, "softmax").at("/wrong/infinities").asInt()).isPositive();
    String zero = WrongBackends.of((x, right) -> right < 1e-6f ? 0 : right);
    assertThat(first(zero, "softmax").at("/wrong/zeros").asInt()).isPositive();
  }

  /** Gradients are spoilt, and no value is: each in the measure of its backward. */
  @Test
  void gradients() throws IOException {
    WrongBackends.Spoiler large =
        (x, right) -> Math.abs(right) > 1e30f && Math.abs(right) < 1e38f ? right * 1.00001f : right;
    String far = WrongBackends.ofBackward(large);
    assertFails(
        verify(far, "tanh"),
        "tanh backward at x = ",
        ", dy = ",
        " ULP (expected ",
        ", found ",
        "the bound of " + far + " is 4 ULP; drawn with --seed 1");
    assertFails(
        verify(far, "softmax"),
        "softmax backward at x = ",
        ", y = ",
        ", dy = ",
        " in a row of ",
        " x 2^-24 of terms (expected ",
        "drawn with --seed 1");
    assertFails(verify(far, "logsumexp"), "logsumexp backward at x = ", ", dy = ");
    WrongBackends.Spoiler overflow =
        (x, right) -> Math.abs(right) > 1e38f ? right + right + right + right : right;
    assertThat(backward(overflow, "relu").at("/wrong/infinities").asInt()).isPositive();
    assertThat(backward(overflow, "softmin").at("/wrong/infinities").asInt()).isPositive();
    WrongBackends.Spoiler underflow =
        (x, right) -> Math.abs(right) < Float.MIN_NORMAL ? 0 * right : right;
    assertThat(backward(underflow, "sigmoid").at("/wrong/zeros").asInt()).isPositive();
    assertThat(backward(underflow, "softmax").at("/wrong/zeros").asInt()).isPositive();
    // What a sum over the row has made of an infinity is no number.
    WrongBackends.Spoiler swallowed = (x, right) -> Float.isNaN(right) ? 0 : right;
    assertThat(backward(swallowed, "gelu_erf").at("/wrong/nans").asInt()).isPositive();
    assertThat(backward(swallowed, "log_softmax").at("/wrong/nans").asInt()).isPositive();
    assertThat(backward(swallowed, "log_softmax").at("/wrong/first/expected").asText())
        .isEqualTo("NaN");
  }

  private static JsonNode backward(WrongBackends.Spoiler spoiler, String function)
      throws IOException {
    String backend = WrongBackends.ofBackward(spoiler);
    Run run = Run.of("verify", "--backend", backend, "--function", function, "--format", "json");
    for (String line : run.out().lines().toList()) {
      JsonNode node = new ObjectMapper().readTree(line);
      if (node.get("direction").asText().equals("backward")) {
        assertThat(node.at("/verdict").asText()).isEqualTo("failed");
        return node;
      }
    }
    throw new AssertionError(run.out());
  }

  /** float64, which a backend may compute by itself. */
  @Test
  void doubles() {
    String few =
        WrongBackends.ofDoubles(right -> Math.abs(right) < 1e300 ? right * (1 + 0x1p-48) : right);
    assertFails(
        verify(few, "tanh"),
        "tanh float64 backward at x = ",
        ", dy = ",
        "the bound of " + few + " is 6 ULP; drawn with --seed 1");
    assertFails(
        verify(WrongBackends.ofDoubles(right -> right * (1 + 0x1p-49)), "softmax"),
        "softmax float64 backward at x = ",
        ", y = ",
        " x 2^-53 of terms (expected ",
        " is 4 ULP or 2^-50 of the terms");
    assertFails(
        verify(WrongBackends.ofDoubles(right -> Double.isNaN(right) ? 1 : right), "log_softmax"),
        "expected NaN, found 1.0");
    assertFails(
        verify(WrongBackends.ofDoubles(right -> right == 0 ? 0.0 : right), "relu"),
        "relu float64 backward at x = ",
        "expected -0.0, found 0.0");
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
