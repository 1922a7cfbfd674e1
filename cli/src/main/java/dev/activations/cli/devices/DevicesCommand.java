package dev.activations.cli.devices;

import dev.activations.BackendInfo;
import dev.activations.Backends;
import dev.activations.Step;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code activations devices}. */
@Command(
    name = "devices",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Print what can run here, what cannot and why.",
    description = {
      "",
      "For each device also from how many elements on it is faster than the CPU, the way there and"
          + " back included, which takes seconds to measure.",
      ""
    },
    footer = {
      "",
      "Keys of --format json:",
      "  auto        what --backend auto takes here; null when it cannot be opened",
      "  autoFailure why it cannot; else null",
      "  backends    one object each:",
      "    selector, device (cpu, gpu, other), description, usable (true, false)",
      "    reason, fix   why it cannot be used and what to do; null when it can",
      "    facts         what else is known of the device, names and values for people",
      "    breakEven     null for the CPU and where nothing was measured, else",
      "                  elements (null: never faster than the CPU here) and",
      "                  source (measured, or the property that set it)",
      "    failure       what went wrong while it was measured; else null"
    })
public final class DevicesCommand implements Callable<Integer> {
  /** How the devices are printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Spec private CommandSpec spec;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text)")
  private Format format = Format.TEXT;

  @Option(names = "--no-measure", description = "measure nothing")
  private boolean unmeasured;

  @Option(
      names = "--warm",
      arity = "0..1",
      fallbackValue = Warmth.ALL,
      paramLabel = "STEPS",
      description = {
        "first compute with functions and row operations, such as --warm=gelu,softmax, or"
            + " with all of them, so that the CPU names those that it does not compute with its"
            + " widest vectors, and why: nanoseconds an element, and bytes that a run allocates."
            + " Each takes a second or two, all some five minutes"
      })
  private @Nullable String warm;

  /** Called by picocli. */
  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public DevicesCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (warm != null) {
      Warmth.spread(steps(warm));
    }
    List<BackendInfo> infos = Backends.list();
    // Lazily: on a terminal each appears as soon as it is measured.
    Stream<DeviceEntry> entries = infos.stream().map(info -> DeviceEntry.of(info, !unmeasured));
    switch (format) {
      case TEXT -> new TextDevices(out).print(entries);
      case JSON -> JsonDevices.print(out, entries.toList());
    }
    if (out.checkError()) {
      throw new IOException("stdout: the devices could not be written whole");
    }
    return 0;
  }

  private List<Step> steps(String text) {
    try {
      return Warmth.steps(text);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), "--warm: " + unknown.getMessage(), unknown);
    }
  }
}
