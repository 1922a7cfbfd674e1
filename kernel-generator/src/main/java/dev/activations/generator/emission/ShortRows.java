package dev.activations.generator.emission;

import dev.activations.generator.algorithms.Rows;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.List;
import java.util.Map;

/**
 * Vector loops over many short rows at a time: what a call of a loop costs, its constants above
 * all, is more than a short row itself. There is nothing but vectors in them: the numbers between
 * two loops are computed elsewhere, since a call in the middle would spill all constants.
 */
final class ShortRows {
  private final StringBuilder text = new StringBuilder();

  private ShortRows() {}

  static String source() {
    ShortRows rows = new ShortRows();
    rows.exponentials();
    rows.terms();
    rows.finish("scaleRows", "e.fma(highs, e.mul(lows))");
    rows.finish("shiftRows", "e.sub(highs).sub(lows)");
    return rows.text.toString();
  }

  private void exponentials() {
    VectorCode code = code(Rows.exponential(Value.input("x")));
    String e = code.name(code.results().get(0));
    begin("exponentialsOfRows", "float[] lanes", code);
    line("        FloatVector sum = FloatVector.zero(SPECIES);");
    beginLoop(code);
    line("          " + e + ".intoArray(y, to + i);");
    line("          part = part.add(" + e + ");");
    line("        }");
    line("          sum = sum.add(part);");
    line("        }");
    line("        sum.intoArray(lanes, row * LANES + lane);");
    end();
  }

  private void terms() {
    VectorCode code = code(Rows.term(Value.input("x")));
    String e = code.name(code.results().get(0));
    begin("termsOfRows", "float[] lanes, float[] most", code);
    line("        FloatVector sum = FloatVector.zero(SPECIES);");
    line("        IntVector bits = sum.reinterpretAsInts();");
    // As the sums: C2 of JDK 17 makes an object of a vector that is carried through two loops.
    beginLoop(code, "IntVector partBits = part.reinterpretAsInts();");
    line("          part = part.add(" + e + ");");
    line("          partBits = partBits.max(" + e + ".reinterpretAsInts());");
    line("          x0.intoArray(y, to + i);");
    line("        }");
    line("          sum = sum.add(part);");
    line("          bits = bits.max(partBits);");
    line("        }");
    line("        sum.intoArray(lanes, row * LANES + lane);");
    line("        bits.reinterpretAsFloats().intoArray(most, row * LANES + lane);");
    end();
  }

  private static VectorCode code(Value value) {
    return new VectorCode(Program.forVectors(List.of(value)), Map.of("x", "x0"));
  }

  private void begin(String method, String results, VectorCode code) {
    line("  @Override");
    line(
        String.format(
            "  public void %s(RowConstants c, float[] x, int xFrom, float[] y, int yFrom,"
                + " int rows, int columns, %s) {",
            method, results));
    code.constants().forEach(statement -> line("    " + statement));
    line("    for (int row = 0; row < rows; row++) {");
    line("      int from = xFrom + row * columns;");
    line("      int to = yFrom + row * columns;");
    line("      for (int lane = 0; lane < LANES; lane += SPECIES.length()) {");
  }

  private void beginLoop(VectorCode code, String... more) {
    line("        for (int group = lane; group < columns; group += LaneSums.GROUP) {");
    line("          int end = Math.min(columns, group + LaneSums.GROUP);");
    line("          FloatVector part = FloatVector.zero(SPECIES);");
    List.of(more).forEach(statement -> line("          " + statement));
    line("        for (int i = group; i < end; i += LANES) {");
    line("          FloatVector x0 = FloatVector.fromArray(SPECIES, x, from + i);");
    code.body().forEach(statement -> line("          " + statement));
  }

  private void end() {
    line("      }");
    line("    }");
    line("  }");
    line("");
  }

  private void finish(String method, String code) {
    line("  @Override");
    line(
        String.format(
            "  public void %s(float[] y, int yFrom, int rows, int columns, float[] high,"
                + " float[] low) {",
            method));
    line("    for (int row = 0; row < rows; row++) {");
    line("      int to = yFrom + row * columns;");
    line("      FloatVector highs = FloatVector.broadcast(SPECIES, high[row]);");
    line("      FloatVector lows = FloatVector.broadcast(SPECIES, low[row]);");
    line("      for (int i = 0; i < columns; i += SPECIES.length()) {");
    line("        FloatVector e = FloatVector.fromArray(SPECIES, y, to + i);");
    line("        " + code + ".intoArray(y, to + i);");
    end();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
