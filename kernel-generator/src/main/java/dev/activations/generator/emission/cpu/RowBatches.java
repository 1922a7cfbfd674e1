package dev.activations.generator.emission.cpu;

import dev.activations.generator.algorithms.Rows;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Vector loops over many rows at a time, or many pieces of one: what a call of a loop costs, its
 * constants above all, is more than a short row itself. There is nothing but vectors in them: the
 * numbers between two loops are computed elsewhere, since a call in the middle would spill all
 * constants.
 */
final class RowBatches {
  private static final String SPECIES = VectorCode.WIDE;
  private static final String ZERO = VectorCalls.zero(SPECIES);

  private final StringBuilder text = new StringBuilder();

  private RowBatches() {}

  static String source() {
    RowBatches rows = new RowBatches();
    rows.exponentials();
    rows.terms();
    rows.finish("scaleRows", "e.lanewise(FMA, highs, e.lanewise(MUL, lows))");
    rows.finish("shiftRows", "e.lanewise(SUB, highs).lanewise(SUB, lows)");
    return rows.text.toString();
  }

  private void exponentials() {
    VectorCode code = code(Rows.exponential(Value.input("x")));
    String e = code.name(code.results().get(0));
    method("exponentialsOfRows", "float[] lanes, float[] lost", code);
    // Rows without anything between them are one loop.
    line("    int lines = stride == count ? 1 : rows;");
    line("    int elements = stride == count ? rows * count : count;");
    line("    for (int row = 0; row < lines; row++) {");
    line("      int from = xFrom + row * stride;");
    line("      int to = yFrom + row * stride;");
    line("      for (int i = 0; i < elements; i += SPECIES.length()) {");
    line("        FloatVector x0 = " + VectorCalls.load(SPECIES, "x", "from + i") + ";");
    code.body().forEach(statement -> line("        " + statement));
    line("        " + VectorCalls.store(SPECIES, e, "y", "to + i"));
    line("      }");
    line("    }");
    line("    ExactLanes.clear(lanes, lost, lanesFrom, rows);");
    line("    addExactly(y, yFrom, rows, stride, count, lanes, lost, lanesFrom);");
    line("  }");
    line("");
  }

  private void terms() {
    VectorCode code = code(Rows.exponential(Value.input("x")));
    begin("termsOfRows", "float[] lanes, float[] most", code);
    line("      for (int lane = 0; lane < LANES; lane += SPECIES.length()) {");
    line("        int at = lanesFrom + row * LANES + lane;");
    line("        " + VectorCalls.store(SPECIES, ZERO, "lanes", "at"));
    line("        " + VectorCalls.store(SPECIES, ZERO, "most", "at"));
    beginLoop(code, Terms.begin(SPECIES));
    Terms.add(SPECIES, code.name(code.results().get(0)))
        .forEach(statement -> line("          " + statement));
    line("          " + VectorCalls.store(SPECIES, "x0", "y", "to + i"));
    line("        }");
    Terms.end(SPECIES, "at").forEach(statement -> line("          " + statement));
    line("        }");
    line("      }");
    end();
  }

  private static VectorCode code(Value value) {
    return new VectorCode(Program.forVectors(List.of(value)), Map.of("x", "x0"));
  }

  private void begin(String method, String results, VectorCode code) {
    method(method, results, code);
    line("    for (int row = 0; row < rows; row++) {");
    line("      int from = xFrom + row * stride;");
    line("      int to = yFrom + row * stride;");
  }

  private void method(String method, String results, VectorCode code) {
    line("  @Override");
    line(
        String.format(
            Locale.ROOT,
            "  public void %s(RowConstants c, float[] x, int xFrom, float[] y, int yFrom,"
                + " int rows, int stride, int count, %s, int lanesFrom) {",
            method,
            results));
    code.constants().forEach(statement -> line("    " + statement));
  }

  private void beginLoop(VectorCode code, List<String> before) {
    line("        for (int group = lane; group < count; group += LaneSums.GROUP) {");
    line("          int end = Math.min(count, group + LaneSums.GROUP);");
    before.forEach(statement -> line("          " + statement));
    line("        for (int i = group; i < end; i += LANES) {");
    line("          FloatVector x0 = " + VectorCalls.load(SPECIES, "x", "from + i") + ";");
    code.body().forEach(statement -> line("          " + statement));
  }

  private void end() {
    line("    }");
    line("  }");
    line("");
  }

  private void finish(String method, String code) {
    line("  @Override");
    line(
        String.format(
            Locale.ROOT,
            "  public void %s(float[] y, int yFrom, int rows, int stride, int count, float[] high,"
                + " float[] low) {",
            method));
    line("    for (int row = 0; row < rows; row++) {");
    line("      int to = yFrom + row * stride;");
    line("      FloatVector highs = " + VectorCalls.broadcast(SPECIES, "high[row]") + ";");
    line("      FloatVector lows = " + VectorCalls.broadcast(SPECIES, "low[row]") + ";");
    line("      for (int i = 0; i < count; i += SPECIES.length()) {");
    line("        FloatVector e = " + VectorCalls.load(SPECIES, "y", "to + i") + ";");
    line("        " + VectorCalls.store(SPECIES, code, "y", "to + i"));
    line("      }");
    end();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
