package dev.activations.generator.emission.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The interface that a generated class implements.
 *
 * @param interfaceName its name
 * @param firstParameter what every kernel takes first
 * @param imports what the signatures need
 * @param prologue the statements that every kernel begins with
 */
record Contract(
    String interfaceName, String firstParameter, List<String> imports, List<String> prologue) {
  private static final String KERNELS = Names.PACKAGE + "kernels.";

  /** Of a function with so many parameters. */
  static Contract elementwise(int parameters) {
    List<String> prologue = new ArrayList<>();
    for (int i = 0; i < parameters; i++) {
      prologue.add(String.format(Locale.ROOT, "double p%1$s = f.parameter(%1$s);", i));
    }
    return new Contract(
        "ElementwiseKernels",
        "Activation f",
        List.of(
            "dev.activations.Activation",
            KERNELS + "Bounds",
            KERNELS + "ElementwiseKernels",
            KERNELS + "Scratch"),
        prologue);
  }

  /** Of the loops over rows. */
  static Contract rows() {
    return new Contract(
        "RowKernels",
        "RowConstants c",
        List.of(
            KERNELS + "ExactLanes",
            KERNELS + "LaneSums",
            KERNELS + "RowConstants",
            KERNELS + "RowKernels",
            KERNELS + "Scratch",
            KERNELS + "SplitLanes"),
        List.of());
  }

  /** The vector loops over many rows at a time as well. */
  static Contract rowsOfVectors() {
    Contract rows = rows();
    List<String> imports = new ArrayList<>(rows.imports);
    imports.add(KERNELS + "RowBatchKernels");
    return new Contract(
        rows.interfaceName + ", RowBatchKernels", rows.firstParameter, imports, rows.prologue);
  }
}
