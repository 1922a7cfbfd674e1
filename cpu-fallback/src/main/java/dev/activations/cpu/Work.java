package dev.activations.cpu;

/** What a call computes. Filled for a call and used again for the next, so that none allocates. */
interface Work {
  /** Computes the items from (inclusive) to (exclusive). */
  void run(int from, int to, Memory memory);

  /** Forgets the arrays of the call. */
  void clear();
}
