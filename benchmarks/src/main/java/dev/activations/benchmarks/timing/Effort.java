package dev.activations.benchmarks.timing;

import java.util.Locale;

/**
 * How much is done for each cell.
 *
 * @param rounds how often everybody is timed
 * @param warmUpMillis how long we are called before: code with vectors is compiled slowly
 * @param patienceMillis how long a slot that was disturbed is repeated for
 */
public record Effort(int rounds, long warmUpMillis, long patienceMillis) {
  /**
   * Checks that there is something to do.
   *
   * @param rounds how often everybody is timed
   * @param warmUpMillis how long we are called before
   * @param patienceMillis how long a slot that was disturbed is repeated for
   */
  public Effort {
    if (rounds < 1 || warmUpMillis < 0 || patienceMillis < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "rounds must be 1 or more, times not negative; found %d rounds, %d ms, %d ms",
              rounds,
              warmUpMillis,
              patienceMillis));
    }
  }

  /**
   * As one word, for a command line.
   *
   * @return what {@link #decode} reads
   */
  public String encode() {
    return rounds + ":" + warmUpMillis + ":" + patienceMillis;
  }

  /**
   * Reads it back.
   *
   * @param text what {@link #encode} wrote
   * @return the effort
   */
  public static Effort decode(String text) {
    String[] parts = text.split(":", -1);
    return new Effort(
        Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }
}
