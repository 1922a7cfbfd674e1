import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * The sum over a part of a row of y dy, all but the class that has more than half of the
   * probability, whose own share is in top and topTerm: what is left of 1 is taken from the others,
   * never from a difference. Sums are kept in units, powers of two that follow the largest dy, so
   * that none leaves the range of a float. Where y is 0, dy counts for nothing, unless it is not
   * finite: then the row is NaN.
   */
  private static final String PRODUCTS =
      """
      float sum = 0f;
      float lost = 0f;
      float rest = 0f;
      float restLost = 0f;
      float top = 0f;
      float topTerm = 0f;
      int level = 0;
      float unit = Units.of(level);
      float limit = Units.limit(level);
      for (int i = START; i < end; i += stride) {
        float p = y.get(i);
        float given = dy.get(i);
        float gradient = p == 0f ? 0f : given;
        float size = gradient < 0f ? -gradient : gradient;
        if (size > limit) {
          int higher = Units.level(size);
          float down = Units.down(higher - level);
          sum *= down;
          lost *= down;
          topTerm *= down;
          level = higher;
          unit = Units.of(level);
          limit = Units.limit(level);
        }
        boolean dominates = p > 0.5f;
        float term = gradient * unit * p;
        top += dominates ? p : 0f;
        topTerm += dominates ? term : 0f;
        float small = dominates ? 0f : term;
        float next = sum + small;
        lost += RowFunctions.lostInSum(sum, small, next) + (given - given);
        sum = next;
        float share = dominates ? 0f : p;
        float nextRest = rest + share;
        restLost += RowFunctions.lostInSum(rest, share, nextRest);
        rest = nextRest;
      }
      """;

  /** The same for the sum of dy: top is the gradient of the class that dominates. */
  private static final String GRADIENTS =
      """
      float sum = 0f;
      float lost = 0f;
      float top = 0f;
      float tops = 0f;
      int level = 0;
      float unit = Units.of(level);
      float limit = Units.limit(level);
      for (int i = START; i < end; i += stride) {
        float gradient = dy.get(i);
        boolean dominates = y.get(i) > RowTails.LN_HALF;
        float own = dominates ? 0f : gradient;
        float size = own < 0f ? -own : own;
        if (size > limit) {
          int higher = Units.level(size);
          float down = Units.down(higher - level);
          sum *= down;
          lost *= down;
          level = higher;
          unit = Units.of(level);
          limit = Units.limit(level);
        }
        top += dominates ? gradient : 0f;
        tops += dominates ? 1f : 0f;
        float term = own * unit;
        float next = sum + term;
        lost += RowFunctions.lostInSum(sum, term, next) + (gradient - gradient);
        sum = next;
      }
      """;

  /** The highest level of the parts, which becomes that of all. */
  private static final String LEVEL =
      """
      levels[lane] = level;
      context.localBarrier();
      if (lane < COMBINERS) {
        int highest = levels[lane];
        for (int i = lane + COMBINERS; i < LANES; i += COMBINERS) {
          highest = levels[i] > highest ? levels[i] : highest;
        }
        winners[lane] = highest;
      }
      context.localBarrier();
      int rowLevel = winners[0];
      for (int i = 1; i < COMBINERS; i++) {
        rowLevel = winners[i] > rowLevel ? winners[i] : rowLevel;
      }
      float down = Units.down(rowLevel - level);
      level = rowLevel;
      sum *= down;
      lost *= down;
      """;

  /** What a work-item of a group starts with; BEGIN and END are those of the group's elements. */
  private static final String GROUP =
      """
      int begin = BEGIN;
      int end = END;
      int count = end - begin;
      int stride = LANES;
      int active = count < LANES ? count : LANES;
      """;

  /** Work-items of groups of another size would not meet: their results are NaN, and seen to be. */
  private static final String WRONG_GROUPS =
      """
      boolean right = context.localGroupSizeX == LANES;
      int lane = context.localIdx;
      int groups = context.globalGroupSizeX / LANES;
      int rows = right ? shape.get(1) : 0;
      int columns = shape.get(2);
      """;

  /**
   * What is summed over a row.
   *
   * @param name of its kernels
   * @param words what it is
   * @param inputs the arrays that it reads
   * @param locals its arrays that a group shares
   * @param lane the sums of a work-item, with START for its first element
   * @param whole makes them sums of the group's maximum or unit
   * @param pairs sums of two floats: the name of the high one, of the low one, of the sum of all
   * @param single sums of one float
   * @param kept what a chunk keeps for its row
   * @param row makes values of the sums of a row
   * @param values what the tails take
   */
  private record Sums(
      String name,
      String words,
      List<String> inputs,
      String locals,
      String lane,
      String whole,
      List<String[]> pairs,
      List<String> single,
      List<String> kept,
      String row,
      List<String> values) {}

  private static final Sums EXPONENTIALS =
      new Sums(
          "exponentials",
          "the maximum and the sum of the other exponentials",
          List.of("x"),
          "float[] maximum = context.allocateFloatLocalArray(LANES);\n"
              + "int[] winners = context.allocateIntLocalArray(COMBINERS);\n",
          "int first = begin + (lane < count ? lane : count - 1);\n"
              + "int combiners = count < COMBINERS ? count : COMBINERS;\n"
              + RUNNING.substring(0, RUNNING.indexOf("float back =")),
          MAXIMUM
              + RUNNING.substring(RUNNING.indexOf("float back =")).replace("MAXIMUM", "m")
              + RELATIVE
              + "sum = lane < active ? sum : 0f;\nlost = lane < active ? lost : 0f;\n",
          List.<String[]>of(new String[] {"sum", "lost", "total"}),
          List.of(),
          List.of("m", "total", "totalLost"),
          "float rest = total + totalLost;\n",
          List.of("m", "rest"));

  private static final Sums PRODUCT_SUMS =
      new Sums(
          "products",
          "the sums of y dy and of y",
          List.of("y", "dy"),
          "int[] levels = context.allocateIntLocalArray(LANES);\n"
              + "int[] winners = context.allocateIntLocalArray(COMBINERS);\n",
          PRODUCTS.replace("START", "begin + lane"),
          LEVEL + "topTerm *= down;\n",
          List.of(
              new String[] {"sum", "lost", "total"},
              new String[] {"rest", "restLost", "share"}),
          List.of("top", "topTerm"),
          List.of("level", "total", "totalLost", "share", "shareLost", "topSum", "topTermSum"),
          """
          float dots = total + totalLost;
          float whole = total + topTermSum;
          float dot = whole + (RowFunctions.lostInSum(total, topTermSum, whole) + totalLost);
          float others = share + shareLost;
          """,
          List.of("level", "dots", "dot", "others", "topSum"));

  private static final Sums GRADIENT_SUMS =
      new Sums(
          "gradients",
          "the sum of dy",
          List.of("y", "dy"),
          PRODUCT_SUMS.locals,
          GRADIENTS.replace("START", "begin + lane"),
          LEVEL,
          List.<String[]>of(new String[] {"sum", "lost", "total"}),
          List.of("top", "tops"),
          List.of("level", "total", "totalLost", "topSum", "topsSum"),
          """
          float part = total + totalLost;
          float topSize = topSum < 0f ? -topSum : topSum;
          int topLevel = Units.level(topSize);
          int wide = topLevel > level ? topLevel : level;
          float lower = Units.down(wide - level);
          float lowered = total * lower;
          float added = topSum * Units.of(wide);
          float whole = lowered + added;
          float all = whole + (RowFunctions.lostInSum(lowered, added, whole) + totalLost * lower);
          """,
          List.of("level", "part", "wide", "all", "topsSum"));

  /** Of one chunk and those before it. */
  private static final String JOINED_EXPONENTIALS =
      """
      float perLn2 = parameters.get(1);
      float ln2High = parameters.get(2);
      float ln2Low = parameters.get(3);
      float inverse = parameters.get(4);
      float m = partials.get(first * KEPT);
      float total = partials.get(first * KEPT + 1);
      float totalLost = partials.get(first * KEPT + 2);
      for (int i = first + 1; i < last; i++) {
        float most = partials.get(i * KEPT);
        float sum = partials.get(i * KEPT + 1);
        float lost = partials.get(i * KEPT + 2);
        boolean larger = most > m;
        float smaller = larger ? m : most;
        m = larger ? most : m;
        float high = larger ? sum : total;
        float highLost = larger ? lost : totalLost;
        float low = larger ? total : sum;
        float lowLost = larger ? totalLost : lost;
        float d = RowFunctions.difference(smaller, m);
        float dLost = RowFunctions.lost(smaller, m, d);
        float factor = RowFunctions.exp(d, dLost, perLn2, ln2High, ln2Low, inverse);
        float scaled = low * factor;
        float next = high + scaled;
        float nextLost = highLost + RowFunctions.lostInSum(high, scaled, next) + lowLost * factor;
        total = next + factor;
        totalLost = nextLost + RowFunctions.lostInSum(next, factor, total);
      }
      """;

  private static final String HIGHEST_LEVEL =
      """
      int level = 0;
      for (int i = first; i < last; i++) {
        int other = (int) partials.get(i * KEPT);
        level = other > level ? other : level;
      }
      """;

  /**
   * A kernel.
   *
   * @param tail what is done with the values of a row, with ROW, FROM, STEP for the row and its elements
   * @param once whether the tail is for the first work-item of a row alone
   */
  private record Kernel(
      String name, String words, int bytes, String bound, List<String> arrays, Sums sums, boolean once, String tail) {
    String out() {
      return arrays.get(arrays.size() - 1);
    }
  }

  private static final List<Kernel> KERNELS =
      List.of(
          new Kernel(
              "softmax",
              "softmax: y_i = exp((x_i - m) / T) / sum_j exp((x_j - m) / T)",
              12,
              "at most 4 ULP",
              List.of("x", "y"),
              EXPONENTIALS,
              false,
              "RowTails.softmax(x, y, FROM, end, STEP, parameters, m, rest);"),
          new Kernel(
              "logSoftmax",
              "log_softmax: y_i = (x_i - m) / T - log(sum_j exp((x_j - m) / T))",
              12,
              "at most 4 ULP, next to zero too",
              List.of("x", "y"),
              EXPONENTIALS,
              false,
              "RowTails.logSoftmax(x, y, FROM, end, STEP, parameters, m, rest);"),
          new Kernel(
              "logSumExp",
              "logsumexp: y = m + log(sum_j exp(x_j - m)), one element for each row",
              4,
              "at most 4 ULP, or 2^-22 of |m| where the two terms cancel",
              List.of("x", "y"),
              EXPONENTIALS,
              true,
              "y.set(ROW, m + ElementaryFunctions.log1p(rest));"),
          new Kernel(
              "softmaxBackward",
              "the backward of softmax: dx_i = y_i (dy_i - sum_j dy_j y_j) / T",
              20,
              "at most 2^-22 of y_i (|dy_i| (1 - y_i) + sum_j |dy_j| y_j over the other j) / T",
              List.of("y", "dy", "dx"),
              PRODUCT_SUMS,
              false,
              "RowTails.softmaxBackward(y, dy, dx, FROM, end, STEP, parameters, level, dots, dot, others, topSum);"),
          new Kernel(
              "logSoftmaxBackward",
              "the backward of log_softmax: dx_i = (dy_i - exp(y_i) sum_j dy_j) / T",
              20,
              "at most 2^-22 of (|dy_i| (1 - exp(y_i)) + exp(y_i) sum_j |dy_j| over the other j) / T",
              List.of("y", "dy", "dx"),
              GRADIENT_SUMS,
              false,
              "RowTails.logSoftmaxBackward(y, dy, dx, FROM, end, STEP, parameters, level, part, wide, all, topsSum);"),
          new Kernel(
              "logSumExpBackward",
              "the backward of logsumexp: dx_i = dy exp(x_i - m) / sum_j exp(x_j - m), dy one element"
                  + " for each row",
              12,
              "at most 4 ULP",
              List.of("x", "dy", "dx"),
              EXPONENTIALS,
              false,
              "RowTails.logSumExpBackward(x, dy.get(ROW), dx, FROM, end, STEP, parameters, m, rest);"));

  private RowKernelGenerator() {}

  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0], PACKAGE.split("\\."));
    Files.createDirectories(target);
    Files.writeString(target.resolve("RowKernels.java"), rowKernels(), StandardCharsets.UTF_8);
    Files.writeString(target.resolve("ChunkKernels.java"), chunkKernels(), StandardCharsets.UTF_8);
  }

  private static String head(String words) {
    return String.format(Locale.ROOT, """
        package %s;

        import dev.activations.tornado.functions.ElementaryFunctions;
        import dev.activations.tornado.functions.RowFunctions;
        import javax.annotation.processing.Generated;
        import uk.ac.manchester.tornado.api.KernelContext;
        import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
        import uk.ac.manchester.tornado.api.types.arrays.IntArray;

        %s
        """, PACKAGE, words.strip());
  }

  private static String rowKernels() {
    return head(
            """
            /**
             * Softmax, softmin, log_softmax, logsumexp and their backwards, for any task graph. softmin is
             * softmax with the parameters of softmin. {@link ActivationTasks} adds them to a graph, with their
             * grids.
             *
             * <p>Launch contract, one dimension: a kernel of long rows takes work-groups of {@link #LANES}, best
             * one for each row ({@link Grids#longRows}): with fewer a group takes several rows, and those beyond
             * the rows do nothing. Groups of another size, which a task gets that has no grid in the scheduler,
             * make every result NaN. A kernel of short rows strides over the rows with any groups ({@link
             * Grids#shortRows}). Both are right for rows of any length of at least 1; short ones are faster up to
             * {@link #SHORT_UP_TO} columns. {@code shape} holds {elements, rows, columns}; {@code parameters} is
             * what {@link RowParameters#of} gives; the arrays hold at least as many elements, and at most 2^30. An
             * output that is as wide as an input may be that input. Compiler flags and
             * -Dtornado.recover.bailout as for {@link LogisticKernels}.
             *
             * <p>A NaN makes its row NaN, and so does a maximum that is infinite; logsumexp is that infinity. A
             * gradient that is NaN or infinite makes its row NaN; the one of logsumexp is a factor.
             */
            @Generated("RowKernelGenerator")
            public final class RowKernels {
              /** The local size: the work-items that share a long row. */
              public static final int LANES = 128;

              /** Rows with more columns are faster with the kernels of long rows. */
              public static final int SHORT_UP_TO = 32;

              private static final int COMBINERS = 16;

              private RowKernels() {}
            """)
        + KERNELS.stream().map(k -> method(k, "Long") + method(k, "Short")).collect(Collectors.joining())
        + "}\n";
  }

  private static String chunkKernels() {
    StringBuilder out =
        new StringBuilder(
            head(
                """
                /**
                 * Row operations on few rows that are very long: a work-group for a chunk of a row, not for the whole.
                 * Three tasks: sums of chunks, sums of rows from these, the results. {@link ActivationTasks} adds them
                 * to a graph, with their grids.
                 *
                 * <p>{@code shape} holds {elements, rows, columns, chunks of a row, columns of a chunk}; no chunk is
                 * empty. {@code partials} and {@code sums} have {@link #PARTIAL} floats for each chunk and {@link
                 * #VALUES} for each row. Launches of the first and the third as {@link RowKernels} of long rows, with
                 * chunks for rows; of the second as those of short rows.
                 */
                @Generated("RowKernelGenerator")
                public final class ChunkKernels {
                  /** Floats of a chunk. */
                  public static final int PARTIAL = 7;

                  /** Floats of a row. */
                  public static final int VALUES = 5;

                  private static final int LANES = RowKernels.LANES;

                  private static final int COMBINERS = 16;

                  private ChunkKernels() {}
                """));
    for (Sums sums : List.of(EXPONENTIALS, PRODUCT_SUMS, GRADIENT_SUMS)) {
      out.append(ofChunks(sums)).append(ofRows(sums));
    }
    KERNELS.forEach(kernel -> out.append(results(kernel)));
    return out.append("}\n").toString();
  }

  private static String method(Kernel kernel, String suffix) {
    boolean longRows = suffix.equals("Long");
    return comment(
            "Rows that " + (longRows ? "a work-group each shares" : "have a work-item each") + ", " + kernel.words,
            "Moves " + kernel.bytes + " bytes per element. Error " + kernel.bound,
            kernel.arrays,
            kernel.name)
        + signature(kernel.name + suffix, kernel.arrays)
        + (longRows ? longBody(kernel) : shortBody(kernel)).indent(4)
        + "  }\n";
  }

  private static String comment(String first, String second, List<String> arrays, String name) {
    StringBuilder out = new StringBuilder();
    out.append("\n  /**\n   * ").append(first).append(".\n   *\n   * <p>").append(second)
        .append(".\n   *\n   * @param context the ids of the work-item\n")
        .append("   * @param shape {elements, rows, columns}\n")
        .append("   * @param parameters {@link RowParameters#of} of the operation\n");
    for (String array : arrays) {
      out.append("   * @param ").append(array).append(" ").append(meaning(name, array)).append("\n");
    }
    return out.append("   */\n").toString();
  }

  private static String signature(String name, List<String> arrays) {
    return "  public static void " + name
        + "(\n      KernelContext context, IntArray shape, FloatArray parameters, "
        + arrays.stream().map(a -> "FloatArray " + a).collect(Collectors.joining(", "))
        + ") {\n";
  }

  private static String meaning(String kernel, String array) {
    return switch (array) {
      case "x" -> "the input of the forward";
      case "dy" -> "the gradient of its output";
      case "dx" -> "gets the gradient of its input";
      case "partials" -> "the sums of the chunks";
      case "sums" -> "the sums of the rows";
      default -> kernel.endsWith("Backward") ? "the output of the forward" : "gets the result; may be x if that is as wide";
    };
  }

  private static String longBody(Kernel kernel) {
    String tail = kernel.tail.replace("ROW", "row").replace("FROM", "begin + lane").replace("STEP", "LANES");
    String row =
        group("row * columns", "begin + columns", kernel.sums)
            + kernel.sums.row
            + (kernel.once ? "if (lane == 0) {\n  " + tail + "\n}\n" : tail + "\n");
    return locals(kernel.sums)
        + WRONG_GROUPS
        + "for (int row = context.groupIdx; row < rows; row += groups) {\n" + row.indent(2) + "}\n"
        + nan(kernel.out(), kernel.once ? "shape.get(1)" : "shape.get(1) * columns");
  }

  private static String nan(String array, String count) {
    return "int wrong = right ? 0 : " + count + ";\n"
        + "for (int i = context.globalIdx; i < wrong; i += context.globalGroupSizeX) {\n"
        + "  " + array + ".set(i, RowTails.nan(columns));\n}\n";
  }

  private static String locals(Sums sums) {
    StringBuilder out = new StringBuilder(sums.locals);
    for (String name : accumulators(sums)) {
      out.append("float[] ").append(name).append("s = context.allocateFloatLocalArray(LANES);\n");
      out.append("float[] ").append(name).append("Parts = context.allocateFloatLocalArray(COMBINERS);\n");
    }
    return out.toString();
  }

  private static List<String> accumulators(Sums sums) {
    return Stream.concat(
            sums.pairs.stream().flatMap(pair -> Stream.of(pair[2] + "High", pair[2] + "Low")),
            sums.single.stream().map(name -> name + "Sum"))
        .toList();
  }

  /** The sums over the elements of a group. */
  private static String group(String begin, String end, Sums sums) {
    StringBuilder out = new StringBuilder(GROUP.replace("BEGIN", begin).replace("END", end));
    out.append(sums.lane).append(sums.whole);
    for (String[] pair : sums.pairs) {
      out.append(pair[2]).append("Highs[lane] = ").append(pair[0]).append(";\n");
      out.append(pair[2]).append("Lows[lane] = ").append(pair[1]).append(";\n");
    }
    for (String name : sums.single) {
      out.append(name).append("Sums[lane] = ").append(name).append(";\n");
    }
    out.append("context.localBarrier();\nif (lane < COMBINERS) {\n");
    out.append(added(sums, "LANES", "lane", "COMBINERS", "s", "Part").indent(2));
    for (String name : accumulators(sums)) {
      out.append("  ").append(name).append("Parts[lane] = ").append(name).append("Part;\n");
    }
    out.append("}\ncontext.localBarrier();\n");
    out.append(added(sums, "COMBINERS", "0", "1", "Parts", "All"));
    for (String[] pair : sums.pairs) {
      out.append("float ").append(pair[2]).append(" = ").append(pair[2]).append("HighAll;\n");
      out.append("float ").append(pair[2]).append("Lost = ").append(pair[2]).append("LowAll;\n");
    }
    for (String name : sums.single) {
      out.append("float ").append(name).append("Sum = ").append(name).append("SumAll;\n");
    }
    return out.toString();
  }

  /** Adds what stands in arrays. */
  private static String added(Sums sums, String end, String from, String step, String arrays, String suffix) {
    StringBuilder out = new StringBuilder();
    accumulators(sums).forEach(name -> out.append("float ").append(name).append(suffix).append(" = 0f;\n"));
    out.append("for (int i = ").append(from).append("; i < ").append(end).append("; i += ").append(step).append(") {\n");
    for (String[] pair : sums.pairs) {
      String high = pair[2] + "High";
      String low = pair[2] + "Low";
      out.append("  float ").append(high).append("Next = ").append(high).append(suffix).append(" + ")
          .append(high).append(arrays).append("[i];\n");
      out.append("  ").append(low).append(suffix).append(" += RowFunctions.lostInSum(").append(high).append(suffix)
          .append(", ").append(high).append(arrays).append("[i], ").append(high).append("Next) + ")
          .append(low).append(arrays).append("[i];\n");
      out.append("  ").append(high).append(suffix).append(" = ").append(high).append("Next;\n");
    }
    for (String name : sums.single) {
      out.append("  ").append(name).append("Sum").append(suffix).append(" += ").append(name).append("Sum")
          .append(arrays).append("[i];\n");
    }
    return out.append("}\n").toString();
  }

  /** A row that one work-item sums. */
  private static String shortBody(Kernel kernel) {
    Sums sums = kernel.sums;
    String tail = kernel.tail.replace("ROW", "row").replace("FROM", "begin").replace("STEP", "1");
    String lane;
    if (sums == EXPONENTIALS) {
      lane = "int first = begin;\n" + RUNNING.replace("MAXIMUM", "most")
          + "float m = most;\nfloat rest = (sum + lost) * factor;\n";
    } else {
      StringBuilder out = new StringBuilder(sums.lane.replace("begin + lane", "begin"));
      for (String[] pair : sums.pairs) {
        out.append("float ").append(pair[2]).append(" = ").append(pair[0]).append(";\n");
        out.append("float ").append(pair[2]).append("Lost = ").append(pair[1]).append(";\n");
      }
      sums.single.forEach(name -> out.append("float ").append(name).append("Sum = ").append(name).append(";\n"));
      lane = out + sums.row;
    }
    return "int rows = shape.get(1);\nint columns = shape.get(2);\n"
        + "for (int row = context.globalIdx; row < rows; row += context.globalGroupSizeX) {\n"
        + ("int begin = row * columns;\nint end = begin + columns;\nint stride = 1;\n" + lane + tail).indent(2)
        + "}\n";
  }

  private static final String CHUNK =
      """
      int chunks = shape.get(3);
      int width = shape.get(4);
      int allChunks = rows * chunks;
      for (int chunk = context.groupIdx; chunk < allChunks; chunk += groups) {
        int row = chunk / chunks;
        int start = (chunk - row * chunks) * width;
        int stop = columns - start < width ? columns : start + width;
      """;

  private static String ofChunks(Sums sums) {
    StringBuilder body = new StringBuilder(locals(sums)).append(WRONG_GROUPS).append(CHUNK.stripTrailing()).append("\n");
    StringBuilder chunk = new StringBuilder(group("row * columns + start", "row * columns + stop", sums));
    chunk.append("if (lane == 0) {\n");
    for (int i = 0; i < sums.kept.size(); i++) {
      chunk.append("  partials.set(chunk * ").append(sums.kept.size()).append(" + ").append(i).append(", ")
          .append(sums.kept.get(i)).append(");\n");
    }
    chunk.append("}\n");
    body.append(chunk.toString().indent(2)).append("}\n");
    List<String> arrays = Stream.concat(sums.inputs.stream(), Stream.of("partials")).toList();
    return comment("For each chunk, " + sums.words, "The first task of three", arrays, sums == EXPONENTIALS ? "" : "Backward")
        + signature(sums.name + "OfChunks", arrays)
        + body.toString().indent(4)
        + "  }\n";
  }

  private static String ofRows(Sums sums) {
    StringBuilder row = new StringBuilder("int first = row * chunks;\nint last = first + chunks;\n");
    if (sums == EXPONENTIALS) {
      row.append(JOINED_EXPONENTIALS);
    } else {
      row.append(HIGHEST_LEVEL);
      for (String[] pair : sums.pairs) {
        row.append("float ").append(pair[2]).append(" = 0f;\nfloat ").append(pair[2]).append("Lost = 0f;\n");
      }
      sums.single.forEach(name -> row.append("float ").append(name).append("Sum = 0f;\n"));
      row.append("for (int i = first; i < last; i++) {\n");
      row.append("  float down = Units.down(level - (int) partials.get(i * KEPT));\n");
      for (int i = 1; i < sums.kept.size(); i++) {
        String name = sums.kept.get(i);
        boolean unit = name.startsWith("total") || name.startsWith("topTerm");
        row.append("  float ").append(name).append("Part = partials.get(i * KEPT + ").append(i).append(")")
            .append(unit ? " * down" : "").append(";\n");
      }
      for (String[] pair : sums.pairs) {
        String high = pair[2];
        row.append("  float ").append(high).append("Next = ").append(high).append(" + ").append(high).append("Part;\n");
        row.append("  ").append(high).append("Lost += RowFunctions.lostInSum(").append(high).append(", ").append(high)
            .append("Part, ").append(high).append("Next) + ").append(high).append("LostPart;\n");
        row.append("  ").append(high).append(" = ").append(high).append("Next;\n");
      }
      sums.single.forEach(name -> row.append("  ").append(name).append("Sum += ").append(name).append("SumPart;\n"));
      row.append("}\n");
    }
    row.append(sums.row);
    for (int i = 0; i < sums.values.size(); i++) {
      row.append("sums.set(row * ").append(sums.values.size()).append(" + ").append(i).append(", ")
          .append(sums.values.get(i)).append(");\n");
    }
    List<String> arrays = List.of("partials", "sums");
    String body =
        "int rows = shape.get(1);\nint chunks = shape.get(3);\n"
            + "for (int row = context.globalIdx; row < rows; row += context.globalGroupSizeX) {\n"
            + row.toString().replace("KEPT", String.valueOf(sums.kept.size())).indent(2)
            + "}\n";
    return comment("For each row, from those of its chunks, " + sums.words, "The second task of three", arrays, "")
        + signature(sums.name + "OfRows", arrays)
        + body.indent(4)
        + "  }\n";
  }

  private static String results(Kernel kernel) {
    StringBuilder row = new StringBuilder();
    Sums sums = kernel.sums;
    for (int i = 0; i < sums.values.size(); i++) {
      String name = sums.values.get(i);
      boolean integer = name.equals("level") || name.equals("wide");
      row.append(integer ? "int " : "float ").append(name).append(" = ").append(integer ? "(int) " : "")
          .append("sums.get(row * ").append(sums.values.size()).append(" + ").append(i).append(");\n");
    }
    List<String> arrays = Stream.concat(Stream.of("sums"), kernel.arrays.stream()).toList();
    String body;
    if (kernel.once) {
      body = "int rows = shape.get(1);\nint columns = shape.get(2);\n"
          + "for (int row = context.globalIdx; row < rows; row += context.globalGroupSizeX) {\n"
          + (row + kernel.tail.replace("ROW", "row")).indent(2) + "}\n";
    } else {
      String tail = kernel.tail.replace("ROW", "row").replace("FROM", "row * columns + start + lane").replace("STEP", "LANES");
      body = WRONG_GROUPS + CHUNK.stripTrailing() + "\n"
          + ("int end = row * columns + stop;\n" + row + tail).indent(2) + "}\n"
          + nan(kernel.out(), "shape.get(1) * columns");
    }
    return comment(kernel.words, "The third task of three. Error " + kernel.bound, arrays, kernel.name)
        + signature(kernel.name + "OfSums", arrays)
        + body.indent(4)
        + "  }\n";
  }
}
