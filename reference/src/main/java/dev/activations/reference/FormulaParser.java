package dev.activations.reference;

import dev.activations.reference.Formula.Binary;
import dev.activations.reference.Formula.Call;
import dev.activations.reference.Formula.Condition;
import dev.activations.reference.Formula.Conditional;
import dev.activations.reference.Formula.Constant;
import dev.activations.reference.Formula.Function;
import dev.activations.reference.Formula.Name;
import dev.activations.reference.Formula.Negation;
import dev.activations.reference.Formula.Power;
import dev.activations.reference.Formula.Relation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recursive descent over the grammar of Python, precedences included: {@code -x**2 = -(x**2)}. */
final class FormulaParser {
  // Longer operators come first, so that "**" is not read as two times "*".
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[A-Za-z_]\\w*)"
              + "|(?<symbol>\\*\\*|<=|>=|[-+*/()<>,])");

  private static final Pattern SPACE = Pattern.compile("\\s*");

  private enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    END
  }

  private final String text;
  private final Matcher matcher;
  private Kind kind = Kind.END;
  private String token = "";
  private int start;
  private int end;

  FormulaParser(String text) {
    this.text = text;
    this.matcher = TOKEN.matcher(text);
    advance();
  }

  Formula parse() {
    Formula formula = expression();
    if (kind != Kind.END) {
      throw unexpected("an operator or the end");
    }
    return formula;
  }

  private Formula expression() {
    Formula value = sum();
    if (!accept("if")) {
      return value;
    }
    Condition condition = condition();
    expect("else");
    return new Conditional(value, condition, expression());
  }

  private Condition condition() {
    List<Formula> operands = new ArrayList<>(List.of(sum()));
    List<Relation> relations = new ArrayList<>();
    for (Relation relation = relation(); relation != null; relation = relation()) {
      relations.add(relation);
      operands.add(sum());
    }
    if (relations.isEmpty()) {
      throw unexpected("a comparison");
    }
    return new Condition(operands, relations);
  }

  private @Nullable Relation relation() {
    for (Relation relation : Relation.values()) {
      if (accept(relation.symbol())) {
        return relation;
      }
    }
    return null;
  }

  private Formula sum() {
    Formula left = product();
    while (is("+") || is("-")) {
      char operator = operator();
      left = new Binary(operator, left, product());
    }
    return left;
  }

  private Formula product() {
    Formula left = unary();
    while (is("*") || is("/")) {
      char operator = operator();
      left = new Binary(operator, left, unary());
    }
    return left;
  }

  private Formula unary() {
    return accept("-") ? new Negation(unary()) : power();
  }

  private Formula power() {
    Formula base = atom();
    if (!accept("**")) {
      return base;
    }
    int sign = accept("-") ? -1 : 1;
    if (kind != Kind.NUMBER || !token.matches("\\d{1,3}")) {
      throw unexpected("an integer exponent");
    }
    int exponent = sign * Integer.parseInt(token);
    advance();
    return new Power(base, exponent);
  }

  private Formula atom() {
    String name = token;
    int position = start;
    if (kind == Kind.NUMBER) {
      advance();
      return new Constant(new BigDecimal(name));
    }
    if (kind == Kind.NAME && !is("if") && !is("else")) {
      advance();
      return is("(") ? call(name, position) : new Name(name);
    }
    if (!accept("(")) {
      throw unexpected("a number, a name or a parenthesis");
    }
    Formula inner = expression();
    expect(")");
    return inner;
  }

  private Formula call(String name, int position) {
    Function function = function(name, position);
    List<Formula> arguments = new ArrayList<>();
    expect("(");
    do {
      arguments.add(expression());
    } while (accept(","));
    expect(")");
    if (arguments.size() != function.arity()) {
      throw new FormulaSyntaxException(
          name + " takes " + function.arity() + " arguments, not " + arguments.size(),
          text,
          position);
    }
    return new Call(function, arguments);
  }

  private Function function(String name, int position) {
    for (Function function : Function.values()) {
      if (function.spelling().equals(name)) {
        return function;
      }
    }
    throw new FormulaSyntaxException("unknown function " + name, text, position);
  }

  private char operator() {
    char operator = token.charAt(0);
    advance();
    return operator;
  }

  private boolean is(String expected) {
    return kind != Kind.END && token.equals(expected);
  }

  private boolean accept(String expected) {
    boolean found = is(expected);
    if (found) {
      advance();
    }
    return found;
  }

  private void expect(String expected) {
    if (!accept(expected)) {
      throw unexpected("'" + expected + "'");
    }
  }

  private FormulaSyntaxException unexpected(String expected) {
    String found = kind == Kind.END ? "the end" : "'" + token + "'";
    return new FormulaSyntaxException("expected " + expected + ", found " + found, text, start);
  }

  private void advance() {
    Matcher space = SPACE.matcher(text).region(end, text.length());
    start = space.lookingAt() ? space.end() : end;
    if (start == text.length()) {
      kind = Kind.END;
      token = "";
      return;
    }
    if (!matcher.region(start, text.length()).lookingAt()) {
      throw new FormulaSyntaxException(
          "unexpected character '" + text.charAt(start) + "'", text, start);
    }
    token = matcher.group();
    end = matcher.end();
    kind =
        matcher.group("number") != null
            ? Kind.NUMBER
            : matcher.group("name") != null ? Kind.NAME : Kind.SYMBOL;
  }
}
