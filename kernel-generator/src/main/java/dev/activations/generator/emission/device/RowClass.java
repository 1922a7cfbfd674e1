package dev.activations.generator.emission.device;

import java.util.Locale;
import java.util.stream.Collectors;

/** The kernels of rows that a work-group shares, and of rows that a work-item has for itself. */
final class RowClass {
  static final String NAME = "RowKernels";

  private static final String WORDS =
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
      """;

  private static final String MEMBERS =
      """
        /** The local size: the work-items that share a long row. */
        public static final int LANES = 128;

        /** Rows with more columns are faster with the kernels of long rows. */
        public static final int SHORT_UP_TO = 32;

        private static final int COMBINERS = 16;

        private RowKernels() {}
      """;

  private RowClass() {}

  static String source() {
    String methods =
        RowKernel.ALL.stream()
            .map(kernel -> ofGroups(kernel).source() + ofItems(kernel).source())
            .collect(Collectors.joining());
    return DeviceClass.ofRows(NAME, WORDS, MEMBERS + methods);
  }

  private static RowMethod ofGroups(RowKernel kernel) {
    Code results =
        kernel.isOnePerRow()
            ? Code.block("if (lane == 0)", kernel.resultOfRow())
            : kernel.results("begin + lane", "LANES");
    Code row =
        Work.elementsOfGroup("row * columns", "begin + columns")
            .then(kernel.sums().ofGroup())
            .then(kernel.sums().finish())
            .then(results);
    Code body =
        kernel.sums().declarations().then(Work.rowsOfGroups(row)).then(kernel.nanUnlessRight());
    return method(kernel, "Long", "Rows that a work-group each shares", body);
  }

  private static RowMethod ofItems(RowKernel kernel) {
    Code row =
        Code.of(
                """
                int begin = row * columns;
                int end = begin + columns;
                int stride = 1;
                """)
            .then(kernel.sums().ofRow())
            .then(kernel.isOnePerRow() ? kernel.resultOfRow() : kernel.results("begin", "1"));
    return method(
        kernel, "Short", "Rows that have a work-item each", Work.rowsOfItems("columns", 2, row));
  }

  private static RowMethod method(RowKernel kernel, String suffix, String rows, Code body) {
    return new RowMethod(
        kernel.name() + suffix,
        rows + ", " + kernel.words(),
        String.format(
            Locale.ROOT, "Moves %d bytes per element. Error %s", kernel.bytes(), kernel.bound()),
        kernel.operands(),
        body);
  }
}
