package dev.activations.measuring.results;

import org.jspecify.annotations.Nullable;

/**
 * From which size on a device is faster than the CPU, transfers included.
 *
 * @param backend the device
 * @param against the fastest backend of the CPU that was measured
 * @param function the function
 * @param direction its direction
 * @param elements between two sizes that were measured; the smallest one where the device always is
 *     faster; null where it never is
 */
public record BreakEvenSize(
    String backend, String against, String function, String direction, @Nullable Long elements) {}
