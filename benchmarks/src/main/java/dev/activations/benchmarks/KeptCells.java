package dev.activations.benchmarks;

import dev.activations.benchmarks.timing.Cell;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file to which each cell is added as soon as it was measured, so that a run that was ended goes
 * on where it was. Its first line says on what was measured, lines that begin with {@value
 * #COMMAND} with which commands.
 */
final class KeptCells {
  private static final String COMMAND = "# ";

  private final @Nullable Path file;
  private final List<String> commands = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();

  private KeptCells(@Nullable Path file) {
    this.file = file;
  }

  /** Keeps nothing. */
  static KeptCells none() {
    return new KeptCells(null);
  }

  /**
   * Reads what is there, or begins a new file.
   *
   * @throws IllegalArgumentException when it holds cells of something else, or something else
   */
  static KeptCells open(Path file, String measuredOn) throws IOException {
    KeptCells kept = new KeptCells(file);
    if (!Files.exists(file)) {
      kept.append(measuredOn);
      return kept;
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).equals(measuredOn)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s holds no cells of \"%s\", its first line is \"%s\": give a file that is not"
                  + " there yet",
              file,
              measuredOn,
              lines.isEmpty() ? "" : lines.get(0)));
    }
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(COMMAND)) {
        kept.commands.add(line.substring(COMMAND.length()));
      } else {
        kept.cells.add(Cell.decode(line));
      }
    }
    return kept;
  }

  /** What was measured before; empty when that was not. */
  Optional<Cell> find(Work work, Shape shape, int threads) {
    return cells.stream()
        .filter(
            cell ->
                cell.work().equals(work) && cell.shape().equals(shape) && cell.threads() == threads)
        .findFirst();
  }

  /** All cells, in the order in which they were measured. */
  List<Cell> cells() {
    return List.copyOf(cells);
  }

  /** The commands that measured something. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  /** A cell that a command measured. */
  void add(Cell cell, String command) throws IOException {
    cells.add(cell);
    if (!commands.contains(command)) {
      commands.add(command);
      append(COMMAND + command);
    }
    append(cell.encode());
  }

  private void append(String line) throws IOException {
    if (file != null) {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }
}
