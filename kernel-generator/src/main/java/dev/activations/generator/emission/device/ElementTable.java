package dev.activations.generator.emission.device;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The class that finds elementwise kernels by the catalogue's names of their functions. */
final class ElementTable {
  static final String NAME = "ElementwiseKernels";

  private final List<ScalarFunction> functions;

  private ElementTable(List<ScalarFunction> functions) {
    this.functions = functions;
  }

  static String source(List<ScalarFunction> functions) {
    return DeviceClass.source(
        NAME,
        List.of(DeviceClass.FUNCTIONS + ".*"),
        List.of("TaskGraph"),
        "/** The elementwise kernels by the catalogue's names of their functions. */\n",
        new ElementTable(functions).members());
  }

  private String members() {
    StringBuilder members = new StringBuilder("  private ElementwiseKernels() {}\n");
    for (ElementDirection direction : ElementDirection.values()) {
      members.append(tasks(direction));
    }
    return members
        .append(parameters())
        .append(bounds("ulps", "The largest error in units in the last place", Bound::ulps))
        .append(
            bounds(
                "floor",
                "The absolute error that is accepted beside it, next to a zero",
                Bound::floor))
        .append(
            """

              private static IllegalArgumentException unknown(String function) {
                return new IllegalArgumentException("no kernel for '" + function + "': expected an elementwise function of the catalogue");
              }
            """)
        .toString();
  }

  private String tasks(ElementDirection direction) {
    return String.format(
        Locale.ROOT,
        """

          /**
           * Adds the task %s.
           *
           * @param function its name in the catalogue
           * @param graph gets the task
           * @param id of the task
           * @param context the ids of the work-item
           * @param shape element 0: the number of elements
           * @param parameters as {@link #parameters} gives them; not used by a function without
        %s   */
          public static void %s(
              String function, TaskGraph graph, String id, KernelContext context, IntArray shape, FloatArray parameters%s) {
        %s  }
        """,
        direction.task(),
        Operand.comment(direction.operands()),
        direction.method(),
        Operand.parameters(direction.operands()),
        cases(f -> Code.of(task(f, direction)).then("return;")));
  }

  private static String task(ScalarFunction f, ElementDirection direction) {
    String kernel = f.family().kernels() + "::" + f.stem() + direction.suffix();
    String parameters = f.floats().isEmpty() ? "" : "parameters, ";
    String operands =
        direction.operands().stream().map(Operand::name).collect(Collectors.joining(", "));
    return "graph.task(id, " + kernel + ", context, shape, " + parameters + operands + ");";
  }

  private String parameters() {
    return String.format(
        Locale.ROOT,
        """

          /**
           * The floats that the kernels of a function take.
           *
           * @param function its name in the catalogue
           * @param p its parameters, as the catalogue orders them
           * @return none for a function without parameters
           * @throws IllegalArgumentException when there is no such function, or float32 cannot hold a parameter
           */
          public static float[] parameters(String function, double... p) {
        %s  }
        """,
        cases(f -> Code.of("return " + f.parameters() + ";")));
  }

  private String bounds(String name, String words, ToDoubleFunction<Bound> part) {
    return String.format(
        Locale.ROOT,
        """

          /**
           * %s.
           *
           * @param function its name in the catalogue
           * @param derivative of the derivative rather than the value
           * @return the bound
           */
          public static double %s(String function, boolean derivative) {
        %s  }
        """,
        words,
        name,
        cases(
            f -> {
              String value = Bound.number(part.applyAsDouble(f.value()));
              String derivative = Bound.number(part.applyAsDouble(f.derivative()));
              return Code.of("return derivative ? " + derivative + " : " + value + ";");
            }));
  }

  private String cases(Function<ScalarFunction, Code> statements) {
    StringBuilder cases = new StringBuilder("    switch (function) {\n");
    for (ScalarFunction f : functions) {
      cases.append("      case \"").append(f.entry().name()).append("\":\n");
      cases.append(statements.apply(f).indented(4));
    }
    return cases.append("      default:\n        throw unknown(function);\n    }\n").toString();
  }
}
