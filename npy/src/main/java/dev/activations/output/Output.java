package dev.activations.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What takes the bytes of an output, each of them once, in any order. */
public interface Output extends Closeable {
  /**
   * The output as the user wrote it.
   *
   * @return for messages
   */
  Path named();

  /**
   * Writes all that remains in a buffer.
   *
   * @param bytes what to write
   * @param position where in the output
   * @throws IOException if it cannot be written, for instance because the disk is full
   */
  void write(ByteBuffer bytes, long position) throws IOException;

  /**
   * The file that holds the bytes until the commit, for reading back what was written.
   *
   * @return a file that is gone after {@link #close}
   * @throws IllegalStateException when there is none
   */
  Path uncommitted();

  /**
   * Everything is written.
   *
   * @throws IOException if the rest cannot be put in its place
   */
  void commit() throws IOException;
}
