package dev.activations.generator.emission.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.activations.generator.expression.Uniform;
import dev.activations.generator.expression.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the source of two small kernels looks like in each package. */
class EmittedSourceTest {
  private static final Value X = Value.input("x");

  /** A choice, for which plain Java needs loops of their own; with a parameter, and two inputs. */
  private static final Kernel CHOICE =
      Kernel.of(
          "backward",
          X.ifLess(Uniform.parameter(0).high(), X.timesPlus(2, 0.5f), Value.of(-0f).minus(X))
              .times(Value.input("dy")),
          "dx",
          "x",
          "dy");

  private static final Value SCALED = X.times(Value.uniform("c.factor"));

  private static final Kernel SUM = Kernel.summing("sums", Map.of("lanes", SCALED), "x");

  private static final Kernel EXACT = Kernel.summed("exact", SCALED, "y", "x");

  private static final Kernel TERMS = Kernel.ofTerms("terms", SCALED, "x");

  @Test
  void oneLoopOverVectors() {
    assertThat(methods(new VectorClass(Contract.elementwise(1)), CHOICE))
        .isEqualTo(
            """
              public void backward(Activation f, Scratch scratch, float[] x, int xFrom, float[] dy, int dyFrom, float[] dx, int dxFrom, int count) {
                double p0 = f.parameter(0);
                FloatVector c0 = NARROW_FLOAT.cast(FloatVector.broadcast(NARROW, (float) (p0)));
                FloatVector c1 = NARROW_FLOAT.cast(FloatVector.broadcast(NARROW, 0x1.0p1f));
                FloatVector c2 = NARROW_FLOAT.cast(FloatVector.broadcast(NARROW, 0x1.0p-1f));
                FloatVector c3 = NARROW_FLOAT.cast(FloatVector.broadcast(NARROW, -0x0.0p0f));
                for (int i = 0; i < count; i += NARROW.length()) {
                  FloatVector x0 = NARROW_FLOAT.cast(FloatVector.fromArray(NARROW, x, xFrom + i));
                  FloatVector dy0 = NARROW_FLOAT.cast(FloatVector.fromArray(NARROW, dy, dyFrom + i));
                  FloatVector v0 = x0.lanewise(FMA, c1, c2);
                  FloatVector v1 = c3.lanewise(SUB, x0);
                  VectorMask<Float> m0 = c0.compare(GT, x0);
                  FloatVector v3 = v1.blend(v0, m0);
                  FloatVector v4 = v3.lanewise(MUL, dy0);
                  NARROW_FLOAT.cast(v4).intoArray(dx, dxFrom + i);
                }
              }

            }
            """);
  }

  @Test
  void loopsOfArithmeticAndOfChoicesOverBlocks() {
    assertThat(methods(new BlockClass(Contract.elementwise(1)), CHOICE))
        .isEqualTo(
            """
              public void backward(Activation f, Scratch scratch, float[] x, int xFrom, float[] dy, int dyFrom, float[] dx, int dxFrom, int count) {
                double p0 = f.parameter(0);
                float u0 = (float) (p0);
                float[] xBlock = scratch.block(0);
                float[] dyBlock = scratch.block(1);
                float[] dxBlock = scratch.block(2);
                float[] t0 = scratch.block(3);
                float[] t1 = scratch.block(4);
                float[] t2 = scratch.block(5);
                for (int done = 0; done < count; done += Scratch.BLOCK) {
                  int n = Math.min(Scratch.BLOCK, count - done);
                  System.arraycopy(x, xFrom + done, xBlock, 0, n);
                  System.arraycopy(dy, dyFrom + done, dyBlock, 0, n);
                  backward1(xBlock, t0, t1, n);
                  backward2(xBlock, u0, t0, t1, t2, n);
                  backward3(t2, dyBlock, dxBlock, n);
                  System.arraycopy(dxBlock, 0, dx, dxFrom + done, n);
                }
              }

              private static void backward1(float[] x, float[] t0, float[] t1, int n) {
                for (int i = 0; i < n; i++) {
                  float in0 = x[i];
                  float v0 = Math.fma(in0, 0x1.0p1f, 0x1.0p-1f);
                  t0[i] = v0;
                  float v1 = -0x0.0p0f - in0;
                  t1[i] = v1;
                }
              }

              private static void backward2(float[] x, float u0, float[] t0, float[] t1, float[] t2, int n) {
                for (int i = 0; i < n; i++) {
                  float in0 = x[i];
                  float in2 = t0[i];
                  float in3 = t1[i];
                  float v0 = in0 < u0 ? in2 : in3;
                  t2[i] = v0;
                }
              }

              private static void backward3(float[] t2, float[] dy, float[] dx, int n) {
                for (int i = 0; i < n; i++) {
                  float in0 = t2[i];
                  float in1 = dy[i];
                  float v0 = in0 * in1;
                  dx[i] = v0;
                }
              }
            }
            """);
  }

