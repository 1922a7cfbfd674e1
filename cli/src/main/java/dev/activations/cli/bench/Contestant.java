package dev.activations.cli.bench;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A backend that is measured, and the JVM for it.
 *
 * @param name what it is called in the results
 * @param selector what opens it in its process
 * @param device cpu, gpu or other
 * @param description one line for people
 * @param facts of its device
 * @param command a java with its options
 * @param refusal why it cannot be used here; null when it can
 */
record Contestant(
    String name,
    String selector,
    String device,
    String description,
    Map<String, String> facts,
    List<String> command,
    @Nullable String refusal) {
  boolean isCpu() {
    return device.equals("cpu");
  }
}
