package dev.activations.generator.emission.device;

import java.util.List;
import java.util.Locale;

/**
 * The elementwise kernels of a family: one static method for each function and direction, since
 * TornadoVM takes no function as an argument of a kernel.
 */
final class ElementClass {
  private ElementClass() {}

  static String source(Family family, List<ScalarFunction> functions) {
    StringBuilder members = new StringBuilder("  private " + family.kernels() + "() {}\n");
    for (ScalarFunction function : functions) {
      for (ElementDirection direction : ElementDirection.values()) {
        members.append(kernel(function, direction));
      }
    }
    return DeviceClass.source(
        family.kernels(),
        List.of(DeviceClass.FUNCTIONS + "." + family.functions()),
        List.of(),
        words(family),
        members.toString());
  }

  private static String words(Family family) {
    return String.format(
        Locale.ROOT,
        """
        /**
         * Kernels of {@link %s}, for any task graph.
         *
         * <p>Launch contract of each: one dimension; any global and local size, since the work-items stride
         * over the elements ({@link Grids#elements} gives a good one); element 0 of {@code shape} is the number of
         * elements; the arrays hold at least as many, and at most 2^30. The output may be the input. No state, no
         * barrier, no local memory.
         *
         * <p>The errors hold with compiler flags that keep IEEE arithmetic: TornadoVM's default for OpenCL is
         * -cl-fast-relaxed-math, so give a plan {@code withCompilerFlags(OPENCL, "-w")}. Start the JVM with
         * {@code -Dtornado.recover.bailout=False}: otherwise a device that fails is replaced by a run in Java, with
         * one work-item that never ends.
         */
        """,
        family.functions());
  }

  private static String kernel(ScalarFunction f, ElementDirection direction) {
    boolean derivative = direction.ofDerivative();
    Bound bound = derivative ? f.derivative() : f.value();
    boolean parameters = !f.floats().isEmpty();
    Code body =
        Local.ofInt("count")
            .is("shape.get(0)")
            .then(f.locals())
            .then(
                Code.block(
                    "for (int i = context.globalIdx; i < count; i += context.globalGroupSizeX)",
                    direction.element(f.call(derivative, "x.get(i)"))));
    return String.format(
        Locale.ROOT,
        """

          /**
           * %1$s: %2$s with
           * {@code %3$s(x) = %4$s}.
           *
           * <p>Moves %5$d bytes per element. Error of %3$s at most %6$s.
           *
           * @param context the ids of the work-item
           * @param shape element 0: the number of elements
        %7$s%8$s   */
          public static void %9$s(
              KernelContext context, IntArray shape%10$s%11$s) {
        %12$s  }
        """,
        f.entry().name(),
        direction.task(),
        derivative ? "f'" : "f",
        derivative ? f.entry().derivative() : f.entry().formula(),
        direction.bytes(),
        bound.words(),
        parameters ? parametersOf(f) : "",
        Operand.comment(direction.operands()),
        f.stem() + direction.suffix(),
        parameters ? ", FloatArray parameters" : "",
        Operand.parameters(direction.operands()),
        body.indented(2));
  }

  private static String parametersOf(ScalarFunction f) {
    String floats = String.join(", ", f.floats());
    String made = f.family().functions() + "#" + f.stem() + Family.PARAMETERS;
    return "   * @param parameters " + floats + ": {@link " + made + "}\n";
  }
}
