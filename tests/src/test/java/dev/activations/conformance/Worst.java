package dev.activations.conformance;

import dev.activations.reference.ReferenceValue;

/** The largest error of a run over many inputs, and the input that causes it. */
final class Worst {
  private int inputs;
  private double ulps;
  private double x;
  private String seen = "";

  void add(double input, ReferenceValue expected, double error, Number actual) {
    inputs++;
    if (error > ulps) {
      ulps = error;
      x = input;
      seen = "expected " + expected + ", found " + actual;
    }
  }

  int inputs() {
    return inputs;
  }

  double ulps() {
    return ulps;
  }

  /** The input in decimal and in hex, for a message. */
  String where() {
    return x + " (" + Double.toHexString(x) + "): " + seen;
  }

  /** The input in decimal and in hex, for a table; nothing where no input made an error. */
  String cell() {
    if (ulps == 0) {
      return "";
    }
    return (float) x == x
        ? (float) x + " (`" + Float.toHexString((float) x) + "`)"
        : x + " (`" + Double.toHexString(x) + "`)";
  }
}
