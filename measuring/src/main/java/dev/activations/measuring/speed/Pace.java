package dev.activations.measuring.speed;

/**
 * How long things are called.
 *
 * @param warmMillis before anything counts, since it last became faster; a quarter of it on devices
 * @param mostWarmMillis before anything counts, at most
 * @param sampleMillis for the samples
 * @param samples how many there are at least, however long they take
 */
public record Pace(long warmMillis, long mostWarmMillis, long sampleMillis, int samples) {}
