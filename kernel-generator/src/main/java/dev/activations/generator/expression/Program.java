package dev.activations.generator.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An algorithm in the order in which it is computed: every node once, after its operands. */
public final class Program {
  private final boolean plain;
  private final List<Value> nodes = new ArrayList<>();
  private final Map<Value, Value> taken = new HashMap<>();
  private final List<Value> results;

  private Program(List<Value> results, boolean plain) {
    this.plain = plain;
    this.results = results.stream().map(this::take).toList();
  }

  /** With the first way wherever there are two. */
  public static Program forVectors(List<Value> results) {
    return new Program(results, false);
  }

  /** With the second way wherever there are two. */
  public static Program forPlainJava(List<Value> results) {
    return new Program(results, true);
  }

  private Value take(Value value) {
    Value known = taken.get(value);
    if (known != null) {
      return known;
    }
    Value own;
    if (value.operation() == Operation.EITHER) {
      own = take(value.operand(plain ? 1 : 0));
    } else {
      own = value.with(value.operands().stream().map(this::take).toList());
      if (!nodes.contains(own)) {
        nodes.add(own);
      }
    }
    taken.put(value, own);
    return own;
  }

  public List<Value> nodes() {
    return nodes;
  }

  /** What it computes, in the order that was given. */
  public List<Value> results() {
    return results;
  }

  /** How many nodes cost something. */
  public long size() {
    return nodes.stream().filter(node -> !node.operation().isLeaf()).count();
  }
}
