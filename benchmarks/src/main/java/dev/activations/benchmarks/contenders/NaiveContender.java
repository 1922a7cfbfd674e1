package dev.activations.benchmarks.contenders;

import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import java.util.Optional;

/** What a Java programmer writes in a minute, split over threads as well as Java can. */
final class NaiveContender implements Contender {
  private final Task task;
  private final Loop loop;
  private final SpinningTeam team;
  private final int items;
  private final float[] output;

  private NaiveContender(Task task, Loop loop) {
    this.task = task;
    this.loop = loop;
    team = new SpinningTeam(task.threads());
    items = task.work().onRows() ? task.shape().rows() : task.shape().elements();
    output = new float[task.outputElements()];
  }

  static Optional<Contender> of(Task task) {
    return NaiveTable.of(task).map(loop -> new NaiveContender(task, loop));
  }

  @Override
  public void call() {
    team.forEach(items, (from, to) -> loop.run(task.x(), task.dy(), output, from, to));
  }

  @Override
  public void copyOutput(float[] values) {
    System.arraycopy(output, 0, values, 0, output.length);
  }

  @Override
  public void close() {
    team.close();
  }
}
