/** What {@code activations bench} measured, as it stands in its JSON files. */
@NullMarked
package dev.activations.measuring.results;

import org.jspecify.annotations.NullMarked;
