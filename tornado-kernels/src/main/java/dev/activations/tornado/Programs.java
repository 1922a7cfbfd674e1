package dev.activations.tornado;

import dev.activations.Activation;
import dev.activations.Call;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Step;
import dev.activations.tornado.Program.Operand;
import dev.activations.tornado.Program.Task;
import dev.activations.tornado.kernels.CopyKernel;
import dev.activations.tornado.kernels.ElementwiseKernels;
import dev.activations.tornado.kernels.RowLayout;
import dev.activations.tornado.kernels.RowParameters;
import java.util.ArrayList;
import java.util.List;

/** Programs for what a backend is asked to do, and the floats that their steps take. */
final class Programs {
  private Programs() {}

  /** What a call computes on an input of so many rows and columns. */
  static Program of(Call call, int rows, int columns) {
    return switch (call.direction()) {
      case FORWARD -> forward(call.pipeline(), rows, columns);
      case DERIVATIVE -> derivative(call.pipeline());
      case BACKWARD -> backward(call.step(), rows, columns);
    };
  }

  static Program copy(boolean fourAtATime) {
    Task task =
        new Task(
            0,
            Launch.ELEMENTS,
            false,
            (graph, id, context, shape, parameters, a) -> {
              if (fourAtATime) {
                graph.task(id, CopyKernel::copyFourElements, context, shape, a[0], a[1]);
              } else {
                graph.task(id, CopyKernel::copyElements, context, shape, a[0], a[1]);
              }
            },
            List.of(Operand.X, Operand.OUT));
    return new Program(fourAtATime ? "copy of four elements" : "copy", List.of(task));
  }

  private static Program backward(Step step, int rows, int columns) {
    return step instanceof Activation f
        ? backward(f)
        : backward((RowOperation) step, rows, columns);
  }

  private static Program backward(Activation f) {
    Task task =
        new Task(
            0,
            Launch.ELEMENTS,
            false,
            (graph, id, context, shape, parameters, a) ->
                ElementwiseKernels.backward(
                    f.name(), graph, id, context, shape, parameters, a[0], a[1], a[2]),
            List.of(Operand.X, Operand.DY, Operand.OUT));
    return new Program("backward " + f.name(), List.of(task));
  }

  private static Program backward(RowOperation f, int rows, int columns) {
    RowLayout layout = RowLayout.of(rows, columns);
    RowPrograms tasks = new RowPrograms(f.kind(), 0, false, layout);
    return new Program("backward " + rowName(f, layout), tasks.backward());
  }

  /** What the kernels of a step take: two floats for a double where one is not enough. */
  static float[] parameters(Step step) {
    try {
      if (step instanceof Activation f) {
        return ElementwiseKernels.parameters(f.name(), f.parameters());
      }
      return RowParameters.of((RowOperation) step);
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(step.name() + ": " + refused.getMessage(), refused);
    }
  }

  private static Program forward(Pipeline pipeline, int rows, int columns) {
    List<Step> steps = pipeline.steps();
    boolean narrowed = pipeline.outputColumns(columns) != columns;
    boolean narrow = false;
    StringBuilder key = new StringBuilder();
    List<Task> tasks = new ArrayList<>();
    Operand source = Operand.X;
    for (int i = 0; i < steps.size(); i++) {
      key.append(i == 0 ? "" : ",");
      Step step = steps.get(i);
      boolean narrows = narrowed && !narrow && step.outputColumns(2) == 1;
      Operand target = narrowed && !narrow && !narrows ? Operand.VALUE : Operand.OUT;
      if (step instanceof Activation f) {
        tasks.add(forward(f, i, narrow, source, target));
        key.append(f.name());
      } else {
        RowOperation f = (RowOperation) step;
        RowLayout layout = narrow ? RowLayout.SHORT : RowLayout.of(rows, columns);
        tasks.addAll(new RowPrograms(f.kind(), i, narrow, layout).forward(source, target));
        key.append(rowName(f, layout));
      }
      narrow |= narrows;
      source = target;
    }
    return new Program(key + (narrowed ? " to one column" : ""), tasks);
  }

  private static Program derivative(Pipeline pipeline) {
    List<Step> steps = pipeline.steps();
    List<Task> tasks = new ArrayList<>();
    StringBuilder key = new StringBuilder("derivative");
    for (int i = 0; i < steps.size(); i++) {
      Activation f = (Activation) steps.get(i);
      key.append(i == 0 ? " " : ",").append(f.name());
      boolean last = i + 1 == steps.size();
      if (i == 0) {
        if (!last) {
          tasks.add(forward(f, i, false, Operand.X, Operand.VALUE));
        }
        tasks.add(slope(f, i));
      } else {
        tasks.add(chain(f, i));
        if (!last) {
          tasks.add(forward(f, i, false, Operand.VALUE, Operand.VALUE));
        }
      }
    }
    return new Program(key.toString(), tasks);
  }

  private static Task forward(
      Activation f, int step, boolean narrow, Operand source, Operand target) {
    return new Task(
        step,
        Launch.ELEMENTS,
        narrow,
        (graph, id, context, shape, parameters, a) ->
            ElementwiseKernels.forward(f.name(), graph, id, context, shape, parameters, a[0], a[1]),
        List.of(source, target));
  }

  private static Task slope(Activation f, int step) {
    return new Task(
        step,
        Launch.ELEMENTS,
        false,
        (graph, id, context, shape, parameters, a) ->
            ElementwiseKernels.derivative(
                f.name(), graph, id, context, shape, parameters, a[0], a[1]),
        List.of(Operand.X, Operand.OUT));
  }

  private static Task chain(Activation f, int step) {
    return new Task(
        step,
        Launch.ELEMENTS,
        false,
        (graph, id, context, shape, parameters, a) ->
            ElementwiseKernels.chain(f.name(), graph, id, context, shape, parameters, a[0], a[1]),
        List.of(Operand.VALUE, Operand.OUT));
  }

  private static String rowName(RowOperation f, RowLayout layout) {
    return switch (layout) {
      case SHORT -> f.name() + " of short rows";
      case LONG -> f.name();
      case CHUNKS -> f.name() + " of chunks";
    };
  }
}
