package dev.activations.generator.emission.cpu;

import java.util.List;

/**
 * Vectors that sum up terms without the largest of each lane, which they keep: a term goes to the
 * sum when there is a larger one, or takes the place of the largest, which goes to the sum. Nothing
 * is ever subtracted, so that a sum of small terms beside a large one keeps its digits. Bits of
 * floats that are not negative compare as the floats do.
 *
 * <p>The names are {@code sum} and {@code largest}, those of a group {@code part} and {@code
 * partLargest}: C2 of JDK 17 makes an object of a vector that is carried through two loops, so what
 * goes from group to group lies in arrays.
 */
final class Terms {
  private Terms() {}

  /** Before a group. */
  static List<String> begin(String species) {
    return List.of(
        "FloatVector part = " + VectorCalls.zero(species) + ";",
        "IntVector partLargest = " + VectorCalls.bits(species, "part") + ";");
  }

  /** A vector of terms. */
  static List<String> add(String species, String term) {
    String less = VectorCalls.lanewise("MIN", "before", "bits");
    return List.of(
        "IntVector bits = " + VectorCalls.bits(species, term) + ";",
        "IntVector before = " + VectorCalls.ints(species, "partLargest") + ";",
        VectorCalls.addTo(species, "part", VectorCalls.ofBits(species, less)),
        "partLargest = " + VectorCalls.lanewise("MAX", "before", "bits") + ";");
  }

  /** After a group: adds it to the arrays that hold the sum and the largest so far. */
  static List<String> end(String species, String at) {
    String largest = VectorCalls.bits(species, VectorCalls.load(species, "most", at));
    String less = VectorCalls.ofBits(species, VectorCalls.lanewise("MIN", "largest", "own"));
    String more = VectorCalls.ofBits(species, VectorCalls.lanewise("MAX", "largest", "own"));
    String part = VectorCalls.lanewise("ADD", VectorCalls.floats(species, "part"), less);
    String sum = VectorCalls.load(species, "lanes", at);
    return List.of(
        "IntVector largest = " + largest + ";",
        "IntVector own = " + VectorCalls.ints(species, "partLargest") + ";",
        VectorCalls.store(species, VectorCalls.lanewise("ADD", sum, part), "lanes", at),
        VectorCalls.store(species, more, "most", at));
  }
}
