package dev.activations.tornado.kernels;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/** The kernel that computes nothing: what it takes, no other can undercut. */
public final class CopyKernel {
  private CopyKernel() {}

  /**
   * y = x. On the grid of {@link Grids#elements}: work-items stride over the elements.
   *
   * <p>Moves 8 bytes per element.
   *
   * @param context the ids of the work-item
   * @param shape element 0: the number of elements
   * @param x the input
   * @param y gets the same elements
   */
  public static void copyElements(
      KernelContext context, IntArray shape, FloatArray x, FloatArray y) {
    int count = shape.get(0);
    for (int i = context.globalIdx; i < count; i += context.globalGroupSizeX) {
      y.set(i, x.get(i));
    }
  }
}
