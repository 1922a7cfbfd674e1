package dev.activations.simulator;

import java.lang.StackWalker.StackFrame;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** One run of a task's kernel. */
final class Launch {
  private final Task task;
  private final Moment now;
  private final Object[] arguments;
  private final List<DeviceCells> cells;
  private long groups;
  private int groupSize;
  private Integer boxedGlobalSize = 0;
  private Integer boxedLocalSize = 0;
  private Integer boxedGroup = 0;
  private Integer[] boxedLocals = {};
  private long group;
  private int @Nullable [] groupBases;
  private boolean looked;

  Launch(Task task, Moment now, Object[] arguments, List<DeviceCells> cells) {
    this.task = task;
    this.now = now;
    this.arguments = arguments;
    this.cells = cells;
  }

  /** Runs the kernel as the loop that it is. */
  void runLoop() {
    run(
        false,
        1,
        () -> {
          task.body().run(arguments);
        });
  }

  /** Runs the kernel once for each work-item. */
  void runItems(Extent extent, long seed) {
    groups = extent.groups();
    groupSize = extent.local();
    boxedGlobalSize = Math.toIntExact(extent.global());
    boxedLocalSize = groupSize;
    boxedLocals = new Integer[groupSize];
    for (int i = 0; i < groupSize; i++) {
      boxedLocals[i] = i;
    }
    if (task.hasBarriers) {
      groupBases = new int[Math.toIntExact(groups)];
    }
    Group items = new Group(this, now, groupSize, seed);
    run(
        true,
        extent.global(),
        () -> {
          for (group = 0; group < groups; group++) {
            boxedGroup = (int) group;
            if (groupBases != null) {
              groupBases[(int) group] = now.nextStamp();
            }
            items.run();
          }
        });
  }

  private void run(boolean workItems, long items, Runnable kernel) {
    now.beginLaunch(this, workItems, items);
    looked = !task.kernel.isEmpty();
    for (DeviceCells each : cells) {
      each.open(looked);
    }
    try {
      kernel.run();
    } catch (SimulationError | Abandoned known) {
      throw known;
    } catch (RuntimeException thrown) {
      throw new SimulationError(where() + ": threw " + thrown, thrown);
    } finally {
      for (DeviceCells each : cells) {
        each.close();
        if (each.isDirty()) {
          each.writtenBy("task " + task.name());
        }
      }
      now.endLaunch();
    }
  }

  /** Runs the kernel for one work-item on the thread of the caller. */
  void run(WorkItem item) {
    int local = item.local();
    KernelContext context =
        ApiAccess.contexts()
            .create(
                item,
                (int) (group * groupSize + local),
                boxedGroup,
                boxedLocals[local],
                boxedGlobalSize,
                boxedLocalSize,
                1);
    Object[] own = arguments.clone();
    for (int i = 0; i < own.length; i++) {
      if (own[i] instanceof KernelContext) {
        own[i] = context;
      }
    }
    task.body().run(own);
  }

  boolean hasBarriers() {
    return task.hasBarriers;
  }

  /** From here on groups take more stamps than one a work-item, so where each begins is kept. */
  void sawBarrier() {
    task.hasBarriers = true;
    if (groupBases == null) {
      groupBases = new int[(int) groups];
      for (int i = 0; i <= group; i++) {
        groupBases[i] = now.launchBase + i * (groupSize + 1);
      }
    }
  }

  /** The first time that a kernel calls out of itself it can be seen on the stack. */
  void lookAtKernel() {
    if (looked) {
      return;
    }
    looked = true;
    StackFrame kernel = KernelCode.kernel();
    if (kernel != null) {
      String fault = KernelCode.fault(kernel);
      task.kernel = KernelCode.name(kernel);
      if (fault != null) {
        SimulationError error = error(fault);
        // The next launch looks again.
        task.kernel = "";
        throw error;
      }
    }
    for (DeviceCells each : cells) {
      each.open(true);
    }
  }

  boolean has(DeviceCells asked) {
    return cells.contains(asked);
  }

  /** The parameter that an array was passed for. */
  String parameter(DeviceCells asked) {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i];
      if (argument instanceof TornadoNativeArray array && ApiAccess.cells(array) == asked) {
        return "parameter " + (i + 1);
      }
    }
    return "an array of no parameter";
  }

  /** The stamp of readers that are several work-items of this group. */
  int severalReaders() {
    return now.phaseBase + groupSize;
  }

  /** The work-item behind a stamp of this launch. */
  String describe(int stamp) {
    if (stamp < 0) {
      return "work-items of several groups";
    }
    int in = 0;
    int base = now.launchBase;
    if (groupBases == null) {
      in = (stamp - base) / (groupSize + 1);
      base += in * (groupSize + 1);
    } else {
      int found = Arrays.binarySearch(groupBases, 0, (int) group + 1, stamp);
      in = found >= 0 ? found : -found - 2;
      base = groupBases[in];
    }
    int local = (stamp - base) % (groupSize + 1);
    return local == groupSize
        ? "several work-items of group " + in
        : "work-item "
            + ((long) in * groupSize + local)
            + " (group "
            + in
            + ", local "
            + local
            + ")";
  }

  SimulationError error(String what) {
    return new SimulationError(where() + KernelCode.position() + ": " + what);
  }

  private String where() {
    String kernel = task.kernel.isEmpty() ? "" : ", kernel " + task.kernel;
    String item = now.stamp >= now.phaseBase && now.concurrent ? ", " + describe(now.stamp) : "";
    return "task " + task.name() + kernel + item;
  }
}
