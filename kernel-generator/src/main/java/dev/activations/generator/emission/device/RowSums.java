package dev.activations.generator.emission.device;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is summed over a row, and how the sums of its parts become those of the row. */
abstract class RowSums {
  private final List<Accumulator> accumulators;

  RowSums(Accumulator... accumulators) {
    this.accumulators = List.of(accumulators);
  }

  /** What its kernels are called. */
  abstract String name();

  /** What it is. */
  abstract String words();

  /** The arrays that are summed. */
  abstract List<Operand> inputs();

  /** What holds for the whole part beside its sums: all sums are relative to it. */
  abstract Local reference();

  /** The arrays that a group shares to agree on that. */
  abstract List<SharedArray> ownArrays();

  /** The sums of a work-item of a group, relative to the reference of the group. */
  abstract Code ofLane();

  /** The sums of a work-item that has a row for itself, down to the {@link #values}. */
  abstract Code ofRow();

  /** The sums of a row, from those of its chunks {@code first} to {@code last}. */
  abstract Code ofChunks();

  /** Makes the {@link #values} of the sums of a row. */
  abstract Code finish();

  /** What the results of a row are computed from. */
  abstract List<Local> values();

  /** The sums. */
  final List<Accumulator> accumulators() {
    return accumulators;
  }

  /** What a chunk keeps for its row. */
  final List<Local> kept() {
    return Stream.concat(
            Stream.of(reference()), accumulators.stream().flatMap(sum -> sum.ofAll().stream()))
        .toList();
  }

  /** What the work-items of a group need of local memory. */
  final Code declarations() {
    List<SharedArray> arrays = new ArrayList<>(ownArrays());
    arrays.addAll(new GroupSum(accumulators).arrays());
    return Code.of(arrays.stream().map(SharedArray::declaration).toList());
  }

  /** The sums over the elements {@code begin} to {@code end} of a group. */
  final Code ofGroup() {
    return ofLane().then(new GroupSum(accumulators).code());
  }

  /** What a chunk has kept, by its place among {@link #kept}. */
  final String partial(String chunk, int place) {
    String at = chunk + " * " + kept().size();
    return "partials.get(" + (place == 0 ? at : at + " + " + place) + ")";
  }
}
