package dev.activations.reference;

import dev.activations.reference.Arithmetic.Order;
import dev.activations.reference.Formula.Binary;
import dev.activations.reference.Formula.Call;
import dev.activations.reference.Formula.Condition;
import dev.activations.reference.Formula.Conditional;
import dev.activations.reference.Formula.Constant;
import dev.activations.reference.Formula.Name;
import dev.activations.reference.Formula.Negation;
import dev.activations.reference.Formula.Power;
import dev.activations.reference.Formula.Relation;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Turns a formula's tree into closures over one arithmetic; what does not depend on x is computed
 * once.
 *
 * @param <T> the numbers
 */
final class FormulaCompiler<T> {
  /** Compiled code: either a constant, or a function of x. */
  private record Code<T>(UnaryOperator<T> at, boolean isConstant) {}

  private enum Truth {
    HOLDS,
    FAILS,
    UNDECIDED
  }

  private final Arithmetic<T> arithmetic;
  private final ElementaryFunctions<T> functions;
  private final Map<String, Double> parameters;

  FormulaCompiler(Arithmetic<T> arithmetic, Map<String, Double> parameters) {
    this.arithmetic = arithmetic;
    this.functions = new ElementaryFunctions<>(arithmetic);
    this.parameters = parameters;
  }

  UnaryOperator<T> compile(Formula formula) {
    return code(formula).at();
  }

  private Code<T> code(Formula formula) {
    if (formula instanceof Constant constant) {
      return constant(arithmetic.of(constant.value()));
    }
    if (formula instanceof Name name) {
      return name(name.name());
    }
    if (formula instanceof Negation negation) {
      return unary(arithmetic::negate, code(negation.operand()));
    }
    if (formula instanceof Power power) {
      return unary(z -> arithmetic.power(z, power.exponent()), code(power.base()));
    }
    if (formula instanceof Binary binary) {
      return binary(operation(binary.operator()), code(binary.left()), code(binary.right()));
    }
    if (formula instanceof Call call) {
      return call(call);
    }
    return conditional((Conditional) formula);
  }

  private Code<T> name(String name) {
    if (name.equals("x")) {
      return new Code<>(UnaryOperator.identity(), false);
    }
    if (name.equals("pi")) {
      return constant(arithmetic.pi());
    }
    Double value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the formula names " + name + ", the parameters are " + parameters.keySet());
    }
    return constant(arithmetic.of(value));
  }

  private BinaryOperator<T> operation(char operator) {
    return switch (operator) {
      case '+' -> arithmetic::add;
      case '-' -> arithmetic::subtract;
      case '*' -> arithmetic::multiply;
      case '/' -> arithmetic::divide;
      default -> throw new IllegalArgumentException("no operator: " + operator);
    };
  }

  private Code<T> call(Call call) {
    Code<T> first = code(call.arguments().get(0));
    return switch (call.function()) {
      case EXP -> unary(functions::exp, first);
      case EXPM1 -> unary(functions::expm1, first);
      case LOG -> unary(functions::log, first);
      case LOG1P -> unary(functions::log1p, first);
      case SQRT -> unary(arithmetic::sqrt, first);
      case TANH -> unary(functions::tanh, first);
      case ABS -> unary(arithmetic::abs, first);
      case ERFC -> unary(functions::erfc, first);
      case SIGMOID -> unary(functions::sigmoid, first);
      case SOFTPLUS -> unary(functions::softplus, first);
      case NORMAL_DISTRIBUTION -> unary(functions::normalDistribution, first);
      case NORMAL_DENSITY -> unary(functions::normalDensity, first);
      case TANH_GAP -> unary(functions::tanhGap, first);
      case MIN -> binary(arithmetic::min, first, code(call.arguments().get(1)));
      case MAX -> binary(arithmetic::max, first, code(call.arguments().get(1)));
    };
  }

  private Code<T> conditional(Conditional choice) {
    Code<T> then = code(choice.then());
    Code<T> otherwise = code(choice.otherwise());
    Condition condition = choice.condition();
    List<UnaryOperator<T>> operands = condition.operands().stream().map(this::compile).toList();
    List<Relation> relations = condition.relations();
    return new Code<>(
        x ->
            switch (truth(operands, relations, x)) {
              case HOLDS -> then.at().apply(x);
              case FAILS -> otherwise.at().apply(x);
              case UNDECIDED -> arithmetic.unknown();
            },
        false);
  }

  private Truth truth(List<UnaryOperator<T>> operands, List<Relation> relations, T x) {
    T left = operands.get(0).apply(x);
    for (int i = 0; i < relations.size(); i++) {
      T right = operands.get(i + 1).apply(x);
      Order order = arithmetic.compare(left, right);
      if (order == Order.UNDECIDED) {
        return Truth.UNDECIDED;
      }
      if (!holds(relations.get(i), order)) {
        return Truth.FAILS;
      }
      left = right;
    }
    return Truth.HOLDS;
  }

  private static boolean holds(Relation relation, Order order) {
    return switch (relation) {
      case LESS -> order == Order.BELOW;
      case AT_MOST -> order != Order.ABOVE;
      case GREATER -> order == Order.ABOVE;
      case AT_LEAST -> order != Order.BELOW;
    };
  }

  private Code<T> unary(UnaryOperator<T> operation, Code<T> operand) {
    UnaryOperator<T> at = operand.at();
    Code<T> code = new Code<>(x -> operation.apply(at.apply(x)), operand.isConstant());
    return folded(code);
  }

  private Code<T> binary(BinaryOperator<T> operation, Code<T> left, Code<T> right) {
    UnaryOperator<T> first = left.at();
    UnaryOperator<T> second = right.at();
    return folded(
        new Code<>(
            x -> operation.apply(first.apply(x), second.apply(x)),
            left.isConstant() && right.isConstant()));
  }

  private Code<T> folded(Code<T> code) {
    return code.isConstant() ? constant(code.at().apply(arithmetic.unknown())) : code;
  }

  private static <T> Code<T> constant(T value) {
    return new Code<>(x -> value, true);
  }
}
