/** The command {@code activations}: its subcommands, its exit codes, its errors. */
@NullMarked
package dev.activations.cli;

import org.jspecify.annotations.NullMarked;
