package dev.activations.generator.emission.device;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A sum in two floats: what the first one loses is added to the second.
 *
 * @param high the first float of a work-item
 * @param low the second
 * @param total the first float of all
 * @param inUnits whether it is kept in the unit of the row's gradients
 */
record TwoFloats(String high, String low, String total, boolean inUnits) implements Accumulator {
  @Override
  public List<String> ofItem() {
    return List.of(high, low);
  }

  @Override
  public List<String> stems() {
    return List.of(total + "High", total + "Low");
  }

  @Override
  public List<Local> ofAll() {
    return List.of(Local.ofFloat(total), Local.ofFloat(total + "Lost"));
  }

  @Override
  public Code add(UnaryOperator<String> to, UnaryOperator<String> from) {
    String first = stems().get(0);
    String second = stems().get(1);
    return sum(
        to.apply(first), to.apply(second), first + "Next", from.apply(first), from.apply(second));
  }

  @Override
  public Code addPart(String suffix) {
    String first = ofAll().get(0).name();
    String second = ofAll().get(1).name();
    return sum(first, second, first + "Next", first + suffix, second + suffix);
  }

  private static Code sum(String high, String low, String next, String moreHigh, String moreLow) {
    return Code.of(
        String.format(
            Locale.ROOT,
            """
            float %3$s = %1$s + %4$s;
            %2$s += RowFunctions.lostInSum(%1$s, %4$s, %3$s) + %5$s;
            %1$s = %3$s;
            """,
            high,
            low,
            next,
            moreHigh,
            moreLow));
  }
}
