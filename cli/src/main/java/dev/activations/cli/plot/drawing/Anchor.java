package dev.activations.cli.plot.drawing;

import java.util.Locale;

/** Which part of a text stands at its point. */
public enum Anchor {
  /** The first letter. */
  START(0),
  /** The middle. */
  MIDDLE(0.5),
  /** The last letter. */
  END(1);

  private final double part;

  Anchor(double part) {
    this.part = part;
  }

  /** The part of the width that lies before the point. */
  double part() {
    return part;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
