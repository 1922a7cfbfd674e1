package dev.activations.measuring.results;

/**
 * What compiling a program for a device took.
 *
 * @param toSource from Java's bytecode to the source for the driver
 * @param byDriver from that source to the device's code
 */
public record Compilation(double toSource, double byDriver) {}
