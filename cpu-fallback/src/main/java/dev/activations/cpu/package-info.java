/**
 * The CPU backend: pure Java on any JDK, the fallback where there is no device and the oracle where
 * there is one. {@link dev.activations.cpu.CpuBackend} is all a caller sees.
 */
package dev.activations.cpu;
