package dev.activations.cli.devices;

import dev.activations.BackendInfo;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The devices for a terminal of 80 columns: a paragraph each. */
final class TextDevices {
  private static final int WIDTH = 80;
  private static final int INDENT = 18;

  private final PrintWriter out;

  TextDevices(PrintWriter out) {
    this.out = out;
  }

  void print(Stream<DeviceEntry> entries) {
    entries.forEach(this::print);
    Automatic automatic = Automatic.find();
    if (automatic.failure() == null) {
      line("auto", "takes " + automatic.selector() + " here");
    } else {
      line("auto", "cannot be opened: " + automatic.failure());
    }
  }

  private void print(DeviceEntry entry) {
    BackendInfo info = entry.info();
    line(info.selector(), info.isUsable() ? "usable" : "not usable");
    line("  device", device(info.device()));
    line("  description", info.description());
    info.facts().forEach((name, value) -> line("  " + name, value));
    line("  reason", info.reason());
    line("  fix", info.fix());
    line("  break-even", breakEven(entry.breakEven()));
    line("  failed", entry.failure());
    out.println();
    out.flush();
  }

  private static String device(BackendInfo.Device device) {
    return switch (device) {
      case CPU -> "CPU";
      case GPU -> "GPU";
      case OTHER -> "another, such as a CPU behind a driver";
    };
  }

  private static @Nullable String breakEven(@Nullable OptionalLong elements) {
    if (elements == null) {
      return null;
    }
    if (elements.isEmpty()) {
      return "never faster than the CPU here";
    }
    return String.format(
        Locale.ROOT,
        "from %d elements on faster than the CPU, %s",
        elements.getAsLong(),
        DeviceEntry.isSet() ? "says " + DeviceEntry.PROPERTY : "transfers included");
  }

  /** A label and a text, which goes on below itself where a line is full. */
  private void line(String label, @Nullable String text) {
    if (text == null) {
      return;
    }
    StringBuilder line = new StringBuilder(label);
    pad(line);
    int start = line.length();
    for (String word : text.split(" ", -1)) {
      if (line.length() > start) {
        if (line.length() + 1 + word.length() > WIDTH) {
          out.println(line);
          line.setLength(0);
          pad(line);
          start = line.length();
        } else {
          line.append(' ');
        }
      }
      line.append(word);
    }
    out.println(line);
  }

  private static void pad(StringBuilder line) {
    do {
      line.append(' ');
    } while (line.length() < INDENT);
  }
}
