package dev.activations.cpu;

/** A row of a matrix of either type, read and written in double. */
abstract class Row {
  final int columns;

  Row(int columns) {
    this.columns = columns;
  }

  abstract double get(int column);

  abstract void set(int column, double value);

  final void fill(double value) {
    for (int i = 0; i < columns; i++) {
      set(i, value);
    }
  }
}
