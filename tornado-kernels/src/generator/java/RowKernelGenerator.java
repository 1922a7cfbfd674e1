import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the kernels of the row operations. They share the sums over a row, which cannot be a helper
 * method: a helper returns one value, and TornadoVM 5.2 computes wrong addresses for a local array
 * that was passed to one. So the sums stand here once, as text.
 *
 * <p>Run by the build: java RowKernelGenerator.java FOLDER-OF-GENERATED-SOURCES.
 */
final class RowKernelGenerator {
  private static final String PACKAGE = "dev.activations.tornado.kernels";

  /**
   * The maximum of a part of a row, and the sum of the exponentials of the others relative to a
   * reference. The maximum's own term, 1, is left out: where one element dominates, the others are a
   * tiny number that 1 + tiny would lose. The reference follows the maximum only when that is 8 T
   * away: a rescaling costs a rounding, and after 8 T what was summed before counts for little. Of
   * each new element and the maximum so far the smaller one is summed. Sums are kept in two floats.
   */
  private static final String RUNNING =
      """
      float sign = parameters.get(0);
      float perLn2 = parameters.get(1);
      float ln2High = parameters.get(2);
      float ln2Low = parameters.get(3);
      float inverse = parameters.get(4);
      float far = parameters.get(6);
      float most = sign * x.get(first);
      float reference = most;
      float sum = 0f;
      float lost = 0f;
      for (int i = first + stride; i < end; i += stride) {
        float value = sign * x.get(i);
        boolean larger = value > most;
        float smaller = larger ? most : value;
        most = larger ? value : most;
        float d = RowFunctions.difference(smaller, reference);
        float low = RowFunctions.lost(smaller, reference, d);
        float term = RowFunctions.exp(d, low, perLn2, ln2High, ln2Low, inverse);
        float next = sum + term;
        lost += RowFunctions.lostInSum(sum, term, next);
        sum = next;
        if (most - reference > far) {
          float down = RowFunctions.difference(reference, most);
          float downLow = RowFunctions.lost(reference, most, down);
          float factor = RowFunctions.exp(down, downLow, perLn2, ln2High, ln2Low, inverse);
          sum *= factor;
          lost *= factor;
          reference = most;
        }
      }
      float back = RowFunctions.difference(reference, MAXIMUM);
      float backLow = RowFunctions.lost(reference, MAXIMUM, back);
      float factor = RowFunctions.exp(back, backLow, perLn2, ln2High, ln2Low, inverse);
      """;

  /** The maximum of a row from those of its parts. Two steps: few barriers, always one order. */
  private static final String MAXIMUM =
      """
      maximum[lane] = most;
      context.localBarrier();
      if (lane < COMBINERS) {
        int winner = lane;
        for (int i = lane + COMBINERS; i < active; i += COMBINERS) {
          winner = maximum[i] > maximum[winner] ? i : winner;
        }
        winners[lane] = winner;
      }
      context.localBarrier();
      int owner = winners[0];
      for (int i = 1; i < combiners; i++) {
        owner = maximum[winners[i]] > maximum[owner] ? winners[i] : owner;
      }
      float m = maximum[owner];
      """;

  /** The maximum of a part is one of the others, unless it is the maximum of the row. */
  private static final String RELATIVE =
      """
      float own = RowFunctions.difference(most, m);
      float ownLow = RowFunctions.lost(most, m, own);
      float term = RowFunctions.exp(own, ownLow, perLn2, ln2High, ln2Low, inverse);
      term = lane == owner ? 0f : term;
      float scaled = sum * factor;
      sum = scaled + term;
      lost = lost * factor + RowFunctions.lostInSum(scaled, term, sum);
      """;

  private static final String PRODUCTS =
      """
      float sum = 0f;
      float lost = 0f;
      for (int i = START; i < end; i += stride) {
        float term = TERM;
        float next = sum + term;
        lost += RowFunctions.lostInSum(sum, term, next);
        sum = next;
      }
      """;

  /** The sum over the parts. */
  private static final String TOTAL =
      """
      highs[lane] = lane < active ? sum : 0f;
      lows[lane] = lane < active ? lost : 0f;
      context.localBarrier();
      if (lane < COMBINERS) {
        float part = 0f;
        float partLost = 0f;
        for (int i = lane; i < LANES; i += COMBINERS) {
          float next = part + highs[i];
          partLost += RowFunctions.lostInSum(part, highs[i], next) + lows[i];
          part = next;
        }
        combined[lane] = part;
        combinedLow[lane] = partLost;
      }
      context.localBarrier();
      float total = 0f;
      float totalLost = 0f;
      for (int i = 0; i < COMBINERS; i++) {
        float next = total + combined[i];
        totalLost += RowFunctions.lostInSum(total, combined[i], next) + combinedLow[i];
        total = next;
      }
      float rest = total + totalLost;
      """;

