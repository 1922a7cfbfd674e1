package dev.activations.simulator;

import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.WorkerGrid;

/** How many work-items a launch has, and how many a group. */
record Extent(long global, int local) {
  static final int LARGEST_GROUP = 1024;

  long groups() {
    return global / local;
  }

  /** The extent that a grid asks for, if a device can run it. */
  static Extent of(String task, WorkerGrid grid) {
    long global = onlyFirst(task, "global", grid.getGlobalWork());
    if (global < 1 || global > Integer.MAX_VALUE) {
      throw wrong(task, "a global size of " + global + "; expected 1 to 2^31 - 1");
    }
    long[] offset = grid.getGlobalOffset();
    if (offset != null && (offset[0] != 0 || offset[1] != 0 || offset[2] != 0)) {
      throw wrong(task, "a global offset, which is not simulated");
    }
    long @Nullable [] locals = grid.getLocalWork();
    if (locals == null) {
      return new Extent(global, largestDivisor(global));
    }
    long local = onlyFirst(task, "local", locals);
    if (local < 1 || local > LARGEST_GROUP) {
      throw wrong(task, "a local size of " + local + "; the device takes 1 to " + LARGEST_GROUP);
    }
    if (global % local != 0) {
      throw wrong(
          task,
          "a global size of "
              + global
              + ", which is no multiple of the local size "
              + local
              + "; round it up and guard in the kernel");
    }
    return new Extent(global, (int) local);
  }

  private static long onlyFirst(String task, String what, long[] sizes) {
    for (int i = 1; i < sizes.length; i++) {
      if (sizes[i] != 1) {
        throw wrong(task, "a " + what + " size of more than one dimension, which is not simulated");
      }
    }
    return sizes[0];
  }

  /** What TornadoVM picks where the program leaves it the choice. */
  private static int largestDivisor(long global) {
    for (int local = (int) Math.min(global, LARGEST_GROUP); local > 1; local--) {
      if (global % local == 0) {
        return local;
      }
    }
    return 1;
  }

  private static SimulationError wrong(String task, String what) {
    return new SimulationError("task " + task + ": its grid has " + what);
  }
}
