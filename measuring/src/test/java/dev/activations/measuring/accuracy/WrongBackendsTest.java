package dev.activations.measuring.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.Step;
import dev.activations.conformance.WrongBackends;
import dev.activations.measuring.Watcher;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.SavedResults;
import dev.activations.measuring.findings.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A backend that is wrong somewhere does not pass. */
class WrongBackendsTest {
  private static List<Result> verify(String selector, String function) {
    List<Result> results = new ArrayList<>();
    try (Backend backend = Backends.open(selector)) {
      new Verification(backend, 2, 1, false, Watcher.NONE, () -> false)
          .run(List.of(Step.parse(function)), results::add);
    } catch (IOException | InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
    return results;
  }

  private static void assertFails(List<Result> results, String... words) {
    assertThat(results)
        .filteredOn(result -> result.verdict() == Verdict.FAILED)
        .extracting(Result::complaint)
        .isNotEmpty()
        .first()
        .asString()
        .contains(words);
  }

  private static JsonNode first(String backend, String function) throws IOException {
    return new ObjectMapper().readTree(SavedResults.line(verify(backend, function).get(0)));
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
    for (Result result : verify(backend, function)) {
      if (result.direction().equals("backward")) {
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        return new ObjectMapper().readTree(SavedResults.line(result));
      }
    }
    throw new AssertionError(function + " has no backward");
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
}
