package dev.activations.cpu;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RecursiveAction;
import org.jspecify.annotations.Nullable;

/**
 * Splits work over threads. What fits one block stays on the caller's thread; the pool starts with
 * the first call that does not. Threads are daemons.
 */
final class Workers implements AutoCloseable {
  /** A part of the work: items from (inclusive) to (exclusive). */
  interface Part {
    void run(int from, int to);
  }

  private final int threads;
  private @Nullable ForkJoinPool pool;
  private boolean closed;

  Workers(int threads) {
    this.threads = threads;
  }

  int threads() {
    return threads;
  }

  /** Runs all items in blocks of at most so many; returns when all are done. */
  void forEach(int items, int perBlock, Part part) {
    if (items <= perBlock || threads == 1) {
      for (int from = 0; from < items; ) {
        int to = from + Math.min(perBlock, items - from);
        part.run(from, to);
        from = to;
      }
      return;
    }
    int blocks = (items - 1) / perBlock + 1;
    pool().invoke(new Blocks(0, blocks, items, perBlock, part));
  }

  private synchronized ForkJoinPool pool() {
    if (closed) {
      throw new IllegalStateException("the CPU backend is closed: open another");
    }
    if (pool == null) {
      pool =
          new ForkJoinPool(
              threads,
              owner -> {
                ForkJoinWorkerThread thread =
                    ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(owner);
                thread.setName("activations-cpu-" + thread.getPoolIndex());
                return thread;
              },
              null,
              false);
    }
    return pool;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (pool != null) {
      pool.shutdown();
    }
  }

  private static final class Blocks extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final int first;
    private final int last;
    private final int items;
    private final int perBlock;
    private final transient Part part;

    Blocks(int first, int last, int items, int perBlock, Part part) {
      this.first = first;
      this.last = last;
      this.items = items;
      this.perBlock = perBlock;
      this.part = part;
    }

    @Override
    protected void compute() {
      if (last - first == 1) {
        int from = first * perBlock;
        part.run(from, from + Math.min(perBlock, items - from));
        return;
      }
      int middle = (first + last) >>> 1;
      invokeAll(
          new Blocks(first, middle, items, perBlock, part),
          new Blocks(middle, last, items, perBlock, part));
    }
  }
}
