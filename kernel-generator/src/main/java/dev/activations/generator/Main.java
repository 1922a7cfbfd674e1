package dev.activations.generator;

import dev.activations.catalogue.Catalogue;
import dev.activations.generator.algorithms.Algorithms;
import dev.activations.generator.algorithms.Completeness;
import dev.activations.generator.emission.cpu.Kernels;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the kernels of the CPU backend; run by its build. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "expected one argument, the folder for the sources; found " + args.length);
    }
    Completeness.check(Catalogue.families(), Algorithms.families());
    new Kernels(Path.of(args[0])).write();
  }
}
