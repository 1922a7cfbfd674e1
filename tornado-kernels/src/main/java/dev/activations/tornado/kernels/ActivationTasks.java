package dev.activations.tornado.kernels;

import dev.activations.Activation;
import dev.activations.RowOperation;
import dev.activations.tornado.kernels.RowTasks.Operands;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Adds functions and row operations to a task graph of your own: the kernel that fits the sizes,
 * its grid, and the small arrays that it reads, in one call.
 *
 * <pre>{@code
 * TaskGraph graph = new TaskGraph("mine").transferToDevice(DataTransferMode.EVERY_EXECUTION, x);
 * GridScheduler grids = new GridScheduler();
 * ActivationTasks tasks = new ActivationTasks(graph, grids);
 * tasks.forward("gelu", Activation.GELU_ERF, rows * columns, x, hidden);
 * tasks.forward("softmax", RowOperation.SOFTMAX, rows, columns, hidden, y);
 * graph.transferToHost(DataTransferMode.EVERY_EXECUTION, y);
 * new TornadoExecutionPlan(graph.snapshot()).withGridScheduler(grids).execute();
 * }</pre>
 *
 * <p>Arrays may hold more elements than are computed. An output may be an input that is as wide.
 * Your own arrays are transferred by you; an array between two tasks needs {@code persistOnDevice}.
 * Not for several threads at a time.
 */
public final class ActivationTasks {
  private final TaskGraph graph;
  private final GridScheduler grids;
  private final KernelContext context = new KernelContext();

  /**
   * Tasks for a graph.
   *
   * @param graph gets tasks, and the transfers of what their kernels read besides your arrays
   * @param grids gets the grid of each task; pass it to the plan of the graph
   */
  public ActivationTasks(TaskGraph graph, GridScheduler grids) {
    this.graph = graph;
    this.grids = grids;
  }

  /**
   * Adds y = f(x).
   *
   * @param id of the task
   * @param f the function
   * @param elements how many are computed
   * @param x the input
   * @param y gets the result; may be x
   * @throws IllegalArgumentException when an array is too short, or float32 cannot hold a parameter
   */
  public void forward(String id, Activation f, int elements, FloatArray x, FloatArray y) {
    check(id, f, 1, elements, "x", x, elements, "y", y, elements);
    IntArray shape = shape(elements, 1);
    ElementwiseKernels.forward(f.name(), graph, id, context, shape, parameters(f), x, y);
    grid(id, Grids.elements(elements));
  }

  /**
   * Adds y = f'(x).
   *
   * @param id of the task
   * @param f the function
   * @param elements how many are computed
   * @param x the input of f
   * @param y gets the result; may be x
   * @throws IllegalArgumentException when an array is too short, or float32 cannot hold a parameter
   */
  public void derivative(String id, Activation f, int elements, FloatArray x, FloatArray y) {
    check(id, f, 1, elements, "x", x, elements, "y", y, elements);
    IntArray shape = shape(elements, 1);
    ElementwiseKernels.derivative(f.name(), graph, id, context, shape, parameters(f), x, y);
    grid(id, Grids.elements(elements));
  }

  /**
   * Adds dx = dy f'(x).
   *
   * @param id of the task
   * @param f the function
   * @param elements how many are computed
   * @param x the input of f
   * @param dy the gradient of its output
   * @param dx gets the gradient of its input; may be x or dy
   * @throws IllegalArgumentException when an array is too short, or float32 cannot hold a parameter
   */
  public void backward(
      String id, Activation f, int elements, FloatArray x, FloatArray dy, FloatArray dx) {
    check(id, f, 1, elements, "x", x, elements, "dy", dy, elements);
    require(id, f, "dx", dx, elements);
    IntArray shape = shape(elements, 1);
    ElementwiseKernels.backward(f.name(), graph, id, context, shape, parameters(f), x, dy, dx);
    grid(id, Grids.elements(elements));
  }

  /**
   * Adds y = f(x). Few rows that are very long are three tasks: id, and id with "Chunks" and "Rows"
   * behind.
   *
   * @param id of the task
   * @param f the operation
   * @param rows how many rows
   * @param columns the elements of each row of x
   * @param x the input
   * @param y gets the result, one element for each row of logsumexp; may be x if it is as wide
   * @throws IllegalArgumentException when an array is too short, or float32 cannot hold the
   *     temperature
   */
  public void forward(
      String id, RowOperation f, int rows, int columns, FloatArray x, FloatArray y) {
    check(id, f, rows, columns, "x", x, columns, "y", y, f.outputColumns(columns));
    Operands o = operands(f, rows, columns);
    RowLayout layout = RowLayout.of(rows, columns);
    if (layout == RowLayout.CHUNKS) {
      FloatArray sums = sums(id, f, false, rows, columns, o, x, x);
      RowTasks.results(f.kind(), graph, id, o, sums, x, y);
    } else {
      RowTasks.forward(f.kind(), layout == RowLayout.SHORT, graph, id, o, x, y);
    }
    rowGrid(id, layout, rows, columns);
  }

