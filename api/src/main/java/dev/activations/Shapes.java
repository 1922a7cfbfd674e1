package dev.activations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks that every backend makes before it writes anything, in the same words. */
public final class Shapes {
  private Shapes() {}

  /**
   * Checks that an argument is there.
   *
   * @param <T> its type
   * @param name what it is called
   * @param value the argument
   * @return the argument
   * @throws NullPointerException that names it, when it is null
   */
  public static <T> T present(String name, @Nullable T value) {
    if (value == null) {
      // Put together only now: calls do not allocate.
      throw new NullPointerException(name + " is null");
    }
    return value;
  }

  /**
   * Checks the shape of an operand.
   *
   * @param name what the operand is called
   * @param tensor the operand
   * @param rows how many it must have
   * @param columns how many it must have
   * @param as what asks for this shape
   * @throws IllegalArgumentException when it has another shape; the message names both
   */
  public static void require(String name, Tensor tensor, int rows, int columns, String as) {
    require(name, tensor, rows, columns, as, "");
  }

  /**
   * Checks the shape of an operand, without putting the message together before it is needed.
   *
   * @param name what the operand is called
   * @param tensor the operand
   * @param rows how many it must have
   * @param columns how many it must have
   * @param as what asks for this shape
   * @param step what the message says after that
   * @throws IllegalArgumentException when it has another shape; the message names both
   */
  public static void require(
      String name, Tensor tensor, int rows, int columns, String as, Object step) {
    present(name, tensor);
    if (tensor.rows() != rows || tensor.columns() != columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is %dx%d, expected %dx%d after %s%s",
              name,
              tensor.rows(),
              tensor.columns(),
              rows,
              columns,
              as,
              step));
    }
  }

  /**
   * Checks that an array or buffer has as many elements as a tensor.
   *
   * @param tensor that is copied
   * @param count the elements of the other side
   * @param what the other side is called
   * @throws IllegalArgumentException when there are more or fewer
   */
  public static void requireElements(Tensor tensor, int count, String what) {
    if (count != tensor.elements()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the tensor %s has %d elements, the %s has %d",
              tensor,
              tensor.elements(),
              what,
              count));
    }
  }

  /**
   * Checks that a part of an array that is written is a part that is read (in place), or has no
   * element in common with it.
   *
   * @param out what the operand that is written is called
   * @param outFrom the index of its first element
   * @param outCount its elements
   * @param in what the operand that is read is called
   * @param inFrom the index of its first element, in the same array
   * @param inCount its elements
   * @throws IllegalArgumentException when they share some elements and not all; the message names
   *     both parts
   */
  public static void requireApart(
      String out, int outFrom, int outCount, String in, int inFrom, int inCount) {
    boolean same = outFrom == inFrom && outCount == inCount;
    boolean apart = outFrom >= inFrom + inCount || inFrom >= outFrom + outCount;
    if (!same && !apart && outCount > 0 && inCount > 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is elements %d to %d of its array and %s elements %d to %d of the same:"
                  + " expected the same elements or none in common, so wrap another part or copy",
              out,
              outFrom,
              outFrom + outCount - 1,
              in,
              inFrom,
              inFrom + inCount - 1));
    }
  }

  /**
   * Checks a part of an array that is to be wrapped.
   *
   * @param length of the array
   * @param offset the index of the first element
   * @param rows zero or more
   * @param columns zero or more
   * @throws IllegalArgumentException when the shape is not one, or the array ends before the part
   */
  public static void requirePart(int length, int offset, int rows, int columns) {
    int elements = Tensor.checkShape(rows, columns);
    if (offset < 0 || elements > length - offset) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a tensor of %d x %d at offset %d takes %d elements, the array has %d: expected an"
                  + " offset of 0 or more and an array that reaches to the end of the tensor",
              rows,
              columns,
              offset,
              elements,
              length));
    }
  }

  /**
   * The refusal of a tensor that belongs to another backend.
   *
   * @param name what the operand is called
   * @param tensor the operand
   * @param backend the name of the backend that was asked
   * @return the exception, to be thrown
   */
  public static IllegalArgumentException foreign(String name, Tensor tensor, String backend) {
    String owner = tensor.backend();
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s was allocated by %s, and this is %s: allocate it here and copy",
            name,
            owner.equals(backend) ? "another backend " + owner : "the backend " + owner,
            backend));
  }
}
