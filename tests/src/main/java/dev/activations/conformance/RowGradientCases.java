package dev.activations.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.Backend;
import dev.activations.RowOperation;
import dev.activations.reference.Magnitudes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;

/**
 * Backwards of row operations for inputs and gradients of all magnitudes, at temperatures of all
 * magnitudes, and the smallest cases of what was once wrong.
 */
final class RowGradientCases {
  /** Beside {@link RowCases#OPERATIONS}. */
  private static final List<RowOperation> COLD_AND_HOT =
      Arrays.asList(
          RowOperation.softmax(0.01),
          RowOperation.softmin(0.01),
          RowOperation.logSoftmax(0.01),
          RowOperation.softmax(0.5),
          RowOperation.softmin(1e-3),
          RowOperation.logSoftmax(0.25),
          RowOperation.logSoftmax(1e-10),
          RowOperation.softmax(1e-5),
          RowOperation.softmin(1e-5),
          RowOperation.logSoftmax(1e-5),
          RowOperation.softmax(1e-30),
          RowOperation.softmin(3e-38),
          RowOperation.logSoftmax(1e-30),
          RowOperation.softmax(1e4),
          RowOperation.softmin(1e30),
          RowOperation.logSoftmax(1e30));

  /** Columns, and how many rows are tried of them for each kind of gradients. */
  private static final int[][] SHAPES = {
    {1, 12}, {2, 120}, {3, 60}, {10, 24}, {17, 12}, {33, 12}, {128, 6}, {300, 6}, {4099, 2}
  };

  private static final float INFINITY = Float.POSITIVE_INFINITY;

  private final BackendContract contract;

  RowGradientCases(BackendContract contract) {
    this.contract = contract;
  }

  Stream<DynamicNode> all() {
    List<RowOperation> operations = new ArrayList<>(RowCases.OPERATIONS);
    for (RowOperation f : COLD_AND_HOT) {
      if (f.kind() == RowOperation.Kind.LOG_SOFTMAX
          || f.temperature() >= contract.leastTemperature()) {
        operations.add(f);
      }
    }
    return Stream.concat(smallest(), operations.stream().map(this::of));
  }

  private DynamicNode of(RowOperation f) {
    List<DynamicNode> tests = new ArrayList<>();
    for (Magnitudes.Row kind : Magnitudes.Row.values()) {
      tests.add(
          contract.test(f + " backward, dy " + kind, backend -> magnitudes(backend, f, kind)));
    }
    tests.add(
        contract.test(
            f + ": a gradient that is not finite makes its row NaN, and no other",
            backend -> notFinite(backend, f)));
    return DynamicContainer.dynamicContainer(f + " over all magnitudes", tests);
  }

  private void magnitudes(Backend backend, RowOperation f, Magnitudes.Row kind) {
    RowGradientCheck check = check(backend, f);
    Magnitudes magnitudes = new Magnitudes((f + " " + kind).hashCode());
    for (int[] shape : SHAPES) {
      int columns = shape[0];
      int rows = contract.rows(shape[1]);
      int width = f.outputColumns(columns);
      float[] x = new float[rows * columns];
      float[] dy = new float[rows * width];
      for (int row = 0; row < rows; row++) {
        float[] logits = magnitudes.logits(f.temperature(), columns);
        System.arraycopy(logits, 0, x, row * columns, columns);
        System.arraycopy(magnitudes.row(kind, width), 0, dy, row * width, width);
      }
      check.forwardAndBackward(columns, x, dy);
    }
  }

