package dev.activations;

import java.util.List;

/**
 * Brings backends to {@link Backends}, which finds ours by name and those of others with {@link
 * java.util.ServiceLoader}. It must not print, exit or throw when its devices are absent: it lists
 * them with the reason.
 */
public interface BackendProvider {
  /**
   * The first word of the selectors that this provider opens.
   *
   * @return such as {@code cpu}
   */
  String family();

  /**
   * What can be used here, and what cannot and why.
   *
   * @return at least one entry
   */
  List<BackendInfo> list();

  /**
   * Checks the system properties of this provider, whatever backend is then opened.
   *
   * @throws BackendException when one makes no sense; the message names it, its value and what is
   *     legal
   */
  default void checkProperties() {}

  /**
   * Opens a backend.
   *
   * @param selector {@link #family()} alone, or followed by a colon and more
   * @param options how it shall run
   * @return the backend
   * @throws IllegalArgumentException when there is no such backend
   * @throws BackendException when it cannot be used here; the message has the reason and the fix
   */
  Backend open(String selector, BackendOptions options);

  /**
   * One backend of the default options for all who ask for it: {@link Backend#close} does nothing
   * to it.
   *
   * @return the same backend whenever it is asked for
   * @throws BackendException when it cannot be used here
   * @throws UnsupportedOperationException when the backends of this provider have to be closed
   */
  default Backend shared() {
    throw new UnsupportedOperationException(
        "a backend of " + family() + " holds what has to be freed: open one and close it");
  }
}
