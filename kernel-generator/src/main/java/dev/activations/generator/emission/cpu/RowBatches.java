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
    begin("exponentialsOfRows", "float[] lanes, float[] lost", code);
    line("        " + VectorCalls.store(SPECIES, e, "y", "to + i"));
    line("      }");
    line("    }");
    line("    addExactly(y, yFrom, rows, stride, count, lanes, lost, lanesFrom, lanesStride);");
    line("  }");
    line("");
  }

  private void terms() {
    VectorCode code = code(Rows.exponential(Value.input("x")));
    String e = code.name(code.results().get(0));
    begin("termsOfRows", "float[] terms, float[] lanes, float[] lost, float[] most", code);
    line("        " + VectorCalls.store(SPECIES, e, "terms", "row * count + i"));
    line("        " + VectorCalls.store(SPECIES, "x0", "y", "to + i"));
    line("      }");
    line("    }");
    line(
        "    splitExactly(terms, 0, rows, count, count, lanes, lost, most, lanesFrom,"
            + " lanesStride);");
    line("  }");
    line("");
  }

  private static VectorCode code(Value value) {
    return new VectorCode(Program.forVectors(List.of(value)), Map.of("x", "x0"));
  }

  private void begin(String method, String results, VectorCode code) {
    line("  @Override");
    line(
        String.format(
            Locale.ROOT,
            "  public void %s(RowConstants c, float[] x, int xFrom, float[] y, int yFrom,"
                + " int rows, int stride, int count, %s, int lanesFrom, int lanesStride) {",
            method,
            results));
    code.constants().forEach(statement -> line("    " + statement));
    // Rows without anything between them are one loop.
    line("    int lines = stride == count ? 1 : rows;");
    line("    int elements = stride == count ? rows * count : count;");
    line("    for (int row = 0; row < lines; row++) {");
    line("      int from = xFrom + row * stride;");
    line("      int to = yFrom + row * stride;");
    line("      for (int i = 0; i < elements; i += SPECIES.length()) {");
    line("        FloatVector x0 = " + VectorCalls.load(SPECIES, "x", "from + i") + ";");
    code.body().forEach(statement -> line("        " + statement));
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
    line("    }");
    line("  }");
    line("");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
