package dev.activations.cli.verify;

import dev.activations.cli.verify.report.Report;
import dev.activations.measuring.findings.Result;
import dev.activations.measuring.findings.Verdict;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What all results together say: nothing when each bound is kept, else one line. */
final class Conclusion {
  private final Report report;
  private @Nullable String first;
  private int failed;

  Conclusion(Report report) {
    this.report = report;
  }

  void add(Result result) throws IOException {
    report.add(result);
    if (result.verdict() == Verdict.FAILED) {
      first = failed == 0 ? result.complaint() : first;
      failed++;
    } else if (result.verdict() == Verdict.PARTIAL) {
      first = first == null ? result.complaint() : first;
    }
  }

  /** Ends the report; gives the line for stderr, or null when all is well. */
  @Nullable String end(boolean stopped) {
    report.end();
    if (failed > 1) {
      return first + " (and " + (failed - 1) + " more of the results failed)";
    }
    return first == null && stopped ? "stopped before all results were there" : first;
  }
}
