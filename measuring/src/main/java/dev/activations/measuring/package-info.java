/** Measures backends: how accurate and how fast they are, on what machine. */
@NullMarked
package dev.activations.measuring;

import org.jspecify.annotations.NullMarked;
