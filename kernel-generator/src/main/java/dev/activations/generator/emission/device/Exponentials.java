package dev.activations.generator.emission.device;

import java.util.List;
import java.util.Locale;

/**
 * The maximum of a part of a row, and the sum of the exponentials of the others relative to a
 * reference. The maximum's own term, 1, is left out: where one element dominates, the others are a
 * tiny number that 1 + tiny would lose. The reference follows the maximum only when that is 8 T
 * away: a rescaling costs a rounding, and after 8 T what was summed before counts for little. Of
 * each new element and the maximum so far the smaller one is summed. Sums are kept in two floats.
 */
final class Exponentials extends RowSums {
  private static final Code CONSTANTS =
      Code.of(
          """
          float perLn2 = parameters.get(1);
          float ln2High = parameters.get(2);
          float ln2Low = parameters.get(3);
          float inverse = parameters.get(4);
          """);

  /** From the element {@code first} on, in steps of {@code stride}. */
  private static final Code RUNNING =
      Code.of("float sign = parameters.get(0);")
          .then(CONSTANTS)
          .then(
              """
              float far = parameters.get(6);
              float most = sign * x.get(first);
              float reference = most;
              float sum = 0f;
              float lost = 0f;
              for (int i = first + stride; i < end; i += stride) {
                float value = sign * x.get(i);
                boolean larger = value > most;
                float smaller = larger ? most : value;
                most = larger ? value : most;
                float d = RowFunctions.difference(smaller, reference);
                float low = RowFunctions.lost(smaller, reference, d);
                float term = RowFunctions.exp(d, low, perLn2, ln2High, ln2Low, inverse);
                float next = sum + term;
                lost += RowFunctions.lostInSum(sum, term, next);
                sum = next;
                if (most - reference > far) {
                  float down = RowFunctions.difference(reference, most);
                  float downLow = RowFunctions.lost(reference, most, down);
                  float factor = RowFunctions.exp(down, downLow, perLn2, ln2High, ln2Low, inverse);
                  sum *= factor;
                  lost *= factor;
                  reference = most;
                }
              }
              """);

  /** The maximum of a group from those of its work-items. */
  private static final Code MAXIMUM =
      Code.of(
          """
          maximum[lane] = most;
          context.localBarrier();
          if (lane < COMBINERS) {
            int winner = lane;
            for (int i = lane + COMBINERS; i < active; i += COMBINERS) {
              winner = maximum[i] > maximum[winner] ? i : winner;
            }
            winners[lane] = winner;
          }
          context.localBarrier();
          int owner = winners[0];
          for (int i = 1; i < combiners; i++) {
            owner = maximum[winners[i]] > maximum[owner] ? winners[i] : owner;
          }
          float m = maximum[owner];
          """);

  /** The maximum of a work-item is one of the others, unless it is the maximum of the group. */
  private static final Code RELATIVE =
      Code.of(
          """
          float own = RowFunctions.difference(most, m);
          float ownLow = RowFunctions.lost(most, m, own);
          float term = RowFunctions.exp(own, ownLow, perLn2, ln2High, ln2Low, inverse);
          term = lane == owner ? 0f : term;
          float scaled = sum * factor;
          sum = scaled + term;
          lost = lost * factor + RowFunctions.lostInSum(scaled, term, sum);
          sum = lane < active ? sum : 0f;
          lost = lane < active ? lost : 0f;
          """);

  /** Of one chunk and those before it. */
  private static final Code JOINED =
      Code.of(
          """
          boolean larger = most > m;
          float smaller = larger ? m : most;
          m = larger ? most : m;
          float high = larger ? sum : total;
          float highLost = larger ? lost : totalLost;
          float low = larger ? total : sum;
          float lowLost = larger ? totalLost : lost;
          float d = RowFunctions.difference(smaller, m);
          float dLost = RowFunctions.lost(smaller, m, d);
          float factor = RowFunctions.exp(d, dLost, perLn2, ln2High, ln2Low, inverse);
          float scaled = low * factor;
          float next = high + scaled;
          float nextLost = highLost + RowFunctions.lostInSum(high, scaled, next) + lowLost * factor;
          total = next + factor;
          totalLost = nextLost + RowFunctions.lostInSum(next, factor, total);
          """);

  Exponentials() {
    super(new TwoFloats("sum", "lost", "total", false));
  }

  @Override
  String name() {
    return "exponentials";
  }

  @Override
  String words() {
    return "the maximum and the sum of the other exponentials";
  }

  @Override
  List<Operand> inputs() {
    return List.of(Operand.INPUT);
  }

  @Override
  Local reference() {
    return Local.ofFloat("m");
  }

  @Override
  List<SharedArray> ownArrays() {
    return List.of(
        new SharedArray(Type.FLOAT, "maximum", "LANES"),
        new SharedArray(Type.INT, "winners", "COMBINERS"));
  }

  @Override
  Code ofLane() {
    return Code.of("int first = begin + (lane < count ? lane : count - 1);")
        .then("int combiners = count < COMBINERS ? count : COMBINERS;")
        .then(RUNNING)
        .then(MAXIMUM)
        .then(factorTo("m"))
        .then(RELATIVE);
  }

  @Override
  Code ofRow() {
    return Code.of("int first = begin;")
        .then(RUNNING)
        .then(factorTo("most"))
        .then("float m = most;")
        .then("float rest = (sum + lost) * factor;");
  }

  @Override
  Code ofChunks() {
    List<Local> kept = kept();
    Code code = CONSTANTS;
    for (int i = 0; i < kept.size(); i++) {
      code = code.then(kept.get(i).read(partial("first", i)));
    }
    List<String> ofChunk = List.of("most", "sum", "lost");
    Code chunk = Code.none();
    for (int i = 0; i < ofChunk.size(); i++) {
      chunk = chunk.then(Local.ofFloat(ofChunk.get(i)).read(partial("i", i)));
    }
    return code.then(Code.block("for (int i = first + 1; i < last; i++)", chunk.then(JOINED)));
  }

  @Override
  Code finish() {
    return Code.of("float rest = total + totalLost;");
  }

  @Override
  List<Local> values() {
    return List.of(reference(), Local.ofFloat("rest"));
  }

  /** What makes a sum relative to another reference. */
  private static Code factorTo(String reference) {
    return Code.of(
        String.format(
            Locale.ROOT,
            """
            float back = RowFunctions.difference(reference, %1$s);
            float backLow = RowFunctions.lost(reference, %1$s, back);
            float factor = RowFunctions.exp(back, backLow, perLn2, ln2High, ln2Low, inverse);
            """,
            reference));
  }
}
