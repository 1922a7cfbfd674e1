package dev.activations.measuring;

/** Somebody who looks on while something long is measured: a progress bar, or nobody. */
public interface Watcher {
  /** Nobody looks on. */
  Watcher NONE = (task, elements) -> Course.UNSEEN;

  /**
   * Says that something begins.
   *
   * @param task what is done, for people
   * @param elements how many elements it has
   * @return what is told how far it is, and is closed behind it
   */
  Course begin(String task, long elements);

  /** What one task is told of how far it is. */
  interface Course extends AutoCloseable {
    /** Nobody looks at it. */
    Course UNSEEN = elements -> {};

    /**
     * Says that more is done; any thread may.
     *
     * @param elements how many more
     */
    void advance(long elements);

    @Override
    default void close() {}
  }
}
