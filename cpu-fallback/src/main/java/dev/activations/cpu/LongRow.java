package dev.activations.cpu;

import dev.activations.cpu.kernels.RowConstants;

/**
 * A row that is split over threads, chunk by chunk. What the chunks give is put together in their
 * order, as one thread does, so the bits are the same.
 */
final class LongRow extends RowWork implements Work {
  private final Workers workers;
  private final Execution execution;
  private double[] sums = new double[0];
  private double[] terms = new double[0];
  private RowPass pass = RowPass.TOP;

  LongRow(Workers workers, Execution execution) {
    this.workers = workers;
    this.execution = execution;
  }

  @Override
  double run(RowPass next) {
    int chunks = columns / RowLoops.CHUNK + (columns % RowLoops.CHUNK == 0 ? 0 : 1);
    if (sums.length < chunks) {
      sums = new double[chunks];
      terms = new double[chunks];
    }
    pass = next;
    workers.run(execution, this, chunks, 1, columns);
    double sum = sums[0];
    largest = terms[0];
    for (int chunk = 1; chunk < chunks; chunk++) {
      sum = add(next, sum, sums[chunk], largest, terms[chunk]);
      largest = Math.max(largest, terms[chunk]);
    }
    return sum;
  }

  @Override
  public void run(int first, int last, Memory memory) {
    RowConstants own = memory.constants();
    own.copy(row);
    for (int chunk = first; chunk < last; chunk++) {
      int from = chunk * RowLoops.CHUNK;
      int count = Math.min(RowLoops.CHUNK, columns - from);
      sums[chunk] = memory.loops().run(pass, this, own, from, count);
      terms[chunk] = memory.loops().largest();
    }
  }
}
