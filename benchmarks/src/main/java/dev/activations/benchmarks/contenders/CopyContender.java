package dev.activations.benchmarks.contenders;

import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;

/**
 * The limit: {@link System#arraycopy} of as many bytes as the work reads and writes, half of them
 * read, half written.
 *
 * <p>In blocks it writes through the caches, as all Java code does. One copy of more than about 2.5
 * MB does not on some processors and JDKs, which is slower as long as all fits the caches and
 * faster beyond: out of reach for a kernel in Java, and good to know.
 */
final class CopyContender implements Contender {
  /** A quarter of a megabyte, read and written bytes together: well below the threshold. */
  private static final int BLOCK = 1 << 15;

  private final SpinningTeam team;
  private final float[] from;
  private final float[] to;
  private final int block;

  private CopyContender(Task task, int block) {
    this.block = block;
    team = new SpinningTeam(task.threads());
    from = new float[copied(task)];
    to = new float[from.length];
    System.arraycopy(task.x(), 0, from, 0, Math.min(from.length, task.x().length));
  }

  static Contender inBlocks(Task task) {
    return new CopyContender(task, BLOCK);
  }

  static Contender atOnce(Task task) {
    return new CopyContender(task, Integer.MAX_VALUE);
  }

  /** A backward reads x and dy and writes dx: its copy is half as long again as x. */
  static int copied(Task task) {
    long moved = (long) task.x().length + task.dy().length + task.outputElements();
    return Math.toIntExact(moved / 2);
  }

  @Override
  public void call() {
    team.forEach(from.length, this::copy);
  }

  private void copy(int start, int end) {
    int length;
    for (int i = start; i < end; i += length) {
      length = Math.min(block, end - i);
      System.arraycopy(from, i, to, i, length);
    }
  }

  @Override
  public void copyOutput(float[] values) {
    System.arraycopy(to, 0, values, 0, Math.min(to.length, values.length));
  }

  @Override
  public void close() {
    team.close();
  }
}
