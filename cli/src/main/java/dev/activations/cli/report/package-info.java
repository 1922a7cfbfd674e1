/** The page that shows what {@code activations bench} measured. */
@NullMarked
package dev.activations.cli.report;

import org.jspecify.annotations.NullMarked;
