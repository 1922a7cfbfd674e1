package uk.ac.manchester.tornado.api.exceptions;

/** The memory of the device does not suffice. */
public class TornadoOutOfMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * With a message.
   *
   * @param message the message
   */
  public TornadoOutOfMemoryException(String message) {
    super(message);
  }
}
