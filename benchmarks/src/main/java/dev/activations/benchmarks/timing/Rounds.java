package dev.activations.benchmarks.timing;

import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.contenders.Entrant;
import dev.activations.benchmarks.task.Task;
import dev.activations.measuring.speed.QuietSlots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times all contenders of a task in turn, round after round: a machine that slows down for a while
 * slows all of them, and the ratio of two in one round stays right.
 */
public final class Rounds {
  private static final long OTHERS_WARM_UP_NANOS = 300_000_000;

  /** Who is slow is left out of later rounds once its calls, one a round, took as long as this. */
  private static final long BUDGET_NANOS = 3_000_000_000L;

  /** The rounds that everybody is in, but for naive loops, which are in one. */
  private static final int ROUNDS_AT_LEAST = 3;

  private final Effort effort;
  private final QuietSlots ours;
  private final QuietSlots others;

  /**
   * Sets the amount of work.
   *
   * @param effort how much is done for each cell
   */
  public Rounds(Effort effort) {
    this.effort = effort;
    long patience = effort.patienceMillis() * 1_000_000;
    ours = new QuietSlots(effort.warmUpMillis() * 1_000_000, patience);
    others = new QuietSlots(OTHERS_WARM_UP_NANOS, patience);
  }

  /**
   * Times everybody who can do a task.
   *
   * @param task what to do
   * @return what was found
   */
  public Cell time(Task task) {
    List<Entrant> entrants = Contenders.open(task);
    try {
      for (Entrant entrant : entrants) {
        stopwatch(entrant).warmUp(entrant.contender()::call);
      }
      List<Samples> samples = entrants.stream().map(e -> new Samples(effort.rounds())).toList();
      for (int round = 0; round < effort.rounds(); round++) {
        for (int place = 0; place < entrants.size(); place++) {
          int who = Order.at(place, round, entrants.size());
          time(entrants.get(who), round, samples.get(who));
        }
      }
      Map<String, Figure> figures = new LinkedHashMap<>();
      for (int who = 0; who < entrants.size(); who++) {
        figures.put(
            entrants.get(who).name(),
            Figure.of(samples.get(0), samples.get(who), task.shape().elements()));
      }
      return new Cell(task.work(), task.shape(), task.threads(), figures);
    } finally {
      entrants.forEach(entrant -> entrant.contender().close());
    }
  }

  private QuietSlots stopwatch(Entrant entrant) {
    return entrant.name().equals(Contenders.OURS) ? ours : others;
  }

  private void time(Entrant entrant, int round, Samples samples) {
    int atLeast =
        switch (entrant.name()) {
          case Contenders.OURS -> Integer.MAX_VALUE;
          case Contenders.NAIVE -> 1;
          default -> ROUNDS_AT_LEAST;
        };
    if (samples.count() < atLeast || samples.spentNanos() < BUDGET_NANOS) {
      samples.put(round, stopwatch(entrant).time(entrant.contender()::call));
    }
  }
}
