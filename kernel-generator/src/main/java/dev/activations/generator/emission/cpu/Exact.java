package dev.activations.generator.emission.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * Vectors that sum up what a loop before has written, with what rounding takes from the sums beside
 * them. Four elements of a lane are added first, two and two; what adding these to the sum so far
 * loses is a float, which few more operations give. A sum of its own loop, since the registers are
 * full of constants where exponentials are computed.
 *
 * <p>The names are {@code lanes} and {@code lost}, those of the loop {@code part} and {@code
 * partLost}. Bits of floats that are not negative compare as the floats do.
 */
final class Exact {
  private static final String FOUR = "4 * LANES";

  private Exact() {}

  /** A call of the method, for one row. */
  static String call(String array) {
    return "addExactly(" + array + ", " + array + "From, 1, 0, count, lanes, lost, 0);";
  }

  /**
   * The method that adds rows to what begins at {@code lanesFrom}: a method, since C2 of JDK 17
   * makes objects of vectors where too many calls are in one.
   */
  static String method(String species) {
    StringBuilder text = new StringBuilder();
    text.append("  private static void addExactly(float[] y, int yFrom, int rows, int stride,");
    text.append(" int count, float[] lanes, float[] lost, int lanesFrom) {\n");
    List<String> lines = new ArrayList<>();
    lines.add("int fours = count - count % (" + FOUR + ");");
    lines.add("for (int row = 0; row < rows; row++) {");
    lines.add("  int from = yFrom + row * stride;");
    lines.add("  int at = lanesFrom + row * LANES;");
    for (String line : lanes(species, "y", "from", "at")) {
      lines.add("  " + line);
    }
    lines.add("}");
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
    return text.append("  }\n\n").toString();
  }

  private static List<String> lanes(String species, String array, String from, String at) {
    List<String> lines = new ArrayList<>(fours(species, array, from));
    // Its names are those of what is left.
    lines.add("  {");
    join(lines, "    ", species, "part", "partLost", at);
    lines.add("  }");
    rest(lines, species, array, from, at);
    return lines;
  }

  private static List<String> fours(String species, String array, String from) {
    List<String> lines = new ArrayList<>();
    lines.add("for (int lane = 0; lane < LANES; lane += " + species + ".length()) {");
    lines.add("  FloatVector part = " + VectorCalls.zero(species) + ";");
    lines.add("  FloatVector partLost = " + VectorCalls.zero(species) + ";");
    lines.add("  for (int i = lane; i < fours; i += " + FOUR + ") {");
    for (int k = 0; k < 4; k++) {
      String element = VectorCalls.load(species, array, from + " + i + " + k + " * LANES");
      lines.add("    FloatVector e" + k + " = " + element + ";");
    }
    lines.add("    FloatVector one = e0.lanewise(ADD, e1);");
    lines.add("    FloatVector two = e2.lanewise(ADD, e3);");
    lines.add("    IntVector oneBits = " + VectorCalls.bits(species, "one") + ";");
    lines.add("    IntVector twoBits = " + VectorCalls.bits(species, "two") + ";");
    lines.add("    FloatVector larger = " + extreme(species, "MAX") + ";");
    lines.add("    FloatVector smaller = " + extreme(species, "MIN") + ";");
    lines.add("    FloatVector before = " + VectorCalls.floats(species, "part") + ";");
    lines.add("    FloatVector after = before.lanewise(ADD, larger.lanewise(ADD, smaller));");
    lines.add("    FloatVector own = after.lanewise(SUB, before);");
    lines.add("    FloatVector ofBefore = before.lanewise(SUB, after.lanewise(SUB, own));");
    lines.add("    FloatVector ofFour = larger.lanewise(SUB, own).lanewise(ADD, smaller);");
    lines.add("    " + VectorCalls.addTo(species, "partLost", "ofBefore.lanewise(ADD, ofFour)"));
    lines.add("    part = after;");
    lines.add("  }");
    return lines;
  }

  /** What is left of the fours, one by one. */
  private static void rest(
      List<String> lines, String species, String array, String from, String at) {
    lines.add("  for (int i = fours + lane; i < count; i += LANES) {");
    String element = VectorCalls.load(species, array, from + " + i");
    join(lines, "    ", species, element, "", at);
    lines.add("  }");
    lines.add("}");
  }

  /** Adds a vector, and what it lacks, to the arrays. */
  private static void join(
      List<String> lines, String indent, String species, String more, String moreLost, String at) {
    String lane = at + " + lane";
    List<String> statements = new ArrayList<>();
    statements.add("FloatVector sum = " + VectorCalls.load(species, "lanes", lane) + ";");
    statements.add("FloatVector term = " + VectorCalls.floats(species, more) + ";");
    statements.add("FloatVector all = sum.lanewise(ADD, term);");
    statements.add("FloatVector own = all.lanewise(SUB, sum);");
    statements.add("FloatVector ofSum = sum.lanewise(SUB, all.lanewise(SUB, own));");
    statements.add("FloatVector ofBoth = ofSum.lanewise(ADD, term.lanewise(SUB, own));");
    String lost = "ofBoth";
    if (!moreLost.isEmpty()) {
      lost = VectorCalls.lanewise("ADD", VectorCalls.floats(species, moreLost), lost);
    }
    lost = VectorCalls.lanewise("ADD", VectorCalls.load(species, "lost", lane), lost);
    statements.add(VectorCalls.store(species, "all", "lanes", lane));
    statements.add(VectorCalls.store(species, lost, "lost", lane));
    statements.forEach(statement -> lines.add(indent + statement));
  }

  private static String extreme(String species, String operator) {
    return VectorCalls.ofBits(species, VectorCalls.lanewise(operator, "oneBits", "twoBits"));
  }
}
