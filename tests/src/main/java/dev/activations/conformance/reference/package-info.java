/**
 * An evaluator of the printed formulas to about thirty digits, independent of the product's code.
 *
 * <p>The text of a formula is executable. {@link
 * dev.activations.conformance.reference.ReferenceFunction} evaluates it in Java with a proven error
 * bound; the script {@code tests/reference/make_reference_values.py} evaluates the same text with
 * mpmath, and its files pin this package.
 */
@NullMarked
package dev.activations.conformance.reference;

import org.jspecify.annotations.NullMarked;
