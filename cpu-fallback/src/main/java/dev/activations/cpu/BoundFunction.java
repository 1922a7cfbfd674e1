package dev.activations.cpu;

import dev.activations.Activation;
import dev.activations.Direction;
import dev.activations.cpu.kernels.ElementwiseKernels;
import dev.activations.cpu.kernels.KernelLibrary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What computes a function with given parameters: kernels, and whether with vectors yet. */
final class BoundFunction {
  /** Parameters that float32 can work with, but for 0. */
  private static final double SMALLEST = 0x1p-20;

  private static final double LARGEST = 0x1p20;

  /** More functions than a program has at a time; parameters that change all the time are many. */
  private static final int MOST = 4096;

  private static final Map<Activation, BoundFunction> BOUND = new ConcurrentHashMap<>();

  /** By the class of the kernels: those of any parameters are compiled once for all of them. */
  private static final Map<Class<?>, Map<Direction, Tier>> TIERS = new ConcurrentHashMap<>();

  private final Activation f;
  private final ElementwiseKernels plain;
  private final @Nullable Widths widths;

  /** For each width; those that were never tried are null. */
  private final @Nullable ElementwiseKernels[] vectors;

  private final Map<Direction, Tier> tiers;

  private BoundFunction(Activation f, ElementwiseKernels plain, @Nullable Widths widths) {
    this.f = f;
    this.plain = plain;
    this.widths = widths;
    if (widths == null) {
      vectors = new ElementwiseKernels[0];
      tiers = Collections.emptyMap();
    } else {
      vectors = new ElementwiseKernels[widths.count()];
      ElementwiseKernels widest = find(widths.library(0), f);
      vectors[0] = new WholeVectors(widest);
      tiers = TIERS.computeIfAbsent(widest.getClass(), kind -> tiers(f, widths));
    }
  }

  /** The kernels for a direction, and so many elements. */
  ElementwiseKernels kernels(Direction direction, int elements) {
    Tier tier = tiers.get(direction);
    return tier == null ? plain : kernels(tier.choose(elements));
  }

  /** What computes a direction from now on; null where there is no choice. */
  @Nullable Tier tier(Direction direction) {
    return tiers.get(direction);
  }

  /** The kernels with vectors of a width, or with {@link Tier#PLAIN} loops. */
  ElementwiseKernels kernels(int width) {
    if (width == Tier.PLAIN || widths == null) {
      return plain;
    }
    ElementwiseKernels kernels = vectors[width];
    if (kernels == null) {
      // Two threads may make two, which are as good as each other.
      kernels = new WholeVectors(find(widths.library(width), f));
      vectors[width] = kernels;
    }
    return kernels;
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
    return fits(f.parameters())
        ? new BoundFunction(f, find(libraries.plain(), f), libraries.widths())
        : new BoundFunction(f, new Float32Definitions(), null);
  }

  private static ElementwiseKernels find(KernelLibrary library, Activation f) {
    ElementwiseKernels kernels = library.find(f.entry().name(), f.parameters());
    if (kernels == null) {
      // The build has compared them, so the jars are of two builds.
      throw new LinkageError(
          "activations-cpu-fallback has no kernels for "
              + f.entry().name()
              + ", which activations-api has: expected the same version of both, as in"
              + " activations-bom");
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

  private Map<Direction, Tier> tiers(Activation first, Widths all) {
    Map<Direction, Tier> made = new EnumMap<>(Direction.class);
    boolean always = Libraries.chosen().always();
    for (Direction direction : Direction.values()) {
      made.put(direction, new Tier(new FunctionSample(first, direction, this, all), always));
    }
    return made;
  }
}
