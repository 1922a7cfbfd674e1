package dev.activations.benchmarks.report;

import dev.activations.benchmarks.timing.Cell;
import java.util.List;

/** What our calls allocate, the worst of all cells of a shape. */
final class AllocationTable {
  private AllocationTable() {}

  static String markdown(List<Cell> cells) {
    StringBuilder text = new StringBuilder();
    text.append("## Allocation\n\nOnce warm; the largest of all works of the tables above.\n\n");
    text.append("| shape | threads | bytes per call | heap beyond the tensors, 20 calls |\n");
    text.append("|---|---|---|---|\n");
    cells.stream()
        .map(cell -> new Key(cell.shape().toString(), cell.threads()))
        .distinct()
        .forEach(key -> text.append(row(key, cells)));
    return text.toString();
  }

  private record Key(String shape, int threads) {}

  private static String row(Key key, List<Cell> cells) {
    List<Cell> same =
        cells.stream()
            .filter(c -> c.shape().toString().equals(key.shape) && c.threads() == key.threads)
            .toList();
    long bytes = same.stream().mapToLong(c -> c.allocation().bytesPerCall()).max().orElse(0);
    long growth = same.stream().mapToLong(c -> c.allocation().heapGrowth()).max().orElse(0);
    return String.format(
        "| %s | %d | %d | %d KiB |%n", key.shape, key.threads, bytes, growth / 1024);
  }
}
