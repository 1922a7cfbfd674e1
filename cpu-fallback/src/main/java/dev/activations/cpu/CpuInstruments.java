package dev.activations.cpu;

import dev.activations.Instruments;
import dev.activations.Shapes;
import dev.activations.Tensor;

/** What measurements ask of the CPU: a copy that is split as calls are, and the end of warm-ups. */
final class CpuInstruments implements Instruments {
  /** Both tensors of a copy together take 64 MiB: more than a core reaches of any cache. */
  private static final int BEYOND_CACHES = 1 << 23;

  /**
   * The JVM copies so much at once past the caches, which saves reading what is about to be
   * overwritten.
   */
  private static final int LONG_COPY = 1 << 20;

  private final CpuBackend backend;
  private final Workers workers;

  CpuInstruments(CpuBackend backend, Workers workers) {
    this.backend = backend;
    this.workers = workers;
  }

  @Override
  public void settle() throws InterruptedException {
    WarmUp.await();
  }

  @Override
  public void copy(Tensor x, Tensor y) {
    backend.checkOpen();
    Shapes.present("x", x);
    Shapes.require("y", y, x.rows(), x.columns(), "copying x");
    CpuTensor input = Operands.own("x", x);
    CpuTensor output = Operands.own("y", y);
    float[] from = input.values();
    float[] to = output.values();
    Operands.requireApart("y", output, to, "x", input, from);
    int elements = x.elements();
    Execution execution = workers.execution();
    try {
      int block = elements < BEYOND_CACHES ? Blocks.ELEMENTS : LONG_COPY;
      CopyWork work = execution.copy.set(from, input.offset(), to, output.offset());
      workers.run(execution, work, elements, block, elements);
    } finally {
      execution.release();
    }
  }
}
