/**
 * The CPU backend: pure Java on any JDK, the fallback where there is no device and the oracle where
 * there is one. {@link dev.activations.cpu.CpuBackend} is all a caller sees.
 *
 * <pre>{@code
 * try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(2));
 *     Tensor x = cpu.allocate(1, 3, -1f, 0f, 1f)) {
 *   cpu.forward(Activation.MISH, x, x);
 *   String how = cpu.description(); // which loops, and why
 * }
 * }</pre>
 */
package dev.activations.cpu;
