package dev.activations.cli.bench;

import dev.activations.measuring.results.BackendRun;
import dev.activations.measuring.results.CopyLimit;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.speed.Message;
import dev.activations.measuring.work.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is there of one backend so far. */
final class Collected {
  private final Contestant contestant;
  private final Map<String, CopyLimit> copies = new LinkedHashMap<>();
  private final List<Measurement> results = new ArrayList<>();
  private String description;
  private @Nullable String failure;

  Collected(Contestant contestant) {
    this.contestant = contestant;
    this.description = contestant.description();
    this.failure = contestant.refusal();
  }

  void add(Message message) {
    if (message.opened() != null) {
      description = message.opened();
    }
    CopyLimit copy = message.copy();
    if (copy != null) {
      copies.merge(copy.rows() + "x" + copy.columns(), copy, (a, b) -> a.rate() < b.rate() ? b : a);
    }
    if (message.result() != null) {
      results.add(message.result());
    }
    if (message.failure() != null) {
      failure = message.failure();
    }
  }

  void failed(Cell cell, String reason) {
    results.add(
        Measurement.failed(
            cell.work().step().toString(),
            cell.work().direction().toString(),
            cell.shape().rows(),
            cell.shape().columns(),
            0,
            reason,
            null));
  }

  void fail(String reason) {
    failure = reason;
  }

  @Nullable String failure() {
    return failure;
  }

  BackendRun run() {
    return new BackendRun(
        contestant.name(),
        contestant.device(),
        description,
        contestant.facts(),
        failure,
        List.copyOf(copies.values()),
        results.stream().map(this::withShare).toList());
  }

  private Measurement withShare(Measurement result) {
    CopyLimit copy = copies.get(result.rows() + "x" + result.columns());
    return copy == null ? result : result.beside(copy);
  }
}
