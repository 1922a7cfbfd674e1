package dev.activations.cli.plot.chart;

/**
 * A remark above a panel's frame, with a thin line down from it.
 *
 * @param x where, on the panel's axis
 * @param text a few words
 */
public record Note(double x, String text) {}
