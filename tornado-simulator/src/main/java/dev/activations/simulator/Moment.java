package dev.activations.simulator;

import org.jspecify.annotations.Nullable;

/**
 * What runs now. Every work-item has a stamp of its own for every interval between two barriers,
 * and stamps grow: of two accesses to an element it can be told from their stamps whether they are
 * of one launch, of one group, and on one side of a barrier. Old stamps never have to be cleared.
 */
final class Moment {
  private static final int FIRST = 2;

  /** Of launches that ended; also of what the loop of a kernel without work-items writes. */
  static final int EARLIER = 1;

  int stamp;
  int launchBase = FIRST;
  int groupBase;
  int phaseBase;

  /** Whether there are work-items that could race. */
  boolean concurrent;

  /** Counts how often stamps started anew: cells of an older era clear theirs. */
  int era;

  @Nullable Launch launch;
  private int next = FIRST;

  void beginLaunch(Launch launch, boolean workItems, long workItemsInAll) {
    this.launch = launch;
    concurrent = workItems;
    if (next + 2 * workItemsInAll > Integer.MAX_VALUE / 2) {
      next = FIRST;
      era++;
    }
    launchBase = next;
    groupBase = next;
    phaseBase = next;
    stamp = EARLIER;
  }

  void beginGroup(int size) {
    beginPhase(size);
    groupBase = phaseBase;
  }

  /** One stamp for each work-item, and one for "several of them". */
  void beginPhase(int size) {
    if (next > Integer.MAX_VALUE - size - 1) {
      throw new SimulationError("the launch is too large: more than 2^31 items times barriers");
    }
    phaseBase = next;
    next += size + 1;
  }

  int nextStamp() {
    return next;
  }

  void endLaunch() {
    launch = null;
    launchBase = next;
  }
}
