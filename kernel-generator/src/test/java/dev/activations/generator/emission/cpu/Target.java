package dev.activations.generator.emission.cpu;

import dev.activations.generator.emission.Compilation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three packages, each compiled as the build of cpu-fallback does it. */
enum Target {
  SIMD,
  PLAIN,
  PORTABLE;

  private static final List<String> CONTRACTS =
      List.of("cpu-fallback/src/main/java", "cpu-fallback/src/simd/java");

  /** In place of the one that brings the whole catalogue. */
  private static final String ACTIVATION =
      """
      package dev.activations;

      public final class Activation {
        private final double[] parameters;

        public Activation(double... parameters) {
          this.parameters = parameters;
        }

        public double parameter(int index) {
          return parameters[index];
        }
      }
      """;

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
    Map<String, String> all = new HashMap<>(sources);
    all.put("dev.activations.Activation", ACTIVATION);
    return Compilation.of(all, options(), CONTRACTS);
  }
}
