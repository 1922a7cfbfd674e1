package dev.activations.benchmarks.widths;

import com.sun.management.ThreadMXBean;
import dev.activations.Backend;
import dev.activations.BackendInfo;
import dev.activations.Backends;
import dev.activations.benchmarks.contenders.Contenders;
import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Task;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM of a column. First it says who it is; then each line of stdin that names a work makes it
 * warm, and an empty line measures it once. Each is answered with a line on stdout.
 */
final class WidthMeasurement {
  /** Both operands fit the second cache; rows are no whole number of vectors. */
  private static final Shape SHAPE = new Shape(32, 1000);

  /** Of elements: after four million the backend compiles its vectors. */
  private static final int WARM = 6_000_000;

  private static final long SLOT = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int SMALLEST_OBJECT = 16;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private WidthMeasurement() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    answers.println(
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Backend cpu = Backends.open("cpu")) {
      Contender contender = null;
      String choice = "";
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        if (line.isEmpty() && contender != null) {
          answers.println(measure(contender, choice).encode());
          continue;
        }
        if (contender != null) {
          contender.close();
        }
        Work work = Work.parse(line);
        contender = Contenders.openUnchecked(Contenders.OURS, new Task(work, SHAPE, 1));
        warm(contender, cpu);
        choice = choice(work);
        answers.println(line);
      }
    }
  }

  private static void warm(Contender contender, Backend cpu) throws InterruptedException {
    for (int i = 0; i <= WARM / SHAPE.elements(); i++) {
      contender.call();
    }
    cpu.settle();
    for (int i = 0; i <= WARM / SHAPE.elements(); i++) {
      contender.call();
    }
  }

  private static WidthCell measure(Contender contender, String choice) {
    long best = Long.MAX_VALUE;
    int calls = 0;
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    long end = System.nanoTime() + SLOT;
    long now;
    do {
      long start = System.nanoTime();
      contender.call();
      now = System.nanoTime();
      best = Math.min(best, now - start);
      calls++;
    } while (now < end);
    long bytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / calls;
    return new WidthCell(
        (double) best / SHAPE.elements(), bytes < SMALLEST_OBJECT ? 0 : bytes, choice);
  }

  /** What the backend says of a kernel that its widest vectors do not compute. */
  private static String choice(Work work) {
    String kernel = work.toString().replace("/", ", ");
    Pattern entry = Pattern.compile("; " + Pattern.quote(kernel) + ": ([^;]*)");
    for (BackendInfo info : Backends.list()) {
      Matcher found = entry.matcher(info.facts().getOrDefault("kernels", ""));
      if (info.selector().equals("cpu") && found.find()) {
        return found.group(1);
      }
    }
    return "";
  }
}
