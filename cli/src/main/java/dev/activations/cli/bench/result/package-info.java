/** What {@code activations bench} measured, as it stands in its JSON files. */
@NullMarked
package dev.activations.cli.bench.result;

import org.jspecify.annotations.NullMarked;
