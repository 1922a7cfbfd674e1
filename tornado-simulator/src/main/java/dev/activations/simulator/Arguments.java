package dev.activations.simulator;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.types.arrays.TornadoNativeArray;

/** What may be passed to a task. */
final class Arguments {
  private Arguments() {}

  /** Every array has to be in a transfer; TornadoVM checks all but the last parameter. */
  static void check(Graph graph) {
    Set<TornadoNativeArray> transferred = Collections.newSetFromMap(new IdentityHashMap<>());
    graph.in().forEach(transfer -> transferred.add(transfer.array()));
    graph.out().forEach(transfer -> transferred.add(transfer.array()));
    for (Task task : graph.tasks()) {
      Object[] arguments = task.arguments();
      for (int i = 0; i < arguments.length; i++) {
        String fault = fault(arguments[i], transferred);
        if (fault != null) {
          throw new SimulationError(
              "task "
                  + task.name()
                  + ", parameter "
                  + (i + 1)
                  + " of "
                  + arguments.length
                  + ": "
                  + fault);
        }
      }
    }
  }

  private static @Nullable String fault(
      @Nullable Object argument, Set<TornadoNativeArray> transferred) {
    if (argument == null) {
      return "null";
    }
    if (argument instanceof TornadoNativeArray) {
      return transferred.contains(argument)
          ? null
          : "an array that is in no transferToDevice, transferToHost or persistOnDevice";
    }
    if (argument instanceof KernelContext
        || argument instanceof Number
        || argument instanceof Boolean) {
      return null;
    }
    return "an object of "
        + argument.getClass().getName()
        + ", which is not simulated; expected FloatArray, IntArray, KernelContext or a number";
  }
}
