package dev.activations.benchmarks.peers.onednn;

import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Peer;
import dev.activations.benchmarks.task.Task;
import dev.activations.measuring.work.Direction;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;

/** oneDNN, as JavaCPP brings it. */
public final class OneDnn implements Peer {
  /** OpenMP reads it when the process starts; JavaCPP brings no other way to set its threads. */
  private static final String THREADS_VARIABLE = "OMP_NUM_THREADS";

  /** Called by {@link java.util.ServiceLoader}. */
  public OneDnn() {}

  @Override
  public String name() {
    return "oneDNN";
  }

  @Override
  public String version() {
    dnnl_version_t version = dnnl.dnnl_version();
    return version.major() + "." + version.minor() + "." + version.patch();
  }

  @Override
  public Optional<Contender> contender(Task task) {
    if (task.work().direction() == Direction.DERIVATIVE) {
      return Optional.empty();
    }
    Optional<DnnlAlgorithm> algorithm = DnnlAlgorithm.of(task.work().step());
    return algorithm.map(known -> open(known, task));
  }

  private static Contender open(DnnlAlgorithm algorithm, Task task) {
    String threads = System.getenv(THREADS_VARIABLE);
    if (!Integer.toString(task.threads()).equals(threads)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "oneDNN takes its threads from %s, which is %s: set it to %d before the JVM starts",
              THREADS_VARIABLE,
              threads,
              task.threads()));
    }
    return DnnlContender.open(algorithm, task);
  }
}
