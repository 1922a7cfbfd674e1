package dev.activations.benchmarks.jvm;

import dev.activations.Backend;
import dev.activations.BackendException;
import dev.activations.Backends;
import dev.activations.measuring.OneLine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.util.Version;

/** Opens a device, and says what it is or why it cannot be used: {@link DeviceJvm} asks. */
final class DeviceProbe {
  /** What the answer begins with: drivers print, too. */
  static final String ANSWER = "device: ";

  /** The exit status when there is no such device. */
  static final int UNKNOWN = 2;

  private static final int UNUSABLE = 1;

  private DeviceProbe() {}

  /**
   * Answers.
   *
   * @param args the selector
   */
  public static void main(String[] args) {
    System.exit(run(args[0]));
  }

  static int run(String selector) {
    Module jmh = Benchmark.class.getModule();
    if (jmh.isNamed()) {
      return answer(UNUSABLE, "JMH is the module " + jmh.getName() + " of the SDK, not ours");
    }
    try (Backend backend = Backends.open(selector)) {
      String version = Version.getPlainVersion();
      return answer(0, backend.description() + ", timed with JMH " + version);
    } catch (IllegalArgumentException unknown) {
      return answer(UNKNOWN, String.valueOf(unknown.getMessage()));
    } catch (BackendException | LinkageError broken) {
      return answer(UNUSABLE, String.valueOf(broken.getMessage()));
    }
  }

  private static int answer(int status, String text) {
    System.out.println(ANSWER + OneLine.of(text));
    return status;
  }
}
