package dev.activations.cpu;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A call while it runs, and the memory that it needs: one of those that a backend has and uses
 * again and again. Threads take blocks of its items one by one.
 *
 * <p>The next block, how many there are, and which use of this object they belong to are one
 * number, so that a thread that comes late can take none of another use. A block that was taken
 * keeps the use from ending, so all fields stay as they are.
 */
final class Execution {
  /** More than 2^20 blocks are never cut. */
  static final int MOST_BLOCKS = (1 << 20) - 1;

  private static final int BLOCK_BITS = 20;

  final PipelineWork<float[]> float32;
  final PipelineWork<double[]> float64;
  final BackwardWork<float[]> backward32;
  final BackwardWork<double[]> backward64;
  final CopyWork copy = new CopyWork();
  final LongRow longRow;
  final Memory memory = new Memory();

  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicLong next = new AtomicLong();
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private @Nullable Work work;
  private int items;
  private int perBlock;

  Execution(Workers workers, Kernels<float[]> floats, Kernels<double[]> doubles) {
    float32 = new PipelineWork<>(floats);
    float64 = new PipelineWork<>(doubles);
    backward32 = new BackwardWork<>(floats);
    backward64 = new BackwardWork<>(doubles);
    longRow = new LongRow(workers, this);
  }

  boolean acquire() {
    return !busy.get() && busy.compareAndSet(false, true);
  }

  void release() {
    float32.clear();
    float64.clear();
    backward32.clear();
    backward64.clear();
    copy.clear();
    longRow.clear();
    work = null;
    failure.set(null);
    busy.set(false);
  }

  /** Makes the blocks of some work visible to other threads. */
  void publish(Work newWork, int newItems, int newPerBlock, int blocks) {
    work = newWork;
    items = newItems;
    perBlock = newPerBlock;
    finished.set(0);
    failure.set(null);
    long use = (next.get() >>> (2 * BLOCK_BITS)) + 1;
    next.set(use << (2 * BLOCK_BITS) | (long) blocks << BLOCK_BITS);
  }

  /** Takes a block and runs it; false when none is left. */
  boolean runNext(Memory memory) {
    long state = next.get();
    int block = (int) state & MOST_BLOCKS;
    int blocks = (int) (state >>> BLOCK_BITS) & MOST_BLOCKS;
    if (block >= blocks) {
      return false;
    }
    if (next.compareAndSet(state, state + 1)) {
      runBlock(block, memory);
    }
    return true;
  }

  private void runBlock(int block, Memory memory) {
    try {
      Work current = work;
      if (failure.get() == null && current != null) {
        int from = block * perBlock;
        current.run(from, from + Math.min(perBlock, items - from), memory);
      }
    } catch (Throwable thrown) {
      // Handed to the caller, errors of the JVM like all others.
      failure.compareAndSet(null, thrown);
    } finally {
      finished.incrementAndGet();
    }
  }

  boolean isFinished(int blocks) {
    return finished.get() == blocks;
  }

  /** Throws what a block has thrown. */
  void rethrow() {
    Throwable thrown = failure.get();
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }
}
