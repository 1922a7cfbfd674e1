package dev.activations.measuring.results;

import org.jspecify.annotations.Nullable;

/**
 * A function in a direction on one shape. What was not measured, or does not exist on the backend,
 * is null.
 *
 * @param function the function with its parameters, or the row operation
 * @param direction forward, derivative or backward
 * @param rows of the input
 * @param columns of the input
 * @param bytes that have to be read and written: each operand once
 * @param failure why it was not measured, or why it is not to be trusted; else null
 * @param accuracy how its results compare with the definition
 * @param firstCall the first call of this program, compilation included
 * @param compilation how much of the first call compilers took
 * @param endToEnd a call, the way to the device and back included
 * @param kernel the kernel alone
 * @param copyIn the transfer to the device
 * @param copyOut the transfer back
 * @param rate the bytes in the time of the kernel, or of the call where there is no kernel
 * @param shareOfCopy the rate in proportion to that of the copy of the same shape
 */
public record Measurement(
    String function,
    String direction,
    int rows,
    int columns,
    long bytes,
    @Nullable String failure,
    @Nullable Accuracy accuracy,
    @Nullable Double firstCall,
    @Nullable Compilation compilation,
    @Nullable Times endToEnd,
    @Nullable Times kernel,
    @Nullable Times copyIn,
    @Nullable Times copyOut,
    @Nullable Double rate,
    @Nullable Double shareOfCopy) {
  /**
   * A measurement without times.
   *
   * @param function the function
   * @param direction its direction
   * @param rows of the input
   * @param columns of the input
   * @param bytes that it would have moved; 0 where that is not known
   * @param failure why there are none
   * @param accuracy what was wrong with its results; null when it gave none
   * @return the measurement
   */
  public static Measurement failed(
      String function,
      String direction,
      int rows,
      int columns,
      long bytes,
      String failure,
      @Nullable Accuracy accuracy) {
    return new Measurement(
        function, direction, rows, columns, bytes, failure, accuracy, null, null, null, null, null,
        null, null, null);
  }

  /**
   * The same with its share of a copy.
   *
   * @param copy of the same shape
   * @return a measurement with {@code shareOfCopy}, where there is a rate
   */
  public Measurement beside(CopyLimit copy) {
    return new Measurement(
        function,
        direction,
        rows,
        columns,
        bytes,
        failure,
        accuracy,
        firstCall,
        compilation,
        endToEnd,
        kernel,
        copyIn,
        copyOut,
        rate,
        rate == null ? null : (Double) (rate / copy.rate()));
  }

  /**
   * The function and the direction.
   *
   * @return such as {@code silu backward}
   */
  public String title() {
    return function + " " + direction;
  }

  /**
   * The size.
   *
   * @return the elements of the input
   */
  public long elements() {
    return (long) rows * columns;
  }
}
