package dev.activations.reference;

import dev.activations.Activation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values and derivatives that {@code reference/make_reference_values.py} computed: one line an
 * input, {@code parameters;x;value;derivative}, with comments after {@code #}.
 */
public final class ReferenceTable {
  private ReferenceTable() {}

  /**
   * A function's value and derivative at one input, to 25 digits. Numbers below 1e-400 are zero and
   * those beyond 1e9999 are that.
   *
   * @param parameters the value of each parameter, in the file's order
   * @param x the input
   * @param value the function there
   * @param derivative the derivative there
   */
  public record Line(
      Map<String, Double> parameters, double x, BigDecimal value, BigDecimal derivative) {}

  /**
   * Reads a function's table.
   *
   * @param f the function
   * @return the lines for its parameters; none if they are no example of the catalogue
   * @throws IllegalArgumentException if the function has no file, which lies beside this class
   */
  public static List<Line> of(Activation f) {
    Map<String, Double> parameters = ReferenceFunction.parameters(f);
    return read(ReferenceTable.class, f.name() + ".csv").stream()
        .filter(line -> line.parameters().equals(parameters))
        .toList();
  }

  /** Reads a table beside a class. */
  static List<Line> read(Class<?> beside, String file) {
    List<Line> lines = new ArrayList<>();
    for (String text : contentLines(beside, file)) {
      String[] cells = text.split(";", -1);
      if (cells.length != 4) {
        throw new IllegalArgumentException(file + ": not parameters;x;value;derivative: " + text);
      }
      double x = Double.parseDouble(cells[1]);
      BigDecimal derivative = new BigDecimal(cells[3]);
      lines.add(new Line(parameters(cells[0]), x, new BigDecimal(cells[2]), derivative));
    }
    return List.copyOf(lines);
  }

  private static Map<String, Double> parameters(String text) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (String binding : text.isEmpty() ? new String[0] : text.split(":", -1)) {
      int equals = binding.indexOf('=');
      parameters.put(binding.substring(0, equals), Double.valueOf(binding.substring(equals + 1)));
    }
    return Collections.unmodifiableMap(parameters);
  }

  /** The lines of a file beside a class that are no comments. */
  static List<String> contentLines(Class<?> beside, String file) {
    try (InputStream stream = beside.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("no reference values: " + file);
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
