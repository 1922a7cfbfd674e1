package dev.activations.benchmarks.jvm;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another JVM with the class path of this one and the flags that figures are measured with. A child
 * of its own for each number of threads: OpenMP asks for it once, when its process starts.
 */
public final class ChildJvm {
  /** What the script hands down: the user's options and a collector, each with an end. */
  private static final String OPTIONS_VARIABLE = "ACTIVATIONS_CPU_JVM";

  private static final String END = "\037";

  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private final CpuPath path;
  private final int threads;

  /**
   * Says what the child is for.
   *
   * @param path which code the CPU backend computes with
   * @param threads how many threads OpenMP gets
   */
  public ChildJvm(CpuPath path, int threads) {
    this.path = path;
    this.threads = threads;
  }

  /**
   * What figures are measured with: a heap that neither grows nor is touched for the first time.
   */
  static final List<String> STEADY = List.of("-Xms8g", "-Xmx8g", "-XX:+AlwaysPreTouch");

  /**
   * The flags, without the class path.
   *
   * @param path which code the CPU backend computes with
   * @return options of java
   */
  public static List<String> flags(CpuPath path) {
    List<String> flags = new ArrayList<>(STEADY);
    flags.addAll(flagsForOneCall(path));
    return flags;
  }

  private static List<String> flagsForOneCall(CpuPath path) {
    List<String> flags = new ArrayList<>();
    if (ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent()) {
      flags.addAll(List.of("--add-modules", VECTOR_MODULE));
    }
    flags.add("--enable-native-access=ALL-UNNAMED");
    if (path != CpuPath.AUTO) {
      flags.add("-D" + CpuPath.PROPERTY + "=" + path.text());
    }
    flags.addAll(more());
    return flags;
  }

  /** What the user asks for, which goes last and so wins. */
  static List<String> more() {
    return options(System.getenv(OPTIONS_VARIABLE));
  }

  /**
   * What the script handed down.
   *
   * @param text of its variable; null without the script
   * @return options of java
   */
  public static List<String> options(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return List.of();
    }
    List<String> words = List.of(text.split(END, -1));
    return words.subList(0, words.size() - 1);
  }

  /**
   * Starts a main class that measures; its stderr is ours.
   *
   * @param main the class
   * @param arguments its arguments
   * @return the running child
   * @throws IOException when no process could be started
   */
  public Process start(Class<?> main, String... arguments) throws IOException {
    return builder(flags(path), main, arguments)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * Starts a main class that makes one call, in a heap as it comes; its stderr goes into its
   * stdout.
   *
   * @param main the class
   * @param arguments its arguments
   * @return the running child
   * @throws IOException when no process could be started
   */
  public Process startForOneCall(Class<?> main, String... arguments) throws IOException {
    return builder(flagsForOneCall(path), main, arguments).redirectErrorStream(true).start();
  }

  private ProcessBuilder builder(List<String> flags, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    return builder;
  }
}
