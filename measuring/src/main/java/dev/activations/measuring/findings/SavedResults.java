package dev.activations.measuring.findings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.CatalogueEntry;
import dev.activations.measuring.results.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results that earlier runs wrote with {@code --format json}. */
public final class SavedResults {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> NAMES =
      Catalogue.entries().stream().map(CatalogueEntry::name).toList();

  private static final Comparator<Result> BY_CATALOGUE =
      Comparator.comparingInt(SavedResults::position);

  private SavedResults() {}

  /**
   * Writes a result.
   *
   * @param result the result
   * @return a line of JSON, whole in itself
   */
  public static String line(Result result) {
    try {
      return MAPPER.writeValueAsString(result);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads files.
   *
   * @param files in any order; where two have the same result of the same machine the later counts
   * @return the results, those of one machine together, in the order of the catalogue
   * @throws IOException when a file cannot be read, or is none of {@code verify}
   */
  public static List<Result> read(List<Path> files) throws IOException {
    Map<Machine, Map<String, Result>> machines = new LinkedHashMap<>();
    for (Path file : files) {
      int number = 0;
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (String line : text.split("\\R", -1)) {
        number++;
        if (!line.isBlank()) {
          Result result = parse(file, number, line);
          machines
              .computeIfAbsent(result.machine(), machine -> new LinkedHashMap<>())
              .put(result.title(), result);
        }
      }
    }
    List<Result> all = new ArrayList<>();
    for (Map<String, Result> results : machines.values()) {
      results.values().stream().sorted(BY_CATALOGUE).forEach(all::add);
    }
    return all;
  }

  private static int position(Result result) {
    return NAMES.indexOf(result.function().replaceFirst(":.*", ""));
  }

  private static Result parse(Path file, int number, String line) throws IOException {
    try {
      return MAPPER.readValue(line, Result.class);
    } catch (JsonProcessingException malformed) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: line %d is no result of activations verify --format json: %s",
              file,
              number,
              Malformed.reason(malformed)),
          malformed);
    }
  }
}
