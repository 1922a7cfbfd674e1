package dev.activations.cli.plot.chart;

/**
 * A mark on an axis.
 *
 * @param at where
 * @param label what stands there
 */
public record Tick(double at, String label) {}
