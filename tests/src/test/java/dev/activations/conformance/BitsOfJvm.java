package dev.activations.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What {@link CpuBits} prints in a JVM of its own, which is the one that runs the test. */
record BitsOfJvm(String description, Map<Integer, Map<String, String>> digests) {
  /**
   * The kernels are compiled by C2 as soon as they have run a little, and no sooner does anybody
   * compute on: bits of the interpreter would prove nothing.
   */
  private static final List<String> COMPILED =
      List.of(
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=BackgroundCompilation,dev.activations.cpu.simd.*::*,false",
          "-XX:CompileCommand=CompileThresholdScaling,dev.activations.cpu.simd.*::*,0.02",
          "-XX:CompileCommand=BackgroundCompilation,dev.activations.cpu.plain.*::*,false",
          "-XX:CompileCommand=CompileThresholdScaling,dev.activations.cpu.plain.*::*,0.1");

  /** Runs it; throws when the child fails. */
  static BitsOfJvm run(List<String> options, List<Integer> threads) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(COMPILED);
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), CpuBits.class.getName()));
    threads.forEach(number -> command.add(number.toString()));
    try {
      Path out = Files.createTempFile("bits", ".out");
      Path err = Files.createTempFile("bits", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(command);
        // A collector that the user asks for would be one beside ours.
        builder
            .environment()
            .keySet()
            .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process child = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
          if (!child.waitFor(10, TimeUnit.MINUTES) || child.exitValue() != 0) {
            throw new AssertionError(
                String.join(" ", command) + " failed and printed: " + Files.readString(err));
          }
        } finally {
          child.destroyForcibly();
        }
        return parse(Files.readAllLines(out));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static BitsOfJvm parse(List<String> lines) {
    String description = "";
    Map<Integer, Map<String, String>> digests = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      if (line.startsWith(CpuBits.DESCRIPTION)) {
        description = line;
      } else if (parts.length == 4) {
        digests
            .computeIfAbsent(Integer.valueOf(parts[0]), threads -> new TreeMap<>())
            .put(parts[1] + ", " + parts[2], parts[3]);
      }
    }
    return new BitsOfJvm(description, digests);
  }
}
