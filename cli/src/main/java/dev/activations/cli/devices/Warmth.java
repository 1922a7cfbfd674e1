package dev.activations.cli.devices;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.Call;
import dev.activations.Direction;
import dev.activations.Operand;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.Tensor;
import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the CPU compute so much of some functions, and their gradients, that it chooses what with:
 * what it says of itself afterwards names what vectors are not good for.
 */
final class Warmth {
  /** Everything there is. */
  static final String ALL = "all";

  private static final int SIDE = 1024;

  /** Five million elements: the CPU thinks about it after four. */
  private static final int CALLS = 5;

  private final Backend cpu;
  private final Tensor x;
  private final Tensor y;
  private final Tensor column;

  private Warmth(Backend cpu) {
    this.cpu = cpu;
    x = cpu.allocate(SIDE, SIDE, new float[SIDE * SIDE]);
    y = cpu.allocate(SIDE, SIDE);
    column = cpu.allocate(SIDE, 1);
  }

  /**
   * Reads what to compute.
   *
   * @param text functions and row operations, or {@link #ALL}
   * @throws IllegalArgumentException when there is no such step
   */
  static List<Step> steps(String text) {
    return text.equals(ALL) ? all() : Pipeline.parse(text).steps();
  }

  /** Computes, and waits until everything is chosen. */
  static void spread(List<Step> wanted) throws InterruptedException {
    try (Backend cpu = Backends.open("cpu", BackendOptions.DEFAULTS.withThreads(1))) {
      Warmth warmth = new Warmth(cpu);
      for (Step step : wanted) {
        for (int i = 0; i < CALLS; i++) {
          warmth.compute(step);
        }
      }
      cpu.instruments().settle();
    }
  }

  private static List<Step> all() {
    List<Step> all = new ArrayList<>();
    for (FunctionEntry entry : Catalogue.functions()) {
      entry.examples().forEach(example -> all.add(Activation.of(entry.name(), example)));
    }
    all.addAll(
        List.of(
            RowOperation.SOFTMAX,
            RowOperation.softmax(2),
            RowOperation.LOG_SOFTMAX,
            RowOperation.logSoftmax(2),
            RowOperation.SOFTMIN,
            RowOperation.LOGSUMEXP));
    return all;
  }

  private void compute(Step step) {
    for (Direction direction : step.directions()) {
      Call call = step.call(direction);
      List<Tensor> operands = new ArrayList<>();
      for (Operand operand : call.operands()) {
        Tensor full = operand.isWritten() ? y : x;
        operands.add(operand.columns(SIDE, SIDE) == 1 ? column : full);
      }
      cpu.run(call, operands.toArray(Tensor[]::new));
    }
  }
}
