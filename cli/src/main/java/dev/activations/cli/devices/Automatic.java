package dev.activations.cli.devices;

import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.measuring.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --backend auto} takes here.
 *
 * @param selector null when it cannot be opened
 * @param failure why it cannot
 */
record Automatic(@Nullable String selector, @Nullable String failure) {
  static Automatic find() {
    try (Backend backend = Backends.open("auto")) {
      return new Automatic(backend.name(), null);
    } catch (RuntimeException | LinkageError failure) {
      return new Automatic(null, OneLine.of(failure));
    }
  }
}
