package dev.activations.generator.emission.cpu;

import dev.activations.generator.expression.Operation;
import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kernel of plain Java that C2 can vectorise: over a block that fits the first cache, one short
 * loop after the other, with what passes between loops in arrays. All arrays begin at the block, as
 * C2 vectorises a loop over two arrays only when both are read and written at the same index.
 */
final class BlockKernel {
  private final Loops loops;
  private final Program program;
  private final Map<Value, String> arrays = new HashMap<>();
  private final Map<Value, String> uniforms = new LinkedHashMap<>();
  private final List<String> methods = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final String method;
  private int temporaries;

  /**
   * A kernel.
   *
   * @param program the algorithm
   * @param method what the methods are called
   * @param results the array for each of its results
   */
  BlockKernel(Program program, String method, List<String> results) {
    this.program = program;
    this.method = method;
    loops = new Loops(program);
    for (Value node : program.nodes()) {
      if (node.operation() == Operation.INPUT) {
        arrays.put(node, node.text());
      } else if (node.operation() == Operation.UNIFORM) {
        uniforms.put(node, "u" + uniforms.size());
      }
    }
    assignArrays(results);
    for (int i = 0; i < loops.loops().size(); i++) {
      write(i);
    }
  }

  /** One static method for each loop. */
  List<String> methods() {
    return methods;
  }

  /** The calls of them, for a block of n elements. */
  List<String> calls() {
    return calls;
  }

  /** The floats that are made of the parameters: name and expression. */
  Map<Value, String> uniforms() {
    return uniforms;
  }

  /** How many arrays lie between the loops: t0, t1, ... */
  int temporaries() {
    return temporaries;
  }

  /** An array for each value that leaves its loop; one that is no longer needed is used again. */
  private void assignArrays(List<String> results) {
    Deque<String> free = new ArrayDeque<>();
    Map<Integer, List<String>> freedAfter = new HashMap<>();
    for (int i = 0; i < loops.loops().size(); i++) {
      for (Value node : loops.loops().get(i)) {
        int result = program.results().indexOf(node);
        if (result >= 0) {
          arrays.put(node, results.get(result));
        } else if (loops.leavesItsLoop(node)) {
          String array = free.isEmpty() ? "t" + temporaries++ : free.pop();
          arrays.put(node, array);
          freedAfter.computeIfAbsent(loops.lastUse(node), k -> new ArrayList<>()).add(array);
        }
      }
      free.addAll(freedAfter.getOrDefault(i, List.of()));
    }
  }

  private void write(int loop) {
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    Map<Value, String> names = new HashMap<>();
    StringBuilder loads = new StringBuilder();
    for (Value read : loops.reads(loop)) {
      boolean uniform = read.operation() == Operation.UNIFORM;
      String source = uniform ? uniforms.get(read) : arrays.get(read);
      if (!arguments.contains(source)) {
        arguments.add(source);
        parameters.add((uniform ? "float " : "float[] ") + source);
      }
      String name = uniform ? source : "in" + names.size();
      if (!uniform) {
        loads.append("      float " + name + " = " + source + "[i];\n");
      }
      names.put(read, name);
    }
    StringBuilder body = new StringBuilder();
    int count = 0;
    for (Value node : loops.loops().get(loop)) {
      String name = "v" + count++;
      names.put(node, name);
      String code = PlainCode.of(node, value -> nameOf(value, names), "Math.fma");
      body.append("      float " + name + " = " + code + ";\n");
      if (arrays.containsKey(node)) {
        String target = arrays.get(node);
        if (!arguments.contains(target)) {
          arguments.add(target);
          parameters.add("float[] " + target);
        }
        body.append("      " + target + "[i] = " + name + ";\n");
      }
    }
    String name = method + (loop + 1);
    parameters.add("int n");
    arguments.add("n");
    methods.add(
        "  private static void "
            + name
            + "("
            + String.join(", ", parameters)
            + ") {\n"
            + "    for (int i = 0; i < n; i++) {\n"
            + loads
            + body
            + "    }\n  }\n");
    calls.add(name + "(" + String.join(", ", arguments) + ");");
  }

  private static String nameOf(Value value, Map<Value, String> names) {
    return value.operation() == Operation.CONSTANT
        ? Literals.of(value.constant())
        : names.getOrDefault(value, "");
  }
}
