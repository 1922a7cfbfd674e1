package dev.activations.measuring.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** The parser's words name classes of ours, and a source that it keeps to itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"rows\": 1 | Unexpected end-of-input: expected close marker for Object at line 1",
        "{\"rows\": [1 | what its key \"rows\" has is missing or of another kind",
        "rows | Unrecognized token 'rows'",
        "{\"rows\": x} | Unrecognized token 'x'",
        "[1, 2] | it is no object of this kind",
        "{\"rows\": \"many\"} | what its key \"rows\" has is missing or of another kind",
        "{\"rows\": 1, \"columns\": 2, \"bytes\": 8} | it has a key that is not known, \"bytes\"",
        "{\"rows\": 1} | what its key \"columns\" has is missing or of another kind",
      })
  void theReasonIsForPeople(String text, String reason) {
    JsonProcessingException failure =
        catchThrowableOfType(
            JsonProcessingException.class, () -> MAPPER.readValue(text, Sides.class));
    assertThat(Malformed.reason(failure))
        .startsWith(reason)
        .doesNotContain("Source", "dev.activations")
        .hasLineCount(1);
  }

  private record Sides(int rows, int columns) {}
}
