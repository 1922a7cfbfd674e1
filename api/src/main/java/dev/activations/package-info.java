/**
 * Neural activation functions over batches of tensors: the API.
 *
 * <p>{@link dev.activations.Backends#open} gives a {@link dev.activations.Backend}; it allocates
 * {@link dev.activations.Tensor}s and puts them through {@link dev.activations.Activation}s, {@link
 * dev.activations.RowOperation}s and {@link dev.activations.Pipeline}s of both.
 *
 * <pre>{@code
 * try (Backend backend = Backends.open("auto"); // a GPU, or else the CPU
 *     Tensor x = backend.allocate(2, 3, 1f, -2f, 3f, -4f, 5f, -6f); // 2 rows, 3 columns
 *     Tensor y = backend.allocate(2, 3)) {
 *   backend.run(Pipeline.parse("gelu_erf,softmax"), x, y);
 *   float[] probabilities = y.toArray();
 * }
 * }</pre>
 */
package dev.activations;
