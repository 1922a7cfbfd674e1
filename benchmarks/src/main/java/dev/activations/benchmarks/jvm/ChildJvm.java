package dev.activations.benchmarks.jvm;

import dev.activations.measuring.jvm.JavaCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Another JVM with the class path of this one and the flags that figures are measured with. A child
 * of its own for each number of threads: OpenMP asks for it once, when its process starts.
 */
public final class ChildJvm {
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
    List<String> flags = new ArrayList<>(JavaCommand.vectors());
    flags.add("--enable-native-access=ALL-UNNAMED");
    if (path != CpuPath.AUTO) {
      flags.add("-D" + CpuPath.PROPERTY + "=" + path.text());
    }
    flags.addAll(JavaCommand.handedDown()); // goes last and so wins
    return flags;
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
    command.add(JavaCommand.java());
    command.addAll(flags);
    command.addAll(JavaCommand.running(main, arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    return builder;
  }
}
