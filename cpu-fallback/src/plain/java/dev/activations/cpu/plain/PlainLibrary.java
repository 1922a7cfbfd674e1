package dev.activations.cpu.plain;

import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.Extremes;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.RowKernels;
import dev.activations.cpu.kernels.ShortRowKernels;
import org.jspecify.annotations.Nullable;

/** Loops of plain Java that the JVM vectorises; for Java 9 and later, whose fma is one instruction. */
public final class PlainLibrary implements KernelLibrary {
  private final RowKernels rows = new GeneratedRows();

  /** All functions of the catalogue. */
  public PlainLibrary() {}

  @Override
  public @Nullable ElementwiseKernels find(String function, double[] parameters) {
    return Functions.find(function, parameters);
  }

  @Override
  public RowKernels rows() {
    return rows;
  }

  @Override
  public @Nullable ShortRowKernels shortRows() {
    return null;
  }

  @Override
  public int multiple() {
    return 1;
  }

  @Override
  public float maximum(float[] x, int from, int count) {
    return Extremes.maximum(x, from, count);
  }

  @Override
  public float minimum(float[] x, int from, int count) {
    return Extremes.minimum(x, from, count);
  }
}
