package dev.activations.generator.emission.device;

import java.util.List;

/** The sum over a part of a row of dy; top is the gradient of the class that dominates. */
final class Gradients extends SumsInUnits {
  Gradients() {
    super(
        new TwoFloats("sum", "lost", "total", true),
        new OneFloat("top", false),
        new OneFloat("tops", false));
  }

  @Override
  String name() {
    return "gradients";
  }

  @Override
  String words() {
    return "the sum of dy";
  }

  @Override
  Code gradient() {
    return Code.of(
        """
        float gradient = dy.get(i);
        boolean dominates = y.get(i) > RowTails.LN_HALF;
        float own = dominates ? 0f : gradient;
        float size = own < 0f ? -own : own;
        """);
  }

  @Override
  Code add() {
    return Code.of(
        """
        top += dominates ? gradient : 0f;
        tops += dominates ? 1f : 0f;
        float term = own * unit;
        float next = sum + term;
        lost += RowFunctions.lostInSum(sum, term, next) + (gradient - gradient);
        sum = next;
        """);
  }

  @Override
  Code finish() {
    return Code.of(
        """
        float part = total + totalLost;
        float topSize = topSum < 0f ? -topSum : topSum;
        int topLevel = Units.level(topSize);
        int wide = topLevel > level ? topLevel : level;
        float lower = Units.down(wide - level);
        float lowered = total * lower;
        float added = topSum * Units.of(wide);
        float whole = lowered + added;
        float all = whole + (RowFunctions.lostInSum(lowered, added, whole) + totalLost * lower);
        """);
  }

  @Override
  List<Local> values() {
    return List.of(
        reference(),
        Local.ofFloat("part"),
        Local.ofInt("wide"),
        Local.ofFloat("all"),
        Local.ofFloat("topsSum"));
  }
}
