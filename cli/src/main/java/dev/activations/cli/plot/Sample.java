package dev.activations.cli.plot;

/**
 * A point of a function and of its derivative.
 *
 * @param x where
 * @param value f(x)
 * @param derivative f'(x)
 */
record Sample(double x, double value, double derivative) {}
