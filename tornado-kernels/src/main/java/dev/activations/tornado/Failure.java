package dev.activations.tornado;

/** What a failure of TornadoVM or of a driver says, in one line. */
final class Failure {
  private Failure() {}

  static String text(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage();
    String line =
        message == null
            ? ""
            : ": " + message.replaceAll("\u001b\\[[0-9;]*m", "").strip().replaceAll("\\s+", " ");
    return root.getClass().getSimpleName() + line;
  }
}