  /**
   * Adds the backward of a row operation. Few rows that are very long are three tasks, as in the
   * forward.
   *
   * @param id of the task
   * @param f the operation
   * @param rows how many rows
   * @param columns the elements of each row of the input of f
   * @param saved the output of the forward; for logsumexp its input
   * @param dy the gradient of the output, one element for each row of logsumexp
   * @param dx gets the gradient of the input; may be saved, or dy if that is as wide
   * @throws IllegalArgumentException when an array is too short, or float32 cannot hold the
   *     temperature
   */
  public void backward(
      String id,
      RowOperation f,
      int rows,
      int columns,
      FloatArray saved,
      FloatArray dy,
      FloatArray dx) {
    check(id, f, rows, columns, "saved", saved, columns, "dy", dy, f.outputColumns(columns));
    require(id, f, "dx", dx, (long) rows * columns);
    Operands o = operands(f, rows, columns);
    RowLayout layout = RowLayout.of(rows, columns);
    if (layout == RowLayout.CHUNKS) {
      FloatArray sums = sums(id, f, true, rows, columns, o, saved, dy);
      RowTasks.gradients(f.kind(), graph, id, o, sums, saved, dy, dx);
    } else {
      RowTasks.backward(f.kind(), layout == RowLayout.SHORT, graph, id, o, saved, dy, dx);
    }
    rowGrid(id, layout, rows, columns);
  }

  private FloatArray sums(
      String id,
      RowOperation f,
      boolean backward,
      int rows,
      int columns,
      Operands o,
      FloatArray saved,
      FloatArray dy) {
    int chunks = RowLayout.shape(rows, columns)[3];
    FloatArray partials = new FloatArray(rows * chunks * ChunkKernels.PARTIAL);
    FloatArray sums = new FloatArray(rows * ChunkKernels.VALUES);
    graph.persistOnDevice(partials, sums);
    RowTasks.chunks(f.kind(), backward, graph, id + "Chunks", o, saved, dy, partials);
    rowGrid(id + "Chunks", RowLayout.CHUNKS, rows, columns);
    RowTasks.rows(f.kind(), backward, graph, id + "Rows", o, partials, sums);
    rowGrid(id + "Rows", RowLayout.SHORT, rows, columns);
    return sums;
  }

  private Operands operands(RowOperation f, int rows, int columns) {
    FloatArray parameters = FloatArray.fromArray(RowParameters.of(f));
    graph.transferToDevice(DataTransferMode.FIRST_EXECUTION, parameters);
    return new Operands(context, shape(rows, columns), parameters);
  }

  private FloatArray parameters(Activation f) {
    float[] floats = ElementwiseKernels.parameters(f.name(), f.parameters());
    FloatArray parameters = FloatArray.fromArray(floats.length == 0 ? new float[1] : floats);
    if (floats.length > 0) {
      graph.transferToDevice(DataTransferMode.FIRST_EXECUTION, parameters);
    }
    return parameters;
  }

  private IntArray shape(int rows, int columns) {
    IntArray shape = IntArray.fromElements(RowLayout.shape(rows, columns));
    graph.transferToDevice(DataTransferMode.FIRST_EXECUTION, shape);
    return shape;
  }

  private void rowGrid(String id, RowLayout layout, int rows, int columns) {
    grid(
        id,
        switch (layout) {
          case SHORT -> Grids.shortRows(rows);
          case LONG -> Grids.longRows(rows);
          case CHUNKS -> Grids.longRows(rows * RowLayout.shape(rows, columns)[3]);
        });
  }

  private void grid(String id, WorkerGrid grid) {
    grids.addWorkerGrid(graph.getTaskGraphName() + "." + id, grid);
  }

  private static void check(
      String id,
      Object f,
      int rows,
      int columns,
      String first,
      FloatArray one,
      int oneColumns,
      String second,
      FloatArray other,
      int otherColumns) {
    if (rows < 1 || columns < 1 || (long) rows * columns > 1 << 30) {
      throw new IllegalArgumentException(
          f
              + " of task "
              + id
              + ": expected at least one row and one column and at most 2^30 elements, found "
              + rows
              + " x "
              + columns);
    }
    require(id, f, first, one, (long) rows * oneColumns);
    require(id, f, second, other, (long) rows * otherColumns);
  }

  private static void require(String id, Object f, String name, FloatArray array, long elements) {
    if (array.getSize() < elements) {
      throw new IllegalArgumentException(
          f
              + " of task "
              + id
              + ": "
              + name
              + " needs at least "
              + elements
              + " elements, found "
              + array.getSize());
    }
  }
}
