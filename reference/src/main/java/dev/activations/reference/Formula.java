package dev.activations.reference;

import java.math.BigDecimal;
import java.util.List;

/**
 * A formula as the catalogue prints it: a small subset of Python's expressions, read as exact
 * mathematics. A decimal constant means the decimal itself, not the double next to it.
 */
sealed interface Formula {
  /**
   * Reads a formula.
   *
   * @param text an expression such as {@code x if x > 0 else alpha * expm1(x)}
   * @return its tree
   * @throws FormulaSyntaxException if the text is not of the language
   */
  static Formula parse(String text) {
    return new FormulaParser(text).parse();
  }

  /**
   * An exact decimal constant.
   *
   * @param value the constant
   */
  record Constant(BigDecimal value) implements Formula {}

  /**
   * The variable {@code x}, a parameter, or {@code pi}.
   *
   * @param name the name
   */
  record Name(String name) implements Formula {}

  /**
   * A unary minus.
   *
   * @param operand what is negated
   */
  record Negation(Formula operand) implements Formula {}

  /**
   * One of the four operations of arithmetic.
   *
   * @param operator one of {@code + - * /}
   * @param left the left operand
   * @param right the right operand
   */
  record Binary(char operator, Formula left, Formula right) implements Formula {}

  /**
   * A power with an integer exponent.
   *
   * @param base the base
   * @param exponent the exponent
   */
  record Power(Formula base, int exponent) implements Formula {}

  /**
   * A call of one of the language's functions.
   *
   * @param function the function
   * @param arguments as many operands as the function takes
   */
  record Call(Function function, List<Formula> arguments) implements Formula {
    /**
     * Makes the list of arguments unmodifiable.
     *
     * @param function the function
     * @param arguments as many operands as the function takes
     */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code then if condition else otherwise}.
   *
   * @param then the value where the condition holds
   * @param condition what decides
   * @param otherwise the value elsewhere
   */
  record Conditional(Formula then, Condition condition, Formula otherwise) implements Formula {}

  /**
   * A chain of comparisons, all of which must hold: {@code 0 < x < 6}.
   *
   * @param operands the compared formulas, one more than relations
   * @param relations the relation between each operand and the next
   */
  record Condition(List<Formula> operands, List<Relation> relations) {
    /**
     * Makes the lists unmodifiable.
     *
     * @param operands the compared formulas
     * @param relations the relations between them
     */
    public Condition {
      operands = List.copyOf(operands);
      relations = List.copyOf(relations);
    }
  }

  /** A comparison. */
  enum Relation {
    /** {@code <}. */
    LESS("<"),
    /** {@code <=}. */
    AT_MOST("<="),
    /** {@code >}. */
    GREATER(">"),
    /** {@code >=}. */
    AT_LEAST(">=");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    /**
     * The relation as a formula writes it.
     *
     * @return the symbol
     */
    public String symbol() {
      return symbol;
    }
  }

  /** The functions that a formula may call. */
  enum Function {
    /** The exponential. */
    EXP("exp", 1),
    /** {@code exp(z) - 1}. */
    EXPM1("expm1", 1),
    /** The natural logarithm. */
    LOG("log", 1),
    /** {@code log(1 + z)}. */
    LOG1P("log1p", 1),
    /** The square root. */
    SQRT("sqrt", 1),
    /** The hyperbolic tangent. */
    TANH("tanh", 1),
    /** The absolute value. */
    ABS("abs", 1),
    /** The smaller of two. */
    MIN("min", 2),
    /** The larger of two. */
    MAX("max", 2),
    /** The complementary error function. */
    ERFC("erfc", 1),
    /** {@code 1 / (1 + exp(-z))}. */
    SIGMOID("sigmoid", 1),
    /** {@code log(1 + exp(z))}. */
    SOFTPLUS("softplus", 1),
    /** The standard normal distribution function, {@code erfc(-z / sqrt(2)) / 2}. */
    NORMAL_DISTRIBUTION("Phi", 1),
    /** The standard normal density, {@code exp(-z**2 / 2) / sqrt(2 * pi)}. */
    NORMAL_DENSITY("phi", 1),
    /** {@code z - tanh(z)}; no formula spells it, {@link CancellationFree} puts it in. */
    TANH_GAP("z - tanh(z)", 1);

    private final String spelling;
    private final int arity;

    Function(String spelling, int arity) {
      this.spelling = spelling;
      this.arity = arity;
    }

    /**
     * The function as a formula writes it.
     *
     * @return the name
     */
    public String spelling() {
      return spelling;
    }

    /**
     * How many arguments the function takes.
     *
     * @return one or two
     */
    public int arity() {
      return arity;
    }
  }
}
