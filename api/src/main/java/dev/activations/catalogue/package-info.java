/**
 * The catalogue: what every function is. Name, formula, derivative, range, parameters, values at
 * kinks and infinities, where it is used, and its definition in double precision.
 *
 * <pre>{@code
 * for (FunctionEntry f : Catalogue.functions()) {
 *   String line = f.name() + "(x) = " + f.formula() + " in " + f.range();
 * }
 * FunctionEntry gelu = Catalogue.function("gelu_erf");
 * double slope = gelu.derivativeAt(-1.5);
 * }</pre>
 */
package dev.activations.catalogue;
