package dev.activations.tornado;

/**
 * What the compiler of an OpenCL driver is told. TornadoVM's default is -cl-fast-relaxed-math,
 * under which NaN and infinities are undefined and sums may be reordered.
 */
enum CompilerFlags {
  /** Division and square root rounded as IEEE does, which not every device can. */
  EXACT("-w -cl-fp32-correctly-rounded-divide-sqrt"),
  /** OpenCL's own rules: division within 2.5 units in the last place. */
  PRECISE("-w"),
  /** What TornadoVM does by default. */
  FAST("-cl-mad-enable -cl-fast-relaxed-math -w");

  private final String text;

  CompilerFlags(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
