/**
 * The subcommand {@code plot}: functions, their derivatives and the errors of backends as pictures.
 */
@NullMarked
package dev.activations.cli.plot;

import org.jspecify.annotations.NullMarked;
