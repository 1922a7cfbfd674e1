package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.KernelLibrary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What computes a function with given parameters: kernels, and whether with vectors yet. */
final class BoundFunction {
  /** What a kernel is asked for. */
  enum Direction {
    FORWARD,
    DERIVATIVE,
    BACKWARD
  }

  /** Parameters that float32 can work with, but for 0. */
  private static final double SMALLEST = 0x1p-20;

  private static final double LARGEST = 0x1p20;

  /** More functions than a program has at a time; parameters that change all the time are many. */
  private static final int MOST = 4096;

  private static final Map<Activation, BoundFunction> BOUND = new ConcurrentHashMap<>();

  /** By the class of the kernels: those of any parameters are compiled once for all of them. */
  private static final Map<Class<?>, Map<Direction, Tier>> TIERS = new ConcurrentHashMap<>();

  private final ElementwiseKernels plain;
  private final @Nullable ElementwiseKernels vectors;
  private final Map<Direction, Tier> tiers;

  private BoundFunction(
      ElementwiseKernels plain, @Nullable ElementwiseKernels vectors, Map<Direction, Tier> tiers) {
    this.plain = plain;
    this.vectors = vectors;
    this.tiers = tiers;
  }

  /** The kernels for a direction, and so many elements. */
  ElementwiseKernels kernels(Direction direction, int elements) {
    ElementwiseKernels simd = vectors;
    Tier tier = tiers.get(direction);
    return simd != null && tier != null && tier.takesVectors(elements) ? simd : plain;
  }

  static BoundFunction of(Activation f) {
    BoundFunction bound = BOUND.get(f);
    if (bound == null) {
      if (BOUND.size() >= MOST) {
        BOUND.clear();
      }
      bound = bind(f, Libraries.chosen());
      BOUND.put(f, bound);
    }
    return bound;
  }

  private static BoundFunction bind(Activation f, Libraries libraries) {
    double[] parameters = f.parameters();
    if (!fits(parameters)) {
      return new BoundFunction(new Float32Definitions(), null, Collections.emptyMap());
    }
    ElementwiseKernels plain = find(libraries.plain(), f, parameters);
    KernelLibrary simd = libraries.simd();
    if (simd == null) {
      return new BoundFunction(plain, null, Collections.emptyMap());
    }
    ElementwiseKernels found = find(simd, f, parameters);
    ElementwiseKernels vectors = new WholeVectors(found);
    Map<Direction, Tier> tiers =
        TIERS.computeIfAbsent(
            found.getClass(), kind -> tiers(f, plain, vectors, libraries.always()));
    return new BoundFunction(plain, vectors, tiers);
  }

  private static ElementwiseKernels find(KernelLibrary library, Activation f, double[] parameters) {
    ElementwiseKernels kernels = library.find(f.entry().name(), parameters);
    if (kernels == null) {
      throw new LinkageError(
          "the CPU backend has no kernels for " + f.entry().name() + ": kernel-generator lacks it");
    }
    return kernels;
  }

  /** Kernels take no -0, of which the definition knows what sign it gives a zero. */
  private static boolean fits(double... parameters) {
    for (double p : parameters) {
      boolean zero = Double.doubleToRawLongBits(p) == 0;
      if (!zero && !(Math.abs(p) >= SMALLEST && Math.abs(p) <= LARGEST)) {
        return false;
      }
    }
    return true;
  }

  private static Map<Direction, Tier> tiers(
      Activation f, ElementwiseKernels plain, ElementwiseKernels vectors, boolean always) {
    Map<Direction, Tier> tiers = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      tiers.put(direction, new Tier(new FunctionSample(f, direction, plain, vectors), always));
    }
    return tiers;
  }
}
