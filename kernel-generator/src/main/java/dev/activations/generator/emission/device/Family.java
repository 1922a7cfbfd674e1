package dev.activations.generator.emission.device;

/** A family of the catalogue: its name is that of the classes of its functions and kernels. */
record Family(String name) {
  /** The end of the names of derivatives. */
  static final String DERIVATIVE = "Derivative";

  /** The end of the names of what makes floats of parameters. */
  static final String PARAMETERS = "Parameters";

  /** The class that is written by hand. */
  String functions() {
    return name + "Functions";
  }

  /** The generated class. */
  String kernels() {
    return name + "Kernels";
  }
}
