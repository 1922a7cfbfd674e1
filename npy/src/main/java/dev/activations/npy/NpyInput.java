package dev.activations.npy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a {@code .npy} file, memory-mapped, addressed by their position in the file.
 *
 * <p>Any number of threads may read at once. The mapping outlives {@link #close()} until the
 * garbage collector frees it; on Windows the file cannot be replaced before.
 */
public final class NpyInput implements Closeable {
  private static final int WINDOW_BYTES_LOG2 = 30;

  private final Path file;
  private final FileChannel channel;
  private final NpyHeader header;
  private final MappedWindows windows;

  private NpyInput(Path file, FileChannel channel, NpyHeader header, MappedWindows windows) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.windows = windows;
  }

  /**
   * Opens a file, and checks that its header is sound and that its size is what the header says.
   *
   * @param file a regular file
   * @return the input, to be closed
   * @throws NpyFormatException if this is not a {@code .npy} file that we take
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if the file cannot be read or mapped
   */
  public static NpyInput open(Path file) throws IOException {
    return open(file, WINDOW_BYTES_LOG2);
  }

  static NpyInput open(Path file, int windowBytesLog2) throws IOException {
    FileChannel channel = InputChannel.open(file);
    try {
      NpyHeader header = NpyHeaderParser.parse(file, channel, channel.size());
      MappedWindows windows = MappedWindows.map(channel, header, windowBytesLog2);
      return new NpyInput(file, channel, header, windows);
    } catch (Throwable failure) {
      channel.close();
      throw failure;
    }
  }

  /**
   * Returns what the file says of its data.
   *
   * @return the header
   */
  public NpyHeader header() {
    return header;
  }

  /**
   * Reads consecutive float16 or float32 elements as floats, exactly.
   *
   * @param first the position of the first element in the file's order
   * @param target receives the elements
   * @param offset the index in {@code target} of the first
   * @param count how many elements to read
   * @throws IOException if the file was cut while it was read; the target's content is then void
   * @throws IllegalStateException if the elements are float64
   * @throws IndexOutOfBoundsException if a range does not fit the file or the target
   */
  public void read(long first, float[] target, int offset, int count) throws IOException {
    requireFloats();
    Objects.checkFromIndexSize(offset, count, target.length);
    MappedWindows.Run floats =
        (window, at, done, length) -> window.asFloatBuffer().get(at, target, offset + done, length);
    MappedWindows.Run halves =
        (window, at, done, length) -> {
          for (int i = 0; i < length; i++) {
            target[offset + done + i] = Float16.toFloat(window.getShort((at + i) * Short.BYTES));
          }
        };
    read(first, count, header.type() == ElementType.FLOAT32 ? floats : halves);
  }

  /**
   * Reads consecutive float64 elements.
   *
   * @param first the position of the first element in the file's order
   * @param target receives the elements
   * @param offset the index in {@code target} of the first
   * @param count how many elements to read
   * @throws IOException if the file was cut while it was read; the target's content is then void
   * @throws IllegalStateException if the elements are not float64
   * @throws IndexOutOfBoundsException if a range does not fit the file or the target
   */
  public void read(long first, double[] target, int offset, int count) throws IOException {
    requireDoubles();
    Objects.checkFromIndexSize(offset, count, target.length);
    MappedWindows.Run run =
        (window, at, done, length) ->
            window.asDoubleBuffer().get(at, target, offset + done, length);
    read(first, count, run);
  }

  private void read(long first, int count, MappedWindows.Run run) throws IOException {
    Objects.checkFromIndexSize(first, (long) count, header.elements());
    try {
      windows.forEachRun(first, count, run);
      // Inside the try block, as the JVM may report a fault only some instructions later.
      ensureUncut();
    } catch (InternalError fault) {
      throw cut(fault);
    }
  }

  /**
   * Returns one float16 or float32 element, as cheaply as an array's.
   *
   * <p>Where the file is cut meanwhile, the result is 0 or the JVM throws an {@link InternalError}:
   * call {@link #ensureUncut()} after a run of these.
   *
   * @param index the position in the file's order
   * @return the element
   * @throws IllegalStateException if the elements are float64
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public float floatAt(long index) {
    requireFloats();
    Objects.checkIndex(index, header.elements());
    ByteBuffer window = windows.holding(index);
    int at = windows.byteWithin(index);
    return header.type() == ElementType.FLOAT32
        ? window.getFloat(at)
        : Float16.toFloat(window.getShort(at));
  }

  /**
   * Returns one float64 element, as cheaply as an array's.
   *
   * <p>Where the file is cut meanwhile, the result is 0 or the JVM throws an {@link InternalError}:
   * call {@link #ensureUncut()} after a run of these.
   *
   * @param index the position in the file's order
   * @return the element
   * @throws IllegalStateException if the elements are not float64
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public double doubleAt(long index) {
    requireDoubles();
    Objects.checkIndex(index, header.elements());
    return windows.holding(index).getDouble(windows.byteWithin(index));
  }

  /**
   * Checks that the file is still as long as it was: a mapping shows zeros in the place of what was
   * cut off.
   *
   * @throws IOException if the file has become shorter
   */
  public void ensureUncut() throws IOException {
    if (channel.size() < header.dataOffset() + header.dataBytes()) {
      throw cut(null);
    }
  }

  private IOException cut(@Nullable Throwable fault) {
    return new IOException(
        file + ": the file changed while it was read: it is shorter now; run again", fault);
  }

  private void requireFloats() {
    if (header.type() == ElementType.FLOAT64) {
      throw new IllegalStateException(file + ": its elements are float64: read them as doubles");
    }
  }

  private void requireDoubles() {
    if (header.type() != ElementType.FLOAT64) {
      throw new IllegalStateException(
          file + ": its elements are " + header.type().numpyName() + ": read them as floats");
    }
  }

  /** Closes the file; bulk reads fail from now on. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
