/**
 * The error of a backend on this machine against the definitions: what {@code activations verify}
 * does, and the errors that {@code activations plot --error} draws.
 */
@NullMarked
package dev.activations.measuring.accuracy;

import org.jspecify.annotations.NullMarked;
