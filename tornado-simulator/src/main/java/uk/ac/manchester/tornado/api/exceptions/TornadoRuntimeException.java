package uk.ac.manchester.tornado.api.exceptions;

/** An operation that TornadoVM refuses. */
public class TornadoRuntimeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * With a message.
   *
   * @param message the message
   */
  public TornadoRuntimeException(String message) {
    super(message);
  }

  /**
   * With a cause.
   *
   * @param exception the cause
   */
  public TornadoRuntimeException(Exception exception) {
    super(exception);
  }
}
