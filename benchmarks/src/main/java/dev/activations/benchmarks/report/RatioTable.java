package dev.activations.benchmarks.report;

import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.timing.Cell;
import dev.activations.benchmarks.timing.Figure;
import dev.activations.measuring.work.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables of figures and ratios in Markdown: one for each shape and number of threads. */
public final class RatioTable {
  private RatioTable() {}

  /**
   * All cells as tables.
   *
   * @param cells what was measured
   * @param level the level of the headings
   * @return Markdown
   */
  public static String markdown(List<Cell> cells, int level) {
    Map<String, List<Cell>> tables = new LinkedHashMap<>();
    for (Cell cell : cells) {
      tables
          .computeIfAbsent(heading(cell.shape(), cell.threads()), h -> new ArrayList<>())
          .add(cell);
    }
    StringBuilder text = new StringBuilder();
    tables.forEach(
        (heading, rows) -> {
          text.append("#".repeat(level)).append(' ').append(heading).append("\n\n");
          table(rows, text);
          text.append('\n');
        });
    return text.toString();
  }

  private static String heading(Shape shape, int threads) {
    return shape + ", " + threads + (threads == 1 ? " thread" : " threads");
  }

  private static void table(List<Cell> cells, StringBuilder text) {
    Set<String> names = new LinkedHashSet<>(List.of(Contenders.OURS));
    cells.forEach(cell -> names.addAll(cell.figures().keySet()));
    List<String> last = List.of(Contenders.COPY, Contenders.BULK, Contenders.NAIVE);
    last.forEach(names::remove);
    names.addAll(last);
    text.append("| ns/element | ").append(String.join(" | ", names));
    text.append(" | ours / fastest peer | ours / copy | naive / ours |\n");
    text.append("|---".repeat(names.size() + 4)).append("|\n");
    for (Cell cell : cells) {
      text.append("| `").append(cell.work()).append("` | ");
      for (String name : names) {
        text.append(nanos(cell.figures().get(name))).append(" | ");
      }
      text.append(cell.fastestPeer().map(RatioTable::peerRatio).orElse("-")).append(" | ");
      text.append(ratio(cell.figures().get(Contenders.COPY))).append(" | ");
      text.append(speedUp(cell.figures().get(Contenders.NAIVE))).append(" |\n");
    }
  }

  /**
   * A cell in short, for people who wait.
   *
   * @param cell what was measured
   * @return one line
   */
  public static String progress(Cell cell) {
    return String.format(
        Locale.ROOT,
        "%s on %s: ours %s ns/element, to the fastest peer %s, to the copy %s",
        cell.work(),
        heading(cell.shape(), cell.threads()),
        nanos(cell.ours()),
        cell.fastestPeer().map(RatioTable::peerRatio).orElse("-"),
        ratio(cell.figures().get(Contenders.COPY)));
  }

  private static String nanos(@Nullable Figure figure) {
    return figure == null
        ? "-"
        : String.format(Locale.ROOT, "%.3g%s", figure.nanos(), figure.disturbed() ? "*" : "");
  }

  private static String peerRatio(Entry<String, Figure> peer) {
    return ratio(peer.getValue()) + " " + peer.getKey();
  }

  /** The ratio with its quartiles, which say how far rounds differed. */
  private static String ratio(@Nullable Figure figure) {
    return figure == null
        ? "-"
        : String.format(
            Locale.ROOT, "%.2f (%.2f-%.2f)", figure.ratio(), figure.low(), figure.high());
  }

  private static String speedUp(@Nullable Figure naive) {
    return naive == null ? "-" : String.format(Locale.ROOT, "%.3g", 1 / naive.ratio());
  }
}
