package dev.activations.cpu;

import org.jspecify.annotations.Nullable;

/** Copies elements. */
final class CopyWork implements Work {
  private float @Nullable [] source;
  private float @Nullable [] target;

  CopyWork set(float[] x, float[] y) {
    source = x;
    target = y;
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
    System.arraycopy(x, from, y, from, to - from);
  }
}
