package dev.activations.tornado;

import dev.activations.tornado.Program.Operand;
import dev.activations.tornado.Program.Task;
import dev.activations.tornado.kernels.Grids;
import dev.activations.tornado.kernels.RowLayout;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.enums.ProfilerMode;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * A program bound to arrays: one task graph with one transfer in and one out, compiled at the first
 * execution. TornadoVM binds a graph to array objects for good. Whoever uses a plan holds its lock;
 * the methods that call TornadoVM run on the thread of the device.
 */
final class CompiledPlan {
  private static final String GRAPH = "activations";

  private final Program program;
  private final Program.Arrays arrays = new Program.Arrays();

  /** Of the arrays that are its own. */
  private final Map<Operand, Integer> capacities = new EnumMap<>(Operand.class);

  private final boolean bound;
  private final ReentrantLock lock = new ReentrantLock();
  private final IntArray wide = new IntArray(5);
  private final IntArray narrow = new IntArray(5);
  private final List<FloatArray> parameters = new ArrayList<>();
  private final List<WorkerGrid> grids = new ArrayList<>();
  private final long deviceBytes;
  private int perItem = 1;
  private @Nullable TornadoExecutionPlan plan;
  private boolean closed;

  /** A plan for the arrays of tensors. */
  CompiledPlan(Program program, Program.Arrays tensors) {
    this.program = program;
    bound = true;
    Set<FloatArray> distinct = new LinkedHashSet<>();
    for (Operand operand : program.operands()) {
      if (operand.staysOnDevice()) {
        capacities.put(operand, operand.capacity(tensors.get(Operand.X).getSize()));
      } else {
        arrays.put(operand, tensors.get(operand));
        distinct.add(tensors.get(operand));
      }
    }
    deviceBytes = distinct.stream().mapToLong(FloatArray::getSize).sum() * Float.BYTES + bytes();
  }

  /** A plan that stages operands of these capacities through arrays of its own. */
  CompiledPlan(Program program, Map<Operand, Integer> sizes) {
    this.program = program;
    bound = false;
    for (Operand operand : program.operands()) {
      Integer size = sizes.get(operand.staysOnDevice() ? Operand.X : operand);
      capacities.put(operand, size == null ? 0 : operand.capacity(size));
    }
    deviceBytes = bytes();
  }

  /** Of the arrays that are its own. */
  private long bytes() {
    return capacities.values().stream().mapToLong(size -> (long) size * Float.BYTES).sum();
  }

  /** Whether it runs on the arrays of tensors, without copies. */
  boolean isBound() {
    return bound;
  }

  /** Allocates the arrays that are its own, once. */
  void allocate() {
    capacities.forEach(
        (operand, size) -> {
          if (!arrays.has(operand)) {
            arrays.put(operand, new FloatArray(size));
          }
        });
  }

  ReentrantLock lock() {
    return lock;
  }

  Program.Arrays arrays() {
    return arrays;
  }

  boolean isClosed() {
    return closed;
  }

  boolean isCompiled() {
    return plan != null;
  }

  /** Bytes of its buffers on the device. */
  long deviceBytes() {
    return deviceBytes;
  }

  /** Compiles it for parameters of these lengths. */
  void compile(Device device, CompilerFlags flags, List<float[]> values) {
    parameters.clear();
    grids.clear();
    TaskGraph graph = new TaskGraph(GRAPH);
    Set<FloatArray> inputs = new LinkedHashSet<>();
    for (Operand input : new Operand[] {Operand.X, Operand.DY}) {
      if (arrays.has(input)) {
        inputs.add(arrays.get(input));
      }
    }
    graph.transferToDevice(DataTransferMode.EVERY_EXECUTION, wide);
    if (program.tasks().stream().anyMatch(Task::narrow)) {
      graph.transferToDevice(DataTransferMode.EVERY_EXECUTION, narrow);
    }
    for (float[] step : values) {
      FloatArray floats = new FloatArray(Math.max(1, step.length));
      parameters.add(floats);
      if (step.length > 0) {
        graph.transferToDevice(DataTransferMode.EVERY_EXECUTION, floats);
      }
    }
    graph.transferToDevice(DataTransferMode.EVERY_EXECUTION, inputs.toArray());
    for (Operand operand : program.operands()) {
      if (operand.staysOnDevice()) {
        graph.persistOnDevice(arrays.get(operand));
      }
    }
    GridScheduler scheduler = new GridScheduler();
    KernelContext context = new KernelContext();
    int number = 0;
    for (Task task : program.tasks()) {
      String id = "t" + number++;
      FloatArray[] operands = task.operands().stream().map(arrays::get).toArray(FloatArray[]::new);
      task.kernel()
          .addTo(
              graph,
              id,
              context,
              task.narrow() ? narrow : wide,
              parameters.get(task.step()),
              operands);
      WorkerGrid grid = Grids.elements(1);
      grids.add(grid);
      scheduler.addWorkerGrid(GRAPH + "." + id, grid);
    }
    graph.transferToHost(DataTransferMode.EVERY_EXECUTION, arrays.get(Operand.OUT));
    TornadoExecutionPlan compiled = new TornadoExecutionPlan(graph.snapshot());
    compiled.withDevice(device.device()).withGridScheduler(scheduler);
    if (device.isOpenCl()) {
      compiled.withCompilerFlags(device.backendType(), flags.text());
    }
    perItem = device.elementsPerItem();
    plan = compiled;
  }

  /** Runs it over the first rows x columns elements of its arrays. */
  void execute(int rows, int columns, List<float[]> values, @Nullable Profiler profiler) {
    TornadoExecutionPlan compiled = plan;
    if (compiled == null) {
      throw new IllegalStateException("the plan is not compiled");
    }
    set(wide, rows, columns);
    set(narrow, rows, 1);
    for (int i = 0; i < values.size(); i++) {
      float[] floats = values.get(i);
      for (int j = 0; j < floats.length; j++) {
        parameters.get(i).set(j, floats[j]);
      }
    }
    for (int i = 0; i < grids.size(); i++) {
      Task task = program.tasks().get(i);
      int width = task.narrow() ? 1 : columns;
      Grids.resize(grids.get(i), task.launch().items(rows, width, perItem));
    }
    if (profiler == null) {
      compiled.execute();
    } else {
      profile(compiled, profiler);
    }
    Results.clear(compiled);
  }

  private static void profile(TornadoExecutionPlan compiled, Profiler profiler) {
    compiled.withProfiler(ProfilerMode.SILENT);
    try {
      profiler.add(compiled.execute().getProfilerResult());
    } finally {
      compiled.withoutProfiler();
    }
  }

  private static void set(IntArray shape, int rows, int columns) {
    int[] sizes = RowLayout.shape(rows, columns);
    for (int i = 0; i < sizes.length; i++) {
      shape.set(i, sizes[i]);
    }
  }

  /** Frees the buffers on the device and the code; it can be compiled again. */
  void release() {
    TornadoExecutionPlan compiled = plan;
    plan = null;
    if (compiled != null) {
      try {
        compiled.close();
      } catch (TornadoExecutionPlanException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  /** Frees the buffers and the code for good. */
  void close() {
    closed = true;
    release();
  }
}
