/**
 * Activation functions over batches of tensors: the API, the catalogue and the CPU backend.
 *
 * <p>SIMD needs {@code --add-modules jdk.incubator.vector}, on the module path, too.
 */
module dev.activations {
  requires org.apache.commons.numbers.core;
  requires org.apache.commons.numbers.gamma;
  requires static jdk.incubator.vector;
  requires static org.jspecify;

  exports dev.activations;
  exports dev.activations.catalogue;

  uses dev.activations.BackendProvider;

  provides dev.activations.BackendProvider with
      dev.activations.cpu.CpuBackendProvider;
}
