package dev.activations.measuring.results;

import java.util.List;

/**
 * One run of {@code activations bench}. The components of this record and of those in it are the
 * keys of the JSON; times are in seconds, sizes in bytes, rates in 10^9 bytes a second.
 *
 * @param format {@link #FORMAT}, which other versions of the file do not have
 * @param started when it began, ISO 8601 in UTC
 * @param seconds how long it took
 * @param effort quick, default or full
 * @param complete false when it was stopped before the last measurement
 * @param machine where it ran
 * @param backends what was measured, backend by backend
 * @param breakEvens from which size on a device is faster than the CPU
 */
public record BenchRun(
    String format,
    String started,
    double seconds,
    String effort,
    boolean complete,
    BenchMachine machine,
    List<BackendRun> backends,
    List<BreakEvenSize> breakEvens) {
  /** Name and version of the format. */
  public static final String FORMAT = "activations bench 1";
}
