/**
 * What commands say to the person in front of them: how far a long run is, and what was mistyped.
 */
@NullMarked
package dev.activations.cli.terminal;

import org.jspecify.annotations.NullMarked;
