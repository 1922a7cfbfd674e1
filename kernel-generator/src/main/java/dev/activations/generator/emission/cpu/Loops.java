package dev.activations.generator.emission.cpu;

import dev.activations.generator.expression.Operation;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An algorithm cut into short loops, because of what C2 vectorises: a cast between floats and bits
 * or a choice anywhere in a loop keeps the whole loop scalar, and so does a long body. So loops of
 * arithmetic alternate with loops of casts and choices.
 */
final class Loops {
  /** With more operations, loads and stores in its body C2 no longer unrolls a loop to vectors. */
  private static final int MOST_NODES = 14;

  private final Program program;
  private final Map<Value, Integer> loopOf = new HashMap<>();
  private final List<List<Value>> loops = new ArrayList<>();

  Loops(Program program) {
    this.program = program;
    Map<Value, Integer> levels = levels();
    sink(levels);
    cut(levels);
  }

  /** The nodes of each loop, in the order in which they are computed. */
  List<List<Value>> loops() {
    return loops;
  }

  /** Whether a later loop, or the caller, needs a value. */
  boolean leavesItsLoop(Value node) {
    if (program.results().contains(node)) {
      return true;
    }
    return users(node).stream().anyMatch(user -> loopOf(user) != loopOf(node));
  }

  /** The last loop that reads a value. */
  int lastUse(Value node) {
    return users(node).stream().mapToInt(this::loopOf).max().orElse(loops.size());
  }

  private int loopOf(Value node) {
    return loopOf.getOrDefault(node, -1);
  }

  private static int level(Value node, Map<Value, Integer> levels) {
    return levels.getOrDefault(node, 0);
  }

  private List<Value> users(Value node) {
    return program.nodes().stream().filter(user -> user.operands().contains(node)).toList();
  }

  /**
   * Even levels are arithmetic, odd ones casts and choices; each as early as its operands allow.
   */
  private Map<Value, Integer> levels() {
    Map<Value, Integer> levels = new HashMap<>();
    for (Value node : program.nodes()) {
      if (!node.operation().isLeaf()) {
        int level = node.operation().isScalar() ? 1 : 0;
        for (Value operand : node.operands()) {
          int from = level(operand, levels);
          level = Math.max(level, from + ((from ^ level) & 1));
        }
        levels.put(node, level);
      }
    }
    return levels;
  }

  /** Moves arithmetic to where it is needed, unless that would take more arrays. */
  private void sink(Map<Value, Integer> levels) {
    List<Value> nodes = program.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Value node = nodes.get(i);
      if (!node.operation().isLeaf() && !node.operation().isScalar()) {
        int level =
            users(node).stream()
                .mapToInt(user -> level(user, levels))
                .map(user -> user - (user & 1))
                .min()
                .orElse(level(node, levels));
        if (level > level(node, levels) && arraysMore(node, level, levels) <= 1) {
          levels.put(node, level);
        }
      }
    }
  }

  /** How many operands would have to be stored for a node at a level that are not stored yet. */
  private long arraysMore(Value node, int level, Map<Value, Integer> levels) {
    return node.operands().stream()
        .distinct()
        .filter(operand -> !operand.operation().isLeaf())
        .filter(
            operand ->
                users(operand).stream()
                    .noneMatch(
                        user -> user != node && level(user, levels) > level(operand, levels)))
        .filter(operand -> level(operand, levels) < level)
        .count();
  }

  private void cut(Map<Value, Integer> levels) {
    int last = levels.values().stream().max(Integer::compare).orElse(0);
    for (int level = 0; level <= last; level++) {
      List<Value> open = new ArrayList<>();
      for (Value node : program.nodes()) {
        if (levels.getOrDefault(node, -1) == level) {
          open.add(node);
          if (size(open) > MOST_NODES && open.size() > 1) {
            close(List.copyOf(open.subList(0, open.size() - 1)));
            open = new ArrayList<>(List.of(node));
          }
        }
      }
      close(open);
    }
  }

  private int size(List<Value> loop) {
    Set<Value> own = new HashSet<>(loop);
    Set<Value> loads = new HashSet<>();
    for (Value node : loop) {
      loads.addAll(node.operands());
    }
    loads.removeIf(
        value ->
            own.contains(value)
                || value.operation() == Operation.CONSTANT
                || value.operation() == Operation.UNIFORM);
    long stores =
        loop.stream()
            .filter(node -> program.results().contains(node) || !own.containsAll(users(node)))
            .count();
    return loop.size() + loads.size() + (int) stores;
  }

  private void close(List<Value> nodes) {
    if (!nodes.isEmpty()) {
      nodes.forEach(node -> loopOf.put(node, loops.size()));
      loops.add(nodes);
    }
  }

  /** What a loop reads that it does not compute, without constants. */
  Set<Value> reads(int loop) {
    Set<Value> read = new LinkedHashSet<>();
    Set<Value> own = new HashSet<>(loops.get(loop));
    for (Value node : loops.get(loop)) {
      for (Value operand : node.operands()) {
        if (!own.contains(operand) && operand.operation() != Operation.CONSTANT) {
          read.add(operand);
        }
      }
    }
    return read;
  }
}