  private static final String LOCAL_MAXIMUM =
      """
      float[] maximum = context.allocateFloatLocalArray(LANES);
      int[] winners = context.allocateIntLocalArray(COMBINERS);
      """;

  private static final String LOCAL_SUM =
      """
      float[] highs = context.allocateFloatLocalArray(LANES);
      float[] lows = context.allocateFloatLocalArray(LANES);
      float[] combined = context.allocateFloatLocalArray(COMBINERS);
      float[] combinedLow = context.allocateFloatLocalArray(COMBINERS);
      """;

  /** What a work-item of a long row starts with; one beyond the row looks at its last element. */
  private static final String LONG =
      """
      int lane = context.localIdx;
      int columns = shape.get(2);
      int begin = context.groupIdx * columns;
      int end = begin + columns;
      int stride = LANES;
      int active = columns < LANES ? columns : LANES;
      """;

  /**
   * A kernel.
   *
   * @param term what is summed; null for exponentials of x, whose maximum is wanted too
   * @param tail what is done with the sum, with ROW, FROM, STEP for the row and its elements
   */
  private record Kernel(
      String name, String words, int bytes, String bound, List<String> arrays, String term, String tail) {}

  private static final List<Kernel> KERNELS =
      List.of(
          new Kernel(
              "softmax",
              "softmax: y_i = exp((x_i - m) / T) / sum_j exp((x_j - m) / T)",
              12,
              "at most 4 ULP",
              List.of("x", "y"),
              null,
              "RowTails.softmax(x, y, FROM, end, STEP, parameters, m, rest);"),
          new Kernel(
              "logSoftmax",
              "log_softmax: y_i = (x_i - m) / T - log(sum_j exp((x_j - m) / T))",
              12,
              "at most 4 ULP, next to zero too",
              List.of("x", "y"),
              null,
              "RowTails.logSoftmax(x, y, FROM, end, STEP, parameters, m, rest);"),
          new Kernel(
              "logSumExp",
              "logsumexp: y = m + log(sum_j exp(x_j - m)), one element for each row",
              4,
              "at most 4 ULP, or 2^-22 of |m| where the two terms cancel",
              List.of("x", "y"),
              null,
              "if (FROM == begin) {\n  y.set(ROW, m + ElementaryFunctions.log1p(rest));\n}"),
          new Kernel(
              "softmaxBackward",
              "the backward of softmax: dx_i = y_i (dy_i - sum_j dy_j y_j) / T",
              20,
              "at most 2^-22 of y_i (|dy_i| + sum_j |dy_j| y_j) / T",
              List.of("y", "dy", "dx"),
              "dy.get(i) * y.get(i)",
              "RowTails.softmaxBackward(y, dy, dx, FROM, end, STEP, parameters, rest);"),
          new Kernel(
              "logSoftmaxBackward",
              "the backward of log_softmax: dx_i = (dy_i - exp(y_i) sum_j dy_j) / T",
              16,
              "at most 2^-22 of (|dy_i| + exp(y_i) sum_j |dy_j|) / T",
              List.of("y", "dy", "dx"),
              "dy.get(i)",
              "RowTails.logSoftmaxBackward(y, dy, dx, FROM, end, STEP, parameters, rest);"),
          new Kernel(
              "logSumExpBackward",
              "the backward of logsumexp: dx_i = dy exp(x_i - m) / sum_j exp(x_j - m), dy one element"
                  + " for each row",
              12,
              "at most 4 ULP",
              List.of("x", "dy", "dx"),
              null,
              "RowTails.logSumExpBackward(x, dy.get(ROW), dx, FROM, end, STEP, parameters, m, rest);"));

