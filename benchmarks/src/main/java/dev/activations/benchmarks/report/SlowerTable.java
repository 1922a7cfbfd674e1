package dev.activations.benchmarks.report;

import dev.activations.benchmarks.timing.Cell;
import dev.activations.benchmarks.timing.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** Where another system is faster, the worst first, and what is known of the reasons. */
final class SlowerTable {
  private static final String PYTORCH = "PyTorch";

  private SlowerTable() {}

  static String markdown(List<Cell> cells) {
    List<Cell> slower =
        cells.stream()
            .filter(cell -> ratio(cell) > 1)
            .sorted(Comparator.comparingDouble(SlowerTable::ratio).reversed())
            .toList();
    StringBuilder text = new StringBuilder("## Where another system is faster\n\n");
    long compared = cells.stream().filter(cell -> cell.fastestPeer().isPresent()).count();
    text.append(
        String.format(
            Locale.ROOT,
            "%d of the %d rows that another system has, too. `noise`: the quartiles of the ratio"
                + " are on both sides of 1.%n%n",
            slower.size(),
            compared));
    if (!slower.isEmpty()) {
      text.append("| work | shape | threads | ours / fastest peer | ours / PyTorch | |\n");
      text.append("|---|---|---|---|---|---|\n");
      slower.forEach(cell -> text.append(row(cell)));
      text.append('\n');
    }
    return text.append(reasons()).append('\n').toString();
  }

  private static double ratio(Cell cell) {
    return cell.fastestPeer().map(peer -> peer.getValue().ratio()).orElse(0.0);
  }

  private static String row(Cell cell) {
    Entry<String, Figure> peer = cell.fastestPeer().orElseThrow();
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %d | %.2f %s | %s | %s |%n",
        cell.work(),
        cell.shape(),
        cell.threads(),
        peer.getValue().ratio(),
        peer.getKey(),
        pytorch(cell.figures().get(PYTORCH)),
        peer.getValue().low() < 1 ? "noise" : "");
  }

  private static String pytorch(@Nullable Figure figure) {
    return figure == null ? "-" : String.format(Locale.ROOT, "%.2f", figure.ratio());
  }

  /** Written by hand, since no measurement knows them. */
  private static String reasons() {
    try (InputStream text = SlowerTable.class.getResourceAsStream("reasons.md")) {
      if (text == null) {
        throw new IllegalStateException("reasons.md is not among the resources: build again");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
