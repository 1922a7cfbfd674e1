package dev.activations.cli.bench;

import dev.activations.measuring.speed.Pace;

/** How much is measured, and how thoroughly. */
enum Effort {
  /** A minute: a few functions on three sizes. */
  QUICK("quick"),
  /** Minutes: the catalogue on one size, a few functions on many. */
  DEFAULT("default"),
  /** The catalogue with all examples, in all directions, on all sizes. */
  FULL("full");

  private final String text;

  Effort(String text) {
    this.text = text;
  }

  Pace pace() {
    return switch (this) {
      case QUICK -> new Pace(200, 3000, 60, 3);
      case DEFAULT -> new Pace(300, 4000, 150, 5);
      case FULL -> new Pace(500, 6000, 400, 9);
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
