package dev.activations.measuring.speed;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.activations.Backend;
import dev.activations.BackendInfo;
import dev.activations.BackendOptions;
import dev.activations.Backends;
import dev.activations.measuring.OneLine;
import dev.activations.measuring.results.Measurement;
import dev.activations.measuring.work.Cell;
import dev.activations.measuring.work.Shape;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The process that measures one backend, so that a driver that takes its process with it ends no
 * other measurement, and each backend has the JVM that its users would start.
 */
public final class MeasuringProcess {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final PrintStream out;

  private MeasuringProcess(PrintStream out) {
    this.out = out;
  }

  /**
   * Reads a {@link Job} from stdin, writes {@link Message}s to stdout.
   *
   * @param arguments none
   * @throws IOException when there is no job
   */
  public static void main(String... arguments) throws IOException {
    PrintStream out =
        new PrintStream(
            new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8.name());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    if (line == null) {
      throw new IOException("stdin: expected a job of activations bench");
    }
    endWithParent(in);
    new MeasuringProcess(out).run(MAPPER.readValue(line, Job.class));
    System.exit(0); // threads of drivers may live on
  }

  /** Nothing follows the job: the end of stdin is the end of whoever waits for results. */
  private static void endWithParent(BufferedReader in) {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (in.readLine() != null) {
                  // Until its end.
                }
              } catch (IOException ended) {
                // As good as its end.
              }
              Runtime.getRuntime().halt(1);
            },
            "activations-bench-parent");
    watch.setDaemon(true);
    watch.start();
  }

  private void run(Job job) {
    BackendOptions options = BackendOptions.DEFAULTS.withThreads(job.threads());
    try (Backend backend = Backends.open(job.selector(), options)) {
      send(Message.opened(backend.description()));
      measure(backend, job);
    } catch (RuntimeException | LinkageError failure) {
      send(Message.failed(OneLine.of(failure)));
    }
  }

  private void measure(Backend backend, Job job) {
    Measurer measurer = new Measurer(backend, isDevice(backend), job);
    for (int i = 0; i < job.cells().size(); i++) {
      Cell cell = job.cells().get(i);
      send(Message.begun(i));
      if (i == 0 || !cell.shape().equals(job.cells().get(i - 1).shape())) {
        copy(measurer, cell.shape());
      }
      Measurement result = measurer.measure(cell);
      if (i + 1 == job.cells().size() || !cell.shape().equals(job.cells().get(i + 1).shape())) {
        copy(measurer, cell.shape());
      }
      send(Message.of(result));
    }
  }

  /**
   * Before the first cell of a shape and after its last: the faster one counts, since a limit that
   * was measured while something disturbed is none. Without a copy, what failed fails in the cell,
   * too, and is told there.
   */
  private void copy(Measurer measurer, Shape shape) {
    try {
      send(Message.of(measurer.copy(shape)));
    } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
      // See above.
    }
  }

  private static boolean isDevice(Backend backend) {
    return Backends.list().stream()
        .filter(info -> info.selector().equals(backend.name()))
        .anyMatch(info -> info.device() != BackendInfo.Device.CPU);
  }

  private void send(Message message) {
    out.println(message.encode());
  }
}
