package dev.activations.measuring.speed;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * What Linux counts for all threads of this JVM, those of native libraries included. Elsewhere both
 * counts stay 0, and no slot is ever found to be disturbed.
 *
 * @param ran nanoseconds on a CPU
 * @param waited nanoseconds ready to run, while something else had the CPU
 */
record SchedulerReading(long ran, long waited) {
  private static final Path THREADS = Path.of("/proc/self/task");

  static SchedulerReading now() {
    long ran = 0;
    long waited = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        StringTokenizer counts = counts(thread);
        if (counts.countTokens() >= 2) {
          ran += Long.parseLong(counts.nextToken());
          waited += Long.parseLong(counts.nextToken());
        }
      }
    } catch (IOException notLinux) {
      return new SchedulerReading(0, 0);
    }
    return new SchedulerReading(ran, waited);
  }

  private static StringTokenizer counts(Path thread) {
    try {
      return new StringTokenizer(Files.readString(thread.resolve("schedstat")));
    } catch (IOException ended) {
      return new StringTokenizer(""); // the thread has ended since it was listed
    }
  }
}
