package dev.activations.benchmarks;

import dev.activations.benchmarks.jvm.ChildJvm;
import dev.activations.benchmarks.jvm.CpuPath;
import dev.activations.benchmarks.timing.Effort;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A child that runs {@link Measurement}, and what to ask it with. */
final class MeasuringJvm implements AutoCloseable {
  private final Process process;
  private final MeasuringClient client;

  MeasuringJvm(CpuPath path, int threads, Effort effort) throws IOException {
    process =
        new ChildJvm(path, threads)
            .start(Measurement.class, Integer.toString(threads), effort.encode());
    client =
        new MeasuringClient(
            new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true),
            process.inputReader(StandardCharsets.UTF_8));
  }

  MeasuringClient client() {
    return client;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
