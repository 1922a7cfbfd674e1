package dev.activations.cpu;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Splits work over threads. The caller works too, so a pool that is busy with other callers delays
 * nobody, and what fits one block never leaves the caller's thread. The pool starts with the first
 * call that does not; its threads are daemons.
 *
 * <p>The caller waits for blocks that others have begun without joining their tasks: a join in a
 * fork/join thread of the caller's own would run whatever else that pool has queued, in the middle
 * of the call.
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
    int blocks = items / perBlock + (items % perBlock == 0 ? 0 : 1);
    Blocks work = new Blocks(blocks, items, perBlock, part);
    int helpers = Math.min(threads, blocks) - 1;
    if (helpers > 0) {
      help(work, helpers);
    }
    work.run();
    work.await();
  }

  private void help(Blocks work, int helpers) {
    ForkJoinPool open = pool();
    try {
      for (int i = 0; i < helpers; i++) {
        open.execute(work);
      }
    } catch (RejectedExecutionException | OutOfMemoryError nobody) {
      // Closed meanwhile, or no thread could be made: the caller finishes what it has begun alone.
      return;
    }
  }

  private synchronized ForkJoinPool pool() {
    if (closed) {
      throw new IllegalStateException("the CPU backend is closed: open another");
    }
    if (pool == null) {
      pool =
          new ForkJoinPool(
              threads - 1,
              owner -> {
                ForkJoinWorkerThread thread =
                    ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(owner);
                thread.setName("activations-cpu-" + thread.getPoolIndex());
                return thread;
              },
              null,
              true);
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

  /** The blocks of one call: every thread that runs this takes the next one until none is left. */
  private static final class Blocks implements Runnable {
    private final int blocks;
    private final int items;
    private final int perBlock;
    private final Part part;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final CountDownLatch all = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Blocks(int blocks, int items, int perBlock, Part part) {
      this.blocks = blocks;
      this.items = items;
      this.perBlock = perBlock;
      this.part = part;
      if (blocks == 0) {
        all.countDown();
      }
    }

    @Override
    public void run() {
      for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
        try {
          if (failure.get() == null) {
            int from = block * perBlock;
            part.run(from, from + Math.min(perBlock, items - from));
          }
        } catch (Throwable thrown) {
          // Handed to the caller by await; an error of the JVM is no exception to that.
          failure.compareAndSet(null, thrown);
        } finally {
          if (finished.incrementAndGet() == blocks) {
            all.countDown();
          }
        }
      }
    }

    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          all.await();
          break;
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      Throwable thrown = failure.get();
      if (thrown instanceof Error) {
        throw (Error) thrown;
      }
      if (thrown != null) {
        throw (RuntimeException) thrown;
      }
    }
  }
}
