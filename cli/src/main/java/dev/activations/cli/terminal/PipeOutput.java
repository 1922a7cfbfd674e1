package dev.activations.cli.terminal;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;

/** An output whose reader may leave early, as {@code head} does: that is no failure of ours. */
public final class PipeOutput extends FilterOutputStream {
  private boolean left;

  /**
   * An output.
   *
   * @param file a pipe, perhaps
   */
  public PipeOutput(FileOutputStream file) {
    super(file);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (left) {
      return;
    }
    try {
      out.write(bytes, offset, length);
    } catch (IOException failure) {
      left = String.valueOf(failure.getMessage()).contains("Broken pipe");
      if (!left) {
        throw failure;
      }
    }
  }
}
