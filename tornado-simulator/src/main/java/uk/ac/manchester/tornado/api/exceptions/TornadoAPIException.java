package uk.ac.manchester.tornado.api.exceptions;

/** The implementation behind the API is missing. */
public class TornadoAPIException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * With a message and a cause.
   *
   * @param message the message
   * @param exception the cause
   */
  public TornadoAPIException(String message, Exception exception) {
    super(message, exception);
  }

  /**
   * With a message.
   *
   * @param message the message
   */
  public TornadoAPIException(String message) {
    super(message);
  }
}
