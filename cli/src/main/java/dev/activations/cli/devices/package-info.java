/** The subcommand {@code devices}: what can run here, what cannot and why. */
@NullMarked
package dev.activations.cli.devices;

import org.jspecify.annotations.NullMarked;
