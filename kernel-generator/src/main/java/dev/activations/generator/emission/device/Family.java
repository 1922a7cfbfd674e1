package dev.activations.generator.emission.device;

/**
 * Functions that are computed alike: of the same name in the catalogue and in all generated code.
 */
record Family(String name) {
  static final String DERIVATIVE = "Derivative";
  static final String PARAMETERS = "Parameters";

  private static final String FUNCTIONS = "Functions";

  /** The family of a class that is written by hand. */
  static Family ofFunctions(String type) {
    if (!type.endsWith(FUNCTIONS)) {
      throw new IllegalArgumentException(
          "expected a class that is called as its family and " + FUNCTIONS + ", found " + type);
    }
    return new Family(type.substring(0, type.length() - FUNCTIONS.length()));
  }

  /** The class that is written by hand. */
  String functions() {
    return name + FUNCTIONS;
  }

  /** The generated class. */
  String kernels() {
    return name + "Kernels";
  }
}
