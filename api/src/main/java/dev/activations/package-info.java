/**
 * Neural activation functions over batches of tensors: the API.
 *
 * <p>{@link dev.activations.Backends#open} gives a {@link dev.activations.Backend}; it allocates
 * {@link dev.activations.Tensor}s and puts them through {@link dev.activations.Activation}s, {@link
 * dev.activations.RowOperation}s and {@link dev.activations.Pipeline}s of both.
 */
package dev.activations;
