package dev.activations.generator.emission.device;

import java.util.List;

/**
 * The sum over a part of a row of y dy, all but the class that dominates, whose own share is in top
 * and topTerm: what is left of 1 is taken from the others, never from a difference. Where y is 0,
 * dy counts for nothing, unless it is not finite.
 */
final class Products extends SumsInUnits {
  Products() {
    super(
        new TwoFloats("sum", "lost", "total", true),
        new TwoFloats("rest", "restLost", "share", false),
        new OneFloat("top", false),
        new OneFloat("topTerm", true));
  }

  @Override
  String name() {
    return "products";
  }

  @Override
  String words() {
    return "the sums of y dy and of y";
  }

  @Override
  Code gradient() {
    return Code.of(
        """
        float p = y.get(i);
        float given = dy.get(i);
        float gradient = p == 0f ? 0f : given;
        float size = gradient < 0f ? -gradient : gradient;
        """);
  }

  @Override
  Code add() {
    return Code.of(
        """
        boolean dominates = p > 0.5f;
        float term = gradient * unit * p;
        top += dominates ? p : 0f;
        topTerm += dominates ? term : 0f;
        float small = dominates ? 0f : term;
        float next = sum + small;
        lost += RowFunctions.lostInSum(sum, small, next) + (given - given);
        sum = next;
        float share = dominates ? 0f : p;
        float nextRest = rest + share;
        restLost += RowFunctions.lostInSum(rest, share, nextRest);
        rest = nextRest;
        """);
  }

  @Override
  Code finish() {
    return Code.of(
        """
        float dots = total + totalLost;
        float whole = total + topTermSum;
        float dot = whole + (RowFunctions.lostInSum(total, topTermSum, whole) + totalLost);
        float others = share + shareLost;
        """);
  }

  @Override
  List<Local> values() {
    return List.of(
        reference(),
        Local.ofFloat("dots"),
        Local.ofFloat("dot"),
        Local.ofFloat("others"),
        Local.ofFloat("topSum"));
  }
}
