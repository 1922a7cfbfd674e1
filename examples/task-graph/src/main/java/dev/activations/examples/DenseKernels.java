package dev.activations.examples;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** The kernel that this program brings itself. */
final class DenseKernels {
  private DenseKernels() {}

  /**
   * A layer, y = x w' + b, with a work-item for each element of y. The work-items stride, so any
   * global and local size will do.
   *
   * @param context the ids of the work-item
   * @param shape {elements of y, columns of y, columns of x}
   * @param x rows x inputs
   * @param w columns x inputs
   * @param b columns
   * @param y gets the result
   */
  static void dense(
      KernelContext context,
      IntArray shape,
      FloatArray x,
      FloatArray w,
      FloatArray b,
      FloatArray y) {
    int elements = shape.get(0);
    int columns = shape.get(1);
    int inputs = shape.get(2);
    for (int i = context.globalIdx; i < elements; i += context.globalGroupSizeX) {
      int row = i / columns;
      int column = i - row * columns;
      float sum = b.get(column);
      for (int k = 0; k < inputs; k++) {
        sum += x.get(row * inputs + k) * w.get(column * inputs + k);
      }
      y.set(i, sum);
    }
  }
}
