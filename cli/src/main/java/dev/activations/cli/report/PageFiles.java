package dev.activations.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What the page is made of: files on the class path. */
final class PageFiles {
  private static final List<String> STYLES = List.of("theme", "page", "table", "small");

  /** In the order in which they run. */
  private static final List<String> SCRIPTS =
      List.of(
          "dom",
          "format",
          "data",
          "state",
          "theme",
          "save",
          "panel",
          "chart",
          "roofline",
          "bars",
          "phases",
          "table",
          "breakeven",
          "compare",
          "compareview",
          "headline",
          "accuracy",
          "numbers",
          "machines",
          "filters",
          "main");

  private PageFiles() {}

  static String template() {
    return read("report.html");
  }

  static String style() {
    return all(STYLES, ".css");
  }

  /** One function around all of them, so that they see each other and nobody else does. */
  static String script() {
    return "(() => {\n'use strict';\n" + all(SCRIPTS, ".js") + "})();\n";
  }

  static String library() {
    return read("echarts/dist/echarts.min.js");
  }

  static String notice() {
    return read("echarts/NOTICE") + "\n" + read("echarts/LICENSE");
  }

  private static String all(List<String> names, String extension) {
    return names.stream().map(name -> read(name + extension)).collect(Collectors.joining("\n"));
  }

  private static String read(String name) {
    try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the class path lacks " + name + ": build anew");
      }
      // Browsers read a line's end as \n whatever it was, and the hash is of what they read.
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
