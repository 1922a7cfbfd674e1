/** How a JVM is started that measures for this one. */
@NullMarked
package dev.activations.measuring.jvm;

import org.jspecify.annotations.NullMarked;
