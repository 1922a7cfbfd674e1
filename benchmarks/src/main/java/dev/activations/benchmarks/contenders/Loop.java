package dev.activations.benchmarks.contenders;

/** A loop over a part of the operands; what a work does not need, dy say, is not looked at. */
interface Loop {
  void run(float[] x, float[] dy, float[] out, int from, int to);
}
