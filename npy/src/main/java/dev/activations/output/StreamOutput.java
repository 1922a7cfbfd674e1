package dev.activations.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An output that cannot be put in place as a whole: a pipe, a device, or the file that stdout is.
 *
 * <p>Bytes that come in their order go out at once. From the first that does not on, a temporary
 * file takes them, and they go out at the commit. It is for one thread at a time.
 */
public final class StreamOutput implements Output {
  private static final int PIECE = 1 << 18;

  private final Path named;
  private final OutputStream stream;
  private final WritableByteChannel channel;
  private long sent;
  private long end;
  private @Nullable FileChannel waiting;

  /**
   * An output.
   *
   * @param named what the user wrote, for messages
   * @param stream takes the bytes; it is flushed, and closed by whoever opened it
   */
  public StreamOutput(Path named, OutputStream stream) {
    this.named = named;
    this.stream = stream;
    this.channel = Channels.newChannel(stream);
  }

  @Override
  public Path named() {
    return named;
  }

  @Override
  public Path uncommitted() {
    throw new IllegalStateException(named + ": a stream cannot be read back");
  }

  @Override
  public void write(ByteBuffer bytes, long position) throws IOException {
    end = Math.max(end, position + bytes.remaining());
    if (waiting == null && position == sent) {
      send(bytes);
      return;
    }
    FileChannel file = waiting == null ? temporary() : waiting;
    waiting = file;
    long at = position - sent;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  private static FileChannel temporary() throws IOException {
    return FileChannel.open(
        Files.createTempFile("activations", ".npy"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private void send(ByteBuffer bytes) throws IOException {
    int count = bytes.remaining();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException failed) {
      throw new IOException(
          named + ": cannot write (" + failed.getMessage() + "): check where it leads", failed);
    }
    sent += count;
  }

  @Override
  public void commit() throws IOException {
    FileChannel file = waiting;
    if (file != null) {
      ByteBuffer piece = ByteBuffer.allocate(PIECE);
      file.position(0);
      while (sent < end && file.read(piece.clear()) >= 0) {
        send(piece.flip());
      }
    }
    stream.flush();
  }

  /** Gives up what has not gone out. */
  @Override
  public void close() throws IOException {
    if (waiting != null) {
      waiting.close();
    }
  }
}
