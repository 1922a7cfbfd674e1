import dev.activations.catalogue.Catalogue;
import dev.activations.catalogue.FunctionEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the elementwise kernels: one static method per function and direction, since TornadoVM
 * takes no function as an argument of a kernel, and a table that finds them by name. The source is
 * the scalar functions in dev.activations.tornado.functions, found by their form:
 *
 * <pre>
 * {@literal @}MaxError(ulps = 1.5, floor = 0)
 * public static float silu(float x)
 * public static float siluDerivative(float x)
 * public static float[] siluParameters(double ...)   if the function has parameters
 * </pre>
 *
 * Run by the build: java KernelGenerator.java FOLDER-OF-FUNCTIONS FOLDER-OF-GENERATED-SOURCES.
 */
final class KernelGenerator {
  private static final Pattern SCALAR =
      Pattern.compile(
          "@MaxError\\(ulps = ([^,)]+?)(?:, floor = ([^)]+?))?\\)\\s+"
              + "public static float (\\w+)\\(([^)]*)\\)");
  private static final Pattern PARAMETERS =
      Pattern.compile("public static float\\[\\] (\\w+)Parameters\\(([^)]*)\\)");
  private static final String GENERATED =
      "@Generated(\"KernelGenerator, from the scalar functions\")\n";
  private static final String PACKAGE = "dev.activations.tornado.kernels";

  private record Bound(String ulps, String floor) {
    String words() {
      return ulps + " ULP" + (floor.equals("0") ? "" : ", or " + floor + " absolute");
    }
  }

  /** A function: the floats that it takes after x, and how many doubles they are made of. */
  private static final class Scalar {
    final String family;
    final String stem;
    final List<String> parameters;
    Bound value;
    Bound derivative;
    int catalogueParameters;

    Scalar(String family, String stem, List<String> parameters) {
      this.family = family;
      this.stem = stem;
      this.parameters = parameters;
    }

    String functions() {
      return family + "Functions";
    }

    String kernels() {
      return family + "Kernels";
    }

    String name() {
      return stem.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
  }

  private enum Direction {
    FORWARD("Forward", "y = f(x)", 8, "x", "y"),
    DERIVATIVE("Derivative", "y = f'(x)", 8, "x", "y"),
    BACKWARD("Backward", "dx = dy f'(x)", 12, "x", "dy", "dx"),
    CHAIN("Chain", "slope = slope f'(x), 0 where f'(x) is 0 even if the slope is infinite", 12, "x", "slope");

    final String suffix;
    final String task;
    final int bytes;
    final List<String> arrays;

    Direction(String suffix, String task, int bytes, String... arrays) {
      this.suffix = suffix;
      this.task = task;
      this.bytes = bytes;
      this.arrays = List.of(arrays);
    }

    String lower() {
      return suffix.toLowerCase(Locale.ROOT);
    }
  }

  private KernelGenerator() {}

  public static void main(String[] args) throws IOException {
    Map<String, Scalar> scalars = read(Path.of(args[0]));
    Path target = Path.of(args[1], PACKAGE.split("\\.")).toAbsolutePath();
    Files.createDirectories(target);
    Map<String, List<Scalar>> families = new LinkedHashMap<>();
    for (Scalar scalar : scalars.values()) {
      families.computeIfAbsent(scalar.family, family -> new ArrayList<>()).add(scalar);
    }
    for (Map.Entry<String, List<Scalar>> family : families.entrySet()) {
      write(target.resolve(family.getKey() + "Kernels.java"), kernels(family.getValue()));
    }
    write(target.resolve("ElementwiseKernels.java"), table(scalars.values()));
  }

  private static Map<String, Scalar> read(Path folder) throws IOException {
    Map<String, Scalar> scalars = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(p -> p.toString().endsWith("Functions.java")).sorted().toList();
    }
    for (Path file : files) {
      String family = file.getFileName().toString().replace("Functions.java", "");
      String source = Files.readString(file, StandardCharsets.UTF_8);
      Map<String, Matcher> methods = new LinkedHashMap<>();
      for (Matcher m = SCALAR.matcher(source); m.find(); ) {
        Matcher found = SCALAR.matcher(m.group());
        found.matches();
        methods.put(m.group(3), found);
      }
      for (Map.Entry<String, Matcher> method : methods.entrySet()) {
        String stem = method.getKey();
        Matcher derivative = methods.get(stem + "Derivative");
        if (derivative == null) {
          if (!stem.endsWith("Derivative") || !methods.containsKey(stem.substring(0, stem.length() - 10))) {
            throw new IllegalStateException(file + ": " + stem + " lacks its derivative or its value");
          }
          continue;
        }
        List<String> parameters = floats(method.getValue().group(4));
        if (!parameters.equals(floats(derivative.group(4)))) {
          throw new IllegalStateException(file + ": " + stem + " and its derivative take different floats");
        }
        Scalar scalar = new Scalar(family, stem, parameters);
        scalar.value = bound(method.getValue());
        scalar.derivative = bound(derivative);
        scalars.put(stem, scalar);
      }
      for (Matcher m = PARAMETERS.matcher(source); m.find(); ) {
        scalars.get(m.group(1)).catalogueParameters = m.group(2).split(",").length;
      }
    }
    return scalars;
  }

