/**
 * Surfaces to draw on, in one set of calls: an SVG and a picture of pixels. Where things go is
 * decided before, with the widths of {@link dev.activations.cli.plot.drawing.Lettering}, so that
 * both show the same and an SVG needs no font of the machine that writes it.
 */
@NullMarked
package dev.activations.cli.plot.drawing;

import org.jspecify.annotations.NullMarked;
