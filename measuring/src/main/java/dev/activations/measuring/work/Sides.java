package dev.activations.measuring.work;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two numbers with an x between them, as people write sizes: {@code 640x480}, {@code 640X480}.
 *
 * @param first the number before the x
 * @param second the number behind it
 */
public record Sides(long first, long second) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,10})[xX]([0-9]{1,10})");

  /**
   * Reads the two numbers.
   *
   * @param text what was typed
   * @return empty when it is something else
   */
  public static Optional<Sides> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new Sides(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
        : Optional.empty();
  }
}
