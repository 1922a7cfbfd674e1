package dev.activations.cpu.simd;

import static dev.activations.cpu.simd.Species.SPECIES;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.RowKernels;
import dev.activations.cpu.kernels.RowBatchKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The loops over vectors of the Vector API. */
public final class SimdLibrary implements KernelLibrary {
  private final GeneratedRows rows = new GeneratedRows();

  /** Found by name, in a JVM that has the Vector API. */
  public SimdLibrary() {}

  /** The width of the vectors in bits. */
  public static int bits() {
    return SPECIES.vectorBitSize();
  }

  @Override
  public ElementwiseKernels find(String function, double[] parameters) {
    return Functions.find(function, parameters);
  }

  @Override
  public RowKernels rows() {
    return rows;
  }

  @Override
  public RowBatchKernels rowBatches() {
    return rows;
  }

  @Override
  public int multiple() {
    return RowKernels.LANES;
  }

  @Override
  public float maximum(float[] x, int from, int count) {
    int length = SPECIES.length();
    FloatVector m0 = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    FloatVector m1 = m0;
    FloatVector m2 = m0;
    FloatVector m3 = m0;
    int i = 0;
    for (; i <= count - 4 * length; i += 4 * length) {
      FloatVector v0 = FloatVector.fromArray(SPECIES, x, from + i);
      FloatVector v1 = FloatVector.fromArray(SPECIES, x, from + i + length);
      FloatVector v2 = FloatVector.fromArray(SPECIES, x, from + i + 2 * length);
      FloatVector v3 = FloatVector.fromArray(SPECIES, x, from + i + 3 * length);
      m0 = m0.blend(v0, v0.compare(GT, m0));
      m1 = m1.blend(v1, v1.compare(GT, m1));
      m2 = m2.blend(v2, v2.compare(GT, m2));
      m3 = m3.blend(v3, v3.compare(GT, m3));
    }
    for (; i < count; i += length) {
      FloatVector v0 = FloatVector.fromArray(SPECIES, x, from + i);
      m0 = m0.blend(v0, v0.compare(GT, m0));
    }
    m0 = m0.blend(m1, m1.compare(GT, m0));
    m2 = m2.blend(m3, m3.compare(GT, m2));
    return m0.blend(m2, m2.compare(GT, m0)).reduceLanes(VectorOperators.MAX);
  }

  @Override
  public float minimum(float[] x, int from, int count) {
    int length = SPECIES.length();
    FloatVector m = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
    for (int i = 0; i < count; i += length) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, from + i);
      m = m.blend(v, v.compare(LT, m));
    }
    return m.reduceLanes(VectorOperators.MIN);
  }
}
