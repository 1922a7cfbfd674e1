package dev.activations.benchmarks.widths;

import java.util.Locale;

/**
 * What was measured of a work in a column.
 *
 * @param nanos of an element, the least
 * @param bytes that a call allocates, the least
 * @param choice what computes, where that are not the widest vectors, and why; else empty
 */
record WidthCell(double nanos, long bytes, String choice) {
  /** Differences that repeated runs have. */
  private static final double NOISE = 1.1;

  static WidthCell decode(String line) {
    String[] parts = line.split("\t", 3);
    return new WidthCell(Double.parseDouble(parts[0]), Long.parseLong(parts[1]), parts[2]);
  }

  String encode() {
    return nanos + "\t" + bytes + "\t" + choice;
  }

  /** The better of two measurements. */
  WidthCell or(WidthCell other) {
    return new WidthCell(Math.min(nanos, other.nanos), Math.min(bytes, other.bytes), other.choice);
  }

  boolean isSlowerThan(WidthCell plain) {
    return nanos > NOISE * plain.nanos;
  }

  String text(WidthCell plain) {
    String text = String.format(Locale.ROOT, "%.3g", nanos);
    text += choice.isEmpty() ? "" : " (refused)";
    text += isSlowerThan(plain) ? " **slower**" : "";
    return bytes == 0 ? text : text + " **" + bytes + " B**";
  }
}
