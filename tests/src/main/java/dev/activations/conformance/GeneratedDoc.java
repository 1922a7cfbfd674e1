package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated file of {@code docs/}: checked by a test, and written by it on request. */
public final class GeneratedDoc {
  private GeneratedDoc() {}

  /**
   * Checks that a file says what was generated now; with {@code -Dactivations.docs.update=true}
   * writes it instead.
   *
   * @param name the name of the file in {@code docs/}
   * @param content what it has to say
   */
  public static void check(String name, String content) {
    Path file = Path.of(System.getProperty("activations.root", ".."), "docs", name);
    try {
      if (Boolean.getBoolean("activations.docs.update")) {
        Files.writeString(file, content, StandardCharsets.UTF_8);
      }
      assertThat(Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "")
          .as("docs/%s is stale: run ./mvnw verify -Dactivations.docs.update=true", name)
          .isEqualTo(content);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
