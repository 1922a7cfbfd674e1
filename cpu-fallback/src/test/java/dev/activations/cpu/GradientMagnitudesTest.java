package dev.activations.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.RowOperation;
import dev.activations.RowOperation.Kind;
import dev.activations.cpu.kernels.KernelLibrary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Backwards of gradients of all magnitudes, from the smallest float to the largest, with the loops
 * of every library. Slopes are those of the other elements: a probability next to 1 has lost none
 * of its digits, and neither what a sum of gradients passes through nor the temperature counts.
 */
class GradientMagnitudesTest {
  private static final int[] COLUMNS = {1, 2, 3, 5, 10, 17, 40, 100, 1100};

  /** In units of 2^-24 of the terms: what the catalogue says. */
  private static final double CONDITION = 8;

  private static final List<KernelLibrary> LIBRARIES =
      List.of(
          Libraries.choose("plain").plain(),
          Libraries.choose("portable").plain(),
          Libraries.choose("simd").simd());

  static Stream<RowOperation> operations() {
    return Stream.of(
        RowOperation.SOFTMAX,
        RowOperation.softmax(0.7),
        RowOperation.softmax(1e-5),
        RowOperation.softmax(3e5),
        RowOperation.softmax(1e-9),
        RowOperation.softmin(1e-5),
        RowOperation.SOFTMIN,
        RowOperation.LOG_SOFTMAX,
        RowOperation.logSoftmax(1e-5),
        RowOperation.logSoftmax(40),
        RowOperation.logSoftmax(1e9),
        RowOperation.LOGSUMEXP);
  }

  /** Any exponent, or those around one. */
  private static float[] gradient(SplittableRandom random, int count) {
    int kind = random.nextInt(6);
    int center = random.nextInt(-149, 128);
    float[] dy = new float[count];
    for (int i = 0; i < count; i++) {
      int exponent = kind < 2 ? random.nextInt(-149, 128) : center - random.nextInt(kind * kind);
      float size = (float) Math.scalb(1 + random.nextDouble(), exponent);
      dy[i] = Math.min(size, Float.MAX_VALUE) * (random.nextBoolean() ? 1 : -1);
      if (kind == 5) {
        dy[i] = i == center % count ? dy[i] : 0;
      }
    }
    return dy;
  }

  /** Rows of all widths, some with an element that dominates. */
  private static float[] row(RowOperation f, SplittableRandom random, int count) {
    double width = Math.scalb(1.0, random.nextInt(-3, 8)) * f.temperature();
    boolean peak = random.nextInt(3) == 0;
    double top = peak ? 20 * random.nextDouble() * f.temperature() : 0;
    double sign = f.kind() == Kind.SOFTMIN ? -1 : 1;
    float[] x = new float[count];
    int some = random.nextInt(count);
    for (int i = 0; i < count; i++) {
      x[i] = (float) (sign * (i == some ? top + width : width * random.nextDouble()));
    }
    return x;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void rows(RowOperation f) {
    SplittableRandom random = new SplittableRandom(4);
    List<String> wrong = new ArrayList<>();
    for (int columns : COLUMNS) {
      for (int round = 0; round < 4000 / (columns + 4) + 20; round++) {
        float[] x = row(f, random, columns);
        float[] saved = f.kind() == Kind.LOGSUMEXP ? x : forward(f, x);
        float[] dy = gradient(random, f.outputColumns(columns));
        float[] first = null;
        for (KernelLibrary library : LIBRARIES) {
          float[] dx = backward(f, library, saved, dy);
          first = first == null ? dx : first;
          Samples.requireSame(dx, first, f + " with " + library.getClass());
        }
        check(f, saved, dy, first, wrong);
      }
    }
    assertThat(wrong.stream().limit(10)).as("%s of %s", wrong.size(), f).isEmpty();
  }

  private static void check(
      RowOperation f, float[] saved, float[] dy, float[] dx, List<String> wrong) {
    double[] y = probabilities(f, saved);
    double sign = f.kind() == Kind.SOFTMIN ? -1 : 1;
    for (int i = 0; i < dx.length; i++) {
      double others = 0;
      double size = 0;
      double left = 0;
      for (int j = 0; j < dy.length; j++) {
        if (j != i) {
          double weight = f.kind() == Kind.LOG_SOFTMAX ? 1 : y[j];
          others += weight * dy[j];
          size += weight * Math.abs((double) dy[j]);
          left += y[j];
        }
      }
      double expected;
      double terms;
      switch (f.kind()) {
        case LOGSUMEXP:
          expected = dy[0] * y[i];
          terms = 0;
          break;
        case LOG_SOFTMAX:
          left = -StrictMath.expm1(saved[i]);
          expected = (left * dy[i] - y[i] * others) / f.temperature();
          terms = (left * Math.abs(dy[i]) + y[i] * size) / f.temperature();
          break;
        default:
          expected = sign * y[i] * (left * dy[i] - others) / f.temperature();
          terms = y[i] * (left * Math.abs(dy[i]) + size) / f.temperature();
      }
      double bound = Math.max(4 * ulp(expected), CONDITION * 0x1p-24 * terms);
      boolean beyond = Math.abs(expected) + bound > Float.MAX_VALUE;
      if (!(Math.abs(dx[i] - expected) <= bound)
          && !(beyond && (Float.isInfinite(dx[i]) && dx[i] * expected > 0))) {
        wrong.add(
            String.format(
                Locale.ROOT,
                "%s of %d columns, element %d: y %s, dy %s, dx %s, expected %s, terms %s, row %s dy %s",
                f,
                dx.length,
                i,
                saved[i],
                dy[i % dy.length],
                dx[i],
                expected,
                terms,
                Arrays.toString(Arrays.copyOf(saved, 5)),
                Arrays.toString(Arrays.copyOf(dy, 5))));
      }
    }
  }

  private static double ulp(double expected) {
    float near = (float) Math.min(Math.abs(expected), Float.MAX_VALUE);
    return Math.ulp(near);
  }

  private static double[] probabilities(RowOperation f, float... saved) {
    double[] y = new double[saved.length];
    double top = Double.NEGATIVE_INFINITY;
    for (float x : saved) {
      top = Math.max(top, x);
    }
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      switch (f.kind()) {
        case LOGSUMEXP:
          y[i] = StrictMath.exp(saved[i] - top);
          sum += y[i];
          break;
        case LOG_SOFTMAX:
          y[i] = StrictMath.exp(saved[i]);
          sum = 1;
          break;
        default:
          y[i] = saved[i];
          sum = 1;
      }
    }
    for (int i = 0; i < y.length; i++) {
      y[i] /= sum;
    }
    return y;
  }

