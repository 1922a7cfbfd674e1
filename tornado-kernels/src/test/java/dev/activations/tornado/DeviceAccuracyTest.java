package dev.activations.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Activation;
import dev.activations.Backend;
import dev.activations.Backends;
import dev.activations.ErrorBound;
import dev.activations.Pipeline;
import dev.activations.RowOperation;
import dev.activations.Tensor;
import dev.activations.conformance.Functions;
import dev.activations.conformance.GeneratedDoc;
import dev.activations.conformance.Inputs;
import dev.activations.reference.Normal;
import dev.activations.reference.Ulp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How exact each device is, beside the CPU: the table {@code docs/accuracy-opencl.md}. Its figures
 * are those of one machine, so that it is written on request alone; its bounds are checked always.
 */
class DeviceAccuracyTest {
  private static final int INPUTS = 102_000;
  private static final int[] COLUMNS = {10, 32, 33, 128, 1000, 4099, 50_257};
  private static final String DOC = "accuracy-opencl.md";

  private static final List<RowOperation> OPERATIONS =
      List.of(
          RowOperation.SOFTMAX,
          RowOperation.softmax(0.3),
          RowOperation.LOG_SOFTMAX,
          RowOperation.logSoftmax(7),
          RowOperation.SOFTMIN,
          RowOperation.LOGSUMEXP);

  /** The largest errors over many inputs. */
  private static final class Errors {
    private double ulps;
    private double absolute;
    private float where;

    void add(float x, double expected, float actual) {
      if (!Float.isFinite((float) expected)) {
        return;
      }
      if (Math.abs(x) <= 10) {
        absolute = Math.max(absolute, Math.abs(actual - expected));
      }
      double error = Ulp.error(actual, expected);
      if (error > ulps) {
        ulps = error;
        where = x;
      }
    }

    String cells() {
      return ulps == 0
          ? "0 | | 0"
          : String.format(
              Locale.ROOT,
              "%.2f | %s (`%s`) | %.1e",
              ulps,
              where,
              Float.toHexString(where),
              absolute);
    }
  }

