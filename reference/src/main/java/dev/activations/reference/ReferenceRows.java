package dev.activations.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The row operations' results that {@code reference/make_reference_values.py} computed.
 *
 * <p>In {@code rows.csv} a line {@code x;...} begins a row and {@code dy;...} is its upstream
 * gradient; the lines {@code operation;temperature;y;...} and {@code operation;temperature;dx;...}
 * that follow belong to it.
 */
public final class ReferenceRows {
  private static final String FILE = "rows.csv";

  private ReferenceRows() {}

  /**
   * One operation on one row, to 20 digits; numbers below 1e-400 are zero.
   *
   * @param operation softmax, log_softmax, softmin or logsumexp
   * @param temperature the divisor of x, 1 for logsumexp
   * @param x the row, each element a float
   * @param dy the upstream gradient, of as many floats as the operation has results
   * @param y the forward result
   * @param dx the gradient of x
   */
  public record Row(
      String operation,
      double temperature,
      List<Double> x,
      List<Double> dy,
      List<BigDecimal> y,
      List<BigDecimal> dx) {}

  /**
   * Reads the rows of all operations.
   *
   * @return the rows, in the file's order
   * @throws IllegalArgumentException if the file is missing or not of the format
   */
  public static List<Row> all() {
    return read(ReferenceRows.class, FILE);
  }

  /** Reads rows from a file beside a class. */
  static List<Row> read(Class<?> beside, String file) {
    List<Row> rows = new ArrayList<>();
    List<Double> x = List.of();
    List<Double> dy = List.of();
    List<BigDecimal> y = List.of();
    for (String line : ReferenceTable.contentLines(beside, file)) {
      String[] cells = line.split(";", -1);
      if (cells[0].equals("x")) {
        x = numbers(cells, 1).map(Double::valueOf).toList();
      } else if (cells[0].equals("dy")) {
        dy = numbers(cells, 1).map(Double::valueOf).toList();
      } else if (cells.length > 3 && cells[2].equals("y")) {
        y = numbers(cells, 3).map(BigDecimal::new).toList();
      } else if (cells.length > 3 && cells[2].equals("dx")) {
        List<BigDecimal> dx = numbers(cells, 3).map(BigDecimal::new).toList();
        double temperature = Double.parseDouble(cells[1]);
        rows.add(new Row(cells[0], temperature, x, dy.subList(0, y.size()), y, dx));
      } else {
        throw new IllegalArgumentException(file + ": not a line of a row: " + line);
      }
    }
    return List.copyOf(rows);
  }

  private static Stream<String> numbers(String[] cells, int from) {
    return Stream.of(cells).skip(from);
  }
}
