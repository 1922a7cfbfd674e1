package dev.activations.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.activations.SystemProperty;
import dev.activations.measuring.jvm.JavaCommand;
import dev.activations.measuring.speed.Job;
import dev.activations.measuring.speed.MeasuringProcess;
import dev.activations.measuring.speed.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A process that measures a backend, and what it says. */
final class RunningProcess implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Longer than any call or compilation takes that somebody would wait for. */
  private static final String PATIENCE = "activations.bench.patience";

  private static final long PATIENCE_SECONDS = 120;

  private static final Pattern NOISE = Pattern.compile("WARNING|(NOTE: )?Picked up \\w+:");

  private static final int SIGNAL = 128;

  private final Process process;
  private final long patience;
  private final BlockingQueue<Optional<Message>> messages = new LinkedBlockingQueue<>();
  private final List<Thread> readers = new ArrayList<>();
  private volatile @Nullable String lastError;

  private RunningProcess(Process process, long patience) {
    this.process = process;
    this.patience = patience;
    readers.add(reader(process.getInputStream(), this::said));
    readers.add(reader(process.getErrorStream(), this::complained));
  }

  static RunningProcess start(Contestant contestant, Job job) throws IOException {
    List<String> command = new ArrayList<>(contestant.command());
    command.addAll(JavaCommand.running(MeasuringProcess.class));
    long patience = SystemProperty.count(PATIENCE, 1).orElse(PATIENCE_SECONDS);
    Process process = new ProcessBuilder(command).start();
    RunningProcess running = new RunningProcess(process, patience);
    running.readers.forEach(Thread::start);
    try {
      OutputStream stdin = process.getOutputStream();
      stdin.write((json(job) + "\n").getBytes(StandardCharsets.UTF_8));
      stdin.flush();
    } catch (IOException died) {
      // Its end is told by its messages, or their absence.
    }
    return running;
  }

  private static String json(Job job) throws JsonProcessingException {
    return MAPPER.writeValueAsString(job);
  }

  private interface LineSink {
    void accept(@Nullable String line);
  }

  private static Thread reader(InputStream stream, LineSink sink) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  sink.accept(line);
                }
              } catch (IOException closed) {
                // The process was ended.
              }
              sink.accept(null);
            },
            "activations-bench-reader");
    thread.setDaemon(true);
    return thread;
  }

  private void said(@Nullable String line) {
    if (line == null) {
      messages.add(Optional.empty());
    } else {
      Message.decode(line).ifPresent(message -> messages.add(Optional.of(message)));
    }
  }

  /** The JVM warns of what we asked for, and says which variables it read. */
  private void complained(@Nullable String line) {
    if (line != null && !line.isBlank() && !NOISE.matcher(line).lookingAt()) {
      lastError = line.strip();
    }
  }

  /**
   * The next message.
   *
   * @return empty when there are no more
   * @throws SilenceException when it says nothing for too long
   */
  Optional<Message> next() throws InterruptedException, SilenceException {
    Optional<Message> next = messages.poll(patience, TimeUnit.SECONDS);
    if (next == null) {
      throw new SilenceException(patience);
    }
    return next;
  }

  /** How it ended, for people. */
  String end() throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      return "its process did not end";
    }
    for (Thread reader : readers) {
      reader.join(1000);
    }
    int status = process.exitValue();
    String how =
        status > SIGNAL
            ? "its process died of signal " + (status - SIGNAL) + ", in native code"
            : "its process ended with status " + status;
    return lastError == null ? how : how + ": " + lastError;
  }

  /** Ends the process, whatever it does. */
  void destroy() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    destroy();
  }

  /** A process that says nothing for too long. */
  static final class SilenceException extends Exception {
    private static final long serialVersionUID = 1;

    SilenceException(long patience) {
      super("gave no result for " + patience + " s, and was stopped");
    }
  }
}
