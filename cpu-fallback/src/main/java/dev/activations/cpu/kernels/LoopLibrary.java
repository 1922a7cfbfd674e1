package dev.activations.cpu.kernels;

import org.jspecify.annotations.Nullable;

/** What libraries of loops over single elements have in common. */
public abstract class LoopLibrary implements KernelLibrary {
  private final RowKernels rows;

  /**
   * A library.
   *
   * @param rows its loops over rows
   */
  protected LoopLibrary(RowKernels rows) {
    this.rows = rows;
  }

  @Override
  public final RowKernels rows() {
    return rows;
  }

  @Override
  public final @Nullable RowBatchKernels rowBatches() {
    return null;
  }

  @Override
  public final int multiple() {
    return 1;
  }

  @Override
  public final float maximum(float[] x, int from, int count) {
    return Extremes.maximum(x, from, count);
  }

  @Override
  public final float minimum(float[] x, int from, int count) {
    return Extremes.minimum(x, from, count);
  }
}
