/** What is measured: a function in a direction, on operands of a shape. */
@NullMarked
package dev.activations.measuring.work;

import org.jspecify.annotations.NullMarked;