  private static float[] forward(RowOperation f, float... x) {
    float[] y = new float[x.length];
    OneRow row = new Memory().row();
    row.set(f, LIBRARIES.get(0), x.length);
    row.input(x, 0);
    row.output(y, 0);
    row.forward();
    return y;
  }

  private static float[] backward(
      RowOperation f, KernelLibrary library, float[] saved, float... dy) {
    float[] dx = new float[saved.length];
    OneRow row = new Memory().row();
    row.set(f, library, saved.length);
    row.input(saved, 0);
    row.gradient(dy, 0);
    row.output(dx, 0);
    row.backward();
    return dx;
  }

  /** The smallest cases that were wrong once. */
  @Test
  void known() {
    float[] equal = {60, 60};
    for (KernelLibrary library : LIBRARIES) {
      for (float dy : new float[] {1e-15f, 1e-20f, 1e-44f, 1e38f, Float.MAX_VALUE, -1e-40f}) {
        assertThat(backward(RowOperation.LOGSUMEXP, library, equal, dy))
            .containsOnly((float) (dy * 0.5));
      }
      float[] half = forward(RowOperation.LOG_SOFTMAX, 0, 0);
      for (float slope : backward(RowOperation.LOG_SOFTMAX, library, half, 3.4e38f, 3.4e38f)) {
        assertThat(Math.abs(slope)).isLessThan(1e31f);
      }
      float[] saved = forward(RowOperation.LOG_SOFTMAX, 20, 0);
      float[] dx = backward(RowOperation.LOG_SOFTMAX, library, saved, 1, 0);
      assertThat(dx[0]).isEqualTo(2.0611537e-9f);
      float[] y = forward(RowOperation.SOFTMAX, 20, 0);
      assertThat(backward(RowOperation.SOFTMAX, library, y, 1, 0)).containsExactly(y[1], -y[1]);
      float[] scaled =
          backward(RowOperation.softmax(1e-5), library, new float[] {.5f, .5f}, 1e-43f, 0);
      assertThat(scaled[0]).isEqualTo((float) (0.25 * 1e-43f / 1e-5));
    }
  }

  /** A NaN or an infinity among the gradients of a row leaves it without slopes. */
  @Test
  void notFinite() {
    for (KernelLibrary library : LIBRARIES) {
      for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
        for (int columns : COLUMNS) {
          for (int at : new int[] {0, columns / 2, columns - 1}) {
            for (RowOperation f :
                List.of(
                    RowOperation.SOFTMAX,
                    RowOperation.SOFTMIN,
                    RowOperation.LOG_SOFTMAX,
                    RowOperation.softmax(1e-9),
                    RowOperation.logSoftmax(0.5))) {
              float[] saved = forward(f, Samples.normal(columns, 3));
              float[] dy = Samples.normal(columns, 4);
              dy[at] = bad;
              assertThat(backward(f, library, saved, dy)).as("%s", f).containsOnly(Float.NaN);
            }
          }
        }
        float[] dx = backward(RowOperation.LOGSUMEXP, library, new float[] {0, 0, -1000}, bad);
        assertThat(dx).containsExactly(bad, bad, Float.NaN);
      }
    }
  }
}
