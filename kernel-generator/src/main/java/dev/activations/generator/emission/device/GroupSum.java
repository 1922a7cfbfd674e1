package dev.activations.generator.emission.device;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Adds the sums of the work-items of a group, in local memory and in two steps: few barriers,
 * always one order. It stands in each kernel, since TornadoVM 5.2 computes wrong addresses for a
 * local array that was passed to a method.
 */
final class GroupSum {
  private static final Code BARRIER = Code.of("context.localBarrier();");

  private final List<Accumulator> accumulators;

  GroupSum(List<Accumulator> accumulators) {
    this.accumulators = accumulators;
  }

  /** What it needs of local memory. */
  List<SharedArray> arrays() {
    return stems()
        .flatMap(
            stem ->
                Stream.of(
                    new SharedArray(Type.FLOAT, stem + "s", "LANES"),
                    new SharedArray(Type.FLOAT, stem + "Parts", "COMBINERS")))
        .toList();
  }

  /** From the variables of the work-items to those of all. */
  Code code() {
    Code combined = added("lane", "LANES", "COMBINERS", "s", "Part");
    Code kept = each(stem -> stem + "Parts[lane] = " + stem + "Part;");
    return stored()
        .then(BARRIER)
        .then(Code.block("if (lane < COMBINERS)", combined.then(kept)))
        .then(BARRIER)
        .then(added("0", "COMBINERS", "1", "Parts", "All"))
        .then(totals(stem -> stem + "All"));
  }

  /** Declares the variables of all, where one work-item has summed all. */
  Code ofOneItem() {
    return Code.of(accumulators.stream().map(sum -> named(sum.ofAll(), sum.ofItem())).toList());
  }

  private Stream<String> stems() {
    return accumulators.stream().flatMap(sum -> sum.stems().stream());
  }

  private Code each(UnaryOperator<String> statement) {
    return Code.of(stems().map(statement).map(Code::of).toList());
  }

  private Code stored() {
    return Code.of(accumulators.stream().map(GroupSum::stored).toList());
  }

  private static Code stored(Accumulator sum) {
    Code code = Code.none();
    for (int i = 0; i < sum.stems().size(); i++) {
      code = code.then(sum.stems().get(i) + "s[lane] = " + sum.ofItem().get(i) + ";");
    }
    return code;
  }

  /** Adds elements of the arrays with a suffix, to variables with another. */
  private Code added(String from, String end, String step, String arrays, String suffix) {
    Code body =
        Code.of(
            accumulators.stream()
                .map(sum -> sum.add(stem -> stem + suffix, stem -> stem + arrays + "[i]"))
                .toList());
    String loop = "for (int i = " + from + "; i < " + end + "; i += " + step + ")";
    return each(stem -> "float " + stem + suffix + " = 0f;").then(Code.block(loop, body));
  }

  private Code totals(UnaryOperator<String> from) {
    return Code.of(
        accumulators.stream()
            .map(sum -> named(sum.ofAll(), sum.stems().stream().map(from).toList()))
            .toList());
  }

  private static Code named(List<Local> locals, List<String> values) {
    Code code = Code.none();
    for (int i = 0; i < locals.size(); i++) {
      code = code.then(locals.get(i).is(values.get(i)));
    }
    return code;
  }
}
