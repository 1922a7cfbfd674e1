package dev.activations.cli.plot.drawing;

/**
 * How large something is.
 *
 * @param width to the right
 * @param height down
 */
public record Size(double width, double height) {}
