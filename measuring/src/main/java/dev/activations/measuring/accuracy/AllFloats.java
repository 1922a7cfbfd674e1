package dev.activations.measuring.accuracy;

/** All 2^32 bit patterns, each once. */
final class AllFloats implements Floats {
  private static final int CHUNK_BITS = 20;
  private static final int CHUNKS = 1 << (32 - CHUNK_BITS);

  @Override
  public String coverage() {
    return "exhaustive";
  }

  @Override
  public long count() {
    return 1L << 32;
  }

  @Override
  public int chunks() {
    return CHUNKS;
  }

  @Override
  public int chunkSize() {
    return 1 << CHUNK_BITS;
  }

  @Override
  public boolean isConsecutive() {
    return true;
  }

  /**
   * The first bits of a chunk: those of its number, reversed, so that a run that is stopped has
   * seen floats of all sizes and both signs.
   */
  static int firstBits(int chunk) {
    return Integer.reverse(chunk) >>> CHUNK_BITS << CHUNK_BITS;
  }

  @Override
  public int fill(int chunk, float[] x) {
    int first = firstBits(chunk);
    for (int i = 0; i < chunkSize(); i++) {
      x[i] = Float.intBitsToFloat(first + i);
    }
    return chunkSize();
  }
}
