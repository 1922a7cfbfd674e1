/** What {@code activations verify} found, as it stands in its lines of JSON. */
@NullMarked
package dev.activations.measuring.findings;

import org.jspecify.annotations.NullMarked;
