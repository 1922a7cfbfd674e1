package uk.ac.manchester.tornado.api.exceptions;

/** An operation on memory failed. */
public class TornadoMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * With a message.
   *
   * @param message the message
   */
  public TornadoMemoryException(String message) {
    super(message);
  }
}
