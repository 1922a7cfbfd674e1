package uk.ac.manchester.tornado.api;

/** A grid whose sizes can be set between executions. */
public abstract class AbstractWorkerGrid implements WorkerGrid {
  /** Work-items per dimension. */
  protected long[] globalWork;

  /** Work-items of a group per dimension, or null. */
  protected long[] localWork;

  /** Groups per dimension, or null. */
  protected long[] numOfWorkgroups;

  /** What is added to global ids. */
  protected long[] globalOffset;

  /**
   * A grid without a local size.
   *
   * @param x work-items in the first dimension
   * @param y in the second
   * @param z in the third
   */
  protected AbstractWorkerGrid(long x, long y, long z) {
    globalWork = new long[] {x, y, z};
    globalOffset = new long[3];
  }

  @Override
  public long[] getGlobalWork() {
    return globalWork;
  }

  @Override
  public long[] getLocalWork() {
    return localWork;
  }

  @Override
  public long[] getNumberOfWorkgroups() {
    return numOfWorkgroups;
  }

  @Override
  public long[] getGlobalOffset() {
    return globalOffset;
  }

  @Override
  public void setGlobalWork(long x, long y, long z) {
    globalWork = new long[] {x, y, z};
  }

  @Override
  public void setLocalWork(long x, long y, long z) {
    localWork = new long[] {x, y, z};
    // As in TornadoVM: the quotient is not brought up to date when the global size changes later.
    numOfWorkgroups = new long[3];
    for (int i = 0; i < 3; i++) {
      numOfWorkgroups[i] = globalWork[i] / localWork[i];
    }
  }

  @Override
  public void setNumberOfWorkgroupsToNull() {
    numOfWorkgroups = null;
  }

  @Override
  public void setLocalWorkToNull() {
    localWork = null;
  }

  @Override
  public void setGlobalOffset(long x, long y, long z) {
    globalOffset = new long[] {x, y, z};
  }
}
