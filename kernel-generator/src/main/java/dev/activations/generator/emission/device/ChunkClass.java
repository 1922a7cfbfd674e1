package dev.activations.generator.emission.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The kernels of few rows that are very long: three for each operation. */
final class ChunkClass {
  static final String NAME = "ChunkKernels";

  private static final String WORDS =
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
      """;

  private ChunkClass() {}

  static String source() {
    StringBuilder members = new StringBuilder();
    members.append(
        String.format(
            Locale.ROOT,
            """
              /** Floats of a chunk. */
              public static final int PARTIAL = %d;

              /** Floats of a row. */
              public static final int VALUES = %d;

              private static final int LANES = RowKernels.LANES;

              private static final int COMBINERS = 16;

              private ChunkKernels() {}
            """,
            most(RowSums::kept),
            most(RowSums::values)));
    for (RowSums sums : RowKernel.ALL_SUMS) {
      members.append(ofChunks(sums).source()).append(ofRows(sums).source());
    }
    RowKernel.ALL.forEach(kernel -> members.append(results(kernel).source()));
    return DeviceClass.ofRows(NAME, WORDS, members.toString());
  }

  /** Of all sums, the largest number of floats that are kept. */
  private static int most(Function<RowSums, List<Local>> floats) {
    return RowKernel.ALL_SUMS.stream()
        .mapToInt(sums -> floats.apply(sums).size())
        .max()
        .orElseThrow();
  }

  private static RowMethod ofChunks(RowSums sums) {
    List<Operand> operands = new ArrayList<>(sums.inputs());
    operands.add(Operand.PARTIALS);
    Code chunk =
        Work.elementsOfGroup("row * columns + start", "row * columns + stop")
            .then(sums.ofGroup())
            .then(Code.block("if (lane == 0)", stored(Operand.PARTIALS, "chunk", sums.kept())));
    return new RowMethod(
        sums.name() + "OfChunks",
        "For each chunk, " + sums.words(),
        "The first task of three",
        operands,
        sums.declarations().then(Work.chunksOfGroups(chunk)));
  }

  private static RowMethod ofRows(RowSums sums) {
    Code row =
        Code.of("int first = row * chunks;")
            .then("int last = first + chunks;")
            .then(sums.ofChunks())
            .then(sums.finish())
            .then(stored(Operand.SUMS, "row", sums.values()));
    return new RowMethod(
        sums.name() + "OfRows",
        "For each row, from those of its chunks, " + sums.words(),
        "The second task of three",
        List.of(Operand.PARTIALS, Operand.SUMS),
        Work.rowsOfItems("chunks", 3, row));
  }

  private static RowMethod results(RowKernel kernel) {
    List<Operand> operands = new ArrayList<>(List.of(Operand.SUMS));
    operands.addAll(kernel.operands());
    Code values = loaded(kernel.sums().values());
    Code body;
    if (kernel.isOnePerRow()) {
      body = Work.rowsOfItems("columns", 2, values.then(kernel.resultOfRow()));
    } else {
      Code chunk =
          Code.of("int end = row * columns + stop;")
              .then(values)
              .then(kernel.results("row * columns + start + lane", "LANES"));
      body = Work.chunksOfGroups(chunk).then(kernel.nanUnlessRight());
    }
    return new RowMethod(
        kernel.name() + "OfSums",
        kernel.words(),
        "The third task of three. Error " + kernel.bound(),
        operands,
        body);
  }

  private static Code stored(Operand array, String owner, List<Local> values) {
    Code code = Code.none();
    for (int i = 0; i < values.size(); i++) {
      String at = place(owner, values, i);
      code = code.then(array.name() + ".set(" + at + ", " + values.get(i).name() + ");");
    }
    return code;
  }

  private static Code loaded(List<Local> values) {
    Code code = Code.none();
    for (int i = 0; i < values.size(); i++) {
      String element = Operand.SUMS.name() + ".get(" + place("row", values, i) + ")";
      code = code.then(values.get(i).read(element));
    }
    return code;
  }

  private static String place(String owner, List<Local> values, int index) {
    return owner + " * " + values.size() + " + " + index;
  }
}
