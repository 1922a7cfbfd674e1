package dev.activations.cpu;

/** A row on one thread. */
final class OneRow extends RowWork {
  private final RowLoops loops;

  OneRow(RowLoops loops) {
    this.loops = loops;
  }

  @Override
  double run(RowPass pass) {
    int first = Math.min(RowLoops.CHUNK, columns);
    double sum = loops.run(pass, this, row, 0, first);
    double term = loops.largest();
    for (int from = first; from < columns; from += Math.min(RowLoops.CHUNK, columns - from)) {
      int count = Math.min(RowLoops.CHUNK, columns - from);
      sum = add(pass, sum, loops.run(pass, this, row, from, count), term, loops.largest());
      term = Math.max(term, loops.largest());
    }
    largest = term;
    return sum;
  }
}
