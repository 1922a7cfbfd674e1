package dev.activations.cpu.simd;

import static dev.activations.cpu.simd.Species.SPECIES;
import static dev.activations.cpu.simd.Species.SPECIES_FLOAT;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.KernelLibrary;
import dev.activations.cpu.kernels.RowBatchKernels;
import dev.activations.cpu.kernels.RowKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The loops over vectors of the Vector API. As in the generated ones, the class of a vector is
 * named where C2 does not know it: of what is loaded, and of what is carried through a loop.
 */
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
    FloatVector lowest =
        SPECIES_FLOAT.cast(FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY));
    FloatVector m0 = lowest;
    FloatVector m1 = lowest;
    FloatVector m2 = lowest;
    FloatVector m3 = lowest;
    int i = 0;
    for (; i <= count - 4 * length; i += 4 * length) {
      FloatVector v0 = SPECIES_FLOAT.cast(FloatVector.fromArray(SPECIES, x, from + i));
      FloatVector v1 = SPECIES_FLOAT.cast(FloatVector.fromArray(SPECIES, x, from + i + length));
      FloatVector v2 = SPECIES_FLOAT.cast(FloatVector.fromArray(SPECIES, x, from + i + 2 * length));
      FloatVector v3 = SPECIES_FLOAT.cast(FloatVector.fromArray(SPECIES, x, from + i + 3 * length));
      FloatVector w0 = SPECIES_FLOAT.cast(m0);
      FloatVector w1 = SPECIES_FLOAT.cast(m1);
      FloatVector w2 = SPECIES_FLOAT.cast(m2);
      FloatVector w3 = SPECIES_FLOAT.cast(m3);
      m0 = w0.blend(v0, v0.compare(GT, w0));
      m1 = w1.blend(v1, v1.compare(GT, w1));
      m2 = w2.blend(v2, v2.compare(GT, w2));
      m3 = w3.blend(v3, v3.compare(GT, w3));
    }
    for (; i < count; i += length) {
      FloatVector v0 = SPECIES_FLOAT.cast(FloatVector.fromArray(SPECIES, x, from + i));
      FloatVector w0 = SPECIES_FLOAT.cast(m0);
      m0 = w0.blend(v0, v0.compare(GT, w0));
    }
    FloatVector w0 = SPECIES_FLOAT.cast(m0);
    FloatVector w1 = SPECIES_FLOAT.cast(m1);
    FloatVector w2 = SPECIES_FLOAT.cast(m2);
    FloatVector w3 = SPECIES_FLOAT.cast(m3);
    w0 = w0.blend(w1, w1.compare(GT, w0));
    w2 = w2.blend(w3, w3.compare(GT, w2));
    return w0.blend(w2, w2.compare(GT, w0)).reduceLanes(VectorOperators.MAX);
  }

  @Override
  public float minimum(float[] x, int from, int count) {
    int length = SPECIES.length();
    FloatVector m = SPECIES_FLOAT.cast(FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY));
    for (int i = 0; i < count; i += length) {
      FloatVector v = SPECIES_FLOAT.cast(FloatVector.fromArray(SPECIES, x, from + i));
      FloatVector w = SPECIES_FLOAT.cast(m);
      m = w.blend(v, v.compare(LT, w));
    }
    return SPECIES_FLOAT.cast(m).reduceLanes(VectorOperators.MIN);
  }
}
