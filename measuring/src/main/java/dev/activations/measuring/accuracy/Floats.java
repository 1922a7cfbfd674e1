package dev.activations.measuring.accuracy;

/** Inputs, in chunks that any thread can make. */
interface Floats {
  /** What part of all floats they are, in a word. */
  String coverage();

  long count();

  int chunks();

  /** The length of the longest chunk. */
  int chunkSize();

  /** Whether a chunk has all the floats of its range, in the order of their bits. */
  boolean isConsecutive();

  /** Writes a chunk to the beginning of an array; gives its length. */
  int fill(int chunk, float[] x);
}
