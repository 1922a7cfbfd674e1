package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.activations.Activation;
import dev.activations.BackendOptions;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * No call allocates, once everything is made and compiled: neither the thread of the caller nor
 * those that help it. Alone, so that there are no other helpers at work.
 */
@Isolated
class AllocationTest {
  private static final int CALLS = 500;

  /** A long row takes a millisecond. */
  private static final int LONG_CALLS = 50;

  /** Compilers that are kept waiting may take a while; what allocates never comes to nothing. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private static final long MOST_KEPT = 1 << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TestFactory
  List<DynamicTest> calls() {
    List<DynamicTest> tests = new ArrayList<>();
    // Two threads compute what one does, and more.
    boolean thorough = Boolean.getBoolean("activations.thorough");
    for (int threads : thorough ? new int[] {1, 2} : new int[] {2}) {
      // One block, and a block for each of two threads.
      int elements = threads == 1 ? 6400 : 19_200;
      tests.add(
          DynamicTest.dynamicTest(
              threads + " threads", () -> allocateNothing(threads, elements / 100, 100, CALLS)));
      tests.add(
          DynamicTest.dynamicTest(
              threads + " threads, short rows",
              () -> allocateNothing(threads, elements / 32, 32, CALLS)));
      tests.add(
          DynamicTest.dynamicTest(
              threads + " threads, a long row",
              () -> allocateNothing(threads, 1, 1 << 18, LONG_CALLS)));
    }
    return tests;
  }

  /**
   * What a backend of two threads has beside the tensors of its callers, after calls of all kinds.
   */
  @Test
  void keepsAtMostOneMebibyte() {
    long kept = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 10 && kept > MOST_KEPT; attempt++) {
      // The first one has classes loaded, and what else is made once in a JVM.
      kept = keptByABackend();
    }
    assertThat(kept).as("bytes that a backend keeps").isBetween(1L << 10, MOST_KEPT);
  }

  private static long keptByABackend() {
    int rows = 512;
    int columns = 512;
    double[] doubles = new double[rows * columns];
    try (CpuBackend tensors = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(1));
        Tensor x = tensors.allocate(rows, columns, Samples.normal(rows * columns, 1));
        Tensor y = tensors.allocate(rows, columns);
        Tensor one = tensors.allocate(rows, 1)) {
      long before = usedHeap();
      try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(2))) {
        for (int i = 0; i < 2; i++) {
          for (Activation f : ElementPathsTest.functions()) {
            cpu.forward(f, x, y);
            cpu.derivative(f, x, y);
            cpu.backward(f, x, x, y);
          }
          for (String steps : new String[] {"tanh,softmax,relu", "tanh,logsumexp", "log_softmax"}) {
            Pipeline pipeline = Pipeline.parse(steps);
            cpu.run(pipeline, x, pipeline.outputColumns(columns) == 1 ? one : y);
          }
          cpu.backward(RowOperation.SOFTMAX, y, x, y);
          cpu.run(Pipeline.parse("tanh,relu").derivative(), x, y);
          cpu.run(Pipeline.parse("tanh,relu"), rows, columns, doubles, doubles);
        }
        return usedHeap() - before;
      }
    }
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void allocateNothing(int threads, int rows, int columns, int calls) {
    Map<String, Runnable> kinds = new LinkedHashMap<>();
    try (CpuBackend cpu = CpuBackend.open(BackendOptions.DEFAULTS.withThreads(threads));
        Tensor x = cpu.allocate(rows, columns, Samples.normal(rows * columns, 1));
        Tensor dy = cpu.allocate(rows, columns, Samples.normal(rows * columns, 2));
        Tensor y = cpu.allocate(rows, columns);
        Tensor one = cpu.allocate(rows, 1)) {
      Activation f = Activation.SILU;
      Activation leaky = Activation.leakyRelu(0.2);
      kinds.put("a function", () -> cpu.forward(f, x, y));
      kinds.put("a function with a parameter", () -> cpu.forward(leaky, x, y));
      kinds.put("a derivative", () -> cpu.derivative(f, x, y));
      kinds.put("a backward", () -> cpu.backward(f, x, dy, y));
      Pipeline elements = Pipeline.parse("tanh,relu");
      kinds.put("a pipeline", () -> cpu.run(elements, x, y));
      Pipeline slopes = elements.derivative();
      kinds.put("the derivative of a pipeline", () -> cpu.run(slopes, x, y));
      Pipeline mixed = Pipeline.parse("tanh,softmax,relu");
      kinds.put("a pipeline with rows", () -> cpu.run(mixed, x, y));
      for (RowOperation row :
          List.of(
              RowOperation.SOFTMAX,
              RowOperation.softmax(2),
              RowOperation.LOG_SOFTMAX,
              RowOperation.SOFTMIN)) {
        kinds.put(row.toString(), () -> cpu.forward(row, x, y));
        kinds.put(row + ", backward", () -> cpu.backward(row, dy, x, y));
      }
      kinds.put("logsumexp", () -> cpu.logSumExp(x, one));
      kinds.put("logsumexp, backward", () -> cpu.logSumExpBackward(x, one, y));
      Tensor[] three = {x, dy, y};
      kinds.put("a call of an array", () -> cpu.run(f.backward(), three));
      kinds.forEach((name, call) -> allocatesNothing(name, call, calls));
    }
  }

  private static void allocatesNothing(String name, Runnable call, int calls) {
    long deadline = System.nanoTime() + PATIENCE;
    long bytes;
    do {
      long helpers = allocatedByHelpers();
      long caller = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < calls; i++) {
        call.run();
      }
      bytes = THREADS.getCurrentThreadAllocatedBytes() - caller;
      bytes += allocatedByHelpers() - helpers;
    } while (bytes > 0 && System.nanoTime() < deadline);
    assertThat(bytes).as("bytes that %d calls of %s allocate", calls, name).isZero();
  }

  private static long allocatedByHelpers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("activations-cpu-\\d+"))
        .mapToLong(thread -> Math.max(0, THREADS.getThreadAllocatedBytes(thread.getId())))
        .sum();
  }
}
