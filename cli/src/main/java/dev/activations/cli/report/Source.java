package dev.activations.cli.report;

import dev.activations.measuring.results.BenchRun;

/**
 * A run and what the page calls it.
 *
 * @param label tells it from the other runs of the page
 * @param run what was measured
 */
public record Source(String label, BenchRun run) {}
