package dev.activations.measuring.findings;

import org.jspecify.annotations.Nullable;

/**
 * How far the finite results were from the true values.
 *
 * @param maxUlp the largest error in units in the last place, of the results that are not excused
 * @param meanUlp the mean of these errors
 * @param worst where the largest one is; null when all are zero
 * @param maxAbsolute the largest absolute error where |x| &lt;= 10
 * @param beyond how many results are beyond the bound
 * @param excused how many are beyond its ULP, and within its absolute part or that of cancelling
 *     terms
 * @param maxExcused the largest absolute error of the excused ones
 * @param maxOfTerms for backwards of rows the largest error in 2^-24 of the magnitudes of its
 *     terms; else null
 */
public record Errors(
    double maxUlp,
    double meanUlp,
    @Nullable Point worst,
    double maxAbsolute,
    long beyond,
    long excused,
    double maxExcused,
    @Nullable Double maxOfTerms) {}
