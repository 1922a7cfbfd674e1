package dev.activations.simulator;

/** Watches over the elements of an array: each access is announced here before it happens. */
public abstract class Cells {
  Cells() {}

  /**
   * The cells of a new host array.
   *
   * @param values its elements, a Java array
   * @param size how many
   * @return the cells
   */
  public static Cells onHost(Object values, int size) {
    return new HostCells(values, size);
  }

  /**
   * An element will be read.
   *
   * @param index its index
   */
  public abstract void read(int index);

  /**
   * An element will be written.
   *
   * @param index its index
   */
  public abstract void write(int index);

  /** All elements will be read. */
  public abstract void readAll();

  /** All elements will be written. */
  public abstract void writeAll();
}
