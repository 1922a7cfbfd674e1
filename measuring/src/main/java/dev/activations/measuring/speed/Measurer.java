package dev.activations.measuring.speed;

import dev.activations.Backend;
import dev.activations.DeviceTimes;
import dev.activations.Tensor;
import dev.activations.measuring.OneLine;
import dev.activations.measuring.results.Accuracy;
import dev.activations.measuring.results.Compilation;
import dev.activations.measuring.results.CopyLimit;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.results.Times;
import dev.activations.measuring.work.Cell;
import dev.activations.measuring.work.Shape;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures cells on a backend: first whether the results are right, then how long they take. */
final class Measurer {
  /** After so many elements of a function the CPU backend has its vectors compiled. */
  private static final int PLENTY = 1 << 23;

  private final Backend backend;
  private final SampledCalls stopwatch;
  private final boolean isDevice;
  private final Set<String> seen = new HashSet<>();

  Measurer(Backend backend, boolean isDevice, Job job) {
    this.backend = backend;
    this.isDevice = isDevice;
    this.stopwatch = new SampledCalls(job.pace(), isDevice);
  }

  /** The copy of a shape; throws what a backend throws when it does not fit. */
  CopyLimit copy(Shape shape) {
    int rows = shape.rows();
    int columns = shape.columns();
    try (Tensor x =
            Operation.filled(backend, n -> Deviates.of(Operation.X_SEED, n), rows, columns);
        Tensor y = backend.allocate(rows, columns)) {
      Runnable call = () -> backend.copy(x, y);
      stopwatch.warmUp(call);
      Times times = stopwatch.time(call);
      Times kernel = stopwatch.deviceSamples(backend, call).map(DeviceSamples::kernel).orElse(null);
      long bytes = 2L * Float.BYTES * x.elements();
      return new CopyLimit(rows, columns, bytes, times, kernel, rate(bytes, times, kernel));
    }
  }

  Measurement measure(Cell cell) {
    try (Operation operation = Operation.of(backend, cell)) {
      return measure(cell, operation);
    } catch (OutOfMemoryError full) {
      String more = ": ACTIVATIONS_JAVA_OPTS=-Xmx8g gives it more";
      return failed(cell, 0, "not enough memory, " + OneLine.of(full) + more, null);
    } catch (RuntimeException | LinkageError failure) {
      return failed(cell, 0, OneLine.of(failure), null);
    }
  }

  private Measurement measure(Cell cell, Operation operation) {
    boolean isFirst = seen.add(cell.work().toString());
    long start = System.nanoTime();
    Optional<DeviceTimes> compiling = backend.profile(operation::call);
    double first = (System.nanoTime() - start) * 1e-9;
    Accuracy accuracy = ResultCheck.check(backend, operation);
    if (!accuracy.good()) {
      String wrong = "wrong results, not timed: " + accuracy.worst();
      return failed(cell, operation.bytes(), wrong, accuracy);
    }
    if (isFirst && !isDevice) {
      settle(cell, operation);
    }
    stopwatch.warmUp(operation::call);
    Times endToEnd = stopwatch.time(operation::call);
    Optional<DeviceSamples> device = stopwatch.deviceSamples(backend, operation::call);
    Times kernel = device.map(DeviceSamples::kernel).orElse(null);
    double rate = rate(operation.bytes(), endToEnd, kernel);
    return new Measurement(
        cell.work().step().toString(),
        cell.work().direction().toString(),
        cell.shape().rows(),
        cell.shape().columns(),
        operation.bytes(),
        null,
        accuracy,
        isDevice || isFirst ? (Double) first : null,
        compiling.map(Measurer::compilation).orElse(null),
        endToEnd,
        kernel,
        device.map(DeviceSamples::copyIn).orElse(null),
        device.map(DeviceSamples::copyOut).orElse(null),
        rate,
        null);
  }

  private void settle(Cell cell, Operation operation) {
    for (long done = 0; done < PLENTY; done += cell.shape().elements()) {
      operation.call();
    }
    try {
      backend.settle();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Compilation compilation(DeviceTimes times) {
    return new Compilation(times.toSource() * 1e-9, times.byDriver() * 1e-9);
  }

  private static double rate(long bytes, Times endToEnd, @Nullable Times kernel) {
    return bytes / (kernel == null ? endToEnd : kernel).median() * 1e-9;
  }

  private static Measurement failed(
      Cell cell, long bytes, String failure, @Nullable Accuracy accuracy) {
    return Measurement.failed(
        cell.work().step().toString(),
        cell.work().direction().toString(),
        cell.shape().rows(),
        cell.shape().columns(),
        bytes,
        failure,
        accuracy);
  }
}
