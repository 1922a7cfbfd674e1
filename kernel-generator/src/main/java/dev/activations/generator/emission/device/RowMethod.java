package dev.activations.generator.emission.device;

import java.util.List;
import java.util.Locale;

/**
 * A kernel of a row operation, or one of several that it takes.
 *
 * @param name of the method
 * @param words what it does
 * @param more what else there is to say
 * @param operands the arrays that it takes
 * @param body its statements
 */
record RowMethod(String name, String words, String more, List<Operand> operands, Code body) {
  /** The method, with a line before it. */
  String source() {
    return String.format(
        Locale.ROOT,
        """

          /**
           * %s.
           *
           * <p>%s.
           *
           * @param context the ids of the work-item
           * @param shape {elements, rows, columns}
           * @param parameters {@link RowParameters#of} of the operation
        %s   */
          public static void %s(
              KernelContext context, IntArray shape, FloatArray parameters%s) {
        %s  }
        """,
        words,
        more,
        Operand.comment(operands),
        name,
        Operand.parameters(operands),
        body.indented(2));
  }
}
