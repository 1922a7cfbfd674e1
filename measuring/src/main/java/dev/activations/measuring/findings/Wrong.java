package dev.activations.measuring.findings;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Results that no bound covers: a NaN for a number or a number for a NaN, an infinity that is none
 * or is missing, a zero that is none, is missing, or has the wrong sign.
 *
 * @param nans how many with NaN
 * @param infinities how many with infinities
 * @param zeros how many with zeros
 * @param first the first of them; null when there are none
 */
public record Wrong(long nans, long infinities, long zeros, @Nullable Point first) {
  /**
   * Whether there are any.
   *
   * @return true when one of the counts is not zero
   */
  public boolean any() {
    return nans + infinities + zeros > 0;
  }

  /** Such as {@code 3 NaN, 1 zero}. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ");
    count(text, nans, "NaN", "NaN");
    count(text, infinities, "infinity", "infinities");
    count(text, zeros, "zero", "zeros");
    return text.toString();
  }

  private static void count(StringJoiner text, long count, String one, String many) {
    if (count > 0) {
      text.add(Words.count(count, one, many));
    }
  }
}
