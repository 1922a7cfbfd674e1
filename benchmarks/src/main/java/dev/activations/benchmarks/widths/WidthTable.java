package dev.activations.benchmarks.widths;

import dev.activations.measuring.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The table as Markdown: a row each work, for each JDK plain loops and then each width. */
final class WidthTable {
  private final List<Column> columns;
  private final List<String> rows = new ArrayList<>();
  private final Map<String, String> choices = new TreeMap<>();
  private int cells;
  private int allocating;
  private int slower;

  /** Columns of a JDK stand together, plain loops first. */
  WidthTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row, with a cell for each column; the row. */
  String add(Work work, List<WidthCell> measured) {
    StringBuilder row = new StringBuilder("| `" + work + "` |");
    WidthCell plain = measured.get(0);
    for (int i = 0; i < measured.size(); i++) {
      WidthCell cell = measured.get(i);
      plain = columns.get(i).isPlain() ? cell : plain;
      row.append(' ').append(cell.text(plain)).append(" |");
      cells++;
      allocating += cell.bytes() > 0 ? 1 : 0;
      slower += cell.isSlowerThan(plain) ? 1 : 0;
      if (!cell.choice().isEmpty()) {
        String where = columns.get(i).jdk().getFileName() + ", " + columns.get(i).title();
        choices.put(work + ", " + where, cell.choice());
      }
    }
    rows.add(row.toString());
    return row.toString();
  }

  /** Whether no cell allocates, and none is slower than plain loops. */
  boolean isGood() {
    return allocating == 0 && slower == 0;
  }

  String markdown() {
    StringBuilder text = new StringBuilder("| ns per element |");
    columns.forEach(
        column ->
            text.append(' ')
                .append(column.jdk().getFileName())
                .append(", ")
                .append(column.title())
                .append(" |"));
    text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
    rows.forEach(row -> text.append(row).append('\n'));
    text.append(
        String.format(
            Locale.ROOT,
            "\nOf %d cells %d allocate, and %d are slower than plain loops by more than a tenth.\n",
            cells,
            allocating,
            slower));
    if (!choices.isEmpty()) {
      text.append("\nWhere the widest vectors were refused:\n\n");
      choices.forEach((cell, why) -> text.append("- " + cell + ": " + why + "\n"));
    }
    return text.toString();
  }
}
