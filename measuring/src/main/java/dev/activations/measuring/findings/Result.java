package dev.activations.measuring.findings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one function in one direction on one backend. Its components are the keys of
 * the JSON.
 *
 * @param function the function, as {@code --function} takes it
 * @param direction value, derivative, backward or float64 backward; for row operations forward
 *     instead of the first two
 * @param verdict ok, partial or failed
 * @param failure why there are no more results; null when there are all
 * @param coverage exhaustive, sample, magnitudes or rows
 * @param seed what the inputs were drawn with; null where they are always the same
 * @param inputs how many inputs were tried
 * @param bound what the backend promises
 * @param errors how far the finite results are off
 * @param wrong what is off by more than any figure
 * @param seconds how long it took
 * @param machine what computed
 */
public record Result(
    String function,
    String direction,
    Verdict verdict,
    @Nullable String failure,
    String coverage,
    @Nullable Long seed,
    long inputs,
    Bound bound,
    Errors errors,
    Wrong wrong,
    double seconds,
    Machine machine) {
  /**
   * The function and the direction.
   *
   * @return such as {@code tanh derivative}
   */
  public String title() {
    return function + " " + direction;
  }

  /**
   * Why it failed.
   *
   * @return one line that names the function, the direction, the input and the bound
   */
  public String complaint() {
    if (failure != null && errors.beyond() == 0 && !wrong.any()) {
      return title() + ": " + failure;
    }
    Point first = wrong.first();
    if (first != null) {
      return String.format(
          Locale.ROOT,
          "%s at %s: expected %s, found %s; no bound of %s covers a wrong NaN, infinity or zero"
              + " (its bound is %s)%s",
          title(),
          first.where(),
          first.expected(),
          first.found(),
          machine.backend(),
          bound,
          again());
    }
    Point worst = errors.worst();
    return String.format(
        Locale.ROOT,
        "%s%s: %s ULP%s%s, the bound of %s is %s%s",
        title(),
        worst == null ? "" : " at " + worst.where(),
        Words.ulps(errors.maxUlp()),
        errors.maxOfTerms() == null ? "" : ", " + Words.ofTerms(errors.maxOfTerms()) + " of terms",
        worst == null ? "" : " (expected " + worst.expected() + ", found " + worst.found() + ")",
        machine.backend(),
        bound,
        again());
  }

  private String again() {
    return seed == null ? "" : "; drawn with --seed " + seed;
  }
}