  /** In short rows and long ones, in each place, between rows that are good. */
  private void notFinite(Backend backend, RowOperation f) {
    RowGradientCheck check = check(backend, f);
    int[] some = contract.share() == 1 ? new int[] {1, 3, 40, 300} : new int[] {1, 3, 40};
    for (int columns : some) {
      int width = f.outputColumns(columns);
      List<float[]> gradients = new ArrayList<>();
      for (float bad : new float[] {INFINITY, -INFINITY, Float.NaN}) {
        for (int place : new int[] {0, width / 2, width - 1}) {
          float[] dy = RowCases.RowKind.GAUSSIAN.rows(3, width);
          dy[width + place] = bad;
          gradients.add(dy);
          if (width > 1) {
            // Both infinities, whose sum is NaN, and a row that begins with one.
            float[] both = dy.clone();
            both[width] = -bad;
            gradients.add(both);
          }
        }
      }
      float[] all = new float[(2 * gradients.size() + 1) * width];
      for (int i = 0; i < gradients.size(); i++) {
        System.arraycopy(gradients.get(i), 0, all, 2 * i * width, 3 * width);
      }
      check.forwardAndBackward(
          columns, RowCases.RowKind.GAUSSIAN.rows(all.length / width, columns), all);
    }
  }

  private Stream<DynamicNode> smallest() {
    float most = Float.MAX_VALUE;
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(
        contract.test(
            "logsumexp: a small gradient at a large x loses no digit",
            backend -> {
              for (float dy : new float[] {1e-15f, 1e-20f, 1e-37f, 3e-43f, 3e38f, -0f}) {
                for (float x : new float[] {60, 80, 88, 1000, -60, -80, -1000, 3e38f}) {
                  check(backend, RowOperation.LOGSUMEXP)
                      .forwardAndBackward(2, new float[] {x, x}, new float[] {dy});
                }
              }
              OneRow run = new OneRow(backend);
              assertThat(run.logSumExpBackward(1e-15f, 60, 60)).containsExactly(5e-16f, 5e-16f);
            }));
    tests.add(
        contract.test(
            "logsumexp: a large gradient of a class without a share is small, not zero",
            backend -> {
              for (float gap : new float[] {60, 88, 100, 104, 120, 150}) {
                check(backend, RowOperation.LOGSUMEXP)
                    .forwardAndBackward(3, new float[] {gap, 0, gap}, new float[] {3e38f});
              }
            }));
    tests.add(
        contract.test(
            "logsumexp: an infinite gradient is multiplied as any other: NaN without a share",
            backend -> {
              for (float dy : new float[] {INFINITY, -INFINITY}) {
                for (int columns : new int[] {3, 40, 1000}) {
                  float[] x = new float[columns];
                  x[columns - 1] = -1000;
                  x[1] = -50;
                  float[] dx =
                      check(backend, RowOperation.LOGSUMEXP)
                          .forwardAndBackward(columns, x, new float[] {dy});
                  assertThat(dx[0]).isEqualTo(dy);
                  assertThat(dx[1]).isEqualTo(dy);
                  assertThat(dx[columns - 1]).isNaN();
                }
              }
              float[] far = {3e38f, 0, 3e38f};
              assertThat(new OneRow(backend).logSumExpBackward(INFINITY, far))
                  .containsExactly(INFINITY, Float.NaN, INFINITY);
            }));
    tests.add(
        contract.test(
            "a small temperature: what is beyond the range is infinite, not NaN",
            backend -> {
              for (double temperature : new double[] {0.5, 0.01, 1e-3, 1e-10}) {
                for (int columns : new int[] {2, 40, 300}) {
                  beyondTheRange(backend, temperature, columns, 5.518165e36f);
                  beyondTheRange(backend, temperature, columns, most);
                }
              }
              float[] y = {-0.9539195f, -0.48650408f};
              float[] dx =
                  new OneRow(backend)
                      .rowsBackward(RowOperation.logSoftmax(0.01), y, 5.518165e36f, -5.518165e36f);
              assertThat(dx).containsExactly(INFINITY, -INFINITY);
            }));
    tests.add(
        contract.test(
            "log_softmax: gradients whose sum leaves the range",
            backend -> {
              float[][] all = {
                {most, most},
                {3.4e38f, 3.4e38f},
                {most, most, -most, -most},
                {-most, -most, -most},
                {2e38f, 2e38f, -3e38f}
              };
              for (float[] dy : all) {
                for (RowOperation f :
                    new RowOperation[] {
                      RowOperation.LOG_SOFTMAX, RowOperation.SOFTMAX, RowOperation.SOFTMIN
                    }) {
                  float[] dx =
                      check(backend, f).forwardAndBackward(dy.length, new float[dy.length], dy);
                  for (float gradient : dx) {
                    assertThat(gradient).as(f + " of " + Arrays.toString(dy)).isFinite();
                  }
                }
              }
            }));
    tests.add(
        contract.test(
            "the gradient of a class that dominates keeps its digits",
            backend -> {
              for (float gap : new float[] {1, 3, 5, 10, 14, 17, 20, 40, 60, 80}) {
                float[][] all = {
                  {1, 0, 0}, {0, 1, 0}, {1, 1, 1}, {1, -1, 0.5f}, {1e-30f, 0, 0}, {most, 0, 0}
                };
                for (float[] dy : all) {
                  float[] x = {gap, 0, -1};
                  check(backend, RowOperation.LOG_SOFTMAX).forwardAndBackward(3, x, dy);
                  check(backend, RowOperation.SOFTMAX).forwardAndBackward(3, x, dy);
                  check(backend, RowOperation.SOFTMIN)
                      .forwardAndBackward(3, new float[] {-gap, 0, 1}, dy);
                }
              }
              float[] y = new OneRow(backend).rows(RowOperation.LOG_SOFTMAX, 20, 0);
              float[] dx = new OneRow(backend).rowsBackward(RowOperation.LOG_SOFTMAX, y, 1, 0);
              assertThat(dx[0]).isBetween(2.0611530e-9f, 2.0611545e-9f);
              assertThat(dx[1]).isBetween(-2.0611560e-9f, -2.0611510e-9f);
            }));
    tests.add(
        contract.test(
            "softmax of long rows: the gradient of a class that dominates is that of the others",
            backend -> {
              // Many equal terms beside a large one: probabilities do not quite add up to 1.
              for (double temperature : new double[] {1, 1e4}) {
                for (int columns : new int[] {300, 1000}) {
                  for (double top = 11.07; top < 19; top += 1.4) {
                    float[] x = new float[columns];
                    Arrays.fill(x, (float) (0.62 * temperature));
                    x[7] = (float) ((0.62 + top) * temperature);
                    float[] dy = new float[columns];
                    Arrays.fill(dy, 1.44e29f);
                    check(backend, RowOperation.softmax(temperature))
                        .forwardAndBackward(columns, x, dy);
                    dy[7] = 0;
                    check(backend, RowOperation.softmax(temperature))
                        .forwardAndBackward(columns, x, dy);
                  }
                }
              }
            }));
    tests.add(
        contract.test(
            "softmax at a small temperature: results that are small, digits that are not",
            backend -> {
              for (double temperature : new double[] {1e-5, 1e-3, 1e-20}) {
                for (float dy : new float[] {1, 1e-30f, 1e-38f, 1e-44f, 1e38f}) {
                  for (double gap : new double[] {1, 30, 80, 87, 95, 100}) {
                    float[] x = {0, (float) (-gap * temperature)};
                    float[] gradients = {dy, -dy};
                    check(backend, RowOperation.softmax(temperature))
                        .forwardAndBackward(2, x, gradients);
                    check(backend, RowOperation.softmin(temperature))
                        .forwardAndBackward(2, x, gradients);
                  }
                }
              }
            }));
    return Stream.of(DynamicContainer.dynamicContainer("smallest cases of gradients", tests));
  }

  /** Gradients of one size and both signs, in rows of their own and among others. */
  private void beyondTheRange(Backend backend, double temperature, int columns, float size) {
    int rows = 9;
    float[] x = new float[rows * columns];
    float[] dy = new float[rows * columns];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (temperature * (i % 3));
      dy[i] = i % 2 == 0 ? size : -size;
    }
    for (RowOperation f :
        new RowOperation[] {
          RowOperation.logSoftmax(temperature),
          RowOperation.softmax(temperature),
          RowOperation.softmin(temperature)
        }) {
      check(backend, f).forwardAndBackward(columns, x, dy);
      check(backend, f)
          .forwardAndBackward(columns, Arrays.copyOf(x, columns), Arrays.copyOf(dy, columns));
    }
  }

  private RowGradientCheck check(Backend backend, RowOperation f) {
    return new RowGradientCheck(backend, f, contract.rerun());
  }
}
