package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Loops of functions and row operations, one after the other in one JVM: they allocate nothing, or
 * they are refused. With {@value #THOROUGH} all of them, plain and with vectors of each width;
 * otherwise each fourth with the widest vectors, and the row operations with each width.
 *
 * <p>A loop that is not compiled yet allocates, too. It is told from one that boxes by the
 * compilers: what still allocates after half a second of computing in which they had nothing to do
 * will not stop to. Alone, so that they have nothing to do for others.
 */
@Isolated
class KernelAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** A system property. */
  private static final String THOROUGH = "activations.thorough";

  private static final int SAMPLE = 4;

  /** The index of the widest vectors; a narrower width that allocates does not matter to them. */
  private static final int WIDEST = 0;

  /** Two functions that are compiled soon, and the row operations, which mix two widths. */
  private static final Pattern EACH_WIDTH =
      Pattern.compile("(relu|softsign)(,.*)?|.*soft(max|min).*|logsumexp.*");

  private static final int RUNS = 16;

  /** So many rounds in a row without an allocation. */
  private static final int ROUNDS = 3;

  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int IDLE_LOOKS = 25;

  /** No object is smaller. */
  private static final int SMALLEST_OBJECT = 16;

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  /** From here on no vector becomes an object, however many loops a JVM has compiled. */
  private static final int GOOD_JAVA = 25;

  @TestFactory
  List<DynamicTest> kernels() {
    List<Tier> tiers = AllKernels.tiers();
    assumeThat(tiers).as("kernels with vectors: %s", Libraries.chosen().description()).isNotEmpty();
    return IntStream.range(0, tiers.size())
        .filter(i -> isThorough() || i % SAMPLE == 0 || hasEachWidth(tiers.get(i).workload()))
        .mapToObj(tiers::get)
        .map(tier -> DynamicTest.dynamicTest(tier.workload().name(), () -> allocatesNothing(tier)))
        .toList();
  }

  private static boolean isThorough() {
    return Boolean.getBoolean(THOROUGH);
  }

  private static boolean hasEachWidth(Workload workload) {
    return EACH_WIDTH.matcher(workload.name()).matches();
  }

  private static void allocatesNothing(Tier tier) {
    Workload workload = tier.workload();
    Map<Integer, Long> boxing = new LinkedHashMap<>();
    int widths = isThorough() || hasEachWidth(workload) ? workload.widths() : 1;
    for (int width = Tier.PLAIN; width < widths; width++) {
      long bytes = bytesOfARun(workload, width);
      if (bytes > 0) {
        boxing.put(width, bytes);
      }
    }
    workload.release();
    assertThat(boxing).as("bytes that plain loops allocate").doesNotContainKey(Tier.PLAIN);
    if (Runtime.version().feature() >= GOOD_JAVA) {
      assertThat(boxing).as("bytes a run by width, 0 is the widest").isEmpty();
    }
    if (!boxing.isEmpty()) {
      new Trial(tier, Meter.THIS_JVM, PATIENCE).run();
      assertThat(boxing)
          .as("bytes a run of what is refused, as %s", tier.reason())
          .doesNotContainKey(tier.width());
      if (tier.width() != WIDEST) {
        assertThat(tier.reason())
            .as("why not the widest vectors, of bytes a run by width %s", boxing)
            .contains(" bits");
      }
    }
  }

  private static long bytesOfARun(Workload workload, int width) {
    long look = 0;
    int idle = 0;
    int clean = 0;
    while (true) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < RUNS; i++) {
        workload.run(width);
      }
      long bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / RUNS;
      clean = bytes < SMALLEST_OBJECT ? clean + 1 : 0;
      if (clean == ROUNDS) {
        return 0;
      }
      long now = THREADS.getCurrentThreadCpuTime();
      if (now > look) {
        look = now + LOOK;
        idle = Compiler.isIdle() ? idle + 1 : 0;
        if (idle > IDLE_LOOKS && clean == 0) {
          return bytes;
        }
      }
    }
  }
}
