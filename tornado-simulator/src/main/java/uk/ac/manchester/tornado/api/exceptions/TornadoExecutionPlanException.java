package uk.ac.manchester.tornado.api.exceptions;

/** An execution plan could not be closed. */
public class TornadoExecutionPlanException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * With a message.
   *
   * @param message the message
   */
  public TornadoExecutionPlanException(String message) {
    super(message);
  }

  /**
   * With a message and a cause.
   *
   * @param message the message
   * @param cause the cause
   */
  public TornadoExecutionPlanException(String message, Throwable cause) {
    super(message, cause);
  }
}
