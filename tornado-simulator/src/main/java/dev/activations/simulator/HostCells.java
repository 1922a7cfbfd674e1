package dev.activations.simulator;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The elements of a host array: their storage, and whether a device holds newer ones. */
final class HostCells extends Cells {
  private final Object values;
  private final int size;
  private long writes;
  private boolean watched;
  private boolean viewed;
  private int seenThroughView;
  private @Nullable DeviceCells newer;
  private @Nullable BitSet current;

  HostCells(Object values, int size) {
    this.values = values;
    this.size = size;
  }

  Object values() {
    return values;
  }

  int size() {
    return size;
  }

  @Override
  public void read(int index) {
    if (newer != null) {
      requireCurrent(index, index + 1);
    }
  }

  @Override
  public void write(int index) {
    writes++;
    if (newer != null && index >= 0 && index < size) {
      hostHas(index, index + 1);
    }
  }

  @Override
  public void readAll() {
    if (newer != null) {
      requireCurrent(0, size);
    }
  }

  @Override
  public void writeAll() {
    writes++;
    newer = null;
  }

  /** The device has written elements that were not copied back. */
  void deviceHasNewer(DeviceCells device) {
    newer = device;
    current = null;
  }

  /** The host has the latest elements of a range again. */
  void hostHas(int from, int to) {
    BitSet known = current == null ? new BitSet() : current;
    known.set(from, to);
    current = known;
    if (to - from == size || known.cardinality() == size) {
      newer = null;
    }
  }

  /** A transfer from the device: no write of the host's, whoever has a view. */
  void receive(Object source, int from, int count) {
    boolean hashed = watched && viewed;
    if (hashed) {
      version();
    }
    System.arraycopy(source, from, values, from, count);
    if (hashed) {
      seenThroughView = hash();
    }
  }

  /** What this device held is no more: freed, or overwritten by a transfer. */
  void forget(DeviceCells device) {
    if (newer == device) {
      newer = null;
    }
  }

  @Nullable DeviceCells newer() {
    return newer;
  }

  /** How often the host has written; a view counts when the contents differ. */
  long version() {
    watched = true;
    if (viewed) {
      int now = hash();
      if (now != seenThroughView) {
        writes++;
        seenThroughView = now;
      }
    }
    return writes;
  }

  /**
   * Hands out the storage. Nobody can see what is done with a view, so elements that only the
   * device has turn into poison: who reads them finds NaN, and who writes does not care.
   */
  void view() {
    if (newer != null) {
      BitSet known = current == null ? new BitSet() : current;
      for (int i = known.nextClearBit(0); i < size; i = known.nextClearBit(i + 1)) {
        Poison.put(values, i);
      }
      newer = null;
      viewed = false;
    }
    if (watched && !viewed) {
      seenThroughView = hash();
    }
    viewed = true;
  }

  private int hash() {
    return values instanceof float[] floats
        ? Arrays.hashCode(floats)
        : Arrays.hashCode((int[]) values);
  }

  private void requireCurrent(int from, int to) {
    int stale = current == null ? from : current.nextClearBit(from);
    if (stale < to && stale < size && newer != null) {
      throw new SimulationError(
          "stale host data: the host reads element "
              + stale
              + " of an array of "
              + size
              + ", but "
              + newer.lastWriter()
              + " wrote the array on the device and it was not transferred to the host;"
              + " add transferToHost");
    }
  }
}
