package dev.activations.tornado.kernels;

import dev.activations.RowOperation;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task5;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task6;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task7;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Puts a kernel of a row operation into a task graph. Programs use {@link ActivationTasks}, which
 * adds the grid as well.
 */
public final class RowTasks {
  private RowTasks() {}

  /** What each kernel takes. */
  public static final class Operands {
    private final KernelContext context;
    private final IntArray shape;
    private final FloatArray parameters;

    /**
     * The operands that every kernel has.
     *
     * @param context the ids of the work-item
     * @param shape {@link RowLayout#shape}
     * @param parameters {@link RowParameters#of}
     */
    public Operands(KernelContext context, IntArray shape, FloatArray parameters) {
      this.context = context;
      this.shape = shape;
      this.parameters = parameters;
    }
  }

  /**
   * Adds the task y = f(x).
   *
   * @param kind the operation
   * @param shortRows for the kernel of short rows
   * @param graph gets the task
   * @param id of the task
   * @param o what every kernel takes
   * @param x the input
   * @param y gets the result
   */
  public static void forward(
      RowOperation.Kind kind,
      boolean shortRows,
      TaskGraph graph,
      String id,
      Operands o,
      FloatArray x,
      FloatArray y) {
    Task5<KernelContext, IntArray, FloatArray, FloatArray, FloatArray> kernel =
        switch (kind) {
          case SOFTMAX, SOFTMIN -> shortRows ? RowKernels::softmaxShort : RowKernels::softmaxLong;
          case LOG_SOFTMAX -> shortRows ? RowKernels::logSoftmaxShort : RowKernels::logSoftmaxLong;
          case LOGSUMEXP -> shortRows ? RowKernels::logSumExpShort : RowKernels::logSumExpLong;
        };
    graph.task(id, kernel, o.context, o.shape, o.parameters, x, y);
  }

  /**
   * Adds the task of a backward.
   *
   * @param kind the operation
   * @param shortRows for the kernel of short rows
   * @param graph gets the task
   * @param id of the task
   * @param o what every kernel takes
   * @param saved the output of the forward; for logsumexp its input
   * @param dy the gradient of the output
   * @param dx gets the gradient of the input
   */
  public static void backward(
      RowOperation.Kind kind,
      boolean shortRows,
      TaskGraph graph,
      String id,
      Operands o,
      FloatArray saved,
      FloatArray dy,
      FloatArray dx) {
    Task6<KernelContext, IntArray, FloatArray, FloatArray, FloatArray, FloatArray> kernel =
        switch (kind) {
          case SOFTMAX, SOFTMIN ->
              shortRows ? RowKernels::softmaxBackwardShort : RowKernels::softmaxBackwardLong;
          case LOG_SOFTMAX ->
              shortRows ? RowKernels::logSoftmaxBackwardShort : RowKernels::logSoftmaxBackwardLong;
          case LOGSUMEXP ->
              shortRows ? RowKernels::logSumExpBackwardShort : RowKernels::logSumExpBackwardLong;
        };
    graph.task(id, kernel, o.context, o.shape, o.parameters, saved, dy, dx);
  }

  /**
   * Adds the first of three tasks for rows in chunks: the sums of the chunks.
   *
   * @param kind the operation
   * @param backward for its backward
   * @param graph gets the task
   * @param id of the task
   * @param o what every kernel takes
   * @param saved x, or what a backward starts from
   * @param dy the gradient of the output; not used by a forward and by logsumexp
   * @param partials gets {@link ChunkKernels#PARTIAL} floats for each chunk
   */
  public static void chunks(
      RowOperation.Kind kind,
      boolean backward,
      TaskGraph graph,
      String id,
      Operands o,
      FloatArray saved,
      FloatArray dy,
      FloatArray partials) {
    if (!backward || kind == RowOperation.Kind.LOGSUMEXP) {
      graph.task(
          id,
          ChunkKernels::exponentialsOfChunks,
          o.context,
          o.shape,
          o.parameters,
          saved,
          partials);
      return;
    }
    Task6<KernelContext, IntArray, FloatArray, FloatArray, FloatArray, FloatArray> kernel =
        kind == RowOperation.Kind.LOG_SOFTMAX
            ? ChunkKernels::gradientsOfChunks
            : ChunkKernels::productsOfChunks;
    graph.task(id, kernel, o.context, o.shape, o.parameters, saved, dy, partials);
  }

  /**
   * Adds the second of three tasks for rows in chunks: the sums of the rows.
   *
   * @param kind the operation
   * @param backward for its backward
   * @param graph gets the task
   * @param id of the task
   * @param o what every kernel takes
   * @param partials from the first task
   * @param sums gets {@link ChunkKernels#VALUES} floats for each row
   */
  public static void rows(
      RowOperation.Kind kind,
      boolean backward,
      TaskGraph graph,
      String id,
      Operands o,
      FloatArray partials,
      FloatArray sums) {
    Task5<KernelContext, IntArray, FloatArray, FloatArray, FloatArray> kernel;
    if (!backward || kind == RowOperation.Kind.LOGSUMEXP) {
      kernel = ChunkKernels::exponentialsOfRows;
    } else if (kind == RowOperation.Kind.LOG_SOFTMAX) {
      kernel = ChunkKernels::gradientsOfRows;
    } else {
      kernel = ChunkKernels::productsOfRows;
    }
    graph.task(id, kernel, o.context, o.shape, o.parameters, partials, sums);
  }

  /**
   * Adds the third of three tasks for rows in chunks: y = f(x).
   *
   * @param kind the operation
   * @param graph gets the task
   * @param id of the task
   * @param o what every kernel takes
   * @param sums from the second task
   * @param x the input
   * @param y gets the result
   */
  public static void results(
      RowOperation.Kind kind,
      TaskGraph graph,
      String id,
      Operands o,
      FloatArray sums,
      FloatArray x,
      FloatArray y) {
    Task6<KernelContext, IntArray, FloatArray, FloatArray, FloatArray, FloatArray> kernel =
        switch (kind) {
          case SOFTMAX, SOFTMIN -> ChunkKernels::softmaxOfSums;
          case LOG_SOFTMAX -> ChunkKernels::logSoftmaxOfSums;
          case LOGSUMEXP -> ChunkKernels::logSumExpOfSums;
        };
    graph.task(id, kernel, o.context, o.shape, o.parameters, sums, x, y);
  }

  /**
   * Adds the third of three tasks for rows in chunks: the gradients.
   *
   * @param kind the operation
   * @param graph gets the task
   * @param id of the task
   * @param o what every kernel takes
   * @param sums from the second task
   * @param saved the output of the forward; for logsumexp its input
   * @param dy the gradient of the output
   * @param dx gets the gradient of the input
   */
  public static void gradients(
      RowOperation.Kind kind,
      TaskGraph graph,
      String id,
      Operands o,
      FloatArray sums,
      FloatArray saved,
      FloatArray dy,
      FloatArray dx) {
    Task7<KernelContext, IntArray, FloatArray, FloatArray, FloatArray, FloatArray, FloatArray>
        kernel =
            switch (kind) {
              case SOFTMAX, SOFTMIN -> ChunkKernels::softmaxBackwardOfSums;
              case LOG_SOFTMAX -> ChunkKernels::logSoftmaxBackwardOfSums;
              case LOGSUMEXP -> ChunkKernels::logSumExpBackwardOfSums;
            };
    graph.task(id, kernel, o.context, o.shape, o.parameters, sums, saved, dy, dx);
  }
}
