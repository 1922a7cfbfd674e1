package dev.activations.measuring.findings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a backend keeps its bound. */
public enum Verdict {
  /** It does, on all inputs. */
  @JsonProperty("ok")
  OK,
  /** It does on the inputs that there was time for. */
  @JsonProperty("partial")
  PARTIAL,
  /** It does not, or it gave no results. */
  @JsonProperty("failed")
  FAILED
}
