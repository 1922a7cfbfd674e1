/** Output files that appear whole under their names or not at all. */
@NullMarked
package dev.activations.output;

import org.jspecify.annotations.NullMarked;
