package dev.activations.simulator;

import org.jspecify.annotations.Nullable;

/**
 * The elements of a buffer on the device: who wrote and who read each of them last, as stamps of
 * {@link Moment}. A negative stamp of readers stands for several groups.
 */
final class DeviceCells extends Cells {
  private final int size;
  private final Moment now;
  private final String type;
  private int limit;
  private boolean filled;
  private boolean dirty;
  private String lastWriter = "nobody";
  private int era;
  private int @Nullable [] writers;
  private int @Nullable [] readers;

  DeviceCells(int size, Moment now, String type) {
    this.size = size;
    this.now = now;
    this.type = type;
  }

  String describe() {
    return type + " of " + size + " elements";
  }

  String lastWriter() {
    return lastWriter;
  }

  /**
   * Opens the array to a kernel. Until the kernel was looked at, every access takes the slow way.
   */
  void open(boolean known) {
    limit = known ? size : 0;
    if (era != now.era) {
      era = now.era;
      if (writers != null) {
        for (int i = 0; i < size; i++) {
          writers[i] = Math.min(writers[i], Moment.EARLIER);
        }
      }
      readers = null;
    }
  }

  void close() {
    limit = 0;
  }

  /** A transfer has written all elements. */
  void fill() {
    filled = true;
    dirty = false;
  }

  boolean isDirty() {
    return dirty;
  }

  void setClean() {
    dirty = false;
  }

  @Override
  public void read(int index) {
    if (Integer.compareUnsigned(index, limit) >= 0) {
      outside(index);
    }
    int[] written = writers;
    if (written != null) {
      int writer = written[index];
      if (races(writer)) {
        throw race(index, "reads", "wrote", writer);
      }
      if (writer == 0 && !filled) {
        throw nothingWrote(index);
      }
    } else if (!filled) {
      throw nothingWrote(index);
    }
    if (now.concurrent) {
      int[] seen = readers;
      if (seen == null) {
        seen = new int[size];
        readers = seen;
      }
      int reader = seen[index];
      if (reader != now.stamp) {
        seen[index] = readers(reader);
      }
    }
  }

  @Override
  public void write(int index) {
    if (Integer.compareUnsigned(index, limit) >= 0) {
      outside(index);
    }
    int[] written = writers;
    if (written == null) {
      written = new int[size];
      writers = written;
    }
    if (races(written[index])) {
      throw race(index, "writes", "wrote", written[index]);
    }
    int[] seen = readers;
    if (seen != null && (seen[index] < 0 ? -seen[index] >= now.launchBase : races(seen[index]))) {
      throw race(index, "writes", "read", seen[index]);
    }
    written[index] = now.stamp;
    dirty = true;
  }

  @Override
  public void readAll() {
    throw launch().error(parameter() + ": kernels access elements, not whole arrays");
  }

  @Override
  public void writeAll() {
    for (int i = 0; i < size; i++) {
      write(i);
    }
  }

  /** Whether an access is of another work-item of this launch, with no barrier since. */
  private boolean races(int stamp) {
    return stamp >= now.launchBase
        && stamp != now.stamp
        && (stamp < now.groupBase || stamp >= now.phaseBase);
  }

  /** Who has read an element after this work-item has read it too. */
  private int readers(int before) {
    if (before < 0) {
      return -before >= now.launchBase ? before : now.stamp;
    }
    if (before < now.launchBase) {
      return now.stamp;
    }
    if (before < now.groupBase) {
      return -now.stamp;
    }
    return before < now.phaseBase ? now.stamp : launch().severalReaders();
  }

  private void outside(int index) {
    launch().lookAtKernel();
    if (index < 0 || index >= size) {
      throw launch()
          .error(
              parameter() + ": index " + index + " is out of bounds; expected 0 to " + (size - 1));
    }
  }

  private SimulationError nothingWrote(int index) {
    return launch()
        .error(
            parameter()
                + ": reads element "
                + index
                + ", which nothing wrote: neither a transfer to the device nor a kernel");
  }

  private SimulationError race(int index, String does, String did, int stamp) {
    return launch()
        .error(
            "race at "
                + parameter()
                + ": "
                + does
                + " element "
                + index
                + ", which "
                + launch().describe(stamp)
                + " "
                + did
                + " in this launch with no barrier of a common group between");
  }

  private String parameter() {
    return launch().parameter(this) + " (" + describe() + ")";
  }

  void writtenBy(String task) {
    lastWriter = task;
  }

  private Launch launch() {
    Launch running = now.launch;
    if (running == null || (limit == 0 && !running.has(this))) {
      throw new SimulationError(
          "an array of the device (" + describe() + ") is used outside of its kernel");
    }
    return running;
  }
}
