package dev.activations.benchmarks.widths;

import dev.activations.measuring.jvm.JavaCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A column of the table: a JDK, and the widest vectors that the CPU backend may take.
 *
 * @param jdk its folder
 * @param bits of a vector; 0 for plain loops
 */
record Column(Path jdk, int bits) {
  boolean isPlain() {
    return bits == 0;
  }

  String title() {
    return isPlain() ? "plain" : bits + " bits";
  }

  /** How its JVM is started. */
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.java(jdk));
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    if (isPlain()) {
      command.add("-Dactivations.cpu.path=plain");
    } else {
      command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
      command.add("-Dactivations.cpu.vectorBits=" + bits);
    }
    command.addAll(JavaCommand.running(WidthMeasurement.class));
    return command;
  }
}
