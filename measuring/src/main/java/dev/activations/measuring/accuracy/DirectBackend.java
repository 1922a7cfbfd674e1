package dev.activations.measuring.accuracy;

import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Backends;

/**
 * Opens the backend that is to be measured. {@code auto} may leave small calls to the CPU, which
 * would be measured instead: the backend that it takes does them itself when it is named.
 */
public final class DirectBackend {
  private DirectBackend() {}

  /**
   * Opens a backend.
   *
   * @param selector as {@link Backends#open} takes it
   * @param options for the backend
   * @return the backend, which computes whatever it is given
   * @throws IllegalArgumentException when there is no such backend
   */
  public static Backend open(String selector, BackendOptions options) {
    if (!selector.equals("auto")) {
      return Backends.open(selector, options);
    }
    String taken;
    try (Backend automatic = Backends.open(selector, options)) {
      taken = automatic.name();
    }
    return Backends.open(taken, options);
  }
}
