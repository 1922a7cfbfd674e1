package dev.activations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * System properties of ours that are numbers or switches: one that makes no sense is refused in one
 * line, and never taken for another or for none. An empty one is none.
 */
public final class SystemProperty {
  private SystemProperty() {}

  /**
   * Reads a whole number.
   *
   * @param name the property
   * @param least the smallest legal number
   * @return its value; empty when it is not set
   * @throws BackendException when it is set to anything else; the message names the property, the
   *     value and what is legal
   */
  public static OptionalLong count(String name, long least) {
    String text = text(name);
    if (text == null) {
      return OptionalLong.empty();
    }
    try {
      long value = Long.parseLong(text.trim());
      if (value >= least) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException notANumber) {
      throw refused(name, text, number(least), notANumber);
    }
    throw refused(name, text, number(least), null);
  }

  /**
   * Reads one of some words.
   *
   * @param name the property
   * @param legal the words
   * @return its value; empty when it is not set
   * @throws BackendException when it is another word
   */
  public static Optional<String> choice(String name, String... legal) {
    String text = text(name);
    if (text != null && !Arrays.asList(legal).contains(text)) {
      String last = legal[legal.length - 1];
      String others = String.join(", ", Arrays.copyOf(legal, legal.length - 1));
      throw refused(name, text, others + " or " + last, null);
    }
    return Optional.ofNullable(text);
  }

  /**
   * Reads a switch.
   *
   * @param name the property
   * @return whether it is true; false when it is not set
   * @throws BackendException when it is neither true nor false
   */
  public static boolean isTrue(String name) {
    String text = text(name);
    if (text == null || text.equalsIgnoreCase("false")) {
      return false;
    }
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    throw refused(name, text, "true or false", null);
  }

  private static @Nullable String text(String name) {
    String text = System.getProperty(name);
    return text == null || text.isEmpty() ? null : text;
  }

  private static String number(long least) {
    return String.format(
        Locale.ROOT, "a whole number from %d to %d, such as 100000", least, Long.MAX_VALUE);
  }

  private static BackendException refused(
      String name, String text, String expected, @Nullable Throwable cause) {
    return new BackendException(
        String.format(Locale.ROOT, "%s is %s, found '%s'", name, expected, text), cause);
  }
}
