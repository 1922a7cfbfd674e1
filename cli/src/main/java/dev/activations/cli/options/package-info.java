/**
 * Options that several commands have, each declared once. {@code --format}, {@code --out} and
 * {@code --force} are not among them: what they choose from, write and replace is each command's
 * own, and so is what its help says.
 */
@NullMarked
package dev.activations.cli.options;

import org.jspecify.annotations.NullMarked;
