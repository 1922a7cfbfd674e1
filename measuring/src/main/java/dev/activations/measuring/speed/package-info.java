/** What the process that measures one backend does. */
@NullMarked
package dev.activations.measuring.speed;

import org.jspecify.annotations.NullMarked;
