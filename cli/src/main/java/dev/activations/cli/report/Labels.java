package dev.activations.cli.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** What the page calls the runs: as short as tells them apart. */
final class Labels {
  private static final String EXTENSION = ".json";

  /** The name that every run has in its own folder. */
  private static final String COMMON = "bench";

  private Labels() {}

  /** One label for each file, all different. */
  static List<String> of(List<Path> files) {
    List<String> labels = new ArrayList<>(files.stream().map(Labels::name).toList());
    List<String> names = List.copyOf(labels);
    for (int i = 0; i < labels.size(); i++) {
      if (Collections.frequency(names, names.get(i)) > 1) {
        labels.set(i, files.get(i).toString());
      }
    }
    HashSet<String> seen = new HashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      for (int count = 2; !seen.add(labels.get(i)); count++) {
        labels.set(i, label + " (" + count + ")");
      }
    }
    return labels;
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    String bare =
        name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    Path folder = file.toAbsolutePath().normalize().getParent();
    return bare.equals(COMMON) && folder != null && folder.getFileName() != null
        ? folder.getFileName().toString()
        : bare;
  }
}
