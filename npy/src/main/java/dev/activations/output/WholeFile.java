package dev.activations.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/**
 * A file in the making, which appears under its name only when it is complete.
 *
 * <p>Until {@link #commit()} the bytes go to a hidden file beside the target, {@code
 * .NAME.RANDOM.part}; whatever the target's name stood for stays as it was. The hidden file is
 * deleted on close and when the JVM is told to stop; after a crash the next output to the same
 * target deletes it.
 */
public final class WholeFile implements Output {
  private final OutputTarget target;
  private final boolean force;
  private final KeptMode mode;
  private final PartFile part;

  private WholeFile(OutputTarget target, boolean force) throws IOException {
    this.target = target;
    this.force = force;
    this.mode = KeptMode.of(target.file());
    this.part = PartFile.create(target);
    mode.lendTo(part.path());
  }

  /**
   * Starts an output.
   *
   * @param target the file to make; through a symbolic link, the file that the link leads to
   * @param force whether an existing file may be replaced; the new one then gets its permissions
   * @return the output, to be committed and closed
   * @throws FileAlreadyExistsException if the target exists and may not be replaced
   * @throws IOException if the target is no regular file, or if its directory is missing or cannot
   *     be written
   */
  public static WholeFile create(Path target, boolean force) throws IOException {
    return new WholeFile(OutputTarget.check(target, force), force);
  }

  @Override
  public Path named() {
    return target.named();
  }

  @Override
  public Path uncommitted() {
    return part.path();
  }

  @Override
  public void write(ByteBuffer bytes, long position) throws IOException {
    part.write(bytes, position);
  }

  /**
   * Forces everything to the disk and puts the file in its place in one step.
   *
   * @throws FileAlreadyExistsException if somebody made the target meanwhile and it may not be
   *     replaced
   * @throws IOException if the disk or the directory refuses; the target is then as it was
   */
  @Override
  public void commit() throws IOException {
    mode.giveTo(part.path());
    part.publish(force);
  }

  /** Gives up what was not committed, and leaves what was there before. */
  @Override
  public void close() throws IOException {
    part.close();
  }
}
