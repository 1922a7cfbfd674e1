package dev.activations.generator.emission.cpu;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The generated class that finds the kernels of a function. */
final class LibraryClass {
  /**
   * Kernels.
   *
   * @param function the name of the function
   * @param known the parameter that they are made for; none for kernels of any parameters
   * @param kernels the class
   */
  record Entry(String function, OptionalDouble known, String kernels) {}

  private LibraryClass() {}

  static String source(String folder, List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            """
            package %1$s%2$s;

            import %1$skernels.ElementwiseKernels;

            /** Generated from the algorithms of kernel-generator: change them there. */
            final class Functions {
              private Functions() {}

              /** The kernels of a function, or null. */
              static ElementwiseKernels find(String function, double[] parameters) {
                switch (function) {
            """,
            Names.PACKAGE,
            folder));
    for (Entry entry : entries) {
      if (entry.known().isEmpty()) {
        text.append(String.format(Locale.ROOT, "      case \"%s\":\n", entry.function()));
        for (Entry special : entries) {
          if (special.function().equals(entry.function()) && special.known().isPresent()) {
            text.append(
                String.format(
                    Locale.ROOT,
                    "        if (parameters[0] == %s) {\n          return new %s();\n        }\n",
                    special.known().getAsDouble(),
                    special.kernels()));
          }
        }
        text.append(String.format(Locale.ROOT, "        return new %s();\n", entry.kernels()));
      }
    }
    return text.append("      default:\n        return null;\n    }\n  }\n}\n").toString();
  }
}
