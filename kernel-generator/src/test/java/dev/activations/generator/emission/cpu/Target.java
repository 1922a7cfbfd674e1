package dev.activations.generator.emission.cpu;

import java.util.List;
import java.util.Map;

/** The three packages, each compiled as the build of cpu-fallback does it. */
enum Target {
  SIMD,
  PLAIN,
  PORTABLE;

  KernelClass kernels(Contract contract) {
    return switch (this) {
      case SIMD -> new VectorClass(contract);
      case PLAIN -> new BlockClass(contract);
      case PORTABLE -> new ScalarClass(contract);
    };
  }

  private List<String> options() {
    return switch (this) {
      case SIMD -> List.of("--add-modules", "jdk.incubator.vector");
      case PLAIN -> List.of("--release", "9", "-Xlint:all,-options", "-Werror");
      case PORTABLE -> List.of("--release", "8", "-Xlint:all,-options", "-Werror");
    };
  }

  /** The name of the package. */
  String folder() {
    return kernels(Contract.rows()).folder();
  }

  String className(String name) {
    return Names.PACKAGE + folder() + "." + name;
  }

  Compilation compile(Map<String, String> sources) {
    return Compilation.of(sources, options());
  }
}
