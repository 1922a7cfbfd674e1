/** The subcommand {@code list}: the catalogue as text, Markdown and JSON. */
@NullMarked
package dev.activations.cli.listing;

import org.jspecify.annotations.NullMarked;
