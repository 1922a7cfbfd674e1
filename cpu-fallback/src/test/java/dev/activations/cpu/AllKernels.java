package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Direction;
import dev.activations.RowOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every loop that something computes with, once: functions, then row operations. */
final class AllKernels {
  private static final RowOperation[] ROWS = {
    RowOperation.SOFTMAX,
    RowOperation.softmax(2),
    RowOperation.LOG_SOFTMAX,
    RowOperation.logSoftmax(2),
    RowOperation.SOFTMIN,
    RowOperation.LOGSUMEXP
  };

  private AllKernels() {}

  /** None where there are no vectors. */
  static List<Tier> tiers() {
    Set<Tier> all = new LinkedHashSet<>();
    for (Activation f : ElementPathsTest.functions()) {
      for (Direction direction : Direction.values()) {
        all.add(BoundFunction.of(f).tier(direction));
      }
    }
    for (RowOperation f : ROWS) {
      all.add(RowTiers.tier(f, false));
      all.add(RowTiers.tier(f, true));
    }
    all.remove(null);
    return new ArrayList<>(all);
  }
}
