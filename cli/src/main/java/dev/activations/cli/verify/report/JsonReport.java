package dev.activations.cli.verify.report;

import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.SavedResults;
import java.io.PrintWriter;

/**
 * Results for programs: one JSON object a line, whole in itself, so that a run that is killed
 * leaves what it had found, and files can be concatenated. NaN and infinities are the strings
 * "NaN", "Infinity" and "-Infinity".
 */
public final class JsonReport implements Report {
  private final PrintWriter out;

  /**
   * A report.
   *
   * @param out gets it
   */
  public JsonReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void add(Result result) {
    out.println(SavedResults.line(result));
    out.flush();
  }

  /** Each line ends itself. */
  @Override
  public void end() {}
}
