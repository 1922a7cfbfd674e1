/**
 * Activation functions over batches of tensors: the CPU backend, and with it the API. What requires
 * this module needs no other.
 *
 * <p>SIMD needs {@code --add-modules jdk.incubator.vector}, on the module path, too.
 */
module dev.activations {
  requires transitive dev.activations.api;
  requires org.apache.commons.numbers.core;
  requires static jdk.incubator.vector;
  requires static org.jspecify;

  provides dev.activations.BackendProvider with
      dev.activations.cpu.CpuBackendProvider;
}
