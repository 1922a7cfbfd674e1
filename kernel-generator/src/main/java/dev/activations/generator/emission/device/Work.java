package dev.activations.generator.emission.device;

import java.util.Locale;

/** How rows, and chunks of rows, are dealt to work-items and to groups of them. */
final class Work {
  /** Work-items of groups of another size would not meet: their results are NaN, and seen to be. */
  private static final Code GROUPS =
      Code.of(
          """
          boolean right = context.localGroupSizeX == LANES;
          int lane = context.localIdx;
          int groups = context.globalGroupSizeX / LANES;
          int rows = right ? shape.get(1) : 0;
          int columns = shape.get(2);
          """);

  private static final Code CHUNKS =
      Code.of(
          """
          int chunks = shape.get(3);
          int width = shape.get(4);
          int allChunks = rows * chunks;
          """);

  private static final Code CHUNK =
      Code.of(
          """
          int row = chunk / chunks;
          int start = (chunk - row * chunks) * width;
          int stop = columns - start < width ? columns : start + width;
          """);

  private Work() {}

  /** A group for each {@code row}. */
  static Code rowsOfGroups(Code row) {
    return GROUPS.then(
        Code.block("for (int row = context.groupIdx; row < rows; row += groups)", row));
  }

  /** A group for each {@code chunk} of a row, from the column {@code start} to {@code stop}. */
  static Code chunksOfGroups(Code chunk) {
    String loop = "for (int chunk = context.groupIdx; chunk < allChunks; chunk += groups)";
    return GROUPS.then(CHUNKS).then(Code.block(loop, CHUNK.then(chunk)));
  }

  /**
   * A work-item for each {@code row}.
   *
   * @param size a number of the shape that the row needs beside that of the rows
   * @param index its place in the shape
   */
  static Code rowsOfItems(String size, int index, Code row) {
    String loop = "for (int row = context.globalIdx; row < rows; row += context.globalGroupSizeX)";
    return Local.ofInt("rows")
        .is("shape.get(1)")
        .then(Local.ofInt(size).is("shape.get(" + index + ")"))
        .then(Code.block(loop, row));
  }

  /** The elements {@code begin} to {@code end} of a group. */
  static Code elementsOfGroup(String begin, String end) {
    return Code.of(
        String.format(
            Locale.ROOT,
            """
            int begin = %s;
            int end = %s;
            int count = end - begin;
            int stride = LANES;
            int active = count < LANES ? count : LANES;
            """,
            begin,
            end));
  }
}
