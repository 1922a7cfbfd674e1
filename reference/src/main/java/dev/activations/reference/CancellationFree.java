package dev.activations.reference;

import dev.activations.reference.Formula.Binary;
import dev.activations.reference.Formula.Call;
import dev.activations.reference.Formula.Condition;
import dev.activations.reference.Formula.Conditional;
import dev.activations.reference.Formula.Constant;
import dev.activations.reference.Formula.Function;
import dev.activations.reference.Formula.Negation;
import dev.activations.reference.Formula.Power;
import dev.activations.reference.Formula.Relation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites the differences that cancel over a whole range of inputs into equal forms that do not.
 *
 * <p>The error bounds make a result right without this: but {@code 1 - tanh(x)**2} at x = 1e30
 * would then need 1e30 digits. Each identity holds for all real numbers.
 */
final class CancellationFree {
  private static final Formula ZERO = new Constant(BigDecimal.ZERO);
  private static final Formula ONE = new Constant(BigDecimal.ONE);
  private static final Formula TWO = new Constant(BigDecimal.valueOf(2));
  private static final Formula FOUR = new Constant(BigDecimal.valueOf(4));

  private CancellationFree() {}

  static Formula rewrite(Formula formula) {
    if (formula instanceof Binary binary) {
      Formula left = rewrite(binary.left());
      Formula right = rewrite(binary.right());
      return switch (binary.operator()) {
        case '-' -> difference(left, right);
        case '+' -> sum(left, right);
        default -> new Binary(binary.operator(), left, right);
      };
    }
    if (formula instanceof Negation negation) {
      return new Negation(rewrite(negation.operand()));
    }
    if (formula instanceof Power power) {
      return new Power(rewrite(power.base()), power.exponent());
    }
    if (formula instanceof Call call) {
      return new Call(call.function(), rewrite(call.arguments()));
    }
    if (formula instanceof Conditional choice) {
      Condition condition = choice.condition();
      return new Conditional(
          rewrite(choice.then()),
          new Condition(rewrite(condition.operands()), condition.relations()),
          rewrite(choice.otherwise()));
    }
    return formula;
  }

  private static List<Formula> rewrite(List<Formula> formulas) {
    return formulas.stream().map(CancellationFree::rewrite).toList();
  }

  /**
   * {@code 1 - tanh(z)**2 = 4 sigmoid(2 z) sigmoid(-2 z)}, and {@code z - tanh(z)} by its series.
   */
  private static Formula difference(Formula left, Formula right) {
    if (left.equals(ONE)
        && right instanceof Power square
        && square.exponent() == 2
        && argument(Function.TANH, square.base()).isPresent()) {
      Formula twice = times(TWO, argument(Function.TANH, square.base()).orElseThrow());
      Formula halves = times(sigmoid(twice), sigmoid(new Negation(twice)));
      return times(FOUR, halves);
    }
    if (argument(Function.TANH, right).filter(left::equals).isPresent()) {
      return new Call(Function.TANH_GAP, List.of(left));
    }
    return new Binary('-', left, right);
  }

  /**
   * With {@code s = sqrt(z**2 + b)} and z below zero, {@code z + s = b / (s - z)} and {@code 1 + z
   * / s = b / (s (s - z))}.
   */
  private static Formula sum(Formula left, Formula right) {
    Formula sum = new Binary('+', left, right);
    if (right instanceof Call) {
      return offset(left, right)
          .map(b -> whereNegative(left, over(b, new Binary('-', right, left)), sum))
          .orElse(sum);
    }
    if (left.equals(ONE) && right instanceof Binary ratio && ratio.operator() == '/') {
      Formula z = ratio.left();
      Formula root = ratio.right();
      return offset(z, root)
          .map(b -> whereNegative(z, over(b, times(root, new Binary('-', root, z))), sum))
          .orElse(sum);
    }
    return sum;
  }

  /** The b of {@code root = sqrt(z**2 + b)}. */
  private static Optional<Formula> offset(Formula z, Formula root) {
    return argument(Function.SQRT, root)
        .filter(Binary.class::isInstance)
        .map(Binary.class::cast)
        .filter(inner -> inner.operator() == '+' && inner.left().equals(new Power(z, 2)))
        .map(Binary::right);
  }

  private static Optional<Formula> argument(Function function, Formula formula) {
    return formula instanceof Call call && call.function() == function
        ? Optional.of(call.arguments().get(0))
        : Optional.empty();
  }

  private static Formula whereNegative(Formula z, Formula then, Formula otherwise) {
    Condition negative = new Condition(List.of(z, ZERO), List.of(Relation.LESS));
    return new Conditional(then, negative, otherwise);
  }

  private static Formula sigmoid(Formula z) {
    return new Call(Function.SIGMOID, List.of(z));
  }

  private static Formula times(Formula a, Formula b) {
    return new Binary('*', a, b);
  }

  private static Formula over(Formula a, Formula b) {
    return new Binary('/', a, b);
  }
}
