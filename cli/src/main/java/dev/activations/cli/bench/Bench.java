package dev.activations.cli.bench;

import dev.activations.cli.bench.RunningProcess.SilenceException;
import dev.activations.cli.terminal.Progress;
import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.speed.Job;
import dev.activations.measuring.speed.Message;
import dev.activations.measuring.speed.Pace;
import dev.activations.measuring.work.Cell;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures the same cells on one backend after the other, each in a process of its own. When one
 * dies, the cell that it was at has failed, and another process goes on behind it.
 */
final class Bench {
  /** A device that takes its process with it so often is given up. */
  private static final int MOST_DEATHS = 3;

  private final List<Cell> cells;
  private final Pace pace;
  private final int threads;
  private final BooleanSupplier stopped;
  private volatile @Nullable RunningProcess running;

  Bench(List<Cell> cells, Pace pace, int threads, BooleanSupplier stopped) {
    this.cells = cells;
    this.pace = pace;
    this.threads = threads;
    this.stopped = stopped;
  }

  /** Measures one backend; gives what there is when it was stopped. */
  BackendRun run(Contestant contestant, Progress progress)
      throws IOException, InterruptedException {
    Collected collected = new Collected(contestant);
    int next = 0;
    int deaths = 0;
    while (next < cells.size() && collected.failure() == null && !stopped.getAsBoolean()) {
      int from = next;
      next = runFrom(from, contestant, collected, progress);
      if (next < cells.size() && ++deaths == MOST_DEATHS) {
        collected.fail("given up after its process died " + deaths + " times");
      }
    }
    progress.advance(cells.size() - next);
    return collected.run();
  }

  /** Ends what is being measured. */
  void stop() {
    RunningProcess process = running;
    if (process != null) {
      process.destroy();
    }
  }

  /** Measures until all is done or the process is gone; gives the index of the next cell. */
  private int runFrom(int from, Contestant contestant, Collected collected, Progress progress)
      throws IOException, InterruptedException {
    List<Cell> rest = cells.subList(from, cells.size());
    Job job = new Job(contestant.selector(), threads, pace, List.copyOf(rest));
    int begun = -1;
    int done = 0;
    try (RunningProcess process = RunningProcess.start(contestant, job)) {
      running = process;
      if (stopped.getAsBoolean()) {
        process.destroy(); // asked to before there was anything to stop
      }
      String silence = null;
      try {
        Optional<Message> message = process.next();
        while (message.isPresent()) {
          Message said = message.get();
          collected.add(said);
          if (said.begun() != null) {
            begun = said.begun();
            progress.say(contestant.name() + " " + rest.get(begun));
          }
          if (said.result() != null) {
            done++;
            progress.advance(1);
          }
          message = process.next();
        }
      } catch (SilenceException silent) {
        silence = silent.getMessage();
        process.destroy();
      }
      if (done == rest.size() || collected.failure() != null || stopped.getAsBoolean()) {
        return from + done;
      }
      String reason = silence == null ? process.end() : silence;
      if (begun < done) {
        collected.fail(reason); // before its first cell, or between two: it cannot go on
        return from + done;
      }
      collected.failed(rest.get(begun), reason);
      progress.advance(1);
      return from + begun + 1;
    } finally {
      running = null;
    }
  }
}
