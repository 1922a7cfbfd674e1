package dev.activations.generator.emission.device;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row operation or its backward.
 *
 * @param name what its kernels are called
 * @param words what it computes
 * @param bytes how many it moves for each element
 * @param bound its largest error
 * @param sums what it needs of a row
 * @param inputs the arrays that it reads
 * @param output the array that it writes
 */
record RowKernel(
    String name,
    String words,
    int bytes,
    String bound,
    RowSums sums,
    List<Operand> inputs,
    Operand output) {
  private static final RowSums EXPONENTIALS = new Exponentials();
  private static final RowSums PRODUCTS = new Products();
  private static final RowSums GRADIENTS = new Gradients();

  /** All that row operations need sums of. */
  static final List<RowSums> ALL_SUMS = List.of(EXPONENTIALS, PRODUCTS, GRADIENTS);

  /** All row operations and their backwards. */
  static final List<RowKernel> ALL =
      List.of(
          new RowKernel(
              "softmax",
              "softmax: y_i = exp((x_i - m) / T) / sum_j exp((x_j - m) / T)",
              12,
              "at most 4 ULP",
              EXPONENTIALS,
              List.of(Operand.INPUT),
              Operand.RESULT),
          new RowKernel(
              "logSoftmax",
              "log_softmax: y_i = (x_i - m) / T - log(sum_j exp((x_j - m) / T))",
              12,
              "at most 4 ULP, next to zero too",
              EXPONENTIALS,
              List.of(Operand.INPUT),
              Operand.RESULT),
          new RowKernel(
              "logSumExp",
              "logsumexp: y = m + log(sum_j exp(x_j - m)), one element for each row",
              4,
              "at most 4 ULP, or 2^-22 of |m| where the two terms cancel",
              EXPONENTIALS,
              List.of(Operand.INPUT),
              Operand.RESULT_PER_ROW),
          new RowKernel(
              "softmaxBackward",
              "the backward of softmax: dx_i = y_i (dy_i - sum_j dy_j y_j) / T",
              20,
              "at most 2^-22 of y_i (|dy_i| (1 - y_i) + sum_j |dy_j| y_j over the other j) / T",
              PRODUCTS,
              List.of(Operand.OUTPUT, Operand.GRADIENT),
              Operand.INPUT_GRADIENT),
          new RowKernel(
              "logSoftmaxBackward",
              "the backward of log_softmax: dx_i = (dy_i - exp(y_i) sum_j dy_j) / T",
              20,
              "at most 2^-22 of (|dy_i| (1 - exp(y_i)) + exp(y_i) sum_j |dy_j| over the other j) / T",
              GRADIENTS,
              List.of(Operand.OUTPUT, Operand.GRADIENT),
              Operand.INPUT_GRADIENT),
          new RowKernel(
              "logSumExpBackward",
              "the backward of logsumexp: dx_i = dy exp(x_i - m) / sum_j exp(x_j - m), dy one element"
                  + " for each row",
              12,
              "at most 4 ULP",
              EXPONENTIALS,
              List.of(Operand.INPUT, Operand.GRADIENT_PER_ROW),
              Operand.INPUT_GRADIENT));

  /** The inputs and the output. */
  List<Operand> operands() {
    List<Operand> all = new ArrayList<>(inputs);
    all.add(output);
    return all;
  }

  /** Whether a row has one result. */
  boolean isOnePerRow() {
    return output.perRow();
  }

  /** The one result of a row. */
  Code resultOfRow() {
    return Code.of(output.name() + ".set(row, m + ElementaryFunctions.log1p(rest));");
  }

  /**
   * The results of a row, from the {@link RowSums#values} of its sums: RowTails has a method for
   * each operation, with the elements that a work-item takes among its arguments.
   *
   * @param from the first element of the work-item
   * @param step how far the next one is; the last one lies before {@code end}
   */
  Code results(String from, String step) {
    List<String> arguments = new ArrayList<>();
    for (Operand operand : operands()) {
      arguments.add(operand.name() + (operand.perRow() ? ".get(row)" : ""));
    }
    arguments.addAll(List.of(from, "end", step, "parameters"));
    sums.values().forEach(value -> arguments.add(value.name()));
    String all = arguments.stream().collect(Collectors.joining(", "));
    return Code.of("RowTails." + name + "(" + all + ");");
  }

  /** Where work-groups have another size than the kernel is for, every result is NaN. */
  Code nanUnlessRight() {
    String count = "shape.get(1)" + (isOnePerRow() ? "" : " * columns");
    Code nan = Code.of(output.name() + ".set(i, RowTails.nan(columns));");
    String loop = "for (int i = context.globalIdx; i < wrong; i += context.globalGroupSizeX)";
    return Local.ofInt("wrong").is("right ? 0 : " + count).then(Code.block(loop, nan));
  }
}
