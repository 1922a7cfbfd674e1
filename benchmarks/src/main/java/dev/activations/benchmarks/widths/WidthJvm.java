package dev.activations.benchmarks.widths;

import dev.activations.measuring.work.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The other end of {@link WidthMeasurement}. */
final class WidthJvm implements AutoCloseable {
  private final Column column;
  private final Process process;
  private final PrintWriter questions;
  private final BufferedReader answers;
  private final String name;

  WidthJvm(Column column) throws IOException {
    this.column = column;
    process =
        new ProcessBuilder(column.command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    answers = process.inputReader(StandardCharsets.UTF_8);
    name = answer();
  }

  Column column() {
    return column;
  }

  /** What the JVM calls itself. */
  String name() {
    return name;
  }

  /** Has it become warm; {@link #ready} waits for that. */
  void prepare(Work work) {
    questions.println(work);
  }

  void ready() throws IOException {
    answer();
  }

  WidthCell measure() throws IOException {
    questions.println();
    return WidthCell.decode(answer());
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException(
          "the measuring JVM ended, started as " + String.join(" ", column.command()));
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
