package dev.activations.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The memory that the work-items of a group share. The arrays are plain Java arrays, whose accesses
 * nobody sees: what an item wrote is found by comparing, each time another item takes over.
 */
final class LocalMemory {
  static final int BYTES = 48 << 10;

  /** An array, what it held when the last item stopped, and who changed each element last. */
  private static final class Shared {
    final Object values;
    final Object before;
    final int[] changes;
    final int size;

    Shared(Object values, Object before, int size) {
      this.values = values;
      this.before = before;
      this.size = size;
      changes = new int[size];
    }
  }

  private final Launch launch;
  private final List<Shared> arrays = new ArrayList<>();
  private int live;

  LocalMemory(Launch launch) {
    this.launch = launch;
  }

  /** A new group: nothing is allocated. */
  void clear() {
    live = 0;
  }

  float[] floats(int number, int size) {
    return (float[]) array(number, size, true);
  }

  int[] ints(int number, int size) {
    return (int[]) array(number, size, false);
  }

  /** The array that an item allocates as its number-th. */
  private Object array(int number, int size, boolean floats) {
    if (number < live) {
      Shared shared = arrays.get(number);
      if (shared.size != size || shared.values instanceof float[] != floats) {
        throw launch.error(
            "allocates local array "
                + number
                + " as "
                + describe(floats, size)
                + ", which other work-items of the group allocated as "
                + describe(shared.values instanceof float[], shared.size));
      }
      return shared.values;
    }
    long bytes = 4L * size;
    for (int i = 0; i < live; i++) {
      bytes += 4L * arrays.get(i).size;
    }
    if (size < 1 || bytes > BYTES) {
      throw launch.error(
          "allocates a local array of "
              + size
              + " elements, "
              + bytes
              + " bytes in all; expected at least 1 and at most "
              + BYTES
              + " bytes");
    }
    while (arrays.size() > number && !fits(arrays.get(number), size, floats)) {
      arrays.remove(arrays.size() - 1);
    }
    if (arrays.size() == number) {
      arrays.add(
          floats
              ? new Shared(new float[size], new float[size], size)
              : new Shared(new int[size], new int[size], size));
    }
    Shared shared = arrays.get(number);
    Poison.fill(shared.values);
    Poison.fill(shared.before);
    Arrays.fill(shared.changes, 0);
    live = number + 1;
    return shared.values;
  }

  /** Another item will run: what did this one change? */
  void check(int stamp, int phaseBase) {
    for (int i = 0; i < live; i++) {
      Shared shared = arrays.get(i);
      int at = mismatch(shared, 0);
      while (at < shared.size) {
        int other = shared.changes[at];
        if (other >= phaseBase && other != stamp) {
          throw launch.error(
              "race at local array "
                  + i
                  + " of "
                  + shared.size
                  + " elements: changes element "
                  + at
                  + ", which "
                  + launch.describe(other)
                  + " changed to another value in the same interval between barriers");
        }
        shared.changes[at] = stamp;
        copy(shared, at);
        at = mismatch(shared, at + 1);
      }
    }
  }

  private static boolean fits(Shared shared, int size, boolean floats) {
    return shared.size == size && shared.values instanceof float[] == floats;
  }

  private static int mismatch(Shared shared, int from) {
    int size = shared.size;
    int at =
        shared.values instanceof float[] floats
            ? Arrays.mismatch(floats, from, size, (float[]) shared.before, from, size)
            : Arrays.mismatch((int[]) shared.values, from, size, (int[]) shared.before, from, size);
    return at < 0 ? size : from + at;
  }

  private static void copy(Shared shared, int at) {
    if (shared.values instanceof float[] floats) {
      ((float[]) shared.before)[at] = floats[at];
    } else {
      ((int[]) shared.before)[at] = ((int[]) shared.values)[at];
    }
  }

  private static String describe(boolean floats, int size) {
    return size + (floats ? " floats" : " ints");
  }
}
