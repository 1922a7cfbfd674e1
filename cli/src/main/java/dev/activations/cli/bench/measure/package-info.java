/** What the process that measures one backend does. */
@NullMarked
package dev.activations.cli.bench.measure;

import org.jspecify.annotations.NullMarked;
