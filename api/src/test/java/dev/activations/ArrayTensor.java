package dev.activations;

import java.nio.FloatBuffer;

/** A tensor of nobody's: an array with a shape. */
final class ArrayTensor implements Tensor {
  private final int rows;
  private final int columns;
  private final float[] elements;

  ArrayTensor(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
    elements = new float[Tensor.checkShape(rows, columns)];
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public void copyFrom(float[] source) {
    System.arraycopy(source, 0, elements, 0, elements.length);
  }

  @Override
  public void copyFrom(FloatBuffer source) {
    source.duplicate().get(elements);
  }

  @Override
  public void copyTo(float[] target) {
    System.arraycopy(elements, 0, target, 0, elements.length);
  }

  @Override
  public void copyTo(FloatBuffer target) {
    target.duplicate().put(elements);
  }

  @Override
  public void close() {}

  @Override
  public String toString() {
    return rows + "x" + columns;
  }
}
