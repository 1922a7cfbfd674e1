package dev.activations.catalogue;

import java.util.List;

/** The softmax family. In the formulas sums run over one row, T is the temperature. */
final class RowOperations {
  private RowOperations() {}

  static void define(List<RowEntry> catalogue) {
    catalogue.add(
        RowEntry.define(
            "softmax",
            true,
            "y_i = exp((x_i - m) / T) / sum_j exp((x_j - m) / T), m = max_j x_j",
            "dx_i = y_i (dy_i - sum_j dy_j y_j) / T",
            "[0, 1], each row sums to 1",
            "Class probabilities, attention weights, mixtures of experts."));
    catalogue.add(
        RowEntry.define(
            "log_softmax",
            true,
            "y_i = (x_i - m) / T - log(sum_j exp((x_j - m) / T)), m = max_j x_j",
            "dx_i = (dy_i - exp(y_i) sum_j dy_j) / T",
            "(-inf, 0]",
            "Cross-entropy, perplexity, beam search: keeps the digits that log(softmax) loses."));
    catalogue.add(
        RowEntry.define(
            "softmin",
            true,
            "y_i = exp((m - x_i) / T) / sum_j exp((m - x_j) / T), m = min_j x_j",
            "dx_i = -y_i (dy_i - sum_j dy_j y_j) / T",
            "[0, 1], each row sums to 1",
            "Weights from distances or energies: softmax of -x."));
    catalogue.add(
        RowEntry.define(
            "logsumexp",
            false,
            "y = m + log(sum_j exp(x_j - m)), m = max_j x_j; one column",
            "dx_i = dy exp(x_i - m) / sum_j exp(x_j - m)",
            "(-inf, inf)",
            "Partition functions, free energies; a smooth maximum."));
  }
}
