package dev.activations.cli.apply;

import dev.activations.Backend;
import dev.activations.Pipeline;
import dev.activations.Tensor;
import dev.activations.cli.terminal.Progress;
import dev.activations.npy.NpyInput;
import dev.activations.npy.NpyOutput;
import java.io.IOException;
import java.util.Locale;

/**
 * One pass over a file: blocks of rows are read, put through a pipeline and written, so that memory
 * holds one block whatever the size of the file. The output is in C order; what comes out does not
 * depend on the size of the blocks.
 *
 * @param <A> float[] or double[]
 */
final class Pass<A> {
  /** Rows that are read together from a Fortran-order file: their elements share cache lines. */
  private static final int TILE = 64;

  private final Elements<A> elements;
  private final RowView view;
  private final NpyInput input;
  private final NpyOutput output;
  private final int columns;
  private final int outputColumns;

  Pass(Elements<A> elements, RowView view, Pipeline pipeline, NpyInput input, NpyOutput output)
      throws IOException {
    if (view.length() > Tensor.MAX_ELEMENTS) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a row has %d elements; a row operation takes at most %d",
              view.length(),
              Tensor.MAX_ELEMENTS));
    }
    this.elements = elements;
    this.view = view;
    this.input = input;
    this.output = output;
    this.columns = (int) view.length();
    this.outputColumns = pipeline.outputColumns(columns);
  }

  /** The rows of a block when the caller does not say. */
  long rowsPerBlock() {
    long rows = Math.max(1, elements.perBlock() / Math.max(1, columns));
    // Along an axis that is not the last, rows that lie side by side share every read and write: a
    // few dozen at a time, as far as an eighth of the heap holds them.
    long bytes = (8L << 20) / elements.perBlock();
    long held = Runtime.getRuntime().maxMemory() / 8 / bytes / Math.max(1, columns);
    return Math.max(rows, Math.min(Math.min(TILE, view.inner()), held));
  }

  void run(Backend backend, Pipeline pipeline, long rowsPerBlock, Progress progress)
      throws IOException {
    long most = Math.min(rowsPerBlock, Tensor.MAX_ELEMENTS / Math.max(1, columns));
    if (columns == 0 && outputColumns == 0) {
      return;
    }
    long inner = view.inner();
    long outerStep = inner == 0 ? 1 : Math.max(1, most / inner);
    for (long outer = 0; outer < view.outer(); outer += outerStep) {
      long outers = Math.min(outerStep, view.outer() - outer);
      for (long from = 0; from < inner; from += most) {
        long inners = Math.min(most, inner - from);
        block(backend, pipeline, outer, (int) outers, from, (int) inners);
        progress.advance(outers * inners * Math.max(1, columns));
      }
    }
    // Reads of single elements do not notice a file that shrinks.
    input.ensureUncut();
  }

  private void block(
      Backend backend, Pipeline pipeline, long outer, int outers, long from, int inners)
      throws IOException {
    int rows = outers * inners;
    A x = elements.allocate(rows * columns);
    if (view.fortran()) {
      gather(x, outer, from, inners, rows);
    } else if (view.inner() == 1) {
      elements.read(input, view.first(outer, 0), x, 0, rows * columns);
    } else {
      transposeIn(x, outer, outers, from, inners);
    }
    A y = outputColumns == columns ? x : elements.allocate(rows * outputColumns);
    elements.run(backend, pipeline, rows, columns, x, y);
    if (view.inner() == 1) {
      elements.write(output, outer * outputColumns, y, 0, rows * outputColumns);
    } else {
      transposeOut(y, outer, outers, from, inners);
    }
  }

  /** Reads rows of a Fortran-order file, a tile of neighbouring rows at a time. */
  private void gather(A x, long outer, long from, int inners, int rows) throws IOException {
    long[] first = new long[TILE];
    for (int row = 0; row < rows; row += TILE) {
      int tile = Math.min(TILE, rows - row);
      for (int i = 0; i < tile; i++) {
        first[i] = view.first(outer + (row + i) / inners, from + (row + i) % inners);
      }
      for (int column = 0; column < columns; column++) {
        long shift = column * view.stride();
        for (int i = 0; i < tile; i++) {
          elements.readOne(input, first[i] + shift, x, (row + i) * columns + column);
        }
      }
    }
  }

  /** Reads a slab [outer][column][inner] and turns it into rows [outer][inner][column]. */
  private void transposeIn(A x, long outer, int outers, long from, int inners) throws IOException {
    A line = elements.allocate(inners);
    for (int o = 0; o < outers; o++) {
      long first = view.first(outer + o, from);
      for (int column = 0; column < columns; column++) {
        elements.read(input, first + column * view.inner(), line, 0, inners);
        elements.copy(line, 0, 1, x, o * inners * columns + column, columns, inners);
      }
    }
  }

  /** Turns rows [outer][inner][column] into a slab [outer][column][inner] and writes it. */
  private void transposeOut(A y, long outer, int outers, long from, int inners) throws IOException {
    A line = elements.allocate(inners);
    for (int o = 0; o < outers; o++) {
      for (int column = 0; column < outputColumns; column++) {
        elements.copy(y, o * inners * outputColumns + column, outputColumns, line, 0, 1, inners);
        long first = ((outer + o) * outputColumns + column) * view.inner() + from;
        elements.write(output, first, line, 0, inners);
      }
    }
  }
}
