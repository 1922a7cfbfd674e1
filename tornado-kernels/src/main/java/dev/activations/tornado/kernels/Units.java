package dev.activations.tornado.kernels;

/**
 * The units that sums over gradients are kept in: powers of two, 2^42 apart, one for each level of
 * magnitude, so that sums of up to 2^30 gradients stay finite and the largest gradient of a row is
 * far above what is lost below the range of a float. Level 0 is that of gradients up to 8.
 */
final class Units {
  private Units() {}

  /** The level for gradients of a size, an infinity included; 0 for NaN. */
  static int level(float size) {
    int level = size > 8f ? 1 : 0;
    level = size > 0x1p45f ? 2 : level;
    return size > 0x1p87f ? 3 : level;
  }

  /** The largest size of a level. */
  static float limit(int level) {
    float limit = level > 0 ? 0x1p45f : 8f;
    limit = level > 1 ? 0x1p87f : limit;
    return level > 2 ? Float.MAX_VALUE : limit;
  }

  /** What gradients of a level are multiplied with. */
  static float of(int level) {
    float unit = level > 0 ? 0x1p51f : 0x1p93f;
    unit = level > 1 ? 0x1p9f : unit;
    return level > 2 ? 0x1p-33f : unit;
  }

  /** The cube root of 1 / {@link #of}. */
  static float root(int level) {
    float root = level > 0 ? 0x1p-17f : 0x1p-31f;
    root = level > 1 ? 0x1p-3f : root;
    return level > 2 ? 0x1p11f : root;
  }

  /** What takes a sum to a level that is higher by so many. */
  static float down(int levels) {
    float down = levels > 0 ? 0x1p-42f : 1f;
    down = levels > 1 ? 0x1p-84f : down;
    return levels > 2 ? 0x1p-126f : down;
  }
}
