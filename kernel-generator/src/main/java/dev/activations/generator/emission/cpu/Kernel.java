package dev.activations.generator.emission.cpu;

import dev.activations.generator.expression.Program;
import dev.activations.generator.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A method that runs an algorithm over arrays.
 *
 * @param method its name
 * @param inputs the arrays that it reads, named as the inputs of the algorithm
 * @param outputs the array that each result is written to
 * @param sums the partial sums that each result is added to
 * @param exact whether the output is summed up, with what rounding takes beside the sums
 * @param terms of a sum without the largest of them, which is kept beside; none is negative
 */
record Kernel(
    String method,
    List<String> inputs,
    Map<String, Value> outputs,
    Map<String, Value> sums,
    boolean exact,
    Optional<Value> terms) {

  /** The arrays of the {@link #exact} sums and of what they lost. */
  private static final List<String> SUMS_AND_LOST = List.of("lanes", "lost");

  /** The arrays of the sums, of what they lost, and of the largest of {@link #terms}. */
  private static final List<String> SUMS_AND_LARGEST = List.of("lanes", "lost", "most");

  /** A kernel that writes one array. */
  static Kernel of(String method, Value value, String output, String... inputs) {
    return of(method, List.of(inputs), Map.of(output, value), Map.of());
  }

  /** A kernel that writes nothing but sums. */
  static Kernel summing(String method, Map<String, Value> sums, String... inputs) {
    return of(method, List.of(inputs), Map.of(), sums);
  }

  private static Kernel of(
      String method, List<String> inputs, Map<String, Value> outputs, Map<String, Value> sums) {
    return new Kernel(method, inputs, outputs, sums, false, Optional.empty());
  }

  /** A kernel that writes one array and sums it up, and keeps what rounding loses. */
  static Kernel summed(String method, Value value, String output, String... inputs) {
    return new Kernel(
        method, List.of(inputs), Map.of(output, value), Map.of(), true, Optional.empty());
  }

  /** A kernel that sums up, and keeps the largest apart. */
  static Kernel ofTerms(String method, Value terms, String... inputs) {
    return new Kernel(method, List.of(inputs), Map.of(), Map.of(), false, Optional.of(terms));
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
    if (exact) {
      all.addAll(SUMS_AND_LOST);
    }
    if (terms.isPresent()) {
      all.addAll(SUMS_AND_LARGEST);
    }
    return all;
  }

  /** The array of each result; that of {@link #terms} has the name of the sums. */
  List<String> resultArrays() {
    List<String> all = new ArrayList<>(outputs.keySet());
    all.addAll(sums.keySet());
    if (terms.isPresent()) {
      all.add(SUMS_AND_LARGEST.get(0));
    }
    return all;
  }

  /** All results. */
  List<Value> results() {
    List<Value> all = new ArrayList<>(outputs.values());
    all.addAll(sums.values());
    terms.ifPresent(all::add);
    return all;
  }

  Program forVectors() {
    return Program.forVectors(results());
  }

  Program forPlainJava() {
    return Program.forPlainJava(results());
  }
}
