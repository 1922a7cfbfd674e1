package dev.activations.generator.emission.device;

/** A variable of a kernel. */
record Local(Type type, String name) {
  static Local ofFloat(String name) {
    return new Local(Type.FLOAT, name);
  }

  static Local ofInt(String name) {
    return new Local(Type.INT, name);
  }

  /** Declares it. */
  Code is(String value) {
    return Code.of(type.keyword() + " " + name + " = " + value + ";");
  }

  /** Declares it with what an array of floats holds. */
  Code read(String element) {
    return is(type.fromFloat() + element);
  }
}
