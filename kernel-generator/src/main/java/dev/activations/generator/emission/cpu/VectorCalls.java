package dev.activations.generator.emission.cpu;

import java.util.List;

/**
 * How calls of the Vector API are written: on variables whose class C2 knows without a profile.
 *
 * <p>C2 keeps a vector out of objects while it knows its class. {@code FloatVector.fromArray},
 * {@code mul} and most others say no more than {@code FloatVector}, so that the class has to come
 * from the profile of a call within them. That profile is one for everything in the JVM that
 * computes with vectors; as soon as that are two widths, ours or somebody else's, it knows two
 * classes, and each vector becomes an object. So a class is named where it is not known: of what is
 * loaded, broadcast, reinterpreted, or carried through a loop. From there on it stays known through
 * those methods that each class of vectors has of its own: {@code lanewise}, {@code compare} and
 * {@code blend}.
 */
final class VectorCalls {
  private VectorCalls() {}

  /** An operation on each lane, with its operands. */
  static String lanewise(String operator, List<String> operands) {
    StringBuilder call = new StringBuilder(operands.get(0)).append(".lanewise(").append(operator);
    operands.stream().skip(1).forEach(operand -> call.append(", ").append(operand));
    return call.append(')').toString();
  }

  /** An operation on each lane, with its operands. */
  static String lanewise(String operator, String... operands) {
    return lanewise(operator, List.of(operands));
  }

  /** Floats of a species whose class is not known. */
  static String floats(String species, String vector) {
    return species + "_FLOAT.cast(" + vector + ")";
  }

  /** Bits of a species whose class is not known. */
  static String ints(String species, String vector) {
    return species + "_INT.cast(" + vector + ")";
  }

  static String load(String species, String array, String at) {
    return floats(species, "FloatVector.fromArray(" + species + ", " + array + ", " + at + ")");
  }

  static String broadcast(String species, String number) {
    return floats(species, "FloatVector.broadcast(" + species + ", " + number + ")");
  }

  static String broadcastBits(String species, String number) {
    return ints(species, "IntVector.broadcast(" + species + "_INTS, " + number + ")");
  }

  static String zero(String species) {
    return floats(species, "FloatVector.zero(" + species + ")");
  }

  /** The bits of floats. */
  static String bits(String species, String vector) {
    return ints(species, floats(species, vector) + ".reinterpretAsInts()");
  }

  /** The floats of bits. */
  static String ofBits(String species, String vector) {
    return floats(species, ints(species, vector) + ".reinterpretAsFloats()");
  }

  static String store(String species, String vector, String array, String at) {
    return floats(species, vector) + ".intoArray(" + array + ", " + at + ");";
  }

  /** A sum that is carried through a loop, and one more. */
  static String addTo(String species, String sum, String vector) {
    return sum + " = " + lanewise("ADD", floats(species, sum), vector) + ";";
  }
}
