package dev.activations.npy;

import dev.activations.output.Output;
import dev.activations.output.WholeFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * A {@code .npy} file in the making, which appears under its name only when it is complete.
 *
 * <p>Until {@link #commit()} the bytes go to a hidden file beside the target, {@code
 * .NAME.RANDOM.part}; whatever the target's name stood for stays as it was. The hidden file is
 * deleted on close and when the JVM is told to stop; after a crash the next output to the same
 * target deletes it. Elements may be written in any order, but each just once. Threads may share an
 * output; their writes happen one at a time.
 */
public final class NpyOutput implements Closeable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Output file;
  private final NpyHeader header;
  private final long dataOffset;

  /** Writing, unlike mapping, makes a full disk an exception and not the end of the JVM. */
  private final ByteBuffer buffer;

  private long written;
  private boolean committed;

  private NpyOutput(Output file, NpyHeader header) throws IOException {
    this.file = file;
    this.header = header;
    this.buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(header.byteOrder());
    byte[] start = header.encode();
    // Not the header's own offset, which for one that was read is that of another file.
    this.dataOffset = start.length;
    file.write(ByteBuffer.wrap(start), 0);
  }

  /**
   * Starts an output and writes its header.
   *
   * @param target the file to make; through a symbolic link, the file that the link leads to
   * @param header what the file is to hold
   * @param force whether an existing file may be replaced; the new one then gets its permissions
   * @return the output, to be committed and closed
   * @throws FileAlreadyExistsException if the target exists and may not be replaced
   * @throws IOException if the target is no regular file, or if its directory is missing or cannot
   *     be written
   */
  public static NpyOutput create(Path target, NpyHeader header, boolean force) throws IOException {
    WholeFile file = WholeFile.create(target, force);
    try {
      return to(file, header);
    } catch (Throwable failure) {
      file.close();
      throw failure;
    }
  }

  /**
   * Starts an output that is open already, and writes its header.
   *
   * @param output takes the bytes; closing the array closes it
   * @param header what it is to hold
   * @return the output, to be committed and closed
   * @throws IOException if the header cannot be written
   */
  public static NpyOutput to(Output output, NpyHeader header) throws IOException {
    return new NpyOutput(output, header);
  }

  /**
   * Writes consecutive elements of a float16 or float32 file; to float16 it rounds to nearest even.
   *
   * @param first the position of the first element in the file's order
   * @param source holds the elements
   * @param offset the index in {@code source} of the first
   * @param count how many elements to write
   * @throws IOException if they cannot be written, for instance because the disk is full
   * @throws IllegalStateException if the file is of float64 or is committed
   * @throws IndexOutOfBoundsException if a range does not fit the file or the source
   */
  public void write(long first, float[] source, int offset, int count) throws IOException {
    require(header.type() != ElementType.FLOAT64);
    Objects.checkFromIndexSize(offset, count, source.length);
    if (header.type() == ElementType.FLOAT32) {
      write(
          first,
          count,
          (done, length) -> buffer.asFloatBuffer().put(source, offset + done, length));
    } else {
      write(
          first,
          count,
          (done, length) -> {
            for (int i = 0; i < length; i++) {
              buffer.putShort(i * Short.BYTES, Float16.fromFloat(source[offset + done + i]));
            }
          });
    }
  }

  /**
   * Writes consecutive elements of a float64 file.
   *
   * @param first the position of the first element in the file's order
   * @param source holds the elements
   * @param offset the index in {@code source} of the first
   * @param count how many elements to write
   * @throws IOException if they cannot be written, for instance because the disk is full
   * @throws IllegalStateException if the file is not of float64 or is committed
   * @throws IndexOutOfBoundsException if a range does not fit the file or the source
   */
  public void write(long first, double[] source, int offset, int count) throws IOException {
    require(header.type() == ElementType.FLOAT64);
    Objects.checkFromIndexSize(offset, count, source.length);
    write(
        first, count, (done, length) -> buffer.asDoubleBuffer().put(source, offset + done, length));
  }

  /** Encodes the elements from {@code done} on at the start of the buffer. */
  private interface Encoder {
    void encode(int done, int length);
  }

  private synchronized void write(long first, int count, Encoder encoder) throws IOException {
    Objects.checkFromIndexSize(first, (long) count, header.elements());
    if (committed) {
      throw new IllegalStateException(file.named() + ": written to after its commit");
    }
    int bytes = header.type().bytes();
    int length;
    for (int done = 0; done < count; done += length) {
      length = Math.min(count - done, BUFFER_BYTES / bytes);
      buffer.clear();
      encoder.encode(done, length);
      file.write(buffer.limit(length * bytes), dataOffset + (first + done) * bytes);
      written += length;
    }
  }

  private void require(boolean typeFits) {
    if (!typeFits) {
      throw new IllegalStateException(
          file.named() + ": elements of the wrong type for " + header.type().numpyName());
    }
  }

  /**
   * The file that holds the elements until the commit, for reading back what was written.
   *
   * @return a file that is whole when every element has been written, and gone after {@link #close}
   */
  public Path uncommitted() {
    return file.uncommitted();
  }

  /**
   * Forces everything to the disk and puts the file in its place in one step.
   *
   * @throws FileAlreadyExistsException if somebody made the target meanwhile and it may not be
   *     replaced
   * @throws IOException if the disk or the directory refuses; the target is then as it was
   * @throws IllegalStateException if the number of elements written is not that of the header, or
   *     on a second call
   */
  public synchronized void commit() throws IOException {
    if (committed || written != header.elements()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s: cannot be committed%s: %d of %d elements written",
              file.named(),
              committed ? " twice" : "",
              written,
              header.elements()));
    }
    file.commit();
    committed = true;
  }

  /** Gives up what was not committed, and leaves what was there before. */
  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
