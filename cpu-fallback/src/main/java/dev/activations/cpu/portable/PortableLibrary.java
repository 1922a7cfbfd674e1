package dev.activations.cpu.portable;

import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.LoopLibrary;
import org.jspecify.annotations.Nullable;

/** Loops for any Java from 8 on and any processor, with an fma that is emulated. */
public final class PortableLibrary extends LoopLibrary {
  /** All functions of the catalogue. */
  public PortableLibrary() {
    super(new GeneratedRows());
  }

  @Override
  public @Nullable ElementwiseKernels find(String function, double[] parameters) {
    return Functions.find(function, parameters);
  }
}
