package dev.activations.measuring.results;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is wrong with a JSON text, in words of people: the parser's name classes of ours. */
public final class Malformed {
  private Malformed() {}

  /**
   * The reason of a failure.
   *
   * @param failure what the parser said
   * @return a few words, with the place in the text or in the object
   */
  public static String reason(JsonProcessingException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      return "it has a key that is not known, " + path(unknown);
    }
    if (failure instanceof MismatchedInputException mismatched) {
      String path = path(mismatched);
      return path.isEmpty()
          ? "it is no object of this kind"
          : "what its key " + path + " has is missing or of another kind";
    }
    if (failure instanceof JsonMappingException mapping) {
      return "its key " + path(mapping) + " has no legal value";
    }
    return syntax(failure.getOriginalMessage()) + place(failure.getLocation());
  }

  /** Such as {@code "backends[0].results"}. */
  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference part : failure.getPath()) {
      if (part.getFieldName() == null) {
        path.append('[').append(part.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(part.getFieldName());
      }
    }
    return path.length() == 0 ? "" : "\"" + path + "\"";
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 0
        ? ""
        : String.format(
            Locale.ROOT, " at line %d, column %d", location.getLineNr(), location.getColumnNr());
  }

  /** The parser's words without the name of a source that it keeps to itself. */
  private static String syntax(String message) {
    return message
        .replaceAll("\\s*\\(start marker at \\[Source: [^\\]]*\\]\\)", "")
        .replaceAll("\\s*\\[Source: [^\\]]*\\]", "")
        .replaceAll("\\s*[\\r\\n]+\\s*", " ")
        .trim();
  }
}
