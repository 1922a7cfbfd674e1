package dev.activations.benchmarks;

import dev.activations.benchmarks.timing.Cell;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The other end of {@link Measurement}: asks for one cell after the other. */
final class MeasuringClient {
  private final PrintWriter questions;
  private final BufferedReader answers;
  private final Map<String, String> who = new LinkedHashMap<>();

  MeasuringClient(PrintWriter questions, BufferedReader answers) {
    this.questions = questions;
    this.answers = answers;
  }

  /** Who takes part, by name, with version; known once the first cell is measured. */
  Map<String, String> who() {
    return who;
  }

  /**
   * Measures a cell.
   *
   * @throws IllegalStateException when somebody computes nonsense, or the other end is gone
   */
  Cell measure(Work work, Shape shape) throws IOException {
    questions.println(work + "\t" + shape);
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      String[] parts = line.split("\t", 2);
      switch (parts[0]) {
        case Measurement.WHO -> {
          String[] entry = parts[1].split("\t", 2);
          who.put(entry[0], entry[1]);
        }
        case Measurement.CELL -> {
          return Cell.decode(parts[1]);
        }
        case Measurement.FAILED -> throw new IllegalStateException(parts[1]);
        default -> System.err.println(line); // a native library that prints
      }
    }
    throw new IllegalStateException(
        "the measuring JVM ended at " + work + " on " + shape + ": its stderr says why");
  }
}
