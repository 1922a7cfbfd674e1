package dev.activations.benchmarks.timing;

import com.sun.management.ThreadMXBean;
import dev.activations.benchmarks.task.Contender;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.List;

/**
 * What calls allocate once they are warm.
 *
 * @param bytesPerCall the bytes of objects that all threads made in a call
 * @param heapGrowth the bytes by which the heap grew at most during all calls, beyond the tensors
 */
public record Allocation(long bytesPerCall, long heapGrowth) {
  private static final int CALLS = 20;

  static Allocation of(Contender contender) {
    contender.call();
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long before = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    long allocated = allocated();
    for (int i = 0; i < CALLS; i++) {
      contender.call();
    }
    long bytes = allocated() - allocated;
    long after = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    // The reading itself allocates as well: what a reading without calls gives is taken off.
    long reading = allocated();
    long own = allocated() - reading;
    return new Allocation(Math.max(0, (bytes - own) / CALLS), Math.max(0, after - before));
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }
}
