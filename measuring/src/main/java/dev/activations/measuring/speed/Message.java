package dev.activations.measuring.speed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.activations.measuring.results.CopyLimit;
import dev.activations.measuring.results.Measurement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a measuring process says on its stdout, a line each, among what drivers print there. One of
 * the components is there.
 *
 * @param opened the description of the backend, once it is open
 * @param begun the index of the cell that is next
 * @param copy the copy limit of the shape of that cell
 * @param result the cell that was begun last
 * @param failure why the backend cannot be measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
    @Nullable String opened,
    @Nullable Integer begun,
    @Nullable CopyLimit copy,
    @Nullable Measurement result,
    @Nullable String failure) {
  private static final String MARK = "\u0001activations-bench ";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Message opened(String description) {
    return new Message(description, null, null, null, null);
  }

  static Message begun(int cell) {
    return new Message(null, cell, null, null, null);
  }

  static Message of(CopyLimit copy) {
    return new Message(null, null, copy, null, null);
  }

  static Message of(Measurement result) {
    return new Message(null, null, null, result, null);
  }

  /**
   * The message that nothing can be measured.
   *
   * @param failure why
   * @return the message
   */
  public static Message failed(String failure) {
    return new Message(null, null, null, null, failure);
  }

  /** As a line. */
  String encode() {
    try {
      return MARK + MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Finds the message in a line; a driver may have printed something before it.
   *
   * @param line of the process's stdout
   * @return empty when it is somebody else's line
   */
  public static Optional<Message> decode(String line) {
    int start = line.indexOf(MARK);
    if (start < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(line.substring(start + MARK.length()), Message.class));
    } catch (JsonProcessingException torn) {
      return Optional.empty();
    }
  }
}
