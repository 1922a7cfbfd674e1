package dev.activations.benchmarks.contenders;

import dev.activations.benchmarks.task.Contender;

/**
 * A contender that takes part.
 *
 * @param name one of {@link Contenders#names}
 * @param contender who it is
 */
public record Entrant(String name, Contender contender) {}
