package uk.ac.manchester.tornado.api.exceptions;

/** TornadoVM gave up on the device. */
public class TornadoBailoutRuntimeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * With a message.
   *
   * @param message the message
   */
  public TornadoBailoutRuntimeException(String message) {
    super(message);
  }

  /**
   * With a message and a cause.
   *
   * @param message the message
   * @param exception the cause
   */
  public TornadoBailoutRuntimeException(String message, Exception exception) {
    super(message, exception);
  }
}
