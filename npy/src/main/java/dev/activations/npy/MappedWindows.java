package dev.activations.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * A file's data as a row of mapped buffers of one power of two in size, as no buffer holds more
 * than 2 GiB. The windows start at the data, so that no element lies in two of them.
 */
final class MappedWindows {
  private final ByteBuffer[] windows;
  private final int elementBytesLog2;
  private final int windowElementsLog2;

  private MappedWindows(ByteBuffer[] windows, int elementBytesLog2, int windowElementsLog2) {
    this.windows = windows;
    this.elementBytesLog2 = elementBytesLog2;
    this.windowElementsLog2 = windowElementsLog2;
  }

  /** A part of a run of elements that lies in one window. */
  interface Run {
    /**
     * Takes the part.
     *
     * @param window the window, whose position is not to be changed
     * @param at the index of the part's first element in the window
     * @param done how many elements of the run came before
     * @param length how many elements the part has
     */
    void accept(ByteBuffer window, int at, int done, int length);
  }

  /** Maps the data that the header describes; the mapping outlives the channel. */
  static MappedWindows map(FileChannel channel, NpyHeader header, int windowBytesLog2)
      throws IOException {
    long bytes = header.dataBytes();
    long windowBytes = 1L << windowBytesLog2;
    ByteBuffer[] windows = new ByteBuffer[(int) ((bytes + windowBytes - 1) >>> windowBytesLog2)];
    for (int i = 0; i < windows.length; i++) {
      long start = (long) i << windowBytesLog2;
      long size = Math.min(windowBytes, bytes - start);
      windows[i] =
          channel
              .map(MapMode.READ_ONLY, header.dataOffset() + start, size)
              .order(header.byteOrder());
    }
    int elementBytesLog2 = Integer.numberOfTrailingZeros(header.type().bytes());
    return new MappedWindows(windows, elementBytesLog2, windowBytesLog2 - elementBytesLog2);
  }

  ByteBuffer holding(long index) {
    return windows[(int) (index >>> windowElementsLog2)];
  }

  int byteWithin(long index) {
    return elementWithin(index) << elementBytesLog2;
  }

  private int elementWithin(long index) {
    return (int) index & (1 << windowElementsLog2) - 1;
  }

  void forEachRun(long first, int count, Run run) {
    int length;
    for (int done = 0; done < count; done += length) {
      int at = elementWithin(first + done);
      length = Math.min(count - done, (1 << windowElementsLog2) - at);
      run.accept(holding(first + done), at, done, length);
    }
  }
}
