package dev.activations.tornado;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;

/**
 * A plan keeps the result of every execution for ever ({@code planResults}), so a plan that is used
 * for long would fill the heap. TornadoVM opens its API to reflection; where the field is missing,
 * nothing is done.
 */
final class Results {
  private static final @Nullable VarHandle KEPT = find();

  private Results() {}

  private static @Nullable VarHandle find() {
    try {
      return MethodHandles.privateLookupIn(TornadoExecutionPlan.class, MethodHandles.lookup())
          .findVarHandle(TornadoExecutionPlan.class, "planResults", List.class);
    } catch (ReflectiveOperationException changed) {
      return null;
    }
  }

  static void clear(TornadoExecutionPlan plan) {
    if (KEPT != null && KEPT.get(plan) instanceof Collection<?> kept) {
      kept.clear();
    }
  }
}
