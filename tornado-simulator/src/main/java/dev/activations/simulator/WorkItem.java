package dev.activations.simulator;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A work-item of the group that runs: where its strand waits for its turn. */
public final class WorkItem {
  private final Group group;
  private final int local;
  private int allocations;
  private volatile boolean turn;
  private volatile @Nullable Thread thread;

  WorkItem(Group group, int local) {
    this.group = group;
    this.local = local;
  }

  int local() {
    return local;
  }

  /** Another group begins. */
  void clear() {
    allocations = 0;
    turn = false;
    thread = null;
  }

  /** Whether it has a strand, which waits in a barrier. */
  boolean isWaiting() {
    return thread != null;
  }

  void startsOn(Thread strand) {
    thread = strand;
  }

  void giveTurn() {
    turn = true;
    LockSupport.unpark(thread);
  }

  void awaitTurn() {
    boolean interrupted = false;
    while (!turn) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    turn = false;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for all work-items of the group. */
  public void barrier() {
    group.barrier(this);
  }

  /**
   * Memory of the group.
   *
   * @param size its elements
   * @return the array of the whole group
   */
  public float[] localFloats(int size) {
    group.launch().lookAtKernel();
    return group.memory().floats(allocations++, size);
  }

  /**
   * Memory of the group.
   *
   * @param size its elements
   * @return the array of the whole group
   */
  public int[] localInts(int size) {
    group.launch().lookAtKernel();
    return group.memory().ints(allocations++, size);
  }
}
