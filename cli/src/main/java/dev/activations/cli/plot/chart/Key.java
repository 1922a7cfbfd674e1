package dev.activations.cli.plot.chart;

import dev.activations.cli.plot.drawing.Pen;

/** What a legend explains. */
public sealed interface Key {
  /**
   * The explanation.
   *
   * @return a few words
   */
  String label();

  /**
   * A kind of line.
   *
   * @param label what it means
   * @param pen how it is drawn
   */
  record Line(String label, Pen pen) implements Key {}

  /**
   * A kind of point.
   *
   * @param label what it means
   * @param dot how it is drawn
   */
  record Point(String label, Dot dot) implements Key {}
}
