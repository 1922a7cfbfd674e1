package dev.activations.benchmarks;

import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;

/**
 * The JVM of a cold start: arguments are a contender, a work, a shape and the number of threads.
 * Opens the contender, calls it once, prints the nanoseconds that this took.
 */
final class FirstCall {
  /** What the nanoseconds follow. */
  static final String ANSWER = "first call, ns: ";

  private FirstCall() {}

  public static void main(String[] args) {
    Task task = new Task(Work.parse(args[1]), Shape.parse(args[2]), Integer.parseInt(args[3]));
    long start = System.nanoTime();
    try (Contender contender = Contenders.openUnchecked(args[0], task)) {
      contender.call();
      long nanos = System.nanoTime() - start;
      System.out.println(ANSWER + nanos);
    }
  }
}
