package dev.activations.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/** Reads handwritten digits on TornadoVM's default device, and checks what comes out. */
public final class DigitsTaskGraph {
  /** Sums of 64 and 128 float32 products, and logits up to about 20, leave a few 1e-5. */
  private static final double LOGITS = 1e-4;

  private static final double PROBABILITIES = 1e-5;

  private DigitsTaskGraph() {}

  /**
   * Runs the program.
   *
   * @param args the folder of the digits
   */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /** The exit status: 0 done, 1 failed, 2 wrong usage. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    if (args.length != 1) {
      err.println("usage: DigitsTaskGraph FOLDER, such as examples/digits");
      return 2;
    }
    // Without it the first touch of TornadoVM's classes is a NullPointerException.
    if (System.getProperty("tornado.load.runtime.implementation") == null) {
      err.println(
          "DigitsTaskGraph: this JVM was started without TornadoVM: start java with"
              + " @$TORNADOVM_HOME/tornado-argfile");
      return 1;
    }
    try {
      return check(new Digits(Path.of(args[0])), out, err);
    } catch (Exception | LinkageError failure) {
      err.println("DigitsTaskGraph: " + line(failure));
      return 1;
    }
  }

  private static int check(Digits digits, PrintStream out, PrintStream err)
      throws IOException, TornadoExecutionPlanException {
    TornadoDevice device = TornadoRuntimeProvider.getTornadoRuntime().getDefaultDevice();
    out.println("device: " + device.getPhysicalDevice().getDeviceName().strip());
    Scores scores;
    try (DeviceNetwork network = new DeviceNetwork(digits, device)) {
      scores = network.scores(digits.pixels);
    }
    Scores cpu = CpuNetwork.scores(digits, digits.pixels);
    int right = digits.right(scores.probabilities);
    int expected = digits.right(digits.logits);
    double stored = Scores.difference(scores.logits, digits.logits);
    double logits = Scores.difference(scores.logits, cpu.logits);
    double probabilities = Scores.difference(scores.probabilities, cpu.probabilities);
    out.printf(Locale.ROOT, "right digits: %d of %d%n", right, Digits.ROWS);
    out.printf(Locale.ROOT, "largest difference of a logit from logits.npy: %.2g%n", stored);
    out.printf(Locale.ROOT, "largest difference of a logit from the CPU backend: %.2g%n", logits);
    out.printf(
        Locale.ROOT,
        "largest difference of a probability from the CPU backend: %.2g%n",
        probabilities);
    // NaN is below no bound.
    if (stored <= LOGITS
        && logits <= LOGITS
        && probabilities <= PROBABILITIES
        && right == expected) {
      return 0;
    }
    err.printf(
        Locale.ROOT,
        "DigitsTaskGraph: the device computed something else: expected differences up to %.0e of"
            + " logits and %.0e of probabilities, and %d right digits%n",
        LOGITS,
        PROBABILITIES,
        expected);
    return 1;
  }

  private static String line(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    // TornadoVM colours its messages, and has stack traces in some.
    return (root.getClass().getSimpleName() + ": " + root.getMessage())
        .replaceAll("\u001b\\[\\d*m", "")
        .replaceAll("\\s+", " ")
        .replaceFirst(" Stacktrace:.*", "");
  }
}
