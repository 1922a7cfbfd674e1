package uk.ac.manchester.tornado.api.exceptions;

/** A task is not valid. */
public class TornadoTaskRuntimeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * With a message.
   *
   * @param message the message
   */
  public TornadoTaskRuntimeException(String message) {
    super(message);
  }

  /**
   * With a message and a cause.
   *
   * @param message the message
   * @param exception the cause
   */
  public TornadoTaskRuntimeException(String message, Exception exception) {
    super(message, exception);
  }
}
