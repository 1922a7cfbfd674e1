package dev.activations.benchmarks;

import dev.activations.Backend;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.task.Task;
import dev.activations.benchmarks.timing.Effort;
import dev.activations.benchmarks.timing.Rounds;
import dev.activations.measuring.OneLine;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The JVM in which is timed: arguments are the number of threads and the effort. Reads a work and a
 * shape from each line of stdin, and answers each with one line on stdout: {@value #CELL} and the
 * figures, or {@value #FAILED} and the reason. Before the first it says {@value #WHO} takes part.
 */
final class Measurement {
  static final String WHO = "who";
  static final String CELL = "cell";
  static final String FAILED = "failed";

  private final int threads;
  private final Rounds rounds;

  private Measurement(int threads, Effort effort) {
    this.threads = threads;
    rounds = new Rounds(effort);
  }

  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // nobody in Java writes between the answers
    serve(
        Integer.parseInt(args[0]),
        Effort.decode(args[1]),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        answers);
    System.exit(0); // the pools of native libraries do not end by themselves
  }

  /** Answers all questions. */
  static void serve(int threads, Effort effort, BufferedReader questions, PrintStream answers)
      throws IOException {
    Measurement measurement = new Measurement(threads, effort);
    try (Backend ours = Backends.open("cpu", BackendOptions.DEFAULTS.withThreads(threads))) {
      answers.println(WHO + "\t" + Contenders.OURS + "\t" + ours.description());
    }
    Contenders.peerVersions()
        .forEach((name, version) -> answers.println(WHO + "\t" + name + "\t" + version));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String[] question = line.split("\t", 2);
      answers.println(measurement.answer(question[0], question[1]));
    }
  }

  private String answer(String work, String shape) {
    try {
      Task task = new Task(Work.parse(work), Shape.parse(shape), threads);
      return CELL + "\t" + rounds.time(task).encode();
    } catch (IllegalStateException | IllegalArgumentException failure) {
      return FAILED + "\t" + OneLine.of(failure);
    }
  }
}