  private static Bound bound(Matcher m) {
    return new Bound(m.group(1).trim(), m.group(2) == null ? "0" : m.group(2).trim());
  }

  /** The names of the parameters after x. */
  private static List<String> floats(String list) {
    return Stream.of(list.trim().split(",\\s*"))
        .skip(1)
        .map(p -> p.trim().replaceFirst("^float ", ""))
        .collect(Collectors.toList());
  }

  private static String kernels(List<Scalar> scalars) {
    StringBuilder out = new StringBuilder();
    Scalar first = scalars.get(0);
    out.append("package ").append(PACKAGE).append(";\n\n");
    out.append("import dev.activations.tornado.functions.").append(first.functions()).append(";\n");
    out.append("import javax.annotation.processing.Generated;\n");
    out.append("import uk.ac.manchester.tornado.api.KernelContext;\n");
    out.append("import uk.ac.manchester.tornado.api.types.arrays.FloatArray;\n");
    out.append("import uk.ac.manchester.tornado.api.types.arrays.IntArray;\n\n");
    out.append("/**\n * Kernels of {@link ").append(first.functions()).append("}, for any task graph.\n *\n");
    out.append(" * <p>Launch contract of each: one dimension; any global and local size, since the work-items stride\n");
    out.append(" * over the elements ({@link Grids#elements} gives a good one); element 0 of {@code shape} is the number of\n");
    out.append(" * elements; the arrays hold at least as many, and at most 2^30. The output may be the input. No state, no\n");
    out.append(" * barrier, no local memory.\n *\n");
    out.append(" * <p>The errors hold with compiler flags that keep IEEE arithmetic: TornadoVM's default for OpenCL is\n");
    out.append(" * -cl-fast-relaxed-math, so give a plan {@code withCompilerFlags(OPENCL, \"-w\")}. Start the JVM with\n");
    out.append(" * {@code -Dtornado.recover.bailout=False}: otherwise a device that fails is replaced by a run in Java, with\n");
    out.append(" * one work-item that never ends.\n */\n");
    out.append(GENERATED).append("public final class ").append(first.kernels()).append(" {\n");
    out.append("  private ").append(first.kernels()).append("() {}\n");
    for (Scalar scalar : scalars) {
      for (Direction direction : Direction.values()) {
        kernel(out, scalar, direction);
      }
    }
    return out.append("}\n").toString();
  }

  private static void kernel(StringBuilder out, Scalar f, Direction direction) {
    boolean forward = direction == Direction.FORWARD;
    FunctionEntry entry = Catalogue.function(f.name());
    String formula = forward ? entry.formula() : entry.derivative();
    out.append("\n  /**\n   * ").append(f.name()).append(": ").append(direction.task).append(" with\n");
    out.append("   * {@code f").append(forward ? "" : "'").append("(x) = ").append(formula).append("}.\n   *\n");
    out.append("   * <p>Moves ").append(direction.bytes).append(" bytes per element. Error of f")
        .append(forward ? "" : "'").append(" at most ")
        .append((forward ? f.value : f.derivative).words()).append(".\n   *\n");
    out.append("   * @param context the ids of the work-item\n");
    out.append("   * @param shape element 0: the number of elements\n");
    if (!f.parameters.isEmpty()) {
      out.append("   * @param parameters ").append(String.join(", ", f.parameters))
          .append(": {@link ").append(f.functions()).append("#").append(f.stem).append("Parameters}\n");
    }
    for (String array : direction.arrays) {
      out.append("   * @param ").append(array).append(" ").append(meaning(direction, array)).append("\n");
    }
    out.append("   */\n  public static void ").append(f.stem).append(direction.suffix).append("(\n");
    out.append("      KernelContext context, IntArray shape");
    if (!f.parameters.isEmpty()) {
      out.append(", FloatArray parameters");
    }
    direction.arrays.forEach(array -> out.append(", FloatArray ").append(array));
    out.append(") {\n    int count = shape.get(0);\n");
    StringBuilder arguments = new StringBuilder("x.get(i)");
    for (int i = 0; i < f.parameters.size(); i++) {
      String local = "p" + i;
      out.append("    float ").append(local).append(" = parameters.get(").append(i).append("); // ")
          .append(f.parameters.get(i)).append("\n");
      arguments.append(", ").append(local);
    }
    String value = f.functions() + "." + f.stem + "(" + arguments + ")";
    String slope = f.functions() + "." + f.stem + "Derivative(" + arguments + ")";
    out.append("    for (int i = context.globalIdx; i < count; i += context.globalGroupSizeX) {\n      ");
    switch (direction) {
      case FORWARD -> out.append("y.set(i, ").append(value).append(");\n");
      case DERIVATIVE -> out.append("y.set(i, ").append(slope).append(");\n");
      case BACKWARD -> out.append("dx.set(i, dy.get(i) * ").append(slope).append(");\n");
      case CHAIN -> out.append("slope.set(i, Slopes.product(slope.get(i), ").append(slope).append("));\n");
    }
    out.append("    }\n  }\n");
  }

