package dev.activations.cli.plot;

import dev.activations.cli.plot.drawing.Pen;

/**
 * The colours of Okabe and Ito, which people with any kind of colour vision can tell apart, without
 * their yellow, which is too light for a line on white.
 */
final class Palette {
  static final String VALUE = "#0072b2";
  static final String DERIVATIVE = "#d55e00";
  static final String BOUND = "#009e73";
  static final String WRONG = "#c00000";
  static final String EXCUSED = "#cc79a7";

  /** What lies under a curve, in the curve's colour mixed with white. */
  static final String VALUE_AREA = "#cfe3f0";

  static final String DERIVATIVE_AREA = "#f8dfcc";

  private static final String[] COLOURS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"
  };

  private static final Double[][] DASHES = {
    {}, {7.0, 3.0}, {2.0, 2.0}, {8.0, 2.5, 2.0, 2.5}, {12.0, 3.0}
  };

  private Palette() {}

  /** How many curves it can tell apart. */
  static int size() {
    return COLOURS.length * DASHES.length;
  }

  static String colour(int index) {
    return COLOURS[index % COLOURS.length];
  }

  /** A line that differs from those of all other indices: in colour first, then in its dashes. */
  static Pen pen(int index, double width) {
    return Pen.solid(colour(index), width).dashed(DASHES[index / COLOURS.length]);
  }

  static Pen value(double width) {
    return Pen.solid(VALUE, width);
  }

  static Pen derivative(double width) {
    return Pen.solid(DERIVATIVE, width).dashed(6.0, 3.0);
  }

  static Pen bound() {
    return Pen.solid(BOUND, 1).dashed(6.0, 2.5, 1.5, 2.5);
  }
}
