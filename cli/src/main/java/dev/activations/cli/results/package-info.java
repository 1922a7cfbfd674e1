/** What {@code activations bench} measured, as it stands in its JSON files. */
@NullMarked
package dev.activations.cli.results;

import org.jspecify.annotations.NullMarked;
