package dev.activations.measuring.speed;

/**
 * The time of a call, as the mean over one slot.
 *
 * @param nanosPerCall nanoseconds
 * @param undisturbed whether our threads had their CPUs all the time
 */
public record Sample(double nanosPerCall, boolean undisturbed) {}
