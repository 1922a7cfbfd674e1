/**
 * Figures of panels with axes, curves and a legend: what is shown, apart from what it means and
 * from what it is drawn on.
 */
@NullMarked
package dev.activations.cli.plot.chart;

import org.jspecify.annotations.NullMarked;
