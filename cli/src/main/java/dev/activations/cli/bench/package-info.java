/** The command {@code activations bench}. */
@NullMarked
package dev.activations.cli.bench;

import org.jspecify.annotations.NullMarked;
