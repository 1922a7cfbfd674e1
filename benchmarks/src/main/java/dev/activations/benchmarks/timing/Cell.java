package dev.activations.benchmarks.timing;

import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;

/**
 * What was measured for one work, shape and number of threads. Crosses the pipe between two JVMs as
 * one line.
 *
 * @param work the function and the direction
 * @param shape the shape of the input
 * @param threads the number of threads
 * @param figures by contender, ours among them
 */
public record Cell(Work work, Shape shape, int threads, Map<String, Figure> figures) {
  private static final String SEPARATOR = "\t";
  private static final int FIRST_FIGURE = 3;

  /**
   * Our own figure.
   *
   * @return with a ratio of 1
   */
  public Figure ours() {
    return Objects.requireNonNull(figures.get(Contenders.OURS), "a cell without us");
  }

  /**
   * The fastest of the other systems.
   *
   * @return its name and figure; empty when none has the operation
   */
  public Optional<Entry<String, Figure>> fastestPeer() {
    return figures.entrySet().stream()
        .filter(e -> !Contenders.OWN.contains(e.getKey()))
        .min((a, b) -> Double.compare(a.getValue().nanos(), b.getValue().nanos()));
  }

  /**
   * Writes the cell for a pipe.
   *
   * @return one line
   */
  public String encode() {
    StringBuilder line = new StringBuilder();
    line.append(work).append(SEPARATOR).append(shape).append(SEPARATOR).append(threads);
    figures.forEach(
        (name, figure) -> line.append(SEPARATOR).append(name).append('=').append(figure.encode()));
    return line.toString();
  }

  /**
   * Reads a cell from a pipe.
   *
   * @param line what {@link #encode} wrote
   * @return the cell
   */
  public static Cell decode(String line) {
    String[] fields = line.split(SEPARATOR, -1);
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (int i = FIRST_FIGURE; i < fields.length; i++) {
      int equals = fields[i].indexOf('=');
      figures.put(fields[i].substring(0, equals), Figure.decode(fields[i].substring(equals + 1)));
    }
    return new Cell(
        Work.parse(fields[0]), Shape.parse(fields[1]), Integer.parseInt(fields[2]), figures);
  }
}
