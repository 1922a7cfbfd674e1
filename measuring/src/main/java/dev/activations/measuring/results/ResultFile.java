package dev.activations.measuring.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Runs as JSON. */
public final class ResultFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String EXPECTED = "expected a file that activations bench wrote";

  private ResultFile() {}

  /**
   * Writes a run.
   *
   * @param run the run
   * @return its JSON
   */
  public static String text(BenchRun run) {
    return write(run) + "\n";
  }

  private static String write(BenchRun run) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(run);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads a run.
   *
   * @param file what {@code activations bench} wrote
   * @return the run
   * @throws IOException when it cannot be read, or is no such file, or one of another version
   */
  public static BenchRun read(Path file) throws IOException {
    JsonNode root;
    try {
      root = MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException malformed) {
      throw refused(file, "is not JSON (" + Malformed.reason(malformed) + "); " + EXPECTED);
    }
    JsonNode format = root.path("format");
    if (!format.isTextual()) {
      throw refused(file, "has no key \"format\"; " + EXPECTED);
    }
    if (!format.textValue().equals(BenchRun.FORMAT)) {
      throw refused(
          file,
          String.format(
              Locale.ROOT,
              "its format is '%s', expected '%s': measure again, or use the version that wrote it",
              format.textValue(),
              BenchRun.FORMAT));
    }
    requireParts(file, root, "machine", "backends", "breakEvens");
    for (JsonNode backend : root.path("backends")) {
      requireParts(file, backend, "selector", "device", "facts", "copies", "results");
    }
    try {
      return MAPPER.treeToValue(root, BenchRun.class);
    } catch (JsonProcessingException other) {
      throw refused(file, "does not fit its format: " + Malformed.reason(other));
    }
  }

  /** What is missing the mapper finds; a null it takes for a value. */
  private static void requireParts(Path file, JsonNode node, String... keys)
      throws FileSystemException {
    for (String key : keys) {
      if (node.path(key).isNull()) {
        throw refused(file, "does not fit its format (" + key + " is null)");
      }
    }
  }

  private static FileSystemException refused(Path file, String reason) {
    return new FileSystemException(file.toString(), null, reason);
  }
}
