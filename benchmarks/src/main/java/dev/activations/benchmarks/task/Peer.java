package dev.activations.benchmarks.task;

import java.util.Optional;

/**
 * Another system that knows some of our functions. Found with {@link java.util.ServiceLoader}, so
 * that the build without peers knows none.
 */
public interface Peer {
  /**
   * Its name.
   *
   * @return one word
   */
  String name();

  /**
   * What it says of its own version.
   *
   * @return one line
   */
  String version();

  /**
   * Prepares a work.
   *
   * @param task what to do
   * @return who does it; empty when this system has no operation for it
   */
  Optional<Contender> contender(Task task);
}
