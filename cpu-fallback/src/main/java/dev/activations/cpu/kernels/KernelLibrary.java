package dev.activations.cpu.kernels;

import org.jspecify.annotations.Nullable;

/**
 * One implementation of all float32 loops. There are three, generated from one description of each
 * algorithm, and they give the same bits: for vectors, for loops of plain Java that the JVM
 * vectorises, and for any Java from 8 on.
 */
public interface KernelLibrary {
  /**
   * The kernels of a function.
   *
   * @param function its name in the catalogue
   * @param parameters its parameters
   * @return null when there are none
   */
  @Nullable ElementwiseKernels find(String function, double[] parameters);

  /**
   * The loops over rows.
   *
   * @return always the same object
   */
  RowKernels rows();

  /**
   * The loops over many rows at a time.
   *
   * @return null where they would be no faster than row by row
   */
  @Nullable RowBatchKernels rowBatches();

  /**
   * What counts are a multiple of.
   *
   * @return 1 for any count
   */
  int multiple();

  /**
   * The largest element; NaN does not count.
   *
   * @param x the elements
   * @param from index of the first one
   * @param count how many
   * @return -infinity if there is none
   */
  float maximum(float[] x, int from, int count);

  /**
   * The smallest element; NaN does not count.
   *
   * @param x the elements
   * @param from index of the first one
   * @param count how many
   * @return infinity if there is none
   */
  float minimum(float[] x, int from, int count);
}
