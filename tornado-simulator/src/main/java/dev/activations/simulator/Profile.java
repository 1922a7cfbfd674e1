package dev.activations.simulator;

/**
 * Where the time of an execution went, in nanoseconds, and what was copied, in bytes.
 *
 * @param total all of it
 * @param compile compiling
 * @param write copying to the device
 * @param read copying to the host
 * @param kernels running the tasks
 * @param bytesIn copied to the device
 * @param bytesOut copied to the host
 */
public record Profile(
    long total, long compile, long write, long read, long kernels, long bytesIn, long bytesOut) {
  static final Profile NONE = new Profile(0, 0, 0, 0, 0, 0, 0);
}
