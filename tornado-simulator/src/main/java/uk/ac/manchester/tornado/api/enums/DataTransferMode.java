package uk.ac.manchester.tornado.api.enums;

/** When a transfer happens. */
public class DataTransferMode {
  /** At the first execution of a plan only. */
  public static final int FIRST_EXECUTION = 0;

  /** At every execution. */
  public static final int EVERY_EXECUTION = 1;

  /** When the program asks the result of an execution for it. */
  public static final int UNDER_DEMAND = 2;

  private DataTransferMode() {}
}
