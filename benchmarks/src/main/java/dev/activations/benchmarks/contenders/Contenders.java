package dev.activations.benchmarks.contenders;

import dev.activations.BackendProvider;
import dev.activations.benchmarks.task.Contender;
import dev.activations.benchmarks.task.Peer;
import dev.activations.benchmarks.task.ResultCheck;
import dev.activations.benchmarks.task.Task;
import dev.activations.benchmarks.task.Tolerance;
import dev.activations.measuring.work.Shape;
import dev.activations.measuring.work.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** All who can do a task. Each is checked when it is opened. */
public final class Contenders {
  /** Our CPU backend. */
  public static final String OURS = "ours";

  /** The copy of the same bytes, in blocks. */
  public static final String COPY = "copy";

  /** The copy of the same bytes, a single one for each thread. */
  public static final String BULK = "bulk";

  /** Plain Java loops. */
  public static final String NAIVE = "naive";

  /** Those that are there without peers. */
  public static final List<String> OWN = List.of(OURS, COPY, BULK, NAIVE);

  private static final List<String> COPIES = List.of(COPY, BULK);

  private static final List<Peer> PEERS = peers();

  private Contenders() {}

  /**
   * Those who do nothing but copy.
   *
   * @param name one of {@link #names}
   * @return true for the limits
   */
  public static boolean copies(String name) {
    return COPIES.contains(name);
  }

  /**
   * Those of our backends that compute on devices. They are in none of the lists: a device wants a
   * JVM of its own.
   *
   * @return the names of their families; each opens the first device
   */
  public static List<String> devices() {
    List<String> families = new ArrayList<>();
    ServiceLoader.load(BackendProvider.class).forEach(p -> families.add(p.family()));
    families.remove("cpu");
    return families;
  }

  /**
   * Whether somebody is one of our backends on a device.
   *
   * @param name such as {@code tornado:opencl:0}
   * @return true for what {@code Backends} opens, but for the CPU
   */
  public static boolean isDevice(String name) {
    return name.startsWith("name~")
        || devices().stream().anyMatch(f -> name.equals(f) || name.startsWith(f + ":"));
  }

  private static List<Peer> peers() {
    List<Peer> peers = new ArrayList<>();
    ServiceLoader.load(Peer.class).forEach(peers::add);
    return List.copyOf(peers);
  }

  /**
   * The peers of this build.
   *
   * @return their names and versions; none in a build without the profile {@code peers}
   */
  public static Map<String, String> peerVersions() {
    Map<String, String> versions = new LinkedHashMap<>();
    PEERS.forEach(peer -> versions.put(peer.name(), peer.version()));
    return versions;
  }

  /**
   * All names, whether or not they can do a given task.
   *
   * @return ours first
   */
  public static List<String> names() {
    List<String> names = new ArrayList<>(OWN);
    PEERS.forEach(peer -> names.add(peer.name()));
    return names;
  }

  /**
   * Opens everybody who can do a task.
   *
   * @param task what to do
   * @return ours first; to be closed
   * @throws IllegalStateException when one of them gives wrong results
   */
  public static List<Entrant> open(Task task) {
    List<Entrant> open = new ArrayList<>();
    for (String name : names()) {
      open(name, task).ifPresent(contender -> open.add(new Entrant(name, contender)));
    }
    return open;
  }

  /**
   * Opens one.
   *
   * @param name one of {@link #names}, or a device
   * @param task what to do
   * @return the contender, to be closed; empty when it cannot do the task
   * @throws IllegalStateException when it gives wrong results
   * @throws IllegalArgumentException when nobody is called so
   */
  public static Optional<Contender> open(String name, Task task) {
    Tolerance tolerance = OWN.contains(name) || isDevice(name) ? Tolerance.STRICT : Tolerance.LOOSE;
    return prepare(name, task).map(c -> copies(name) ? c : checked(name, c, task, tolerance));
  }

  /**
   * Opens one without a first call: for those who want to time that.
   *
   * @param name one of {@link #names}, or a device
   * @param task what to do
   * @return the contender, to be closed
   * @throws IllegalArgumentException when it cannot do the task, or nobody is called so
   */
  public static Contender openUnchecked(String name, Task task) {
    return prepare(name, task)
        .orElseThrow(() -> new IllegalArgumentException(name + " cannot do " + task));
  }

  /**
   * Whether somebody has an operation for a work.
   *
   * @param name one of {@link #names}, or a device
   * @param work the function and the direction
   * @return false when it cannot do it on any shape
   */
  public static boolean can(String name, Work work) {
    if (isDevice(name)) {
      return true;
    }
    Optional<Contender> small = prepare(name, new Task(work, new Shape(1, 16), 1));
    small.ifPresent(Contender::close);
    return small.isPresent();
  }

  private static Optional<Contender> prepare(String name, Task task) {
    return switch (name) {
      case OURS -> Optional.of(OurContender.onCpu(task));
      case COPY -> Optional.of(CopyContender.inBlocks(task));
      case BULK -> Optional.of(CopyContender.atOnce(task));
      case NAIVE -> NaiveContender.of(task);
      default ->
          isDevice(name)
              ? Optional.of(OurContender.onDevice(name, task))
              : peer(name).contender(task);
    };
  }

  private static Peer peer(String name) {
    return PEERS.stream()
        .filter(peer -> peer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no contender is called "
                        + name
                        + ": there are "
                        + names()
                        + " and the devices "
                        + devices()));
  }

  private static Contender checked(
      String name, Contender contender, Task task, Tolerance tolerance) {
    try {
      ResultCheck.require(name, contender, task, tolerance);
      return contender;
    } catch (RuntimeException wrong) {
      contender.close();
      throw wrong;
    }
  }
}