  @Test
  void everyBoundStandsInTheTable() throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of(System.getProperty("activations.root", ".."), "docs", DOC));
    if (Boolean.getBoolean("activations.docs.update")) {
      return; // It is written in this very build, by the test below.
    }
    for (Activation f : Functions.all()) {
      assertThat(lines)
          .as("docs/%s lacks the bounds of %s: write it on a machine with a device", DOC, f)
          .anyMatch(line -> line.startsWith(bounds(f)));
    }
  }

  /** Measures all devices and writes the table when asked to; a bound that breaks is red always. */
  @Test
  @Tag("device")
  void devicesKeepTheirBounds() {
    RequiredDevice.check();
    for (Device device : Devices.found().all()) {
      try (Backend backend = Backends.open(device.selector());
          Backend cpu = Backends.open("cpu")) {
        String table = functions(backend) + rows(backend, cpu);
        if (device.isOpenCl() && Boolean.getBoolean("activations.docs.update")) {
          GeneratedDoc.check(DOC, head(backend) + table);
        }
      }
    }
  }

  private static String head(Backend backend) {
    return String.format(
        Locale.ROOT,
        """
        # Accuracy on an OpenCL device

        Written by `DeviceAccuracyTest` with `./mvnw verify -Dactivations.docs.update=true` on a machine with a device, here
        %s (Java %s, %s). The figures are of this device; the bounds are what every device with IEEE
        arithmetic keeps, tested in each build. Inputs and units as in [accuracy.md](accuracy.md): over 100,000 floats for each function and
        direction, against the definitions in double. The kernels use + - * / and square root of the device alone, none of its exp
        or tanh, so that devices differ by contraction to fused multiply-adds and by the rounding of division: where a driver
        cannot round division as IEEE does, add up to 2.5 ULP. A backward dy f'(x) rounds f'(x) first: twice its bound and a half.
        Bounds are in ULP; "or 2^-32" is an absolute error that is accepted next to the zero of a derivative. "max absolute" is over |x| <= 10.

        | function | bound of the value | of the derivative | value: max ULP | at x | max absolute | derivative: max ULP | at x | max absolute |
        |---|---|---|---|---|---|---|---|---|
        """,
        backend.description(),
        System.getProperty("java.version"),
        System.getProperty("os.name"));
  }

  private static String bounds(Activation f) {
    return String.format(Locale.ROOT, "| `%s` | %s | %s |", f, bound(f, false), bound(f, true));
  }

  private static String bound(Activation f, boolean derivative) {
    ErrorBound bound = KernelBounds.of(f, derivative);
    return bound.ulps() + (bound.floor() == 0 ? "" : " or 2^" + Math.getExponent(bound.floor()));
  }

  private static String functions(Backend backend) {
    StringBuilder table = new StringBuilder();
    for (Activation f : Functions.all()) {
      table.append(bounds(f));
      for (boolean derivative : new boolean[] {false, true}) {
        Errors device = measure(backend, f, derivative);
        ErrorBound bound = derivative ? backend.derivativeBound(f) : backend.valueBound(f);
        assertThat(device.ulps <= bound.ulps() || bound.floor() > 0)
            .as(
                "%s: %s %s: %.3f ULP at x = %s",
                backend.name(), f, derivative ? "derivative" : "value", device.ulps, device.where)
            .isTrue();
        table.append(' ').append(device.cells()).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static Errors measure(Backend backend, Activation f, boolean derivative) {
    float[] x = Inputs.floats(f, INPUTS, 20261124);
    Errors errors = new Errors();
    try (Tensor tensor = backend.allocate(1, x.length, x)) {
      if (derivative) {
        backend.derivative(f, tensor, tensor);
      } else {
        backend.forward(f, tensor, tensor);
      }
      float[] y = tensor.toArray();
      for (int i = 0; i < x.length; i++) {
        errors.add(x[i], derivative ? f.derivative(x[i]) : f.value(x[i]), y[i]);
      }
    }
    return errors;
  }

  private static String rows(Backend backend, Backend cpu) {
    StringBuilder table =
        new StringBuilder(
            """

            Row operations, rows of 10 to 50,257 normal deviates of deviation 4. Bound: 4 ULP forward; where terms cancel (backwards, logsumexp
            near zero) 2^-22 of the sum of their magnitudes. The backward is compared with the CPU's, for dy of deviation 1.

            | operation | forward: max ULP | at x | max absolute | backward: max absolute |
            |---|---|---|---|---|
            """);
    for (RowOperation f : OPERATIONS) {
      Errors device = new Errors();
      double backward = 0;
      for (int columns : COLUMNS) {
        int rows = Math.max(3, 20_000 / columns);
        float[] x = normal(rows * columns, 4);
        double[] wide = new double[x.length];
        for (int i = 0; i < x.length; i++) {
          wide[i] = x[i];
        }
        double[] expected = new double[rows * f.outputColumns(columns)];
        cpu.run(Pipeline.of(f), rows, columns, wide, expected);
        forward(backend, f, rows, columns, x, expected, device);
        backward = Math.max(backward, backward(backend, cpu, f, rows, columns, x));
      }
      // Where the terms of logsumexp cancel, it has an absolute bound.
      assertThat(f.kind() == RowOperation.Kind.LOGSUMEXP ? 0 : device.ulps)
          .as("%s on %s", f, backend.name())
          .isLessThanOrEqualTo(backend.rowBound(f).ulps());
      table.append(
          String.format(Locale.ROOT, "| `%s` | %s | %.1e |%n", f, device.cells(), backward));
    }
    return table.toString();
  }

  private static void forward(
      Backend backend,
      RowOperation f,
      int rows,
      int columns,
      float[] x,
      double[] expected,
      Errors errors) {
    int width = f.outputColumns(columns);
    try (Tensor input = backend.allocate(rows, columns, x);
        Tensor output = backend.allocate(rows, width)) {
      backend.forward(f, input, output);
      float[] y = output.toArray();
      for (int i = 0; i < y.length; i++) {
        errors.add(x[width == 1 ? i * columns : i], expected[i], y[i]);
      }
    }
  }

  private static double backward(
      Backend backend, Backend cpu, RowOperation f, int rows, int columns, float... x) {
    float[] dy = normal(rows * f.outputColumns(columns), 1);
    float[] saved = x;
    if (f.kind() != RowOperation.Kind.LOGSUMEXP) {
      try (Tensor tensor = cpu.allocate(rows, columns, x)) {
        cpu.forward(f, tensor, tensor);
        saved = tensor.toArray();
      }
    }
    float[] expected = backward(cpu, f, rows, columns, saved, dy);
    float[] actual = backward(backend, f, rows, columns, saved, dy);
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      worst = Math.max(worst, Math.abs((double) expected[i] - actual[i]));
    }
    return worst;
  }

  private static float[] backward(
      Backend backend, RowOperation f, int rows, int columns, float[] saved, float[] dy) {
    try (Tensor output = backend.allocate(rows, columns, saved);
        Tensor gradient = backend.allocate(rows, f.outputColumns(columns), dy)) {
      backend.backward(f, output, gradient, output);
      return output.toArray();
    }
  }

  private static float[] normal(int count, double deviation) {
    SplittableRandom random = new SplittableRandom(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * Normal.next(random));
    }
    return values;
  }
}
