package dev.activations.cli;

import java.util.List;

/** What the user of this machine asks of every JVM, which is not for those that a test starts. */
public final class JvmVariables {
  private static final List<String> NAMES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private JvmVariables() {}

  /** Takes them, and the command's own, from what is started. */
  public static ProcessBuilder without(ProcessBuilder builder) {
    builder
        .environment()
        .keySet()
        .removeIf(name -> NAMES.contains(name) || name.startsWith("ACTIVATIONS_"));
    return builder;
  }
}
