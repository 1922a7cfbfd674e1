package dev.activations.cli.terminal;

/** What went wrong, in one line. */
public final class OneLine {
  private OneLine() {}

  /**
   * The message of a failure.
   *
   * @param failure what was thrown
   * @return its message, or its class when it has none
   */
  public static String of(Throwable failure) {
    String message = failure.getMessage();
    return of(message == null ? failure.toString() : message);
  }

  /**
   * A text without line breaks.
   *
   * @param text any text
   * @return the text with a space for each break and what surrounds it
   */
  public static String of(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
