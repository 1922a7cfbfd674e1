package dev.activations.cpu.simd;

import dev.activations.cpu.kernels.WidthLoader;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The width of the vectors. Constants of the JIT: a species in anything else costs half the speed.
 */
final class Species {
  /** Bits of a vector, for tests and comparisons; without it what the JVM prefers. */
  private static final String PROPERTY = "activations.cpu.vectorBits";

  private static final int HALF_LINE = 256;

  /**
   * The widest vectors of the processor, up to the lanes that sums run in; narrower ones where this
   * class is loaded once more for them.
   */
  static final VectorSpecies<Float> SPECIES = width();

  /** Vectors of at most half a cache line. */
  static final VectorSpecies<Float> NARROW =
      SPECIES.vectorBitSize() <= HALF_LINE ? SPECIES : ofBits(HALF_LINE);

  /** The bits of such vectors. */
  static final VectorSpecies<Integer> SPECIES_INTS = SPECIES.withLanes(int.class);

  static final VectorSpecies<Integer> NARROW_INTS = NARROW.withLanes(int.class);

  /** Their classes: what C2 has to know of a vector to keep it out of objects. */
  static final Class<? extends FloatVector> SPECIES_FLOAT =
      SPECIES.vectorType().asSubclass(FloatVector.class);

  static final Class<? extends FloatVector> NARROW_FLOAT =
      NARROW.vectorType().asSubclass(FloatVector.class);

  static final Class<? extends IntVector> SPECIES_INT =
      SPECIES_INTS.vectorType().asSubclass(IntVector.class);

  static final Class<? extends IntVector> NARROW_INT =
      NARROW_INTS.vectorType().asSubclass(IntVector.class);

  private Species() {}

  private static VectorSpecies<Float> width() {
    ClassLoader loader = Species.class.getClassLoader();
    return loader instanceof WidthLoader widths ? ofBits(widths.bits()) : widest();
  }

  private static VectorSpecies<Float> widest() {
    String bits = System.getProperty(PROPERTY, "");
    switch (bits) {
      case "":
        VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
        return preferred.length() > 16 ? ofBits(512) : preferred;
      case "64":
      case "128":
      case "256":
      case "512":
        return ofBits(Integer.parseInt(bits));
      default:
        throw new IllegalArgumentException(
            PROPERTY + " is 64, 128, 256 or 512, found '" + bits + "'");
    }
  }

  private static VectorSpecies<Float> ofBits(int bits) {
    return VectorSpecies.of(float.class, VectorShape.forBitSize(bits));
  }
}
