package dev.activations.cli.plot.chart;

import dev.activations.cli.plot.drawing.Lettering;
import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines at its spaces. */
final class Paragraph {
  private Paragraph() {}

  /** What does not fit into the last line ends in an ellipsis. */
  static List<String> lines(String text, Lettering lettering, double width, int most) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && lettering.width(longer) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    if (lines.size() > most) {
      String last = lines.get(most - 1);
      lines = new ArrayList<>(lines.subList(0, most - 1));
      lines.add(shortened(last, lettering, width));
    }
    return lines;
  }

  private static String shortened(String text, Lettering lettering, double width) {
    String kept = text;
    while (!kept.isEmpty() && lettering.width(kept + " …") > width) {
      kept = kept.substring(0, kept.length() - 1);
    }
    return kept + " …";
  }
}
