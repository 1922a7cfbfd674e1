package dev.activations.generator.emission.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * Vectors that sum up terms without the largest of each lane, which they keep: of a term and the
 * largest so far the smaller goes to the sum. Nothing is ever taken from a sum, so that one of
 * small terms beside a large one keeps its digits; what rounding takes is kept as {@link Exact}
 * does. Of four terms the two larger ones are found first; two and two of all but the largest are
 * added.
 */
final class Terms {
  private static final List<String> ARRAYS = List.of("lanes", "lost", "most");

  private Terms() {}

  /** A call of the method that adds terms, from the first one on, to the lanes of one row. */
  static String call(String array) {
    return "splitExactly(" + array + ", 0, 1, 0, count, lanes, lost, most, 0, 0);";
  }

  static String methods(String species) {
    return ExactMethod.dispatch("splitExactly", "splitFours", "splitRest", ARRAYS)
        + ExactMethod.ofRows("splitFours", ARRAYS, species, fours(species))
        + ExactMethod.ofRows("splitRest", ARRAYS, species, rest(species))
        + ExactMethod.fold("foldTerms", ARRAYS, species, fold(species));
  }

  private static List<String> fours(String species) {
    List<String> lines = new ArrayList<>(Exact.begin(species));
    lines.add("IntVector partMost = " + most(species, "at") + ";");
    lines.add("for (int i = begin + lane; i < end; i += 4 * LANES) {");
    List<String> loop = new ArrayList<>(Exact.elements(species));
    for (int k = 0; k < 4; k++) {
      loop.add("IntVector b" + k + " = " + VectorCalls.bits(species, "e" + k) + ";");
    }
    loop.add("IntVector more = b0.lanewise(MAX, b1);");
    loop.add("IntVector otherMore = b2.lanewise(MAX, b3);");
    loop.add("IntVector top = more.lanewise(MAX, otherMore);");
    loop.add("IntVector second = more.lanewise(MIN, otherMore);");
    loop.add("IntVector record = " + VectorCalls.ints(species, "partMost") + ";");
    loop.add("IntVector less = record.lanewise(MIN, top);");
    loop.add("partMost = record.lanewise(MAX, top);");
    loop.add("FloatVector one = " + sum(species, "less", "second") + ";");
    String two = sum(species, "b0.lanewise(MIN, b1)", "b2.lanewise(MIN, b3)");
    loop.add("FloatVector two = " + two + ";");
    loop.addAll(Exact.addTwo(species));
    loop.forEach(line -> lines.add("  " + line));
    lines.add("}");
    lines.addAll(Exact.end(species));
    lines.add(storeMost(species, VectorCalls.ints(species, "partMost")));
    return lines;
  }

  private static List<String> rest(String species) {
    List<String> lines = new ArrayList<>();
    lines.add("for (int i = begin + lane; i < end; i += LANES) {");
    List<String> loop = new ArrayList<>();
    loop.add("FloatVector e = " + VectorCalls.load(species, "y", "from + i") + ";");
    loop.addAll(keep(species, VectorCalls.bits(species, "e")));
    loop.addAll(Exact.join(species, "at", "less", ""));
    loop.forEach(line -> lines.add("  " + line));
    lines.add("}");
    return lines;
  }

  private static List<String> fold(String species) {
    List<String> lines = new ArrayList<>();
    // Its names are those of the other sum.
    lines.add("{");
    String lanes = VectorCalls.load(species, "lanes", "at + half");
    String lost = VectorCalls.load(species, "lost", "at + half");
    Exact.join(species, "at", lanes, lost).forEach(line -> lines.add("  " + line));
    lines.add("}");
    lines.addAll(keep(species, most(species, "at + half")));
    lines.addAll(Exact.join(species, "at", "less", ""));
    return lines;
  }

  /** Keeps the larger of a vector and the largest; {@code less} is the other. */
  private static List<String> keep(String species, String bits) {
    String less = VectorCalls.lanewise("MIN", "record", "bits");
    return List.of(
        "IntVector bits = " + bits + ";",
        "IntVector record = " + most(species, "at") + ";",
        "FloatVector less = " + VectorCalls.ofBits(species, less) + ";",
        storeMost(species, VectorCalls.lanewise("MAX", "record", "bits")));
  }

  private static String most(String species, String at) {
    return VectorCalls.bits(species, VectorCalls.load(species, "most", at));
  }

  private static String storeMost(String species, String bits) {
    return VectorCalls.store(species, VectorCalls.ofBits(species, bits), "most", "at");
  }

  private static String sum(String species, String one, String other) {
    return VectorCalls.lanewise(
        "ADD", VectorCalls.ofBits(species, one), VectorCalls.ofBits(species, other));
  }
}
