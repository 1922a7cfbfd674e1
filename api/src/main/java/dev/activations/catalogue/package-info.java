/**
 * The catalogue: what every function is. Name, formula, derivative, range, parameters, values at
 * kinks and infinities, where it is used, and its definition in double precision.
 */
package dev.activations.catalogue;
