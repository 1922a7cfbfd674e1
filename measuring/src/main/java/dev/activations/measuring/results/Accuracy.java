package dev.activations.measuring.results;

import org.jspecify.annotations.Nullable;

/**
 * Results that were compared with the definition before anything was timed.
 *
 * @param good whether all of them are within the bound
 * @param bound what the backend promises
 * @param maxUlp the largest error in units in the last place, of what needs no absolute allowance
 * @param maxAbsolute the largest absolute error
 * @param worst the input with the largest error; null when all are exact
 * @param inputs how many results were compared
 */
public record Accuracy(
    boolean good,
    String bound,
    double maxUlp,
    double maxAbsolute,
    @Nullable String worst,
    long inputs) {}