  @Test
  void oneLoopWithAnEmulatedFma() {
    assertThat(methods(new ScalarClass(Contract.elementwise(1)), CHOICE))
        .isEqualTo(
            """
              public void backward(Activation f, Scratch scratch, float[] x, int xFrom, float[] dy, int dyFrom, float[] dx, int dxFrom, int count) {
                double p0 = f.parameter(0);
                float v1 = (float) (p0);
                for (int i = 0; i < count; i++) {
                  float v0 = x[xFrom + i];
                  float v4 = Fma.of(v0, 0x1.0p1f, 0x1.0p-1f);
                  float v6 = -0x0.0p0f - v0;
                  float v7 = v0 < v1 ? v4 : v6;
                  float v8 = dy[dyFrom + i];
                  float v9 = v7 * v8;
                  dx[dxFrom + i] = v9;
                }
              }

            }
            """);
  }

  @Test
  void sumsOfVectorsInLanesAndGroups() {
    assertThat(methods(new VectorClass(Contract.rows()), SUM))
        .isEqualTo(
            """
              public void sums(RowConstants c, Scratch scratch, float[] x, int xFrom, int count, float[] lanes) {
                FloatVector c0 = NARROW_FLOAT.cast(FloatVector.broadcast(NARROW, c.factor));
                for (int lane = 0; lane < LANES; lane += NARROW.length()) {
                  for (int group = lane; group < count; group += LaneSums.GROUP) {
                    int end = Math.min(count, group + LaneSums.GROUP);
                    FloatVector lanesPart = NARROW_FLOAT.cast(FloatVector.zero(NARROW));
                    for (int i = group; i < end; i += LANES) {
                      FloatVector x0 = NARROW_FLOAT.cast(FloatVector.fromArray(NARROW, x, xFrom + i));
                      FloatVector v0 = x0.lanewise(MUL, c0);
                      lanesPart = NARROW_FLOAT.cast(lanesPart).lanewise(ADD, v0);
                    }
                    NARROW_FLOAT.cast(NARROW_FLOAT.cast(FloatVector.fromArray(NARROW, lanes, lane)).lanewise(ADD, NARROW_FLOAT.cast(lanesPart))).intoArray(lanes, lane);
                  }
                }
              }

            }
            """);
  }

  @Test
  void sumsOfBlocks() {
    assertThat(methods(new BlockClass(Contract.rows()), SUM))
        .contains(
            """
                  sums1(xBlock, u0, lanesBlock, n);
                  LaneSums.add(lanesBlock, n, lanes);
            """);
    assertThat(methods(new ScalarClass(Contract.rows()), SUM))
        .contains(
            """
                  lanesBlock[i] = v2;
                }
                LaneSums.add(lanesBlock, count, lanes);
            """);
  }

  /** Sums of what was written, beside which lies what they lost. */
  @Test
  void exactSums() {
    assertThat(methods(new VectorClass(Contract.rows()), EXACT))
        .isEqualTo(
            """
              public void exact(RowConstants c, Scratch scratch, float[] x, int xFrom, float[] y, int yFrom, int count, float[] lanes, float[] lost) {
                FloatVector c0 = NARROW_FLOAT.cast(FloatVector.broadcast(NARROW, c.factor));
                for (int i = 0; i < count; i += NARROW.length()) {
                  FloatVector x0 = NARROW_FLOAT.cast(FloatVector.fromArray(NARROW, x, xFrom + i));
                  FloatVector v0 = x0.lanewise(MUL, c0);
                  NARROW_FLOAT.cast(v0).intoArray(y, yFrom + i);
                }
                addExactly(y, yFrom, 1, 0, count, lanes, lost, 0, 0);
              }

            }
            """);
    assertThat(methods(new BlockClass(Contract.rows()), EXACT))
        .contains(
            """
                  exact1(xBlock, u0, yBlock, n);
                  System.arraycopy(yBlock, 0, y, yFrom + done, n);
                  ExactLanes.add(yBlock, 0, n, lanes, lost);
            """);
    assertThat(methods(new ScalarClass(Contract.rows()), EXACT))
        .contains(
            """
                  y[yFrom + i] = v2;
                }
                ExactLanes.add(y, yFrom, count, lanes, lost);
            """);
  }

