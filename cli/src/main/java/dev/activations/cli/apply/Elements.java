package dev.activations.cli.apply;

import dev.activations.Backend;
import dev.activations.Pipeline;
import dev.activations.npy.NpyInput;
import dev.activations.npy.NpyOutput;
import java.io.IOException;

/**
 * What a pass does with elements, for the type that they are computed in.
 *
 * @param <A> float[] or double[]
 */
interface Elements<A> {
  /** The number of elements of a block that takes 8 MiB. */
  int perBlock();

  A allocate(int count);

  /** Reads neighbouring elements of the file. */
  void read(NpyInput input, long first, A target, int offset, int count) throws IOException;

  /** Reads one element of the file. */
  void readOne(NpyInput input, long index, A target, int offset) throws IOException;

  /** Writes neighbouring elements of the file. */
  void write(NpyOutput output, long first, A source, int offset, int count) throws IOException;

  /** Copies count elements, each a stride apart from the last. */
  void copy(A from, int fromIndex, int fromStride, A to, int toIndex, int toStride, int count);

  /** Puts rows x columns elements of x through the pipeline into y, both from index 0. */
  void run(Backend backend, Pipeline pipeline, int rows, int columns, A x, A y);
}
