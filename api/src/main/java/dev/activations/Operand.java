package dev.activations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One tensor of a {@link Call}: what it is called, whether it is written, and its shape as a
 * function of the shape of the input. Immutable.
 */
public final class Operand {
  private final String name;
  private final boolean written;

  /** Whose columns it has; those of the input when there is none. */
  private final @Nullable Pipeline outputOf;

  private final String as;
  private final Object subject;

  private Operand(
      String name, boolean written, @Nullable Pipeline outputOf, String as, Object subject) {
    this.name = name;
    this.written = written;
    this.outputOf = outputOf;
    this.as = as;
    this.subject = subject;
  }

  /** What a call reads, or writes, in the shape of the input. */
  static Operand likeInput(String name, boolean written, String as, Object subject) {
    return new Operand(name, written, null, as, subject);
  }

  /** What a call reads, or writes, in the shape of the output of a pipeline. */
  static Operand likeOutput(
      String name, boolean written, Pipeline outputOf, String as, Object subject) {
    return new Operand(name, written, outputOf, as, subject);
  }

  /**
   * What it is called in messages and in the documentation of {@link Backend}.
   *
   * @return {@code x}, {@code y}, {@code saved}, {@code dy} or {@code dx}
   */
  public String name() {
    return name;
  }

  /**
   * Whether the call writes it. An operand that is not written is read.
   *
   * @return true for a result
   */
  public boolean isWritten() {
    return written;
  }

  /**
   * The rows that it must have.
   *
   * @param rows those of the input
   * @param columns those of the input
   * @return the rows of this operand
   */
  public int rows(int rows, int columns) {
    return rows;
  }

  /**
   * The columns that it must have.
   *
   * @param rows those of the input
   * @param columns those of the input
   * @return the columns of this operand
   */
  public int columns(int rows, int columns) {
    return outputOf == null ? columns : outputOf.outputColumns(columns);
  }

  /** Refuses another shape; the words are put together only then. */
  void check(Tensor tensor, int rows, int columns) {
    Shapes.require(name, tensor, rows(rows, columns), columns(rows, columns), as, subject);
  }

  /** Refuses an array that is too short; the words are put together only then. */
  void check(double[] values, int rows, int columns) {
    int ownRows = rows(rows, columns);
    int ownColumns = columns(rows, columns);
    int elements = Tensor.checkShape(ownRows, ownColumns);
    if (Shapes.present(name, values).length < elements) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d elements, expected at least %d x %d",
              name,
              values.length,
              ownRows,
              ownColumns));
    }
  }

  /** Its name, with what asks for its shape. */
  @Override
  public String toString() {
    return name + ", after " + as + subject;
  }
}
