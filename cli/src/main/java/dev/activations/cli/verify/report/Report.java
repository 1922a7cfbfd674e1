package dev.activations.cli.verify.report;

import dev.activations.measuring.findings.Result;
import java.io.IOException;

/** A way to write results; each is written as soon as it is there. */
public interface Report {
  /**
   * Writes one result.
   *
   * @param result the result
   * @throws IOException when it cannot be written
   */
  void add(Result result) throws IOException;

  /** Writes what stands below all results. */
  void end();
}
