package dev.activations;

import org.jspecify.annotations.Nullable;

/**
 * A backend could not be opened, or failed while it ran. The message names the device, the step and
 * the shape, and what can be done.
 */
public final class BackendException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * A failure.
   *
   * @param message what failed, where, and what to do
   * @param cause what the device or the JVM said, if anything
   */
  public BackendException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
