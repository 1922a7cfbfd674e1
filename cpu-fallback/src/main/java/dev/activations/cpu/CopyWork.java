package dev.activations.cpu;

import org.jspecify.annotations.Nullable;

/** Copies elements. */
final class CopyWork implements Work {
  private float @Nullable [] source;
  private float @Nullable [] target;
  private int sourceFrom;
  private int targetFrom;

  CopyWork set(float[] x, int xFrom, float[] y, int yFrom) {
    source = x;
    sourceFrom = xFrom;
    target = y;
    targetFrom = yFrom;
    return this;
  }

  @Override
  public void clear() {
    source = null;
    target = null;
  }

  @Override
  public void run(int from, int to, Memory memory) {
    float[] x = source;
    float[] y = target;
    if (x == null || y == null) {
      throw new IllegalStateException("the work of a call was run before it was set");
    }
    System.arraycopy(x, sourceFrom + from, y, targetFrom + from, to - from);
  }
}
