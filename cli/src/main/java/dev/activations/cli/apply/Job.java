package dev.activations.cli.apply;

import dev.activations.Backend;
import dev.activations.cli.terminal.Progress;
import dev.activations.npy.ElementType;
import dev.activations.npy.NpyHeader;
import dev.activations.npy.NpyInput;
import dev.activations.npy.NpyOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/**
 * Stages over a file: one pass each. Between two stages along different axes lies a temporary file
 * beside the output.
 *
 * @param backend what computes
 * @param stages at least one
 * @param batchRows the rows of a block, 0 for a block of 8 MiB
 * @param quiet no progress bar
 */
record Job(Backend backend, List<Stage> stages, long batchRows, boolean quiet) {
  /** Runs all stages; the output appears whole at the end, or not at all. */
  void run(NpyInput input, ArrayTarget target) throws IOException {
    NpyHeader header = input.header();
    long[] shape = header.shape();
    for (Stage stage : stages) {
      shape = stage.outputShape(shape);
    }
    NpyHeader result = NpyHeader.of(header.type(), header.byteOrder(), shape);
    target.write(
        opened -> {
          try (NpyOutput output = NpyOutput.to(opened, result);
              Progress progress =
                  Progress.start("apply", header.elements() * stages.size(), quiet)) {
            run(input, 0, target.beside(), output, progress);
            output.commit();
          }
        });
  }

  private void run(NpyInput input, int index, Path beside, NpyOutput output, Progress progress)
      throws IOException {
    Stage stage = stages.get(index);
    if (index == stages.size() - 1) {
      pass(stage, input, output, progress);
      return;
    }
    NpyHeader header = input.header();
    // What lies between two steps has the type that they compute in.
    ElementType type = header.type() == ElementType.FLOAT16 ? ElementType.FLOAT32 : header.type();
    Path between = beside.resolveSibling("." + beside.getFileName() + ".between" + index);
    NpyHeader middle = NpyHeader.of(type, header.byteOrder(), stage.outputShape(header.shape()));
    // Never committed: it is deleted when it is closed, and swept up by the next run after a kill.
    try (NpyOutput temporary = NpyOutput.create(between, middle, true)) {
      hide(temporary.uncommitted());
      pass(stage, input, temporary, progress);
      try (NpyInput next = NpyInput.open(temporary.uncommitted())) {
        run(next, index + 1, beside, output, progress);
      }
    }
  }

  /** The output that it leads to may be nobody else's to read. */
  private static void hide(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (UnsupportedOperationException notPosix) {
      // There the folder decides.
    }
  }

  private void pass(Stage stage, NpyInput input, NpyOutput output, Progress progress)
      throws IOException {
    if (input.header().type() == ElementType.FLOAT64) {
      pass(new DoubleElements(), stage, input, output, progress);
    } else {
      pass(new FloatElements(), stage, input, output, progress);
    }
  }

  private <A> void pass(
      Elements<A> elements, Stage stage, NpyInput input, NpyOutput output, Progress progress)
      throws IOException {
    NpyHeader header = input.header();
    RowView view = view(stage, header);
    Pass<A> pass = new Pass<>(elements, view, stage.pipeline(), input, output);
    long rows = pass.rowsPerBlock();
    if (batchRows > 0) {
      long[] shape = header.shape();
      if (stage.axis() == Stage.ELEMENTWISE) {
        // A row of the file is many rows of the view, and need not be in memory whole.
        long viewRows = Math.max(1, shape[shape.length - 1] / Math.max(1, view.length()));
        rows = batchRows > rows / viewRows ? rows : batchRows * viewRows;
      } else {
        rows = batchRows;
      }
    }
    try {
      pass.run(backend, stage.pipeline(), rows, progress);
    } catch (OutOfMemoryError full) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "blocks of %d rows of %d elements do not fit the Java heap of %d MiB: use fewer"
                  + " --batch-rows, or more memory with ACTIVATIONS_JAVA_OPTS=-Xmx…",
              rows,
              view.length(),
              Runtime.getRuntime().maxMemory() >> 20),
          full);
    } catch (InternalError gone) {
      // What the JVM throws when a mapped page has no file behind it any more.
      input.ensureUncut();
      throw gone;
    }
  }

  /**
   * Where order does not matter a C-order file is one long column; a Fortran-order file is turned
   * along its shortest axis, so that blocks stay small whatever its shape.
   */
  private static RowView view(Stage stage, NpyHeader header) {
    if (stage.axis() != Stage.ELEMENTWISE) {
      return new RowView(header.fortranOrder(), stage.axis(), header.shape());
    }
    if (!header.fortranOrder()) {
      return new RowView(false, 1, header.elements(), 1);
    }
    long[] shape = header.shape();
    int shortest = 0;
    for (int axis = 1; axis < shape.length; axis++) {
      if (shape[axis] < shape[shortest]) {
        shortest = axis;
      }
    }
    return new RowView(true, shortest, shape);
  }
}
