package dev.activations.cpu;

/** A kernel on some data of its own, in each way that it can be computed. */
interface Workload {
  /** What people call the kernel. */
  String name();

  /** The elements that a run computes. */
  int elements();

  /** In how many widths there are vectors; 0 is the widest. */
  int widths();

  /** The bits of a vector of a width. */
  int bits(int width);

  /**
   * Runs it once, on one thread at a time.
   *
   * @param width of vectors, or {@link Tier#PLAIN}
   */
  void run(int width);

  /** Lets the data go. */
  void release();
}