  /** Sums without the largest of each lane, of what was written to a block. */
  @Test
  void termsOfVectorsAndOfBlocks() {
    assertThat(methods(new VectorClass(Contract.rows()), TERMS))
        .isEqualTo(
            """
              public void terms(RowConstants c, Scratch scratch, float[] x, int xFrom, int count, float[] lanes, float[] lost, float[] most) {
                FloatVector c0 = NARROW_FLOAT.cast(FloatVector.broadcast(NARROW, c.factor));
                float[] terms = scratch.block(0);
                for (int i = 0; i < count; i += NARROW.length()) {
                  FloatVector x0 = NARROW_FLOAT.cast(FloatVector.fromArray(NARROW, x, xFrom + i));
                  FloatVector v0 = x0.lanewise(MUL, c0);
                  NARROW_FLOAT.cast(v0).intoArray(terms, i);
                }
                splitExactly(terms, 0, 1, 0, count, lanes, lost, most, 0, 0);
              }

            }
            """);
    assertThat(methods(new BlockClass(Contract.rows()), TERMS))
        .contains("terms1(xBlock, u0, lanesBlock, n);\n")
        .contains("SplitLanes.add(lanesBlock, n, lanes, lost, most);\n");
    assertThat(methods(new ScalarClass(Contract.rows()), TERMS))
        .contains("terms[i] = v2;\n")
        .contains("SplitLanes.add(terms, count, lanes, lost, most);\n");
  }

  @Test
  void whatIsAnInputIsCopied() {
    Kernel identity = Kernel.of("forward", X, "y", "x");
    assertThat(methods(new BlockClass(Contract.elementwise(0)), identity))
        .contains("{\n    System.arraycopy(x, xFrom, y, yFrom, count);\n  }\n");
    Kernel sum = Kernel.summing("gradients", Map.of("lanes", X), "x");
    assertThat(methods(new BlockClass(Contract.rows()), sum))
        .contains("      LaneSums.add(xBlock, n, lanes);\n");
  }

  /** Where little is computed, vectors of half a cache line. */
  @Test
  void vectorsAreWideForLongAlgorithms() {
    Value seven = X;
    for (int i = 0; i < 7; i++) {
      seven = seven.times(X);
    }
    VectorClass target = new VectorClass(Contract.elementwise(0));
    assertThat(methods(target, Kernel.of("forward", seven, "y", "x")))
        .contains("fromArray(NARROW,")
        .doesNotContain("SPECIES");
    assertThat(methods(target, Kernel.of("forward", seven.abs(), "y", "x")))
        .contains("fromArray(SPECIES,")
        .doesNotContain("NARROW");
  }

  /**
   * C2 knows the class of every vector without a profile: of what is called on a vector, classes of
   * vectors have their own, and what gives a vector of an unknown class is cast. Other calls box as
   * soon as the JVM computes with vectors of two widths.
   */
  @Test
  void noCallOnAVectorNeedsAProfile() {
    Written.sources(Target.SIMD)
        .forEach(
            (name, source) -> {
              assertThat(source)
                  .as(name)
                  .doesNotContainPattern(
                      "(?<!Math)\\.(add|sub|mul|div|fma|neg|abs|sqrt|min|max|and|or)\\(");
              assertThat(source)
                  .as("%s: casts", name)
                  .doesNotContainPattern("(?<!cast\\()(Float|Int)Vector\\.[a-z]\\w+\\(")
                  .doesNotContainPattern("(?<!_INT.cast\\()(?<!_FLOAT.cast\\()\\w+\\.reinterpretAs")
                  .doesNotContainPattern("(?<!\\))\\.(intoArray|reinterpretAs\\w+)\\(");
            });
  }

  @Test
  void aClassBeginsWithWhatItImplements() {
    String source = new ScalarClass(Contract.elementwise(0)).source("Bend", List.of(CHOICE));
    assertThat(source)
        .startsWith(
            """
            package dev.activations.cpu.portable;

            import dev.activations.Activation;
            import dev.activations.cpu.kernels.Bounds;
            import dev.activations.cpu.kernels.ElementwiseKernels;
            import dev.activations.cpu.kernels.Scratch;
            import dev.activations.cpu.kernels.Fma;

            /** Generated from the algorithms of kernel-generator: change them there. */
            final class Bend implements ElementwiseKernels {
              @Override
            """);
    assertThat(new VectorClass(Contract.rowsOfVectors()).source("All", List.of(SUM)))
        .contains("final class All implements RowKernels, RowBatchKernels {");
  }

  private static String methods(KernelClass target, Kernel kernel) {
    String source = target.source("Bend", List.of(kernel));
    return source.substring(source.indexOf("  public void"));
  }
}
