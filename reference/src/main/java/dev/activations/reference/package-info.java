/**
 * What is true: an evaluator of the printed formulas to at least 21 digits, independent of the code
 * that it judges, and reference values from mpmath.
 *
 * <p>The text of a formula is executable. {@link dev.activations.reference.ReferenceFunction}
 * evaluates it in Java with a proven error bound; the script {@code
 * reference/make_reference_values.py} evaluates the same text with mpmath, and its files pin this
 * package.
 */
@NullMarked
package dev.activations.reference;

import org.jspecify.annotations.NullMarked;
