/** The subcommand {@code apply}: a pipeline over a file of any size, along any axis. */
@NullMarked
package dev.activations.cli.apply;

import org.jspecify.annotations.NullMarked;
