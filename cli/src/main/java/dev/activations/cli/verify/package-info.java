/**
 * The subcommand {@code verify}: the measured error of a backend on this machine against the
 * definitions.
 */
@NullMarked
package dev.activations.cli.verify;

import org.jspecify.annotations.NullMarked;
