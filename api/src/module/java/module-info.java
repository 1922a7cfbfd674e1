/**
 * Activation functions over batches of tensors: the API and the catalogue.
 *
 * <p>Backends are other modules, which nobody has to require: a module path that has them is
 * enough. An image made by {@code jlink} holds those that it was told: {@code dev.activations} has
 * the CPU, {@code dev.activations.tornado} the devices.
 */
module dev.activations.api {
  requires org.apache.commons.numbers.core;
  requires org.apache.commons.numbers.gamma;
  requires static org.jspecify;

  exports dev.activations;
  exports dev.activations.catalogue;

  uses dev.activations.BackendProvider;
}
