package dev.activations.cpu.plain;

import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.LoopLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Loops of plain Java that the JVM vectorises; for Java 9 and later, whose fma is one instruction.
 */
public final class PlainLibrary extends LoopLibrary {
  /** All functions of the catalogue. */
  public PlainLibrary() {
    super(new GeneratedRows());
  }

  @Override
  public @Nullable ElementwiseKernels find(String function, double[] parameters) {
    return Functions.find(function, parameters);
  }
}
