package dev.activations.generator.emission;

import java.util.List;
import java.util.Locale;

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
        String.format(Locale.ROOT, "FloatVector part = FloatVector.zero(%s);", species),
        "IntVector partLargest = part.reinterpretAsInts();");
  }

  /** A vector of terms. */
  static List<String> add(String term) {
    return List.of(
        String.format(Locale.ROOT, "IntVector bits = %s.reinterpretAsInts();", term),
        "part = part.add(partLargest.min(bits).reinterpretAsFloats());",
        "partLargest = partLargest.max(bits);");
  }

  /** After a group: adds it to the arrays that hold the sum and the largest so far. */
  static List<String> end(String species, String at) {
    return List.of(
        String.format(
            Locale.ROOT, "FloatVector sum = FloatVector.fromArray(%s, lanes, %s);", species, at),
        String.format(
            Locale.ROOT,
            "IntVector largest = FloatVector.fromArray(%s, most, %s).reinterpretAsInts();",
            species,
            at),
        "sum.add(part.add(largest.min(partLargest).reinterpretAsFloats()))"
            + String.format(Locale.ROOT, ".intoArray(lanes, %s);", at),
        String.format(
            Locale.ROOT,
            "largest.max(partLargest).reinterpretAsFloats().intoArray(most, %s);",
            at));
  }
}
