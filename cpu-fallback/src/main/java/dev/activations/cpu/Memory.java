package dev.activations.cpu;

import dev.activations.cpu.kernels.RowConstants;
import dev.activations.cpu.kernels.Scratch;

/** What a thread has to compute with; made once, so that no call allocates. */
final class Memory {
  private final Scratch scratch = new Scratch();
  private final RowLoops loops = new RowLoops(scratch);
  private final RowConstants constants = new RowConstants();
  private final OneRow row = new OneRow(loops);
  private final DoubleSlopes doubleSlopes = new DoubleSlopes();
  private final RowBatch batch = new RowBatch(row);
  private final ShortRows shortRows = new ShortRows(scratch, row);
  private final ShortSlopes shortSlopes = new ShortSlopes(scratch, row);

  /** The backwards of rows of float64. */
  DoubleSlopes doubleSlopes() {
    return doubleSlopes;
  }

  /** Many rows at a time. */
  RowBatch batch() {
    return batch;
  }

  /** Many short rows at a time. */
  ShortRows shortRows() {
    return shortRows;
  }

  /** Backwards of many short rows at a time. */
  ShortSlopes shortSlopes() {
    return shortSlopes;
  }

  Scratch scratch() {
    return scratch;
  }

  RowLoops loops() {
    return loops;
  }

  /** The numbers of a row that other threads work at, too. */
  RowConstants constants() {
    return constants;
  }

  /** A row that this thread works at alone. */
  OneRow row() {
    return row;
  }
}
