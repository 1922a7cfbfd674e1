/** The facts of the machine that measures. */
@NullMarked
package dev.activations.measuring.machine;

import org.jspecify.annotations.NullMarked;
