package dev.activations.tornado;

import dev.activations.RowOperation;
import dev.activations.tornado.Program.Operand;
import dev.activations.tornado.Program.Task;
import dev.activations.tornado.kernels.RowLayout;
import dev.activations.tornado.kernels.RowTasks;
import java.util.List;

/** The tasks of a row operation: one, or three for rows in chunks. */
final class RowPrograms {
  private final RowOperation.Kind kind;
  private final int step;
  private final boolean narrow;
  private final RowLayout layout;

  RowPrograms(RowOperation.Kind kind, int step, boolean narrow, RowLayout layout) {
    this.kind = kind;
    this.step = step;
    this.narrow = narrow;
    this.layout = layout;
  }

  List<Task> forward(Operand x, Operand y) {
    if (layout != RowLayout.CHUNKS) {
      boolean shortRows = layout == RowLayout.SHORT;
      return List.of(
          task(
              shortRows ? Launch.ROWS : Launch.GROUP_PER_ROW,
              (graph, id, context, shape, parameters, a) ->
                  RowTasks.forward(
                      kind,
                      shortRows,
                      graph,
                      id,
                      new RowTasks.Operands(context, shape, parameters),
                      a[0],
                      a[1]),
              x,
              y));
    }
    Task results =
        task(
            Launch.GROUP_PER_CHUNK,
            (graph, id, context, shape, parameters, a) ->
                RowTasks.results(
                    kind,
                    graph,
                    id,
                    new RowTasks.Operands(context, shape, parameters),
                    a[0],
                    a[1],
                    a[2]),
            Operand.SUMS,
            x,
            y);
    return List.of(chunks(false, x), rows(false), results);
  }

  List<Task> backward() {
    if (layout != RowLayout.CHUNKS) {
      boolean shortRows = layout == RowLayout.SHORT;
      return List.of(
          task(
              shortRows ? Launch.ROWS : Launch.GROUP_PER_ROW,
              (graph, id, context, shape, parameters, a) ->
                  RowTasks.backward(
                      kind,
                      shortRows,
                      graph,
                      id,
                      new RowTasks.Operands(context, shape, parameters),
                      a[0],
                      a[1],
                      a[2]),
              Operand.X,
              Operand.DY,
              Operand.OUT));
    }
    Task results =
        task(
            Launch.GROUP_PER_CHUNK,
            (graph, id, context, shape, parameters, a) ->
                RowTasks.gradients(
                    kind,
                    graph,
                    id,
                    new RowTasks.Operands(context, shape, parameters),
                    a[0],
                    a[1],
                    a[2],
                    a[3]),
            Operand.SUMS,
            Operand.X,
            Operand.DY,
            Operand.OUT);
    return List.of(chunks(true, Operand.X), rows(true), results);
  }

  private Task chunks(boolean backward, Operand x) {
    Program.Kernel kernel =
        (graph, id, context, shape, parameters, a) ->
            RowTasks.chunks(
                kind,
                backward,
                graph,
                id,
                new RowTasks.Operands(context, shape, parameters),
                a[0],
                a[a.length - 2],
                a[a.length - 1]);
    return backward && kind != RowOperation.Kind.LOGSUMEXP
        ? task(Launch.GROUP_PER_CHUNK, kernel, x, Operand.DY, Operand.PARTIALS)
        : task(Launch.GROUP_PER_CHUNK, kernel, x, Operand.PARTIALS);
  }

  private Task rows(boolean backward) {
    return task(
        Launch.ROWS,
        (graph, id, context, shape, parameters, a) ->
            RowTasks.rows(
                kind,
                backward,
                graph,
                id,
                new RowTasks.Operands(context, shape, parameters),
                a[0],
                a[1]),
        Operand.PARTIALS,
        Operand.SUMS);
  }

  private Task task(Launch launch, Program.Kernel kernel, Operand... operands) {
    return new Task(step, launch, narrow, kernel, List.of(operands));
  }
}
