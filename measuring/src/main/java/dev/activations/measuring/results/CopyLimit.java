package dev.activations.measuring.results;

import org.jspecify.annotations.Nullable;

/**
 * A copy of a tensor to another by the same backend: what nothing that reads and writes as many
 * bytes can beat.
 *
 * @param rows of the tensor
 * @param columns of the tensor
 * @param bytes read and written together
 * @param endToEnd a call, the way to the device and back included
 * @param kernel the kernel alone; null for the CPU
 * @param rate the bytes in the time of the kernel, or of the call where there is no kernel
 */
public record CopyLimit(
    int rows, int columns, long bytes, Times endToEnd, @Nullable Times kernel, double rate) {}
