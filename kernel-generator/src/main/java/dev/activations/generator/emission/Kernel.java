package dev.activations.generator.emission;

import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A method that runs an algorithm over arrays.
 *
 * @param method its name
 * @param inputs the arrays that it reads, named as the inputs of the algorithm
 * @param outputs the array that each result is written to
 * @param sums the partial sums that each result is added to
 * @param maxima the partial maxima of results that are not negative
 */
record Kernel(
    String method,
    List<String> inputs,
    Map<String, Value> outputs,
    Map<String, Value> sums,
    Map<String, Value> maxima) {

  /** A kernel that writes one array. */
  static Kernel of(String method, Value value, String output, String... inputs) {
    return new Kernel(method, List.of(inputs), Map.of(output, value), Map.of(), Map.of());
  }

  /** A kernel that writes nothing but sums. */
  static Kernel summing(String method, Map<String, Value> sums, String... inputs) {
    return new Kernel(method, List.of(inputs), Map.of(), sums, Map.of());
  }

  /** All arrays, in the order of the parameters; one that is read and written is there once. */
  Set<String> arrays() {
    Set<String> all = new LinkedHashSet<>(inputs);
    all.addAll(outputs.keySet());
    return all;
  }

  /** The arrays of partial results, in the order of the parameters. */
  List<String> lanes() {
    List<String> all = new ArrayList<>(sums.keySet());
    all.addAll(maxima.keySet());
    return all;
  }

  /** All results. */
  List<Value> results() {
    List<Value> all = new ArrayList<>(outputs.values());
    all.addAll(sums.values());
    all.addAll(maxima.values());
    return all;
  }

  Program forVectors() {
    return Program.forVectors(results());
  }

  Program forPlainJava() {
    return Program.forPlainJava(results());
  }
}
