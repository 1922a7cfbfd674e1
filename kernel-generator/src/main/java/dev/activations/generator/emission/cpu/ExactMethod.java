package dev.activations.generator.emission.cpu;

import java.util.List;

/**
 * Methods around statements that add vectors to lanes: those of row r begin at {@code lanesFrom + r
 * lanesStride} of some arrays, the elements at {@code yFrom + r stride} of y.
 */
final class ExactMethod {
  private static final String ROWS = "float[] y, int yFrom, int rows, int stride, ";

  private ExactMethod() {}

  /** Adds so many elements of each row: fours, then what is left. */
  static String dispatch(String method, String fours, String rest, List<String> arrays) {
    String own = ", " + String.join(", ", arrays) + ", lanesFrom, lanesStride);\n";
    String rows = "(y, yFrom, rows, stride, ";
    return begin(method, ROWS + "int count, " + parameters(arrays))
        + "    int fours = count - count % (4 * LANES);\n"
        + "    if (fours > 0) {\n"
        + ("      " + fours + rows + "0, fours" + own)
        + "    }\n"
        + "    if (fours < count) {\n"
        + ("      " + rest + rows + "fours, count" + own)
        + "    }\n"
        + "  }\n\n";
  }

  /** Adds elements from {@code begin} to {@code end} to the lanes that begin {@code at}. */
  static String ofRows(
      String method, List<String> arrays, String species, List<String> statements) {
    StringBuilder text = new StringBuilder();
    text.append(begin(method, ROWS + "int begin, int end, " + parameters(arrays)));
    text.append("    for (int row = 0; row < rows; row++) {\n");
    text.append("      int from = yFrom + row * stride;\n");
    text.append("      for (int lane = 0; lane < LANES; lane += " + species + ".length()) {\n");
    text.append("        int at = lanesFrom + row * lanesStride + lane;\n");
    statements.forEach(line -> text.append("        ").append(line).append('\n'));
    return text.append("      }\n    }\n  }\n\n").toString();
  }

  /**
   * Adds the second half of the lanes to the first, and that of these, until four are left. All
   * rows at a time: what was stored of a row is loaded across its stores.
   */
  static String fold(String method, List<String> arrays, String species, List<String> statements) {
    StringBuilder text = new StringBuilder("  @Override\n  public void ").append(method);
    text.append("(").append(floats(arrays)).append(", int rows) {\n");
    text.append("    for (int half = LANES / 2; half >= 4; half /= 2) {\n");
    text.append("      for (int row = 0; row < rows; row++) {\n");
    text.append("        for (int lane = 0; lane < half; lane += " + species + ".length()) {\n");
    text.append("          int at = row * LANES + lane;\n");
    statements.forEach(line -> text.append("          ").append(line).append('\n'));
    return text.append("        }\n      }\n    }\n  }\n\n").toString();
  }

  private static String begin(String method, String parameters) {
    return "  private static void " + method + "(" + parameters + ") {\n";
  }

  private static String parameters(List<String> arrays) {
    return floats(arrays) + ", int lanesFrom, int lanesStride";
  }

  private static String floats(List<String> arrays) {
    return "float[] " + String.join(", float[] ", arrays);
  }
}
