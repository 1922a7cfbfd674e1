package dev.activations.generator.emission.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * Vectors that sum up what a loop before has written, with what rounding takes from the sums beside
 * them. Four elements of a lane are added first, two and two; what adding these to the sum so far
 * loses is a float, which few more operations give. A sum of its own loop, since the registers are
 * full of constants where exponentials are computed.
 *
 * <p>Fours, what is left of them, and lanes that are put together have a method each, since C2 of
 * JDK 17 makes objects of vectors where too many calls are in one, and of those that are carried
 * through two loops. Bits of floats that are not negative compare as the floats do.
 */
final class Exact {
  private static final List<String> ARRAYS = List.of("lanes", "lost");

  private Exact() {}

  /** A call of the method that adds elements to the lanes of one row. */
  static String call(String array) {
    return "addExactly(" + array + ", " + array + "From, 1, 0, count, lanes, lost, 0, 0);";
  }

  static String methods(String species) {
    return ExactMethod.dispatch("addExactly", "addFours", "addRest", ARRAYS)
        + ExactMethod.ofRows("addFours", ARRAYS, species, fours(species))
        + ExactMethod.ofRows("addRest", ARRAYS, species, rest(species))
        + ExactMethod.fold("foldSums", ARRAYS, species, fold(species));
  }

  private static List<String> fours(String species) {
    List<String> lines = new ArrayList<>(begin(species));
    lines.add("for (int i = begin + lane; i < end; i += 4 * LANES) {");
    List<String> loop = new ArrayList<>(elements(species));
    loop.add("FloatVector one = e0.lanewise(ADD, e1);");
    loop.add("FloatVector two = e2.lanewise(ADD, e3);");
    loop.addAll(addTwo(species));
    loop.forEach(line -> lines.add("  " + line));
    lines.add("}");
    lines.addAll(end(species));
    return lines;
  }

  private static List<String> rest(String species) {
    List<String> lines = new ArrayList<>();
    lines.add("for (int i = begin + lane; i < end; i += LANES) {");
    String element = VectorCalls.load(species, "y", "from + i");
    join(species, "at", element, "").forEach(line -> lines.add("  " + line));
    lines.add("}");
    return lines;
  }

  private static List<String> fold(String species) {
    return join(
        species,
        "at",
        VectorCalls.load(species, "lanes", "at + half"),
        VectorCalls.load(species, "lost", "at + half"));
  }

  /** Takes the sums, and what they lack, from the arrays. */
  static List<String> begin(String species) {
    return List.of(
        "FloatVector part = " + VectorCalls.load(species, "lanes", "at") + ";",
        "FloatVector partLost = " + VectorCalls.load(species, "lost", "at") + ";");
  }

  /** Puts them back. */
  static List<String> end(String species) {
    return List.of(
        VectorCalls.store(species, "part", "lanes", "at"),
        VectorCalls.store(species, "partLost", "lost", "at"));
  }

  /** Four elements of a lane. */
  static List<String> elements(String species) {
    List<String> lines = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      String element = VectorCalls.load(species, "y", "from + i + " + k + " * LANES");
      lines.add("FloatVector e" + k + " = " + element + ";");
    }
    return lines;
  }

  /** Adds {@code one} and {@code two}. */
  static List<String> addTwo(String species) {
    return List.of(
        "IntVector oneBits = " + VectorCalls.bits(species, "one") + ";",
        "IntVector twoBits = " + VectorCalls.bits(species, "two") + ";",
        "FloatVector larger = " + extreme(species, "MAX") + ";",
        "FloatVector smaller = " + extreme(species, "MIN") + ";",
        "FloatVector before = " + VectorCalls.floats(species, "part") + ";",
        "FloatVector after = before.lanewise(ADD, larger.lanewise(ADD, smaller));",
        "FloatVector own = after.lanewise(SUB, before);",
        "FloatVector ofBefore = before.lanewise(SUB, after.lanewise(SUB, own));",
        "FloatVector ofFour = larger.lanewise(SUB, own).lanewise(ADD, smaller);",
        VectorCalls.addTo(species, "partLost", "ofBefore.lanewise(ADD, ofFour)"),
        "part = after;");
  }

  private static String extreme(String species, String operator) {
    return VectorCalls.ofBits(species, VectorCalls.lanewise(operator, "oneBits", "twoBits"));
  }

  /** Adds a vector, and what it lacks, to the arrays. */
  static List<String> join(String species, String at, String more, String moreLost) {
    List<String> lines = new ArrayList<>();
    lines.add("FloatVector sum = " + VectorCalls.load(species, "lanes", at) + ";");
    lines.add("FloatVector term = " + VectorCalls.floats(species, more) + ";");
    lines.add("FloatVector all = sum.lanewise(ADD, term);");
    lines.add("FloatVector own = all.lanewise(SUB, sum);");
    lines.add("FloatVector ofSum = sum.lanewise(SUB, all.lanewise(SUB, own));");
    lines.add("FloatVector ofBoth = ofSum.lanewise(ADD, term.lanewise(SUB, own));");
    String lost = "ofBoth";
    if (!moreLost.isEmpty()) {
      lost = VectorCalls.lanewise("ADD", VectorCalls.floats(species, moreLost), lost);
    }
    lost = VectorCalls.lanewise("ADD", VectorCalls.load(species, "lost", at), lost);
    lines.add(VectorCalls.store(species, "all", "lanes", at));
    lines.add(VectorCalls.store(species, lost, "lost", at));
    return lines;
  }
}