  private RowKernelGenerator() {}

  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0], PACKAGE.split("\\."));
    Files.createDirectories(target);
    Files.writeString(target.resolve("RowKernels.java"), source(), StandardCharsets.UTF_8);
  }

  private static String source() {
    String head =
        """
        package %s;

        import dev.activations.tornado.functions.ElementaryFunctions;
        import dev.activations.tornado.functions.RowFunctions;
        import javax.annotation.processing.Generated;
        import uk.ac.manchester.tornado.api.KernelContext;
        import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
        import uk.ac.manchester.tornado.api.types.arrays.IntArray;

        /**
         * Softmax, softmin, log_softmax, logsumexp and their backwards, for any task graph. softmin is
         * softmax with the parameters of softmin.
         *
         * <p>Launch contract, one dimension, local size {@link #LANES}: a kernel of long rows takes one
         * work-group per row ({@link Grids#longRows}); a kernel of short rows takes one work-item per row and
         * strides ({@link Grids#shortRows}). Both are right for rows of any length of at least 1; short ones
         * are faster up to {@link #SHORT_UP_TO} columns. {@code shape} holds {elements, rows, columns};
         * {@code parameters} is what {@link RowParameters#of} gives; the arrays hold at least as many elements,
         * and at most 2^30. An output that is as wide as an input may be that input. Compiler flags and -Dtornado.recover.bailout as
         * for {@link LogisticKernels}.
         *
         * <p>A NaN makes its row NaN, and so does a maximum that is infinite; logsumexp is that infinity.
         */
        @Generated("RowKernelGenerator")
        public final class RowKernels {
          /** The local size: the work-items that share a long row. */
          public static final int LANES = 128;

          /** Rows with more columns are faster with the kernels of long rows. */
          public static final int SHORT_UP_TO = 32;

          private static final int COMBINERS = 16;

          private RowKernels() {}
        """
            .formatted(PACKAGE);
    return head
        + KERNELS.stream().map(k -> method(k, true) + method(k, false)).collect(Collectors.joining())
        + "}\n";
  }

  private static String method(Kernel kernel, boolean longRows) {
    StringBuilder out = new StringBuilder();
    out.append("\n  /**\n   * Rows that ")
        .append(longRows ? "a work-group each shares" : "have a work-item each")
        .append(", ").append(kernel.words).append(".\n   *\n   * <p>Moves ")
        .append(kernel.bytes).append(" bytes per element. Error ").append(kernel.bound)
        .append(".\n   *\n   * @param context the ids of the work-item\n")
        .append("   * @param shape {elements, rows, columns}\n")
        .append("   * @param parameters {@link RowParameters#of} of the operation\n");
    for (String array : kernel.arrays) {
      out.append("   * @param ").append(array).append(" ").append(meaning(kernel, array)).append("\n");
    }
    out.append("   */\n  public static void ").append(kernel.name).append(longRows ? "Long" : "Short")
        .append("(\n      KernelContext context, IntArray shape, FloatArray parameters, ")
        .append(kernel.arrays.stream().map(a -> "FloatArray " + a).collect(Collectors.joining(", ")))
        .append(") {\n");
    out.append((longRows ? longBody(kernel) : shortBody(kernel)).indent(4)).append("  }\n");
    return out.toString();
  }

  private static String meaning(Kernel kernel, String array) {
    return switch (array) {
      case "x" -> "the input of the forward";
      case "dy" -> "the gradient of its output";
      case "dx" -> "gets the gradient of its input";
      default -> kernel.name.endsWith("Backward") ? "the output of the forward" : "gets the result; may be x if that is as wide";
    };
  }

  private static String longBody(Kernel kernel) {
    String tail =
        kernel.tail.replace("ROW", "context.groupIdx").replace("FROM", "begin + lane").replace("STEP", "LANES");
    if (kernel.term != null) {
      return LOCAL_SUM + LONG
          + PRODUCTS.replace("START", "begin + lane").replace("TERM", kernel.term)
          + TOTAL + tail + "\n";
    }
    // The maximum of the row is known before the last factor is made.
    int split = RUNNING.indexOf("float back =");
    return LOCAL_MAXIMUM + LOCAL_SUM + LONG
        + "int first = begin + (lane < columns ? lane : columns - 1);\n"
        + "int combiners = columns < COMBINERS ? columns : COMBINERS;\n"
        + RUNNING.substring(0, split) + MAXIMUM
        + RUNNING.substring(split).replace("MAXIMUM", "m")
        + RELATIVE + TOTAL + tail + "\n";
  }

  private static String shortBody(Kernel kernel) {
    String tail = kernel.tail.replace("ROW", "row").replace("FROM", "begin").replace("STEP", "1");
    if (tail.startsWith("if (begin == begin) {")) {
      tail = tail.substring(tail.indexOf('\n') + 1, tail.lastIndexOf('\n')).strip();
    }
    String sums =
        kernel.term != null
            ? PRODUCTS.replace("START", "begin").replace("TERM", kernel.term)
                + "float rest = sum + lost;\n"
            : "int first = begin;\n" + RUNNING.replace("MAXIMUM", "most")
                + "float m = most;\nfloat rest = (sum + lost) * factor;\n";
    return "int rows = shape.get(1);\nint columns = shape.get(2);\n"
        + "for (int row = context.globalIdx; row < rows; row += context.globalGroupSizeX) {\n"
        + ("int begin = row * columns;\nint end = begin + columns;\nint stride = 1;\n" + sums + tail).indent(2)
        + "}\n";
  }
}
