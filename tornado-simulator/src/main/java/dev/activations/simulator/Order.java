package dev.activations.simulator;

/** A pseudo-random order of the work-items of a group: all of them, each once. */
final class Order {
  private final int size;
  private long random;
  private int at;
  private int stride;

  Order(int size, long seed) {
    this.size = size;
    random = seed * 0x9e3779b97f4a7c15L + 0x632be59bd9b4e019L;
  }

  /** Begins another order. */
  void shuffle() {
    at = draw();
    stride = Math.max(1, draw());
    // A stride without a common factor with the size visits everyone.
    while (commonFactor(stride, size) != 1) {
      stride++;
    }
  }

  int next() {
    int next = at;
    at = (int) (((long) at + stride) % size);
    return next;
  }

  private int draw() {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return (int) Long.remainderUnsigned(random, size);
  }

  private static int commonFactor(int a, int b) {
    int x = a;
    int y = b;
    while (y != 0) {
      int rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