  private static String meaning(Direction direction, String array) {
    return switch (array) {
      case "x" -> "the input of f";
      case "dy" -> "the gradient of the output";
      case "dx" -> "gets the gradient of the input; may be x or dy";
      case "slope" -> "the derivative of the functions inside; gets the product";
      default -> "gets the result; may be x";
    };
  }

  private static String table(Iterable<Scalar> scalars) {
    StringBuilder out = new StringBuilder();
    out.append("package ").append(PACKAGE).append(";\n\n");
    out.append("import dev.activations.tornado.functions.*;\n");
    out.append("import javax.annotation.processing.Generated;\n");
    out.append("import uk.ac.manchester.tornado.api.KernelContext;\n");
    out.append("import uk.ac.manchester.tornado.api.TaskGraph;\n");
    out.append("import uk.ac.manchester.tornado.api.types.arrays.FloatArray;\n");
    out.append("import uk.ac.manchester.tornado.api.types.arrays.IntArray;\n\n");
    out.append("/** The elementwise kernels by the catalogue's names of their functions. */\n");
    out.append(GENERATED).append("public final class ElementwiseKernels {\n");
    out.append("  private ElementwiseKernels() {}\n");
    for (Direction direction : Direction.values()) {
      task(out, scalars, direction);
    }
    out.append("\n  /**\n   * The floats that the kernels of a function take.\n   *\n");
    out.append("   * @param function its name in the catalogue\n   * @param p its parameters, as the catalogue orders them\n");
    out.append("   * @return none for a function without parameters\n");
    out.append("   * @throws IllegalArgumentException when there is no such function, or float32 cannot hold a parameter\n   */\n");
    out.append("  public static float[] parameters(String function, double... p) {\n");
    cases(out, scalars, s -> "return " + (s.parameters.isEmpty() ? "new float[0]" : s.functions() + "." + s.stem + "Parameters(" + doubles(s) + ")"));
    bound(out, scalars, "ulps", "The largest error in units in the last place", b -> b.ulps);
    bound(out, scalars, "floor", "The absolute error that is accepted beside it, next to a zero", b -> b.floor);
    out.append("\n  private static IllegalArgumentException unknown(String function) {\n");
    out.append("    return new IllegalArgumentException(\"no kernel for '\" + function + \"': expected an elementwise function of the catalogue\");\n  }\n}\n");
    return out.toString();
  }

  private static String doubles(Scalar s) {
    return Stream.iterate(0, i -> i < s.catalogueParameters, i -> i + 1)
        .map(i -> "p[" + i + "]")
        .collect(Collectors.joining(", "));
  }

  private static void bound(StringBuilder out, Iterable<Scalar> scalars, String name, String what, Function<Bound, String> part) {
    out.append("\n  /**\n   * ").append(what).append(".\n   *\n   * @param function its name in the catalogue\n");
    out.append("   * @param derivative of the derivative rather than the value\n   * @return the bound\n   */\n");
    out.append("  public static double ").append(name).append("(String function, boolean derivative) {\n");
    cases(out, scalars, s -> "return derivative ? " + part.apply(s.derivative) + " : " + part.apply(s.value));
  }

  private static void task(StringBuilder out, Iterable<Scalar> scalars, Direction direction) {
    out.append("\n  /**\n   * Adds the task ").append(direction.task).append(".\n   *\n");
    out.append("   * @param function its name in the catalogue\n   * @param graph gets the task\n   * @param id of the task\n");
    out.append("   * @param context the ids of the work-item\n   * @param shape element 0: the number of elements\n");
    out.append("   * @param parameters as {@link #parameters} gives them; not used by a function without\n");
    for (String array : direction.arrays) {
      out.append("   * @param ").append(array).append(" ").append(meaning(direction, array)).append("\n");
    }
    out.append("   */\n  public static void ").append(direction.lower()).append("(\n      String function, TaskGraph graph, String id, KernelContext context, IntArray shape, FloatArray parameters");
    direction.arrays.forEach(array -> out.append(", FloatArray ").append(array));
    out.append(") {\n");
    cases(out, scalars, s -> "graph.task(id, " + s.kernels() + "::" + s.stem + direction.suffix + ", context, shape, "
        + (s.parameters.isEmpty() ? "" : "parameters, ") + String.join(", ", direction.arrays) + ")");
  }

  private static void cases(StringBuilder out, Iterable<Scalar> scalars, Function<Scalar, String> body) {
    out.append("    switch (function) {\n");
    for (Scalar s : scalars) {
      String statement = body.apply(s);
      out.append("      case \"").append(s.name()).append("\":\n        ").append(statement).append(";\n");
      if (!statement.startsWith("return")) {
        out.append("        return;\n");
      }
    }
    out.append("      default:\n        throw unknown(function);\n    }\n  }\n");
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
