package uk.ac.manchester.tornado.api;

/** How many work-items run a kernel, and in groups of how many. */
public interface WorkerGrid {
  /**
   * How many dimensions count.
   *
   * @return 1 to 3
   */
  int dimension();

  /**
   * The work-items.
   *
   * @return their number per dimension
   */
  long[] getGlobalWork();

  /**
   * The work-items of a group.
   *
   * @return their number per dimension, null if the driver may choose
   */
  long[] getLocalWork();

  /**
   * The groups.
   *
   * @return their number per dimension, null before a local size is set
   */
  long[] getNumberOfWorkgroups();

  /**
   * What is added to global ids.
   *
   * @return the offset per dimension
   */
  long[] getGlobalOffset();

  /**
   * Sets how many work-items run.
   *
   * @param x in the first dimension
   * @param y in the second
   * @param z in the third
   */
  void setGlobalWork(long x, long y, long z);

  /**
   * Sets how many work-items are a group.
   *
   * @param x in the first dimension
   * @param y in the second
   * @param z in the third
   */
  void setLocalWork(long x, long y, long z);

  /** Forgets the number of groups. */
  void setNumberOfWorkgroupsToNull();

  /** Leaves the size of a group to the driver. */
  void setLocalWorkToNull();

  /**
   * Sets what is added to global ids.
   *
   * @param x in the first dimension
   * @param y in the second
   * @param z in the third
   */
  void setGlobalOffset(long x, long y, long z);
}
