package dev.activations.benchmarks.jmh;

import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.jvm.CpuPath;
import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A contender with a task. Which there are, {@link JmhMain} says: the catalogue does. */
@State(Scope.Benchmark)
public class CallState {
  /** ours, copy, naive, a peer, or a device. */
  @Param({})
  public String contender;

  /** The function and the direction. */
  @Param({})
  public String work;

  /** The shape of the input. */
  @Param({})
  public String shape;

  /** The number of threads, or all. */
  @Param({"1", "all"})
  public String threads;

  /** Which code the CPU backend computes with. */
  @Param("auto")
  public String path;

  private Contender opened;

  /** For JMH. */
  public CallState() {}

  /** Opens the contender, which checks its results. */
  @Setup(Level.Trial)
  public void open() {
    System.setProperty(CpuPath.PROPERTY, path);
    int count =
        threads.equals("all")
            ? Runtime.getRuntime().availableProcessors()
            : Integer.parseInt(threads);
    Task task = new Task(Work.parse(work), Shape.parse(shape), count);
    opened =
        Contenders.open(contender, task)
            .orElseThrow(() -> new IllegalArgumentException(contender + " cannot do " + task));
  }

  /** What is timed. */
  void call() {
    opened.call();
  }

  /** Closes the contender. */
  @TearDown(Level.Trial)
  public void close() {
    opened.close();
  }
}
