package dev.activations.cli.verify.report;

/** Whether a backend keeps its bound. */
public enum Verdict {
  /** It does, on all inputs. */
  OK,
  /** It does on the inputs that there was time for. */
  PARTIAL,
  /** It does not, or it gave no results. */
  FAILED
}
