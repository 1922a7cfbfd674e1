package dev.activations.tornado;

import java.util.regex.Pattern;

/** What a failure of TornadoVM or of a driver says, in one line. */
final class Failure {
  /** Colours of a terminal. */
  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Failure() {}

  /** The last cause: those before it repeat it or hide it. */
  static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  /** The message of the last cause; its class where it has none. */
  static String message(Throwable failure) {
    Throwable root = root(failure);
    String said = root.getMessage();
    if (said == null) {
      return root.getClass().getSimpleName();
    }
    return SPACE.matcher(ESCAPES.matcher(said).replaceAll("")).replaceAll(" ").strip();
  }

  static String text(Throwable failure) {
    Throwable root = root(failure);
    return root.getMessage() == null
        ? message(failure)
        : root.getClass().getSimpleName() + ": " + message(failure);
  }
}
