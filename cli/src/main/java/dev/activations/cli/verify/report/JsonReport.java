package dev.activations.cli.verify.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;

/**
 * Results for programs: one JSON object a line, whole in itself, so that a run that is killed
 * leaves what it had found, and files can be concatenated. NaN and infinities are the strings
 * "NaN", "Infinity" and "-Infinity".
 */
public final class JsonReport implements Report {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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
  public void add(Result result) throws JsonProcessingException {
    out.println(MAPPER.writeValueAsString(result));
    out.flush();
  }

  /** Each line ends itself. */
  @Override
  public void end() {}
}
