package dev.activations.cli.apply;

import java.util.Arrays;

/**
 * An array seen as rows along one axis. A row is named by the C-order index of what stands before
 * the axis (outer) and of what stands behind it (inner); its elements lie a constant stride apart.
 */
final class RowView {
  private final boolean fortran;
  private final long[] before;
  private final long[] behind;
  private final long outer;
  private final long length;
  private final long inner;

  RowView(boolean fortran, int axis, long... shape) {
    this.fortran = fortran;
    this.before = Arrays.copyOfRange(shape, 0, axis);
    this.behind = Arrays.copyOfRange(shape, axis + 1, shape.length);
    this.outer = product(before);
    this.length = shape[axis];
    this.inner = product(behind);
  }

  private static long product(long... sides) {
    long product = 1;
    for (long side : sides) {
      product *= side;
    }
    return product;
  }

  /** The number of rows for one inner index. */
  long outer() {
    return outer;
  }

  /** The number of elements of a row. */
  long length() {
    return length;
  }

  /** The number of rows for one outer index. */
  long inner() {
    return inner;
  }

  boolean fortran() {
    return fortran;
  }

  /** The index in the file of the first element of a row. */
  long first(long outerIndex, long innerIndex) {
    if (!fortran) {
      return outerIndex * length * inner + innerIndex;
    }
    return fortranIndex(outerIndex, before) + outer * length * fortranIndex(innerIndex, behind);
  }

  /** How far apart in the file the elements of a row lie. */
  long stride() {
    return fortran ? outer : inner;
  }

  /** The Fortran-order index of the element that has a given C-order index. */
  private static long fortranIndex(long index, long... sides) {
    long stride = product(sides);
    long rest = index;
    long result = 0;
    for (int i = sides.length - 1; i >= 0; i--) {
      stride /= sides[i];
      result += rest % sides[i] * stride;
      rest /= sides[i];
    }
    return result;
  }
}
