/** What every backend must pass, and the tools for it: inputs, errors in ULP, generated tables. */
@NullMarked
package dev.activations.conformance;

import org.jspecify.annotations.NullMarked;
