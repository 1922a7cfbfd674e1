/**
 * The machine behind the simulated TornadoVM API. It computes what a device would compute, and
 * turns what a device would silently get wrong into a {@link
 * dev.activations.simulator.SimulationError}.
 */
package dev.activations.simulator;
